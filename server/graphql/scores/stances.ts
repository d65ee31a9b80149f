/** The time series of stances. */
import { Field, Float, Int, ObjectType } from 'type-graphql'
import type { Day } from '../../domain/day.ts'
import type { Stances } from '../../domain/score/stances.ts'
import { DateScalar } from '../schema/scalars.ts'
import type { Stamp } from './scoring.ts'
import { StampType } from './series.ts'

export interface ShownStances extends Omit<Stances, 'leading'> {
  /** Codes of tags of the codebook. */
  readonly leadingTag: readonly (string | null)[]
  readonly stamp: Stamp
}

@ObjectType('StanceSeries', { description: 'What was done, by family and period, in columns of equal length.' })
export class StanceSeriesType implements ShownStances {
  @Field(() => [DateScalar], { description: 'As in a series with the same arguments.' })
  readonly days!: readonly Day[]

  @Field(() => [Int], { description: 'Counted events of verbal cooperation.' })
  readonly verbalCooperation!: readonly number[]

  @Field(() => [Int], { description: 'Counted events of material cooperation.' })
  readonly materialCooperation!: readonly number[]

  @Field(() => [Int], { description: 'Counted events of verbal conflict.' })
  readonly verbalConflict!: readonly number[]

  @Field(() => [Int], { description: 'Counted events of material conflict.' })
  readonly materialConflict!: readonly number[]

  @Field(() => [Int], { description: 'Plain statements, which carry no weight.' })
  readonly statement!: readonly number[]

  @Field(() => [Float], { nullable: 'items', description: '−1 (all tension) to 1 (all engagement); null: no score.' })
  readonly balance!: readonly (number | null)[]

  @Field(() => [String], {
    nullable: 'items',
    description: 'Code of the tag of most counted events; null: there are none.',
  })
  readonly leadingTag!: readonly (string | null)[]

  @Field(() => StampType, { description: 'What is needed to get the same bytes again.' })
  readonly stamp!: Stamp
}
