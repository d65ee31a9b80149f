/** The two scores of a relation over time, in columns, and the same as points for those who prefer objects. */
import { ArgsType, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql'
import type { Bucket, Day } from '../../domain/day.ts'
import type { Actor } from '../../domain/directory/actor.ts'
import type { Office } from '../../domain/directory/tenure.ts'
import type { Collection } from '../../domain/record/document.ts'
import type { Instant, Revision } from '../../domain/record/revision.ts'
import type { SeriesState } from '../../domain/score/score.ts'
import type { Series } from '../../domain/score/series.ts'
import { ActorType, OfficeType } from '../directory/actor.ts'
import { CollectionType } from '../record/collection.ts'
import { BucketEnum, SeriesStateEnum } from '../schema/enums.ts'
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts'
import { ReadingArgs, ScoringArgs, type Stamp } from './scoring.ts'

const FROM = 'First day; null: the first on record for this relation.'
const TO = 'Last day; null: the last on record.'
const BUCKET = 'The period a point stands for.'

@ArgsType()
export class SeriesArgs extends ScoringArgs {
  @Field(() => DateScalar, { nullable: true, description: FROM })
  from?: Day | null

  @Field(() => DateScalar, { nullable: true, description: TO })
  to?: Day | null

  @Field(() => BucketEnum, { defaultValue: 'WEEK', description: BUCKET })
  bucket!: Bucket
}

@ArgsType()
export class StancesArgs extends ReadingArgs {
  @Field(() => DateScalar, { nullable: true, description: FROM })
  from?: Day | null

  @Field(() => DateScalar, { nullable: true, description: TO })
  to?: Day | null

  @Field(() => BucketEnum, { defaultValue: 'WEEK', description: BUCKET })
  bucket!: Bucket
}

@ObjectType('Stamp', { description: 'What is needed to get the same bytes again.' })
export class StampType implements Stamp {
  @Field(() => String, { description: 'Codebook version.' })
  readonly codebook!: string

  @Field(() => String, { description: 'SHA-256 of its content.' })
  readonly codebookHash!: string

  @Field(() => String, { description: 'Version of the scoring method.' })
  readonly method!: string

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The instant whose record was read; null where nothing has been written yet.',
  })
  readonly asOf!: Instant | null

  @Field(() => Int, { description: 'Data revision that was read.' })
  readonly revision!: Revision
}

@ObjectType('Succession', { description: 'A change of the holder of an office that is a party.' })
export class SuccessionType {
  @Field(() => DateScalar, { description: 'The new holder’s first day.' })
  readonly day!: Day

  @Field(() => OfficeType, { description: 'The office.' })
  readonly office!: Office

  @Field(() => ActorType, { nullable: true, description: 'Who held it before; null: nobody on record.' })
  readonly former!: Actor | null

  @Field(() => ActorType, { nullable: true, description: 'Who holds it from then on; null: nobody on record.' })
  readonly holder!: Actor | null
}

@ObjectType('CollectionChange', { description: 'A day from which other collections cover a relation than before.' })
export class CollectionChangeType {
  @Field(() => DateScalar, { description: 'First day.' })
  readonly day!: Day

  @Field(() => [CollectionType], { description: 'What covers it from then on; empty: nothing does.' })
  readonly collections!: readonly Collection[]
}

@ObjectType('SeriesPoint', { simpleResolvers: true, description: 'One point of a series.' })
export class SeriesPointType {
  @Field(() => DateScalar, { description: 'The last covered day of its period.' })
  readonly day!: Day

  @Field(() => Float, { nullable: true, description: 'Tension, 0–100; null: no score.' })
  readonly tension!: number | null

  @Field(() => Float, { nullable: true, description: 'Lower end of its band.' })
  readonly tensionLow!: number | null

  @Field(() => Float, { nullable: true, description: 'Upper end of its band.' })
  readonly tensionHigh!: number | null

  @Field(() => Float, { nullable: true, description: 'Engagement, 0–100; null: no score.' })
  readonly engagement!: number | null

  @Field(() => Float, { nullable: true, description: 'Lower end of its band.' })
  readonly engagementLow!: number | null

  @Field(() => Float, { nullable: true, description: 'Upper end of its band.' })
  readonly engagementHigh!: number | null

  @Field(() => Int, { description: 'Counted events in the period.' })
  readonly n!: number

  @Field(() => Int, { description: 'Events kept but not counted in the period.' })
  readonly uncounted!: number

  @Field(() => Float, { description: 'N: recent evidence, in events.' })
  readonly support!: number

  @Field(() => SeriesStateEnum, { description: 'What stands behind it.' })
  readonly state!: SeriesState
}

/** A series with what a chart marks on it. */
export interface ShownSeries extends Series {
  readonly succession: readonly SuccessionType[]
  readonly collectionChanges: readonly CollectionChangeType[]
  readonly stamp: Stamp
}

@ObjectType('Series', {
  simpleResolvers: true,
  description:
    'Tension and engagement over time, in columns of equal length, ascending by day. Silence is null, never 0.',
})
export class SeriesType implements ShownSeries {
  @Field(() => [DateScalar], {
    description:
      'The last covered day of each period; where none is covered, its last day. `explain(day)` explains it.',
  })
  readonly days!: readonly Day[]

  @Field(() => [Float], { nullable: 'items', description: 'Tension, 0–100; null: no score.' })
  readonly tension!: readonly (number | null)[]

  @Field(() => [Float], { nullable: 'items', description: 'Lower end of tension’s band.' })
  readonly tensionLow!: readonly (number | null)[]

  @Field(() => [Float], { nullable: 'items', description: 'Upper end of tension’s band.' })
  readonly tensionHigh!: readonly (number | null)[]

  @Field(() => [Float], { nullable: 'items', description: 'Engagement, 0–100; null: no score.' })
  readonly engagement!: readonly (number | null)[]

  @Field(() => [Float], { nullable: 'items', description: 'Lower end of engagement’s band.' })
  readonly engagementLow!: readonly (number | null)[]

  @Field(() => [Float], { nullable: 'items', description: 'Upper end of engagement’s band.' })
  readonly engagementHigh!: readonly (number | null)[]

  @Field(() => [Int], { description: 'Counted events in the period.' })
  readonly n!: readonly number[]

  @Field(() => [Int], { description: 'Events kept and shown but not counted in the period.' })
  readonly uncounted!: readonly number[]

  @Field(() => [Float], { description: 'N on the day: recent evidence, in events.' })
  readonly support!: readonly number[]

  @Field(() => [Float], {
    nullable: 'items',
    description: '(engagement − tension) / (engagement + tension + 5), −1 to 1; for reading only.',
  })
  readonly balance!: readonly (number | null)[]

  @Field(() => [SeriesStateEnum], { description: 'What stands behind each point.' })
  readonly state!: readonly SeriesState[]

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'From this listed day on every score is provisional: its period is not over, or not covered to its end.',
  })
  readonly provisionalFrom!: Day | null

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'LEVEL only: bands before this day rest on less than a year of watching; null: none does, or nothing was watched.',
  })
  readonly provisionalUntil!: Day | null

  @Field(() => [SuccessionType], { description: 'Changes of holder of an office that is a party, within the range.' })
  readonly succession!: readonly SuccessionType[]

  @Field(() => [CollectionChangeType], { description: 'Changes of what covers the relation, within the range.' })
  readonly collectionChanges!: readonly CollectionChangeType[]

  @Field(() => StampType, { description: 'What is needed to get the same bytes again.' })
  readonly stamp!: Stamp
}

@Resolver(() => SeriesType)
export class SeriesResolver {
  @FieldResolver(() => [SeriesPointType], { description: 'The columns as objects; ten times as much to send.' })
  points(@Root() s: Series): SeriesPointType[] {
    return s.days.map((day, i) => ({
      day,
      tension: s.tension[i] ?? null,
      tensionLow: s.tensionLow[i] ?? null,
      tensionHigh: s.tensionHigh[i] ?? null,
      engagement: s.engagement[i] ?? null,
      engagementLow: s.engagementLow[i] ?? null,
      engagementHigh: s.engagementHigh[i] ?? null,
      n: s.n[i] ?? 0,
      uncounted: s.uncounted[i] ?? 0,
      support: s.support[i] ?? 0,
      state: s.state[i] ?? 'NOT_COVERED',
    }))
  }
}
