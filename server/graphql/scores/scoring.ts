/**
 * From what a client asks to what the domain scores: which revision, codebook, view, collections and weights are meant.
 */
import { ArgsType, Field, Float, InputType } from 'type-graphql'
import type { Codebook, Leaf, TagWeights } from '../../domain/codebook/codebook.ts'
import { leafWeights, overlaid, type TaggedWeights } from '../../domain/codebook/weights.ts'
import type { Day } from '../../domain/day.ts'
import type { Directory } from '../../domain/directory/directory.ts'
import type { Direction, Relation, View } from '../../domain/directory/relation.ts'
import { type Refusal, refuse } from '../../domain/error.ts'
import { unmonitored, type Watch, watchesOf } from '../../domain/record/coverage.ts'
import type { Instant, Revision } from '../../domain/record/revision.ts'
import { multipliers } from '../../domain/score/daily.ts'
import { quantileOf, typicalWeight } from '../../domain/score/interval.ts'
import type { CellSlice, Reading } from '../../domain/score/reading.ts'
import { lambdaOf, METHOD_VERSIONS, type ToneParameters } from '../../domain/score/score.ts'
import type { Scoring } from '../../domain/score/scoring.ts'
import { type Slice, slicesOf, viewsOf } from '../../domain/score/slice.ts'
import { NO_CELLS } from '../../domain/score/tally.ts'
import type { HeldRecord } from '../../store/record.ts'
import { resolveCodebook } from '../codebooks/codebook.resolve.ts'
import type { Context } from '../schema/context.ts'
import { DirectionEnum, ScoringMethodEnum, ViewEnum } from '../schema/enums.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { DateTimeScalar } from '../schema/scalars.ts'
import { type AskedMethod, methodOf, scoringBy } from './method.ts'

@InputType('WeightOverlay', { description: 'Other weights for one tag, for a what-if. Nothing is stored.' })
export class WeightOverlayInput {
  @Field(() => String, { description: 'Code of a tag of the codebook.' })
  tag!: string

  @Field(() => Float, { nullable: true, description: 'Tension weight, 0–10; null: the published one.' })
  tension?: number | null

  @Field(() => Float, { nullable: true, description: 'Engagement weight, 0–10; null: the published one.' })
  engagement?: number | null
}

/** Which part of the record is read. */
@ArgsType()
export class ReadingArgs {
  @Field(() => DirectionEnum, { defaultValue: 'BOTH', description: 'Who acts toward whom.' })
  direction!: Direction

  @Field(() => ViewEnum, {
    nullable: true,
    description: 'Whom the parties stand for; null: the first of the relation’s `views`.',
  })
  view?: View | null

  @Field(() => String, {
    defaultValue: 'default',
    description:
      'A version such as `default-1`, or a name such as `default` for its latest version; analysts may also name a draft, such as `draft:7`.',
  })
  codebook!: string

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

/** How a score is made. */
@ArgsType()
export class ScoringArgs extends ReadingArgs {
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

  @Field(() => Float, {
    defaultValue: 80,
    description: 'Nominal coverage of the band in percent: 50, 80, 90, 95 or 99.',
  })
  interval!: number
}

/** What is needed to give the same answer again. */
export interface Stamp {
  readonly codebook: string
  readonly codebookHash: string
  readonly method: string
  readonly asOf: Instant | null
  readonly revision: Revision
}

/** The part of the record that a question about a relation reads. */
export interface ResolvedReading {
  readonly relation: Relation
  readonly directory: Directory
  readonly codebook: Codebook
  readonly view: View
  /** The last day asked; where none was given, the last on record then. */
  readonly last: Day
  readonly slices: readonly Slice[]
  readonly watches: readonly Watch[]
  readonly reading: Reading
  readonly stamp: Stamp
}

export interface ResolvedScore extends ResolvedReading {
  readonly overlay: readonly TagWeights[]
  readonly scoring: Scoring
  /** Index into the codebook's tags, by leaf index. */
  readonly tagOfLeaf: Int32Array
}

/** Which revision is meant: that of the instant, else the request's. */
export async function revisionOf(ctx: Context, asOf: Instant | null | undefined): Promise<Revision> {
  return asOf == null ? ctx.revision : ctx.loaders.revisionAt.load(asOf)
}

export async function resolveReading(
  ctx: Context,
  relation: Relation,
  args: ReadingArgs,
  to: Day | null | undefined,
): Promise<ResolvedReading> {
  const { record } = ctx
  const revision = await revisionOf(ctx, args.asOf)
  const directory = record.directoryIn(revision)
  const codebook = await resolveCodebook(ctx, args.codebook, revision)
  const last = to ?? record.lastDayIn(revision)
  const view = args.view ?? orGraphQLError(viewsOf(directory, relation))[0] ?? 'ENTITY'
  const slices = orGraphQLError(slicesOf(directory, relation, view, last))
  const collections = args.collections == null ? null : orGraphQLError(collectionIds(record, args.collections))
  const actors = new Map(directory.actors.map((a) => [a.code as string, a]))
  return {
    relation,
    directory,
    codebook,
    view,
    last,
    slices,
    watches: watchesOf(directory.collections, slices, actors, revision, collections),
    reading: { direction: args.direction, revision, collections, unmonitored: unmonitored(directory.collections) },
    stamp: {
      codebook: codebook.version,
      codebookHash: codebook.hash,
      method: METHOD_VERSIONS.TONE,
      asOf: args.asOf ?? ctx.at,
      revision,
    },
  }
}

export async function resolveScore(
  ctx: Context,
  relation: Relation,
  args: ScoringArgs,
  to: Day | null | undefined,
): Promise<ResolvedScore> {
  const base = await resolveReading(ctx, relation, args, to)
  const { method } = base.codebook
  const overlay: TagWeights[] = (args.overlay ?? []).map((o) => ({
    tag: o.tag,
    tension: o.tension ?? null,
    engagement: o.engagement ?? null,
  }))
  const { weights, typical } = weighed(base.codebook, ctx.record.leaves, overlay)
  const lambda = args.halfLife == null ? method.lambda / 1e12 : orGraphQLError(lambdaOf(args.halfLife))
  const how = orGraphQLError(methodOf(args.method, base.codebook))
  const scored = {
    slices: base.slices.map((slice) => cellsOf(ctx.record, slice)),
    watches: base.watches,
    weights,
    multipliers: multipliers(method.evidence),
    reading: base.reading,
  }
  const z = orGraphQLError(quantileOf(args.interval))
  return {
    ...base,
    stamp: { ...base.stamp, method: METHOD_VERSIONS[how] },
    overlay,
    tagOfLeaf: weights.tag,
    scoring: scoringBy(base, scored, { method: how, lambda, direction: args.direction, typical, z }),
  }
}

interface Weighed {
  readonly leaves: number
  readonly weights: TaggedWeights
  readonly typical: ToneParameters['typical']
}

/** As published, by codebook: most questions have no what-if, and the leaves on record only grow. */
const published = new WeakMap<Codebook, Weighed>()

function weighed(codebook: Codebook, leaves: readonly Leaf[], overlay: readonly TagWeights[]): Weighed {
  const known = overlay.length === 0 ? published.get(codebook) : undefined
  if (known?.leaves === leaves.length) return known
  const tags = orGraphQLError(overlaid(codebook, overlay))
  const made = {
    leaves: leaves.length,
    weights: orGraphQLError(leafWeights(codebook, leaves, overlay)),
    typical: {
      tension: typicalWeight(tags.map((t) => Math.round(t.tension * 1000))),
      engagement: typicalWeight(tags.map((t) => Math.round(t.engagement * 1000))),
    },
  }
  if (overlay.length === 0) published.set(codebook, made)
  return made
}

function collectionIds(record: HeldRecord, codes: readonly string[]): ReadonlySet<number> | Refusal {
  const ids = new Set<number>()
  for (const code of codes) {
    const found = record.directory.collections.find((c) => c.code === code)
    if (!found) {
      const known = [...new Set(record.directory.collections.map((c) => c.code))].join(', ')
      return refuse(
        'UNKNOWN_COLLECTION',
        code,
        'there is no such collection',
        `Give some of ${known || 'those listed by collections'}`,
      )
    }
    ids.add(found.id)
  }
  return ids
}

/** The cells of a slice; none where the pair never met. */
export function cellsOf(record: HeldRecord, slice: Slice): CellSlice {
  return { cells: record.cellsOf(slice.pair) ?? NO_CELLS, flipped: slice.flipped, from: slice.from, to: slice.to }
}
