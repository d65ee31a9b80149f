/**
 * The cost of fields in points, estimated before an operation runs: about one point for each object in the answer, more
 * for what has to be computed. The costs are upper bounds, but close to the work that is done.
 */
import type { Day } from '../../domain/day.ts'
import { PAGE_DEFAULT, PAGE_LIMIT } from '../schema/connection.ts'
import { pointsOf } from '../scores/range.ts'
import type { SeriesArgs } from '../scores/series.ts'

/** The sizes of the record that decide how long lists are. */
export interface RecordSizes {
  readonly relations: number
  readonly actors: number
  readonly codebooks: number
  /** Points that the series of an operation may have together. */
  readonly points: number
  /** The first and the last day on record. */
  readonly from: Day
  readonly to: Day
}

export interface FieldCost {
  /** Points for the field itself; default 0. */
  readonly own?: number
  /** Rows of its list; for a connection, of its `nodes` and `edges`; for a series, of its `points`. */
  readonly rows?: number
  /** Points of its series; default 0. */
  readonly points?: number
}

type Args = Readonly<Record<string, unknown>>
type CostRule = (args: Args, sizes: RecordSizes) => FieldCost

/** Rows assumed for a list without a cost rule. */
export const ASSUMED_LIST_ROWS = 5
/** Statements assumed to report one event. */
const ASSUMED_REPORTS = 2
const MAX_TAGS = 320
const INTROSPECTION = 1000

const fixed =
  (price: FieldCost): CostRule =>
  () =>
    price
const page =
  (most = Number.POSITIVE_INFINITY, own = 0): CostRule =>
  (args) => ({ own, rows: Math.min(most, sizeOf(args)) })
const series: CostRule = (args, sizes) => {
  const range = args as unknown as SeriesArgs
  const points = pointsOf(range.from ?? sizes.from, range.to ?? sizes.to, range.bucket)
  // The length of an open range depends on the relation, so its points are checked when it is resolved.
  const open = range.from == null || range.to == null
  const most = open ? Math.min(points, sizes.points) : points
  return { own: 50 + most / 10, rows: most, points: open ? 0 : points }
}

/** One series for each of the named relations. */
const comparison: CostRule = (args, sizes) => {
  const { own = 0, points = 0 } = series(args, sizes)
  const relations = lengthOf(args.relations)
  return { own: relations * own, rows: relations, points: relations * points }
}

const COST_RULES: Readonly<Record<string, CostRule>> = {
  'Query.relations': (args, { relations }) => page(relations)(args, {} as RecordSizes),
  'Query.actors': (args, { actors }) => page(actors)(args, {} as RecordSizes),
  'Query.audit': page(),
  'Query.persons': page(),
  // The bootstrap takes some hundred resamples for each tag and each pair of coders.
  'Query.agreement': fixed({ own: 2000 }),
  'UncountedJudgements.statements': fixed({ rows: 20 }),
  'Query.disagreements': page(undefined, 100),
  'Query.desk': fixed({ own: 50 }),
  'Mutation.readPage': fixed({ own: 2000 }),
  'Query.deskQueue': fixed({ own: 200, rows: PAGE_LIMIT }),
  // The coder reads the whole text.
  'Desk.suggestions': fixed({ own: 1000, rows: PAGE_LIMIT }),
  'Desk.silence': fixed({ own: 100 }),
  'Desk.statements': fixed({ rows: PAGE_LIMIT }),
  'Desk.resembling': fixed({ own: 100, rows: 5 }),
  'Query.eventCandidates': fixed({ own: 50, rows: ASSUMED_LIST_ROWS }),
  'Query.codings': fixed({ own: 10, rows: ASSUMED_LIST_ROWS }),
  'Query.compare': comparison,
  // Two directed scores on two days for each pair.
  'Query.matrix': ({ actors }) => ({ own: 50 + 2 * lengthOf(actors) ** 2 }),
  'Query.search': page(undefined, 50),
  'Query.watch': ({ first }, { relations }) => {
    return { own: 100 * relations, rows: Math.min(relations, Number(first ?? relations)) }
  },
  // A text is about as long as a hundred rows.
  'Document.text': fixed({ own: 100 }),
  // Computes the daily scores of each relation with a known move.
  'Query.checks': (_, { relations }) => ({ own: 100 * relations }),
  'Query.knownMoves': fixed({ rows: PAGE_LIMIT }),
  'Checks.all': fixed({ rows: PAGE_LIMIT }),
  'Query.collections': fixed({ rows: 2 * ASSUMED_LIST_ROWS }),
  'Query.codebooks': (_, { codebooks }) => ({ rows: codebooks }),
  'Query.nodes': ({ ids }) => ({ rows: lengthOf(ids) }),
  'Query.__schema': fixed({ own: INTROSPECTION }),
  'Query.__type': fixed({ own: INTROSPECTION / 10 }),
  'Codebook.reliability': fixed({ own: 500 }),
  'Codebook.tags': fixed({ rows: MAX_TAGS }),
  'Draft.tags': fixed({ rows: MAX_TAGS }),
  'Draft.blocking': fixed({ own: 100 }),
  'Draft.editions': fixed({ rows: PAGE_LIMIT }),
  'CodebookDiff.added': fixed({ rows: MAX_TAGS }),
  'CodebookDiff.removed': fixed({ rows: MAX_TAGS }),
  'CodebookDiff.changed': fixed({ rows: MAX_TAGS }),
  'Query.proposedTags': fixed({ own: 10 }),
  // Computes the daily scores of every relation twice.
  'CodebookDiff.impact': (_, { relations }) => ({ own: 200 * relations, rows: 2 * relations }),
  // Reads every statement and event.
  'CodebookDiff.affected': fixed({ own: 500 }),
  'AffectedItems.toRecode': fixed({ rows: 20 }),
  'CodebookDiff.scores': (_, { relations }) => ({ own: 100 * relations, rows: relations }),
  'Relation.series': series,
  'Relation.stances': series,
  'Relation.explain': fixed({ own: 50 }),
  'Relation.events': page(),
  'Relation.statements': page(),
  'Relation.issues': fixed({ own: 100, rows: PAGE_LIMIT }),
  'Relation.coverage': fixed({ own: 50 }),
  'Relation.tally': fixed({ own: 1000 }),
  // The series is computed with the comparison; it has a point for each period.
  'ComparedRelation.series': fixed({ rows: 10 * ASSUMED_LIST_ROWS }),
  'Series.succession': fixed({ rows: ASSUMED_LIST_ROWS }),
  'Series.collectionChanges': fixed({ rows: ASSUMED_LIST_ROWS }),
  'Explanation.contributions': page(undefined, 10),
  'Explanation.groups': fixed({ own: 300, rows: 50 }),
  'Explanation.change': fixed({ own: 60 }),
  'Change.pulls': page(undefined, 10),
  'Event.statements': fixed({ rows: ASSUMED_REPORTS }),
  'Contribution.statements': fixed({ rows: ASSUMED_REPORTS }),
  'Pull.statements': fixed({ rows: ASSUMED_REPORTS }),
  // Reads the whole list.
  'EventConnection.totalCount': fixed({ own: 100 }),
  'StatementConnection.totalCount': fixed({ own: 100 }),
  'SearchResultConnection.totalCount': fixed({ own: 100 }),
}

/** Whether the field `Type.field` has a cost rule of its own. */
export function hasCostRule(field: string): boolean {
  return field in COST_RULES
}

/** The cost of a field `Type.field` with these arguments; each value of a list argument costs a point. */
export function fieldCostOf(field: string, args: Args, sizes: RecordSizes): FieldCost {
  const cost = COST_RULES[field]?.(args, sizes) ?? {}
  const listed = Object.values(args).reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 0), 0)
  return listed === 0 ? cost : { ...cost, own: (cost.own ?? 0) + listed }
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 1
}

function sizeOf({ first, last }: Args): number {
  return Number(first ?? last ?? PAGE_DEFAULT)
}
