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

@ObjectType('StanceSeries', {
  description: 'Number of events by family and period, in columns of equal length, ascending by day.',
})
export class StanceSeriesType implements ShownStances {
  @Field(() => [DateScalar], { description: 'The same days as in a series with the same arguments.' })
  readonly days!: readonly Day[]

  @Field(() => [Int], { description: 'Number of counted events of verbal cooperation in the period.' })
  readonly verbalCooperation!: readonly number[]

  @Field(() => [Int], { description: 'Number of counted events of material cooperation in the period.' })
  readonly materialCooperation!: readonly number[]

  @Field(() => [Int], { description: 'Number of counted events of verbal conflict in the period.' })
  readonly verbalConflict!: readonly number[]

  @Field(() => [Int], { description: 'Number of counted events of material conflict in the period.' })
  readonly materialConflict!: readonly number[]

  @Field(() => [Int], { description: 'Number of counted plain statements in the period, which carry no weight.' })
  readonly statement!: readonly number[]

  @Field(() => [Float], {
    nullable: 'items',
    description: '−1 (all tension) to 1 (all engagement), for reading only; null if there is no score.',
  })
  readonly balance!: readonly (number | null)[]

  @Field(() => [String], {
    nullable: 'items',
    description: 'Code of the tag with the most counted events in the period; null if there are none.',
  })
  readonly leadingTag!: readonly (string | null)[]

  @Field(() => StampType, {
    description: 'Codebook version, method, instant and revision that reproduce the result exactly.',
  })
  readonly stamp!: Stamp
}
