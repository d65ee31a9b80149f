/** /data/<relation>.events.csv and .statements.csv: the events and statements of a page, as its tabs list them. */

import { listArguments } from '../../figure/address/listArguments.ts'
import type { EventsQuery, StatementsQuery } from '../../figure/generated/documents.ts'
import { EventsDocument, StatementsDocument } from '../../figure/generated/trees.ts'
import type { Cell } from '../../figure/seriesTable.ts'
import { HttpRefusal, type RequestedFigure } from '../figure.ts'

export const LISTS = ['events', 'statements'] as const
export type List = (typeof LISTS)[number]

/** Rows that one file may have; longer lists are split by asking for shorter ranges. */
export const MAX_LISTED = 10_000
const PAGE = 100

export interface ListTable {
  readonly names: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

type Relation<Query> = NonNullable<Query extends { readonly relation: infer R } ? R : never>
type Event = Relation<EventsQuery>['events']['nodes'][number]
type Statement = Relation<StatementsQuery>['statements']['nodes'][number]

const EVENT = {
  event: (e: Event) => e.id,
  day: (e: Event) => e.day,
  precision: (e: Event) => e.precision,
  source: (e: Event) => e.source.code,
  source_name: (e: Event) => e.source.name,
  target: (e: Event) => e.target.code,
  target_name: (e: Event) => e.target.name,
  mutual: (e: Event) => e.mutual,
  tag: (e: Event) => e.tag.code,
  tag_label: (e: Event) => e.tag.label,
  family: (e: Event) => e.tag.quad,
  tension: (e: Event) => e.tag.tension,
  engagement: (e: Event) => e.tag.engagement,
  belief: (e: Event) => e.quality,
  evidence: (e: Event) => e.evidence,
  collection: (e: Event) => e.collection.code,
} as const satisfies Record<string, (e: Event) => Cell>

const STATEMENT = {
  statement: (s: Statement) => s.id,
  day: (s: Statement) => s.day,
  precision: (s: Statement) => s.precision,
  source: (s: Statement) => s.source.code,
  source_name: (s: Statement) => s.source.name,
  target: (s: Statement) => s.target.code,
  target_name: (s: Statement) => s.target.name,
  speaker: (s: Statement) => s.speaker,
  summary: (s: Statement) => s.summary,
  quote: (s: Statement) => s.quote,
  tag: (s: Statement) => s.tag?.code ?? null,
  family: (s: Statement) => s.tag?.quad ?? null,
  reported: (s: Statement) => s.reported,
  denied: (s: Statement) => s.denied,
  hypothetical: (s: Statement) => s.hypothetical,
  background: (s: Statement) => s.background,
  document: (s: Statement) => s.document.title,
  outlet: (s: Statement) => s.document.outlet?.name ?? null,
  published: (s: Statement) => s.document.published,
  url: (s: Statement) => s.document.url,
} as const satisfies Record<string, (s: Statement) => Cell>

/** All rows in the view's range, direction and families. Refused if they are more than one file may have. */
export async function listTable(figure: RequestedFigure, list: List): Promise<ListTable> {
  return list === 'events'
    ? await tableOf(
        EVENT,
        async (after) => (await figure.runQuery(EventsDocument, pageArguments(figure, after))).relation?.events,
      )
    : await tableOf(STATEMENT, async (after) => {
        return (await figure.runQuery(StatementsDocument, pageArguments(figure, after))).relation?.statements
      })
}

function pageArguments({ relation, view }: RequestedFigure, after: string | null) {
  return { ...listArguments(relation.slug, view, after), first: PAGE }
}

interface Page<Node> {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly nodes: readonly Node[]
}

async function tableOf<Node>(
  columns: Readonly<Record<string, (node: Node) => Cell>>,
  pageAfter: (after: string | null) => Promise<Page<Node> | undefined>,
): Promise<ListTable> {
  const rows: Cell[][] = []
  let after: string | null = null
  do {
    const page = await pageAfter(after)
    if (!page) break
    if (page.totalCount > MAX_LISTED) {
      const rule = `a file holds at most ${MAX_LISTED} of them`
      throw new HttpRefusal(422, `${page.totalCount}: ${rule}. Ask for a shorter range, such as ?t=2018-01..2018-06.`)
    }
    rows.push(...page.nodes.map((node) => Object.values(columns).map((cell) => cell(node))))
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
  return { names: Object.keys(columns), rows }
}
