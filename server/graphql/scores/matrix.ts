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
import { accepted } from '../schema/errors.ts'
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts'
import { type AskedMethod, leadsOf } from './method.ts'
import { rangeOf } from './range.ts'
import { type AskedScore, askedScore, cellsOf, revisionOf, type Stamp, WeightOverlayInput } from './scoring.ts'
import { StampType } from './series.ts'

const MOST_PARTIES = 40

@ArgsType()
export class MatrixArgs {
  @Field(() => [String], { description: 'Codes of 2 to 40 actors, offices or countries, each once.' })
  actors!: string[]

  @Field(() => DateScalar, { nullable: true, description: 'The day; null: the last on record.' })
  day?: Day | null

  @Field(() => MeasureEnum, { defaultValue: 'TENSION', description: 'Which of the two indices.' })
  measure!: Measure

  @Field(() => ViewEnum, { defaultValue: 'ENTITY', description: 'Whom the parties stand for.' })
  view!: View

  @Field(() => String, {
    defaultValue: 'default',
    description: 'A codebook version, or a name: its latest version; for analysts also a draft, `draft:7`.',
  })
  codebook!: string

  @Field(() => ScoringMethodEnum, {
    nullable: true,
    description: 'How a score is made; null: LEVEL under a codebook that has its parameters, else TONE.',
  })
  method?: AskedMethod | null

  @Field(() => Float, { nullable: true, description: 'Half-life in days, 1–3650; null: the codebook’s.' })
  halfLife?: number | null

  @Field(() => [WeightOverlayInput], { nullable: true, description: 'A what-if: other weights for some tags.' })
  overlay?: WeightOverlayInput[] | null

  @Field(() => [String], { nullable: true, description: 'Codes of the collections taken; null: all.' })
  collections?: string[] | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'What the record said at this instant; null: now.' })
  asOf?: Instant | null
}

@ObjectType('Matrix', {
  description:
    'Directed scores in columns of equal length: one row for each ordered pair of different parties. A pair that means nothing in the view has none: an office and its holder, or with COUNTRY two actors of one country.',
})
export class MatrixType {
  @Field(() => DateScalar, { description: 'The day.' })
  readonly day!: Day

  @Field(() => DateScalar, { description: 'The same day of the year before, with which it is compared.' })
  readonly dayBefore!: Day

  @Field(() => MeasureEnum, { description: 'The measure.' })
  readonly measure!: Measure

  @Field(() => [String], { description: 'Codes of who acts, in the order asked, then by target.' })
  readonly sources!: string[]

  @Field(() => [String], { description: 'Codes of whom they act toward.' })
  readonly targets!: string[]

  @Field(() => [Float], { nullable: 'items', description: '0–100; null: no score.' })
  readonly score!: (number | null)[]

  @Field(() => [SeriesStateEnum], { description: 'What stands behind each score.' })
  readonly state!: SeriesState[]

  @Field(() => [Float], { description: 'N: recent evidence, in events.' })
  readonly support!: number[]

  @Field(() => [Int], {
    description: 'Counted events of the year that ends on the day; mutual ones in both directions.',
  })
  readonly n!: number[]

  @Field(() => [Int], { description: 'Of these, words of cooperation.' })
  readonly verbalCooperation!: number[]

  @Field(() => [Int], { description: 'Of these, deeds of cooperation.' })
  readonly materialCooperation!: number[]

  @Field(() => [Int], { description: 'Of these, words of conflict.' })
  readonly verbalConflict!: number[]

  @Field(() => [Int], { description: 'Of these, deeds of conflict.' })
  readonly materialConflict!: number[]

  @Field(() => [Float], { nullable: 'items', description: 'The score a year before; null: none.' })
  readonly before!: (number | null)[]

  @Field(() => StampType, { description: 'What is needed to get the same bytes again.' })
  readonly stamp!: Stamp
}

@Resolver()
export class MatrixResolver {
  @Query(() => MatrixType, { description: 'Who does what to whom on a day, compared with the year before.' })
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
    accepted<never>(refuse('CONFLICT', twice, 'a party stands in a matrix once', 'Name it once'))
  }
  if (codes.length < 2 || codes.length > MOST_PARTIES) {
    const rule = `a matrix holds 2 to ${MOST_PARTIES} parties`
    accepted<never>(refuse('BAD_RANGE', codes.length, rule, 'Name at least two, and no more than that'))
  }
  for (const code of codes) accepted(partyOf(ctx.record.directoryIn(ctx.revision), code))
  return codes
}

/**
 * All that is the same for every pair: weights, method, record. Asked once, for it costs more than a pair's scores; of
 * the first pair that means something, and refused where none does.
 */
async function baseOf(ctx: Context, codes: readonly string[], args: MatrixArgs, day: Day): Promise<AskedScore> {
  const directory = ctx.record.directoryIn(await revisionOf(ctx, args.asOf))
  const pairs = codes.flatMap((a, i) => codes.slice(i + 1).map((b) => relationBy(ctx, { parties: [a, b] })))
  const possible = pairs.find((pair) => !isRefusal(slicesOf(directory, pair, args.view, day)))
  const asked = possible ?? (pairs[0] as Relation)
  return askedScore(ctx, asked, { ...args, direction: 'A_TO_B', interval: 80 }, day)
}

type Base = AskedScore & { readonly actors: ReadonlyMap<string, Actor> }

/** Null where the two have nothing to set against each other in this view: one such pair must not cost the whole table. */
function scoringOf(ctx: Context, base: Base, a: string, b: string, view: View, day: Day): AskedScore['scoring'] | null {
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

function directed(scoring: AskedScore['scoring'], direction: Direction): AskedScore['scoring'] {
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
