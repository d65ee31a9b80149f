/**
 * Relay connections: pages by key, never by offset, `first` or `last` from 1 to 100, however they were given.
 */
import { ArgsType, type ClassType, Field, Int, ObjectType, Root } from 'type-graphql'
import { type Refusal, refuse } from '../../domain/error.ts'
import { accepted } from './errors.ts'

export const PAGE_LIMIT = 100
export const PAGE_DEFAULT = 20

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'How many from the front, 1–100. Default 20.' })
  first?: number | null

  @Field(() => String, { nullable: true, description: 'Cursor after which to begin.' })
  after?: string | null

  @Field(() => Int, { nullable: true, description: 'How many from the end, 1–100; not together with `first`.' })
  last?: number | null

  @Field(() => String, { nullable: true, description: 'Cursor before which to end.' })
  before?: string | null
}

export function badCursor(cursor: string): Refusal {
  const cure = 'Take startCursor or endCursor of that page'
  return refuse('BAD_CODE', cursor, 'a cursor comes from an earlier page of the same list', cure)
}

/** A checked page: `size` rows from the front or the end, between two cursors. */
export interface Page {
  readonly size: number
  readonly backward: boolean
  readonly after: string | null
  readonly before: string | null
}

export function pageOf(args: PageArgs): Page | Refusal {
  const { first, last } = args
  if (first != null && last != null) {
    return refuse(
      'BAD_RANGE',
      `first ${first}, last ${last}`,
      'a page is taken from one end',
      'Give first or last, not both',
    )
  }
  const size = first ?? last ?? PAGE_DEFAULT
  if (!Number.isInteger(size) || size < 1 || size > PAGE_LIMIT) {
    return refuse(
      'BAD_RANGE',
      `${last != null ? 'last' : 'first'}: ${size}`,
      `a page holds 1 to ${PAGE_LIMIT}`,
      `Ask for at most ${PAGE_LIMIT} and go on with the cursor`,
    )
  }
  return { size, backward: last != null, after: args.after ?? null, before: args.before ?? null }
}

@ObjectType('PageInfo', { description: 'Where a page stands in its list.' })
export class PageInfoType {
  @Field(() => Boolean, { description: 'Is there more after it?' })
  hasNextPage!: boolean

  @Field(() => Boolean, { description: 'Is there more before it?' })
  hasPreviousPage!: boolean

  @Field(() => String, { nullable: true, description: 'Cursor of its first row; null where it is empty.' })
  startCursor!: string | null

  @Field(() => String, { nullable: true, description: 'Cursor of its last row; null where it is empty.' })
  endCursor!: string | null
}

export interface Edge<T> {
  readonly cursor: string
  readonly node: T
}

export interface Connection<T> {
  readonly edges: readonly Edge<T>[]
  readonly nodes: readonly T[]
  readonly pageInfo: PageInfoType
  /** How many there are in all, or a function that counts them when asked. */
  readonly count: number | (() => Promise<number>)
}

/** A connection from rows in list order, fetched one beyond the page so that it knows whether there is more. */
export function connectionOf<T>(
  rows: readonly T[],
  page: Page,
  cursorOf: (row: T) => string,
  count: Connection<T>['count'],
): Connection<T> {
  const more = rows.length > page.size
  const shown = page.backward ? rows.slice(more ? 1 : 0) : rows.slice(0, page.size)
  const edges = shown.map((node) => ({ cursor: cursorOf(node), node }))
  return {
    edges,
    nodes: shown,
    pageInfo: {
      hasNextPage: page.backward ? page.before !== null : more,
      hasPreviousPage: page.backward ? more : page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count,
  }
}

/** A page of a list that is in memory; the cursor is the row's key. */
export function pageOfList<T>(list: readonly T[], page: Page, keyOf: (row: T) => string): Connection<T> {
  const keys = list.map(keyOf)
  const placeOf = (cursor: string): number => {
    const at = keys.indexOf(cursor)
    return at < 0 ? accepted<never>(badCursor(cursor)) : at
  }
  const from = page.after === null ? 0 : placeOf(page.after) + 1
  const before = page.before === null ? -1 : placeOf(page.before)
  const between = list.slice(from, before < 0 ? undefined : before)
  const rows = page.backward ? between.slice(-page.size - 1) : between.slice(0, page.size + 1)
  return connectionOf(rows, page, keyOf, list.length)
}

/** The GraphQL types of a connection of one noun. */
export function connectionTypes<T extends object>(name: string, node: () => ClassType<T>, plural: string) {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One of ${plural}, with its cursor.` })
  class EdgeType {
    @Field(() => String, { description: 'Opaque place in the list.' })
    cursor!: string

    @Field(node, { description: 'The row itself.' })
    node!: T
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of ${plural}.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'Rows with their cursors.' })
    edges!: readonly Edge<T>[]

    @Field(() => [node()], { description: 'Rows without cursors.' })
    nodes!: readonly T[]

    @Field(() => PageInfoType, { description: 'Where the page stands.' })
    pageInfo!: PageInfoType

    @Field(() => Int, { description: 'How many there are in all.' })
    totalCount(@Root() { count }: Connection<T>): number | Promise<number> {
      return typeof count === 'function' ? count() : count
    }
  }
  return ConnectionType
}
