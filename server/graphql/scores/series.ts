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

const FROM = 'First day; null: the first day on record for this relation.'
const TO = 'Last day; null: the last day on record.'
const TENSION_LOW = 'Lower end of the band of tension, 0–100; null if there is no score or no band.'
const TENSION_HIGH = 'Upper end of the band of tension, 0–100; null if there is no score or no band.'
const ENGAGEMENT_LOW = 'Lower end of the band of engagement, 0–100; null if there is no score or no band.'
const ENGAGEMENT_HIGH = 'Upper end of the band of engagement, 0–100; null if there is no score or no band.'
const SUPPORT = 'N on the day: recent evidence in events, weighted by evidence class and decay, 0 or more.'
const STATE = 'Whether there is a score, and how much evidence it rests on.'
const BUCKET = 'The length of the period that a point stands for.'

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

@ObjectType('Stamp', {
  description: 'Codebook version, method, instant and revision that reproduce the result exactly.',
})
export class StampType implements Stamp {
  @Field(() => String, { description: 'Codebook version.' })
  readonly codebook!: string

  @Field(() => String, { description: 'SHA-256 of the content of the codebook version, in hexadecimal.' })
  readonly codebookHash!: string

  @Field(() => String, { description: 'Version of the scoring method.' })
  readonly method!: string

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The instant as of which the record was read; null if nothing has been written yet.',
  })
  readonly asOf!: Instant | null

  @Field(() => Int, { description: 'Number of the data revision that was read.' })
  readonly revision!: Revision
}

@ObjectType('Succession', { description: 'The day on which an office that is a party passes to another holder.' })
export class SuccessionType {
  @Field(() => DateScalar, { description: 'First day of the new holder.' })
  readonly day!: Day

  @Field(() => OfficeType, { description: 'The office.' })
  readonly office!: Office

  @Field(() => ActorType, { nullable: true, description: 'The former holder; null if none is on record.' })
  readonly former!: Actor | null

  @Field(() => ActorType, { nullable: true, description: 'The new holder; null if none is on record.' })
  readonly holder!: Actor | null
}

@ObjectType('CollectionChange', { description: 'A day from which other collections cover the relation than before.' })
export class CollectionChangeType {
  @Field(() => DateScalar, { description: 'First day with these collections.' })
  readonly day!: Day

  @Field(() => [CollectionType], {
    description: 'The collections that cover the relation from this day on; empty if there are none.',
  })
  readonly collections!: readonly Collection[]
}

@ObjectType('SeriesPoint', { simpleResolvers: true, description: 'One point of a series.' })
export class SeriesPointType {
  @Field(() => DateScalar, { description: 'The last covered day of the period; its last day if none is covered.' })
  readonly day!: Day

  @Field(() => Float, { nullable: true, description: 'Tension, 0–100; null if there is no score.' })
  readonly tension!: number | null

  @Field(() => Float, { nullable: true, description: TENSION_LOW })
  readonly tensionLow!: number | null

  @Field(() => Float, { nullable: true, description: TENSION_HIGH })
  readonly tensionHigh!: number | null

  @Field(() => Float, { nullable: true, description: 'Engagement, 0–100; null if there is no score.' })
  readonly engagement!: number | null

  @Field(() => Float, { nullable: true, description: ENGAGEMENT_LOW })
  readonly engagementLow!: number | null

  @Field(() => Float, { nullable: true, description: ENGAGEMENT_HIGH })
  readonly engagementHigh!: number | null

  @Field(() => Int, { description: 'Number of counted events in the period.' })
  readonly n!: number

  @Field(() => Int, { description: 'Number of events in the period that are shown but not counted.' })
  readonly uncounted!: number

  @Field(() => Float, { description: SUPPORT })
  readonly support!: number

  @Field(() => SeriesStateEnum, { description: STATE })
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
      'The last covered day of each period; its last day if none is covered. `explain(day)` explains the score of a day.',
  })
  readonly days!: readonly Day[]

  @Field(() => [Float], { nullable: 'items', description: 'Tension, 0–100; null if there is no score.' })
  readonly tension!: readonly (number | null)[]

  @Field(() => [Float], { nullable: 'items', description: TENSION_LOW })
  readonly tensionLow!: readonly (number | null)[]

  @Field(() => [Float], { nullable: 'items', description: TENSION_HIGH })
  readonly tensionHigh!: readonly (number | null)[]

  @Field(() => [Float], { nullable: 'items', description: 'Engagement, 0–100; null if there is no score.' })
  readonly engagement!: readonly (number | null)[]

  @Field(() => [Float], { nullable: 'items', description: ENGAGEMENT_LOW })
  readonly engagementLow!: readonly (number | null)[]

  @Field(() => [Float], { nullable: 'items', description: ENGAGEMENT_HIGH })
  readonly engagementHigh!: readonly (number | null)[]

  @Field(() => [Int], { description: 'Number of counted events in the period.' })
  readonly n!: readonly number[]

  @Field(() => [Int], { description: 'Number of events in the period that are shown but not counted.' })
  readonly uncounted!: readonly number[]

  @Field(() => [Float], { description: SUPPORT })
  readonly support!: readonly number[]

  @Field(() => [Float], {
    nullable: 'items',
    description:
      '(engagement − tension) / (engagement + tension + 5), −1 to 1, for reading only; null if there is no score.',
  })
  readonly balance!: readonly (number | null)[]

  @Field(() => [SeriesStateEnum], { description: STATE })
  readonly state!: readonly SeriesState[]

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'First listed day whose score is provisional, because its period is not over or not covered to its end; null if none is.',
  })
  readonly provisionalFrom!: Day | null

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'LEVEL only: bands before this day rest on less than a year of watching; null: none does, or nothing was watched.',
  })
  readonly provisionalUntil!: Day | null

  @Field(() => [SuccessionType], {
    description: 'Changes of the holder of an office that is a party, within the range.',
  })
  readonly succession!: readonly SuccessionType[]

  @Field(() => [CollectionChangeType], {
    description: 'Changes of the collections that cover the relation, within the range.',
  })
  readonly collectionChanges!: readonly CollectionChangeType[]

  @Field(() => StampType, {
    description: 'Codebook version, method, instant and revision that reproduce the result exactly.',
  })
  readonly stamp!: Stamp
}

@Resolver(() => SeriesType)
export class SeriesResolver {
  @FieldResolver(() => [SeriesPointType], {
    description: 'The columns as one object for each point; about ten times as large.',
  })
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
