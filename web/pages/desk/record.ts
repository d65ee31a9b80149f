/**
 * The work beside the record: what the server has of each item, and what becomes of the work where somebody else changed
 * that. Nothing is overwritten on either side: an item that is being worked on keeps what it says, and shows both.
 */
import { isLike } from '../../../server/domain/record/desk.ts'
import { isMade } from '../../../server/domain/record/summary.ts'
import {
  type Content,
  contentOf,
  type DeskData,
  type Item,
  placed,
  proposedBy,
  type Standing,
  wantedOf,
} from './item.ts'
import { statementOf, type Words } from './told.ts'
import { replaced, setAside, type Work } from './work.ts'

export interface OnRecord {
  readonly id: string
  /** What the record says, as it is sent. */
  readonly sent: string
}

export type Recorded = ReadonlyMap<string, OnRecord>

/** What the server tells of a document beside its text. */
export type Stands = Pick<DeskData, 'statements' | 'settlings'> & { readonly document: { readonly id: string } }

/** What happened to an item elsewhere: CHANGED: it says something else now; CLASH: while it was worked on here. */
export interface Elsewhere {
  readonly key: string
  readonly what: 'CHANGED' | 'CLASH' | 'GONE' | 'THEIRS'
}

export interface Reconciled {
  readonly work: Work
  readonly record: Recorded
  readonly elsewhere: readonly Elsewhere[]
}

/** So many statements of a document are told at most: of one that is not among them nothing is known. */
const MOST_TOLD = 100

/** The same item is one statement, however often it is sent. */
export function originOf(document: string, item: Pick<Item, 'key'>): string {
  return `desk ${document} ${item.key}`
}

export function sentOf(item: Item, words: Words): string {
  return JSON.stringify(statementOf(item, words))
}

/** An item that says what a statement on record says. */
export function withRecorded(item: Item, on: Standing): Item {
  return { ...item, ...contentOn(on), status: 'done', opened: null, why: null, record: on.id }
}

/** `fresh`: the items as they were proposed: what nobody has touched is no work that could be lost. */
export function reconciled(desk: Stands, work: Work, record: Recorded, fresh: Work, words: Words): Reconciled {
  const byOrigin = new Map(desk.statements.map((s) => [s.origin, s]))
  const own = new Set(desk.settlings.filter((s) => s.own).map((s) => s.statement))
  const all = desk.statements.length < MOST_TOLD
  const elsewhere: Elsewhere[] = []
  const next = new Map(record)
  let now = work
  const known = new Map(fresh.items.map((item) => [item.key, item]))
  for (const item of work.items) {
    const on = byOrigin.get(originOf(desk.document.id, item))
    if (!on && !all) continue
    const had = record.get(item.key) ?? (item.record === null ? null : { id: item.record, sent: '' })
    const met = had
      ? metKnown(item, had, on, words)
      : on
        ? metUnknown(item, on, own.has(on.id), known, words)
        : metSet(item, desk.statements)
    if (met === null) continue
    if (met.item !== item) now = replaced(now, met.item)
    if (met.on) next.set(item.key, met.on)
    else if (had) next.delete(item.key)
    if (met.what) elsewhere.push({ key: item.key, what: met.what })
  }
  return { work: now, record: next, elsewhere }
}

/** Whose steps are not taken back any more. */
export function keysOf(elsewhere: readonly Elsewhere[]): string[] {
  return elsewhere.map(({ key }) => key)
}

interface Met {
  readonly item: Item
  /** null: nothing of this desk's is on record. */
  readonly on: OnRecord | null
  readonly what?: Elsewhere['what']
}

/** An item of which this desk knows a statement on record, and the statement that stands now. */
function metKnown(item: Item, had: OnRecord, on: Standing | undefined, words: Words): Met | null {
  if (!on) return metGone(item)
  const recorded = withRecorded(item, on)
  const told = { id: on.id, sent: sentOf(recorded, words) }
  const wanted = wantedOf(item)
  const wants = wanted && sentOf(wanted, words)
  const moved = on.id !== had.id
  // Nothing but its number: moved to another event, or what was sent before the page died.
  if (!moved || told.sent === had.sent || told.sent === wants) {
    return { item: item.record === on.id ? item : { ...item, record: on.id }, on: told }
  }
  const working = item.status === 'open' ? item.opened !== null : item.status === 'done' && item.why !== null
  if (working) return { item: clashing(item, recorded, on.id), on: told, what: 'CLASH' }
  return { item: recorded, on: told, what: 'CHANGED' }
}

/** Withdrawn by somebody: then it is rejected here too, and can be opened again. */
function metGone(item: Item): Met | null {
  if (wantedOf(item) === null) return { item: { ...item, why: null, record: null }, on: null }
  return { item: { ...item, status: 'rejected', opened: null, why: null, record: null }, on: null, what: 'GONE' }
}

/** An item that this desk has not settled, and a statement of it that stands: from another window of one's own, or a colleague's. */
function metUnknown(
  item: Item,
  on: Standing,
  own: boolean,
  fresh: ReadonlyMap<string, Item>,
  words: Words,
): Met | null {
  const recorded = withRecorded(item, on)
  const told = { id: on.id, sent: sentOf(recorded, words) }
  if (own) return item.status === 'rejected' && item.blind ? null : { item: recorded, on: told }
  if (item.status !== 'open') return item.status === 'done' ? { item: recorded, on: told } : null
  const proposed = fresh.get(item.key)
  const untouched = proposed && sentOf(proposed, words) === sentOf({ ...item, opened: null }, words)
  if (!untouched) return { item: clashing(item, recorded, on.id), on: told, what: 'CLASH' }
  return { item: setAside(item, on.id), on: null, what: 'THEIRS' }
}

/** An item that was set aside for a statement on record: open again where none such stands any more. */
function metSet(item: Item, statements: readonly Standing[]): Met | null {
  if (item.like === null || statements.some((s) => s.id === item.like)) return null
  const said = proposedBy(item)
  const like = said && statements.find((on) => isLike(said, placed(on)))
  if (like) return { item: { ...item, like: like.id }, on: null }
  if (item.status !== 'rejected') return null
  return { item: { ...item, status: 'open', like: null, blind: false }, on: null }
}

function clashing(item: Item, recorded: Item, record: string): Item {
  const why = item.opened?.why ?? item.why ?? ''
  return { ...item, status: 'open', why: null, record, opened: { why, was: contentOf(recorded), clash: true } }
}

function contentOn(on: Standing): Content {
  const { mutual, day, reported, denied, hypothetical, background } = on
  const said = {
    ...{ mutual, day, reported, denied, hypothetical, background },
    source: on.source.code,
    target: on.target.code,
    tag: on.tag?.code ?? '',
    precision: on.precision === 'MONTH' ? ('MONTH' as const) : ('DAY' as const),
    speaker: on.speaker ?? '',
    // What a program said is no word of a person's.
    reason: on.reasonBy?.who === 'MACHINE' || on.reasonBy?.who === 'RULE' ? '' : (on.reason ?? ''),
  }
  return { ...said, summary: isMade(on.summary, on.tag?.label ?? '') ? '' : on.summary }
}
