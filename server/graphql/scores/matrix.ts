/** Who does what to whom: the directed scores of a few parties toward each other on one day. */
import { Args, ArgsType, Ctx, Field, Float, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Day } from '../../domain/day.ts'
import type { Actor } from '../../domain/directory/actor.ts'
import { partyOf } from '../../domain/directory/directory.ts'
import type { Direction, Measure, Relation, Slug, View } from '../../domain/directory/relation.ts'
import { isRefusal, refuse } from '../../domain/error.ts'
import { watchesOf } from '../../domain/record/coverage.ts'
import type { Instant } from '../../domain/record/revision.ts'
import { type Moments, momentsOf, scoreIn, yearBefore } from '../../domain/score/moment.ts'
import type { SeriesState } from '../../domain/score/score.ts'
import type { Scoring } from '../../domain/score/scoring.ts'
import { slicesOf } from '../../domain/score/slice.ts'
import { relationBy } from '../directory/relation.by.ts'
import type { Context } from '../schema/context.ts'
import { MeasureEnum, ScoringMethodEnum, SeriesStateEnum, ViewEnum } from '../schema/enums.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts'
import { type AskedMethod, leadsOf } from './method.ts'
import { rangeOf } from './range.ts'
import { cellsOf, type ResolvedScore, resolveScore, revisionOf, type Stamp, WeightOverlayInput } from './scoring.ts'
import { StampType } from './series.ts'

const MOST_PARTIES = 40

@ArgsType()
export class MatrixArgs {
  @Field(() => [String], { description: 'Codes of 2 to 40 actors, offices or countries, each once.' })
  actors!: string[]

  @Field(() => DateScalar, { nullable: true, description: 'The day; null: the last day on record.' })
  day?: Day | null

  @Field(() => MeasureEnum, { defaultValue: 'TENSION', description: 'The measure: tension or engagement.' })
  measure!: Measure

  @Field(() => ViewEnum, { defaultValue: 'ENTITY', description: 'Whom the parties stand for.' })
  view!: View

  @Field(() => String, {
    defaultValue: 'default',
    description:
      'A version such as `default-1`, or a name such as `default` for its latest version; analysts may also name a draft, such as `draft:7`.',
  })
  codebook!: string

  @Field(() => ScoringMethodEnum, {
    nullable: true,
    description: 'How a score is made; null: LEVEL under a codebook that has its parameters, else TONE.',
  })
  method?: AskedMethod | null

  @Field(() => Float, { nullable: true, description: 'Half-life in days, 1–3650; null: that of the codebook.' })
  halfLife?: number | null

  @Field(() => [WeightOverlayInput], {
    nullable: true,
    description: 'A what-if: other weights for some tags; null: the published weights.',
  })
  overlay?: WeightOverlayInput[] | null

  @Field(() => [String], {
    nullable: true,
    description: 'Restrict the events to the collections with these codes; null: all collections.',
  })
  collections?: string[] | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Read the record as it stood at this instant; null: as it stands now.',
  })
  asOf?: Instant | null
}

@ObjectType('Matrix', {
  description:
    'Directed scores in columns of equal length, one row for each ordered pair of different parties. Pairs that have no meaning in the view are left out: an office and its holder, or, in the view COUNTRY, two actors of one country.',
})
export class MatrixType {
  @Field(() => DateScalar, { description: 'The day.' })
  readonly day!: Day

  @Field(() => DateScalar, { description: 'The same day of the year before.' })
  readonly dayBefore!: Day

  @Field(() => MeasureEnum, { description: 'The measure.' })
  readonly measure!: Measure

  @Field(() => [String], { description: 'Code of the party that acts in each row, in the order asked for.' })
  readonly sources!: string[]

  @Field(() => [String], { description: 'Code of the party it acts toward in each row, in the order asked for.' })
  readonly targets!: string[]

  @Field(() => [Float], { nullable: 'items', description: 'Score on the day, 0–100; null if there is none.' })
  readonly score!: (number | null)[]

  @Field(() => [SeriesStateEnum], { description: 'Whether there is a score, and how much evidence it rests on.' })
  readonly state!: SeriesState[]

  @Field(() => [Float], {
    description: 'N: recent evidence in events, weighted by evidence class and decay, 0 or more.',
  })
  readonly support!: number[]

  @Field(() => [Int], {
    description: 'Number of counted events in the year that ends on the day; mutual events count in both directions.',
  })
  readonly n!: number[]

  @Field(() => [Int], { description: 'Number of these events that are verbal cooperation.' })
  readonly verbalCooperation!: number[]

  @Field(() => [Int], { description: 'Number of these events that are material cooperation.' })
  readonly materialCooperation!: number[]

  @Field(() => [Int], { description: 'Number of these events that are verbal conflict.' })
  readonly verbalConflict!: number[]

  @Field(() => [Int], { description: 'Number of these events that are material conflict.' })
  readonly materialConflict!: number[]

  @Field(() => [Float], {
    nullable: 'items',
    description: 'Score on the same day of the year before, 0–100; null if there is none.',
  })
  readonly before!: (number | null)[]

  @Field(() => StampType, {
    description: 'Codebook version, method, instant and revision that reproduce the result exactly.',
  })
  readonly stamp!: Stamp
}

@Resolver()
export class MatrixResolver {
  @Query(() => MatrixType, {
    description: 'Directed scores between several parties on a day, with those of the year before.',
  })
  async matrix(@Args(() => MatrixArgs) args: MatrixArgs, @Ctx() ctx: Context): Promise<MatrixType> {
    const codes = partiesOf(ctx, args.actors)
    const day = args.day ?? ctx.record.lastDayIn(await revisionOf(ctx, args.asOf))
    const dayBefore = yearBefore(day)
    const base = await baseOf(ctx, codes, args, day)
    const actors = new Map(base.directory.actors.map((x) => [x.code as string, x]))
    const columns = emptyColumns()
    const found = new Map<string, Moments>()
    codes.forEach((a, i) => {
      for (const b of codes.slice(i + 1)) {
        const there = scoringOf(ctx, { ...base, actors }, a, b, args.view, day)
        if (there === null) continue
        found.set(`${a} ${b}`, momentsOf(directed(there, 'A_TO_B'), [day, dayBefore]))
        found.set(`${b} ${a}`, momentsOf(directed(there, 'B_TO_A'), [day, dayBefore]))
      }
    })
    for (const source of codes) {
      for (const target of codes) {
        const moments = found.get(`${source} ${target}`)
        const [now, before] = moments?.on ?? []
        if (!moments || !now || !before) continue
        columns.sources.push(source)
        columns.targets.push(target)
        columns.score.push(scoreIn(now, args.measure))
        columns.state.push(now.state)
        columns.support.push(now.support)
        columns.n.push(moments.n)
        const [, verbalCooperation = 0, materialCooperation = 0, verbalConflict = 0, materialConflict = 0] =
          moments.families
        columns.verbalCooperation.push(verbalCooperation)
        columns.materialCooperation.push(materialCooperation)
        columns.verbalConflict.push(verbalConflict)
        columns.materialConflict.push(materialConflict)
        columns.before.push(scoreIn(before, args.measure))
      }
    }
    return { day, dayBefore, measure: args.measure, ...columns, stamp: base.stamp }
  }
}

function partiesOf(ctx: Context, codes: readonly string[]): readonly string[] {
  const twice = codes.find((code, i) => codes.indexOf(code) < i)
  if (twice !== undefined) {
    orGraphQLError<never>(refuse('CONFLICT', twice, 'a party stands in a matrix once', 'Name it once'))
  }
  if (codes.length < 2 || codes.length > MOST_PARTIES) {
    const rule = `a matrix holds 2 to ${MOST_PARTIES} parties`
    orGraphQLError<never>(refuse('BAD_RANGE', codes.length, rule, 'Name at least two, and no more than that'))
  }
  for (const code of codes) orGraphQLError(partyOf(ctx.record.directoryIn(ctx.revision), code))
  return codes
}

/**
 * All that is the same for every pair: weights, method, record. Asked once, for it costs more than a pair's scores; of
 * the first pair that means something, and refused where none does.
 */
async function baseOf(ctx: Context, codes: readonly string[], args: MatrixArgs, day: Day): Promise<ResolvedScore> {
  const directory = ctx.record.directoryIn(await revisionOf(ctx, args.asOf))
  const pairs = codes.flatMap((a, i) => codes.slice(i + 1).map((b) => relationBy(ctx, { parties: [a, b] })))
  const possible = pairs.find((pair) => !isRefusal(slicesOf(directory, pair, args.view, day)))
  const asked = possible ?? (pairs[0] as Relation)
  return resolveScore(ctx, asked, { ...args, direction: 'A_TO_B', interval: 80 }, day)
}

type Base = ResolvedScore & { readonly actors: ReadonlyMap<string, Actor> }

/** Null where the two have nothing to set against each other in this view: one such pair must not cost the whole table. */
function scoringOf(
  ctx: Context,
  base: Base,
  a: string,
  b: string,
  view: View,
  day: Day,
): ResolvedScore['scoring'] | null {
  const { actors, directory, reading, scoring } = base
  const relation: Relation = { ...base.relation, slug: `${a}~${b}` as Slug, a, b }
  const slices = slicesOf(directory, relation, view, day)
  if (isRefusal(slices)) return null
  const watches = watchesOf(directory.collections, slices, actors, reading.revision, reading.collections)
  const cells = slices.map((slice) => cellsOf(ctx.record, slice))
  const read: Scoring =
    scoring.method === 'LEVEL'
      ? { ...scoring, slices: cells, watches, ...leadsOf(base, slices) }
      : { ...scoring, slices: cells, watches }
  rangeOf(read, day, day)
  return read
}

function directed(scoring: ResolvedScore['scoring'], direction: Direction): ResolvedScore['scoring'] {
  return { ...scoring, reading: { ...scoring.reading, direction } }
}

function emptyColumns() {
  return {
    sources: [] as string[],
    targets: [] as string[],
    score: [] as (number | null)[],
    state: [] as SeriesState[],
    support: [] as number[],
    n: [] as number[],
    verbalCooperation: [] as number[],
    materialCooperation: [] as number[],
    verbalConflict: [] as number[],
    materialConflict: [] as number[],
    before: [] as (number | null)[],
  }
}
