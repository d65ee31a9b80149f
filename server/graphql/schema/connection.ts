/**
 * Relay connections with keyset pagination; `first` and `last` are 1 to 100.
 */
import { ArgsType, type ClassType, Field, Int, ObjectType, Root } from 'type-graphql'
import { type Refusal, refuse } from '../../domain/error.ts'
import { orGraphQLError } from './errors.ts'

export const PAGE_LIMIT = 100
export const PAGE_DEFAULT = 20

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'Number of rows from the front of the list, 1–100; null: 20, unless `last` is given.',
  })
  first?: number | null

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the row to start after; null: start at the beginning.',
  })
  after?: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'Number of rows from the end of the list, 1–100; not together with `first`.',
  })
  last?: number | null

  @Field(() => String, { nullable: true, description: 'Cursor of the row to end before; null: go on to the end.' })
  before?: string | null
}

export function badCursor(cursor: string): Refusal {
  const cure = 'Take startCursor or endCursor of that page'
  return refuse('BAD_CODE', cursor, 'a cursor comes from an earlier page of the same list', cure)
}

/** Checked page arguments: `size` rows from the front or the end, between two cursors. */
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

@ObjectType('PageInfo', { description: 'The place of a page in its list.' })
export class PageInfoType {
  @Field(() => Boolean, { description: 'Whether the list has rows after this page.' })
  hasNextPage!: boolean

  @Field(() => Boolean, { description: 'Whether the list has rows before this page.' })
  hasPreviousPage!: boolean

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first row of the page; null if the page is empty.',
  })
  startCursor!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last row of the page; null if the page is empty.',
  })
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
  /** Number of rows of the whole list, or a function that counts them when asked for. */
  readonly count: number | (() => Promise<number>)
}

/** A connection from rows in list order. The rows include one beyond the page, which shows whether there are more. */
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

/** A page of a list in memory; the cursor is the key of the row. */
export function pageOfList<T>(list: readonly T[], page: Page, keyOf: (row: T) => string): Connection<T> {
  const keys = list.map(keyOf)
  const placeOf = (cursor: string): number => {
    const at = keys.indexOf(cursor)
    return at < 0 ? orGraphQLError<never>(badCursor(cursor)) : at
  }
  const from = page.after === null ? 0 : placeOf(page.after) + 1
  const before = page.before === null ? -1 : placeOf(page.before)
  const between = list.slice(from, before < 0 ? undefined : before)
  const rows = page.backward ? between.slice(-page.size - 1) : between.slice(0, page.size + 1)
  return connectionOf(rows, page, keyOf, list.length)
}

/** The GraphQL types of a connection of one noun. */
export function connectionTypes<T extends object>(name: string, node: () => ClassType<T>, plural: string) {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One row of ${plural}, with its cursor.` })
  class EdgeType {
    @Field(() => String, { description: 'Opaque cursor of the row, as `after` and `before` take it.' })
    cursor!: string

    @Field(node, { description: 'The row.' })
    node!: T
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of ${plural}.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'The rows of the page with their cursors.' })
    edges!: readonly Edge<T>[]

    @Field(() => [node()], { description: 'The rows of the page without cursors.' })
    nodes!: readonly T[]

    @Field(() => PageInfoType, { description: 'The place of the page in the list.' })
    pageInfo!: PageInfoType

    @Field(() => Int, { description: 'Number of rows of the whole list.' })
    totalCount(@Root() { count }: Connection<T>): number | Promise<number> {
      return typeof count === 'function' ? count() : count
    }
  }
  return ConnectionType
}
