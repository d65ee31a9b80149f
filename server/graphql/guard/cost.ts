/**
 * What an operation would cost, found before it runs from the document and its actual variables: about one unit for
 * each object in the answer, more for what has to be computed. Upper bounds, but near enough to what is done.
 */
import type { Day } from '../../domain/day.ts'
import { PAGE_DEFAULT, PAGE_LIMIT } from '../schema/connection.ts'
import { pointsOf } from '../scores/range.ts'
import type { SeriesArgs } from '../scores/series.ts'

/** What of the record bears on how long lists are. */
export interface Sizes {
  readonly relations: number
  readonly actors: number
  readonly codebooks: number
  /** Points that the series of an operation may have. */
  readonly points: number
  /** The first and the last day on record. */
  readonly from: Day
  readonly to: Day
}

export interface Price {
  /** Units for the field itself; default 0. */
  readonly own?: number
  /** How many rows its list has; for a connection, its `nodes` and `edges`; for a series, its `points`. */
  readonly rows?: number
  /** Points of a series. */
  readonly points?: number
}

type Args = Readonly<Record<string, unknown>>
type Pricing = (args: Args, sizes: Sizes) => Price

/** A list of which nothing else is known. */
export const LIST_ROWS = 5
/** An event is reported by two documents or so. */
const REPORTS = 2
const TAGS = 320
const INTROSPECTION = 1000

const fixed =
  (price: Price): Pricing =>
  () =>
    price
const page =
  (most = Number.POSITIVE_INFINITY, own = 0): Pricing =>
  (args) => ({ own, rows: Math.min(most, sizeOf(args)) })
const series: Pricing = (args, sizes) => {
  const asked = args as unknown as SeriesArgs
  const points = pointsOf(asked.from ?? sizes.from, asked.to ?? sizes.to, asked.bucket)
  // A range left open is known to be within bounds only when the relation is: it is held to them then.
  const open = asked.from == null || asked.to == null
  const most = open ? Math.min(points, sizes.points) : points
  return { own: 50 + most / 10, rows: most, points: open ? 0 : points }
}

/** A series of each of the relations named. */
const comparison: Pricing = (args, sizes) => {
  const { own = 0, points = 0 } = series(args, sizes)
  const relations = lengthOf(args.relations)
  return { own: relations * own, rows: relations, points: relations * points }
}

const PRICES: Readonly<Record<string, Pricing>> = {
  'Query.relations': (args, { relations }) => page(relations)(args, {} as Sizes),
  'Query.actors': (args, { actors }) => page(actors)(args, {} as Sizes),
  'Query.audit': page(),
  'Query.persons': page(),
  // Some hundred resamples for each tag and each pair of coders.
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
  'Query.eventCandidates': fixed({ own: 50, rows: LIST_ROWS }),
  'Query.codings': fixed({ own: 10, rows: LIST_ROWS }),
  'Query.compare': comparison,
  // Two directed scores on two days for each pair.
  'Query.matrix': ({ actors }) => ({ own: 50 + 2 * lengthOf(actors) ** 2 }),
  'Query.search': page(undefined, 50),
  'Query.watch': ({ first }, { relations }) => {
    return { own: 100 * relations, rows: Math.min(relations, Number(first ?? relations)) }
  },
  // A text is as long as a hundred rows.
  'Document.text': fixed({ own: 100 }),
  // The daily scores of each relation of which something is known.
  'Query.checks': (_, { relations }) => ({ own: 100 * relations }),
  'Query.knownMoves': fixed({ rows: PAGE_LIMIT }),
  'Checks.all': fixed({ rows: PAGE_LIMIT }),
  'Query.collections': fixed({ rows: 2 * LIST_ROWS }),
  'Query.codebooks': (_, { codebooks }) => ({ rows: codebooks }),
  'Query.nodes': ({ ids }) => ({ rows: lengthOf(ids) }),
  'Query.__schema': fixed({ own: INTROSPECTION }),
  'Query.__type': fixed({ own: INTROSPECTION / 10 }),
  'Codebook.reliability': fixed({ own: 500 }),
  'Codebook.tags': fixed({ rows: TAGS }),
  'Draft.tags': fixed({ rows: TAGS }),
  'Draft.blocking': fixed({ own: 100 }),
  'Draft.editions': fixed({ rows: PAGE_LIMIT }),
  'CodebookDiff.added': fixed({ rows: TAGS }),
  'CodebookDiff.removed': fixed({ rows: TAGS }),
  'CodebookDiff.changed': fixed({ rows: TAGS }),
  'Query.proposedTags': fixed({ own: 10 }),
  // The daily scores of every relation, twice.
  'CodebookDiff.impact': (_, { relations }) => ({ own: 200 * relations, rows: 2 * relations }),
  // It reads every statement and event.
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
  // Computed with the comparison; its points are as many as periods.
  'ComparedRelation.series': fixed({ rows: 10 * LIST_ROWS }),
  'Series.succession': fixed({ rows: LIST_ROWS }),
  'Series.collectionChanges': fixed({ rows: LIST_ROWS }),
  'Explanation.contributions': page(undefined, 10),
  'Explanation.groups': fixed({ own: 300, rows: 50 }),
  'Explanation.change': fixed({ own: 60 }),
  'Change.pulls': page(undefined, 10),
  'Event.statements': fixed({ rows: REPORTS }),
  'Contribution.statements': fixed({ rows: REPORTS }),
  'Pull.statements': fixed({ rows: REPORTS }),
  // It reads the whole list.
  'EventConnection.totalCount': fixed({ own: 100 }),
  'StatementConnection.totalCount': fixed({ own: 100 }),
  'SearchResultConnection.totalCount': fixed({ own: 100 }),
}

/** Is the field priced by what it does, not by what lists of its kind hold? */
export function isPriced(field: string): boolean {
  return field in PRICES
}

/** The price of a field, `Type.field`, under these arguments; a list of values costs as much as it is long. */
export function priceOf(field: string, args: Args, sizes: Sizes): Price {
  const price = PRICES[field]?.(args, sizes) ?? {}
  const listed = Object.values(args).reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 0), 0)
  return listed === 0 ? price : { ...price, own: (price.own ?? 0) + listed }
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 1
}

function sizeOf({ first, last }: Args): number {
  return Number(first ?? last ?? PAGE_DEFAULT)
}
