/** What each event adds to a score, and the same summed by tag, speaker or document. */
import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql'
import type { Leaf } from '../../domain/codebook/codebook.ts'
import type { CellKey, Contribution } from '../../domain/explain/contribution.ts'
import type { CollectionId } from '../../domain/record/document.ts'
import type { Event } from '../../domain/record/event.ts'
import type { Statement } from '../../domain/record/statement.ts'
import { cellOf } from '../../domain/score/tally.ts'
import { eventsInCells, type CellKey as StoredKey } from '../../store/event.ts'
import { EventType } from '../record/event.ts'
import { type AtRevision, atRevision } from '../record/loaders.ts'
import { StatementType } from '../record/statement.ts'
import { badCursor, PAGE_LIMIT, PageInfoType } from '../schema/connection.ts'
import type { Context } from '../schema/context.ts'
import type { ContributionGroup } from '../schema/enums.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { globalId } from '../schema/node.ts'
import type { ResolvedScore } from './scoring.ts'

@ObjectType('Contribution', { description: 'The share of one event in a score.' })
export class ContributionType {
  @Field(() => Float, {
    nullable: true,
    description: 'The event’s share of the score, in points; null if the day has no score.',
  })
  readonly share!: number | null

  @Field(() => Float, { description: '10·w·g·λ^age: the share before it is divided by the denominator, 0 or more.' })
  readonly raw!: number

  @Field(() => Float, { description: 'w: the weight of the event’s tag for the measure, 0–10.' })
  readonly weight!: number

  @Field(() => Float, {
    description: 'g: the factor by which the event counts here, 0–1; half of it for a mutual event in one direction.',
  })
  readonly quality!: number

  @Field(() => Int, { description: 'Days from the event to the day explained, 0 or more.' })
  readonly ageDays!: number

  @Field(() => EventType, { description: 'The event.' })
  readonly event!: AtRevision<Event>
}

@ObjectType('ContributionEdge', { description: 'A contribution with its cursor.' })
export class ContributionEdgeType {
  @Field(() => String, { description: 'Opaque cursor of the contribution, as `after` takes it.' })
  readonly cursor!: string

  @Field(() => ContributionType, { description: 'The contribution.' })
  readonly node!: ContributionType
}

@ObjectType('ContributionConnection', { description: 'A page of contributions, largest share first.' })
export class ContributionConnectionType {
  @Field(() => [ContributionEdgeType], { description: 'The contributions of the page with their cursors.' })
  readonly edges!: readonly ContributionEdgeType[]

  @Field(() => [ContributionType], { description: 'The contributions of the page without cursors.' })
  readonly nodes!: readonly ContributionType[]

  @Field(() => PageInfoType, { description: 'The place of the page in the list.' })
  readonly pageInfo!: PageInfoType

  @Field(() => Float, { description: 'The score minus the shares on this page, in points.' })
  readonly remainder!: number

  @Field(() => Int, { description: 'Number of events that contribute to the score.' })
  readonly totalCount!: number
}

@ObjectType('ContributionShare', { description: 'Shares of a score, summed by tag, speaker, event or document.' })
export class ContributionShareType {
  @Field(() => String, { description: 'Tag code, speaker, or global id of the event or document; empty for the rest.' })
  readonly key!: string

  @Field(() => String, { description: 'The tag, speaker, event or document, for readers; empty for the rest.' })
  readonly label!: string

  @Field(() => Float, { description: 'Sum of the shares, in points of the score.' })
  readonly share!: number

  @Field(() => Int, { description: 'Number of events.' })
  readonly events!: number
}

@Resolver(() => ContributionType)
export class ContributionResolver {
  @FieldResolver(() => [StatementType], { description: 'The statements that report the event.' })
  async statements(@Root() contribution: ContributionType, @Ctx() ctx: Context): Promise<readonly Statement[]> {
    return ctx.loadersIn(contribution.event.readAt).reports.load(contribution.event.id)
  }
}

/** Events of cells in the order of the cells, so largest first; of one cell, in the order of their ids. */
export async function eventsOfCells<T extends CellKey & { readonly count: number }>(
  ctx: Context,
  asked: ResolvedScore,
  cells: readonly T[],
  first: number,
  after: string | null = null,
): Promise<{ rows: { cell: T; event: AtRevision<Event>; cursor: string }[]; more: boolean }> {
  const rank = after === null ? 0 : rankOf(after, cells.length)
  const wanted: T[] = []
  // The page may begin within a cell, so that cell is read whole.
  for (let i = rank, n = 0; i < cells.length && n <= first + (cells[rank]?.count ?? 0); i++) {
    const cell = cells[i] as T
    wanted.push(cell)
    n += cell.count
  }
  const found = await eventsIn(ctx, asked, wanted)
  const rows = wanted.flatMap((cell, i) =>
    (found.get(cell) ?? []).map((event) => ({ cell, event, cursor: `${rank + i}.${event.id}` })),
  )
  const from = after === null ? 0 : rows.findIndex((row) => row.cursor === after) + 1
  if (after !== null && from === 0) orGraphQLError<never>(badCursor(after))
  const page = rows.slice(from, from + first)
  const more = rows.length > from + first || rank + wanted.length < cells.length
  return { rows: page, more }
}

/** Which cell a cursor stands in. */
function rankOf(cursor: string, cells: number): number {
  const found = /^(\d{1,9})\.\d{1,15}$/.exec(cursor)
  const rank = Number(found?.[1] ?? cells)
  return rank < cells ? rank : orGraphQLError<never>(badCursor(cursor))
}

/** Shares by tag; needs no event. */
export function byTag(asked: ResolvedScore, cells: readonly Contribution[]): Group[] {
  const groups = new Map<string, Group>()
  for (const cell of cells) {
    const tag = asked.codebook.tags[asked.tagOfLeaf[cell.leaf] as number]
    add(groups, tag?.code ?? '', tag?.label ?? '', cell.share * cell.count, cell.count)
  }
  return [...groups.values()]
}

/** Shares by event, speaker or document, of the events in the largest cells; an event of several counts for the first. */
export async function byEvent(
  ctx: Context,
  asked: ResolvedScore,
  cells: readonly Contribution[],
  by: Exclude<ContributionGroup, 'TAG'>,
): Promise<Group[]> {
  const { rows } = await eventsOfCells(ctx, asked, cells, EVENTS_GROUPED)
  const groups = new Map<string, Group>()
  const { reports } = ctx.loadersIn(asked.reading.revision)
  const told = await Promise.all(rows.map(async ({ event }) => (await reports.load(event.id))[0]))
  const documents = await Promise.all(
    told.map((report) => (by === 'DOCUMENT' && report ? ctx.loaders.document.load(report.document) : null)),
  )
  for (const [i, { cell, event }] of rows.entries()) {
    const report = told[i]
    if (by === 'EVENT') add(groups, globalId('Event', event.id), report?.summary ?? '', cell.share, 1)
    else if (by === 'SPEAKER')
      add(groups, report?.speaker ?? event.source, report?.speaker ?? event.source, cell.share, 1)
    else if (report) {
      add(groups, globalId('Document', report.document), documents[i]?.title ?? '', cell.share, 1)
    }
  }
  return [...groups.values()]
}

/** So many events are named by speaker or document; beyond them shares are small and go to the rest. */
const EVENTS_GROUPED = 5 * PAGE_LIMIT
const MOST_EVENTS = 10_000

type Group = { -readonly [K in keyof ContributionShareType]: ContributionShareType[K] }

function add(groups: Map<string, Group>, key: string, label: string, share: number, events: number): void {
  const group = groups.get(key)
  if (group) {
    group.share += share
    group.events += events
  } else groups.set(key, { key, label, share, events })
}

/** The standing events of each cell, ascending by id; one statement of SQL. */
async function eventsIn<T extends CellKey>(
  ctx: Context,
  asked: ResolvedScore,
  cells: readonly T[],
): Promise<Map<T, AtRevision<Event>[]>> {
  const stored = cells.map((cell) => {
    const { pair } = asked.slices[cell.slice] as (typeof asked.slices)[number]
    const { direction, day, evidence, severity } = cell
    const leaf = ctx.record.leaves[cell.leaf] as Leaf
    return { pair, direction, day, evidence, severity, leaf, collection: cell.collection as CollectionId }
  })
  const byKey = new Map(stored.map((key, i) => [textOf(key), cells[i] as T]))
  const found = new Map<T, AtRevision<Event>[]>(cells.map((cell) => [cell, []]))
  for (const event of await eventsInCells(ctx.db, stored, asked.reading.revision, MOST_EVENTS)) {
    const cell = byKey.get(textOf(cellOf(event)))
    if (cell) found.get(cell)?.push(atRevision(event, asked.reading.revision))
  }
  for (const events of found.values()) events.sort((x, y) => x.id - y.id)
  return found
}

function textOf(key: StoredKey): string {
  return `${key.pair.a} ${key.pair.b} ${key.direction} ${key.day} ${key.leaf} ${key.evidence} ${key.severity} ${key.collection}`
}
