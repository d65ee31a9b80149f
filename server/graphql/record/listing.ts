/** Arguments, filters and cursors of lists of events and statements. */
import { ArgsType, Field } from 'type-graphql'
import type { Codebook, Leaf } from '../../domain/codebook/codebook.ts'
import { tagOfLeaf } from '../../domain/codebook/weights.ts'
import { type Day, formatDay, parseDay } from '../../domain/day.ts'
import { isRefusal, refuse } from '../../domain/error.ts'
import type { CollectionId } from '../../domain/record/document.ts'
import type { Page as FoundPage, PageAsked, Position, Sought } from '../../store/sought.ts'
import { badCursor, type Connection, type PageArgs, pageOf } from '../schema/connection.ts'
import type { Context } from '../schema/context.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { DateScalar } from '../schema/scalars.ts'
import { ReadingArgs, type ResolvedReading } from '../scores/scoring.ts'
import { EventFilterInput } from './event.ts'

@ArgsType()
export class ListArgs extends ReadingArgs {
  @Field(() => DateScalar, { nullable: true, description: 'First day; null: no limit.' })
  from?: Day | null

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null: no limit.' })
  to?: Day | null

  @Field(() => EventFilterInput, {
    nullable: true,
    description: 'Restricts the list to some tags, families or issues; null: no restriction.',
  })
  filter?: EventFilterInput | null
}

export function soughtOf(ctx: Context, asked: ResolvedReading, args: ListArgs): Sought {
  if (args.from != null && args.to != null && args.from > args.to) {
    const range = `${formatDay(args.from)}..${formatDay(args.to)}`
    orGraphQLError<never>(refuse('BAD_RANGE', range, 'a range begins before it ends', 'Exchange from and to'))
  }
  return {
    slices: asked.slices,
    from: args.from ?? null,
    to: args.to ?? null,
    direction: args.direction,
    leaves: leavesOf(ctx, asked.codebook, args.filter ?? null),
    collections: asked.reading.collections === null ? null : ([...asked.reading.collections] as CollectionId[]),
    issues: args.filter?.issues ?? null,
    revision: asked.reading.revision,
  }
}

/** Leaves on record whose tag matches the filter; null: all. */
function leavesOf(ctx: Context, codebook: Codebook, filter: EventFilterInput | null): readonly Leaf[] | null {
  const { tags, quads } = filter ?? {}
  if (tags == null && quads == null) return null
  for (const code of tags ?? []) {
    if (codebook.tags.some((t) => t.code === code)) continue
    const rule = `codebook ${codebook.version} has no such tag`
    orGraphQLError<never>(refuse('UNKNOWN_TAG', code, rule, 'Take the code of one of its tags'))
  }
  const find = tagOfLeaf(codebook)
  return ctx.record.leaves.filter((leaf) => {
    const tag = find(leaf)
    return tag !== null && (tags?.includes(tag.code) ?? true) && (quads?.includes(tag.quad) ?? true)
  })
}

/** Page arguments in the form of the store. */
export function storePageOf(args: PageArgs): PageAsked {
  const { size, backward, after, before } = orGraphQLError(pageOf(args))
  return {
    first: backward ? null : size,
    last: backward ? size : null,
    after: after === null ? null : positionOf(after),
    before: before === null ? null : positionOf(before),
  }
}

/** A connection from a page of the store. */
export function connectionOfPage<Row, T>(
  found: FoundPage<Row>,
  nodeOf: (row: Row) => T & { readonly day: Day; readonly id: number },
  count: () => Promise<number>,
): Connection<T> {
  const edges = found.nodes.map(nodeOf).map((node) => ({ cursor: `${formatDay(node.day)}.${node.id}`, node }))
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: found.hasNextPage,
      hasPreviousPage: found.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count,
  }
}

function positionOf(cursor: string): Position {
  const at = cursor.lastIndexOf('.')
  const day = parseDay(cursor.slice(0, at))
  const id = cursor.slice(at + 1)
  if (isRefusal(day) || !/^\d{1,15}$/.test(id)) {
    return orGraphQLError<Position>(badCursor(cursor))
  }
  return { day, id: Number(id) }
}
