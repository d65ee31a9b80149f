/** One item of the work on a document: what it says, what was proposed, and what has become of it. */
import type { Placed, Proposal } from '../../../server/domain/record/desk.ts'
import type { DeskQuery } from '../../../server/figure/generated/documents.ts'

export type DeskData = NonNullable<DeskQuery['desk']>
export type Suggestion = DeskData['suggestions'][number]
export type Standing = DeskData['statements'][number]

export type ItemStatus = 'open' | 'done' | 'rejected'

/** What an item says, and the record after it. */
export interface Content {
  /** Actor codes; empty where not known yet. */
  readonly source: string
  readonly target: string
  readonly mutual: boolean
  /** Tag code; empty where none is chosen yet. */
  readonly tag: string
  /** `YYYY-MM-DD`; empty where not known. */
  readonly day: string
  readonly precision: 'DAY' | 'MONTH'
  readonly speaker: string
  /** In our own words; empty: made from parties and tag. */
  readonly summary: string
  /** Why this tag, in one's own words; empty: the coder's where its proposal stands, else none. */
  readonly reason: string
  readonly reported: boolean
  readonly denied: boolean
  readonly hypothetical: boolean
  readonly background: boolean
}

/** An item that was settled, and is being worked on again: what is on record stands until it is settled anew. */
export interface Opened {
  /** Why, as the record will say; empty where nobody has said yet. */
  readonly why: string
  /** What is on record meanwhile. */
  readonly was: Content
  /** Did somebody else put that there while the item was worked on? */
  readonly clash: boolean
}

export interface Item extends Content {
  /** What makes it known again, here and on the server: of a proposal its place, parties and tag. */
  readonly key: string
  readonly start: number
  readonly end: number
  /** What somebody wants to remember or to ask about it: for the desk alone, no part of the statement. */
  readonly note: string
  readonly status: ItemStatus
  /** 0–1; null where a person added it. */
  readonly confidence: number | null
  /** A statement on record about the same two at the same place, when the item was proposed; null: none. */
  readonly like: string | null
  /** Set aside as on record before anybody saw what was proposed: that stays unseen until the item is opened again. */
  readonly blind: boolean
  /** What the coder said beside parties and tag, which the key tells; null where a person added it, or it is not kept. */
  readonly proposed: { readonly mutual: boolean; readonly day: string; readonly reason: string } | null
  readonly opened: Opened | null
  /** Why the statement on record is to change, or to go, until it has; null: for no new reason, what was is to stand again. */
  readonly why: string | null
  /** The statement it is on record as, where it was this desk that settled it; null: none. */
  readonly record: string | null
}

export const CONTENT = [
  ...(['source', 'target', 'mutual', 'tag', 'day', 'precision', 'speaker', 'summary', 'reason'] as const),
  ...(['reported', 'denied', 'hypothetical', 'background'] as const),
]

export function contentOf(item: Content): Content {
  return Object.fromEntries(CONTENT.map((field) => [field, item[field]])) as unknown as Content
}

/** The item as the record should have it; null where it should have none. */
export function wantedOf(item: Item): Item | null {
  if (item.status === 'done') return item
  return item.status === 'open' && item.opened ? { ...item, ...item.opened.was } : null
}

export type Missing = 'source' | 'target' | 'same' | 'tag' | 'day'

/** What an item lacks before it can be settled. */
export function missingIn({ source, target, tag, day }: Item): Missing[] {
  const missing: Missing[] = []
  if (source === '') missing.push('source')
  if (target === '') missing.push('target')
  if (source !== '' && source === target) missing.push('same')
  if (tag === '') missing.push('tag')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) missing.push('day')
  return missing
}

/** Does the item say what the coder proposed, so that the coder's reason is one for it? */
export function asProposed(item: Item): boolean {
  const { proposed } = item
  const said = proposedBy(item)
  if (proposed === null || said === null) return false
  const same = said.source === item.source && said.target === item.target && said.tag === item.tag
  return same && proposed.mutual === item.mutual && proposed.day === item.day
}

export function placed({ start, end, source, target }: Standing): Placed {
  return { start, end, source: source.code, target: target.code }
}

/** What the coder proposed, whatever the item says now; null where a person added it. */
export function proposedBy({ key, confidence, start, end, mutual }: Item): Proposal | null {
  const [, source = '', target = '', tag = ''] = /^\S+ (.*)>(.*) (\S+)$/.exec(key) ?? []
  return confidence === null ? null : { start, end, source, target, mutual, tag }
}
