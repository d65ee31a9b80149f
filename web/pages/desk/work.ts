/**
 * The work on one document: items that were proposed or added, and what has become of each. Pure values: every change
 * gives another work, so that undo is going back to the one before. What is settled on the server follows from it.
 */
import { isLike, type Proposal } from '../../../server/domain/record/desk.ts'
import {
  CONTENT,
  type Content,
  contentOf,
  type Item,
  type ItemStatus,
  placed,
  proposedBy,
  type Standing,
  type Suggestion,
} from './item.ts'

export interface Work {
  readonly items: readonly Item[]
  /** What a person wrote about the document. */
  readonly note: string
}

export type Fields = Partial<Content> & { readonly note?: string }

/** How reasons that were kept before began, where nobody had given one. */
const TAKEN_OVER = 'Proposed by the coder and accepted as it stands.'

/**
 * The work at the beginning: everything that is proposed, in the order of the text. `published` stands where no day is
 * known. What is on record already would count twice: it is set aside, and can be opened again.
 */
export function begun(
  suggestions: readonly Suggestion[],
  published: string | null,
  standing: readonly Standing[],
): Work {
  const seen = new Set<string>()
  const items = suggestions.flatMap((s): Item[] => {
    const key = `${s.start}-${s.end} ${s.source ?? ''}>${s.target ?? ''} ${s.tag}`
    if (seen.has(key)) return []
    seen.add(key)
    const { start, end, mutual, tag, reported, denied, hypothetical, background, confidence } = s
    const proposal = { ...s, source: s.source ?? '', target: s.target ?? '' }
    const like = standing.find((on) => isLike(proposal, placed(on)))?.id ?? null
    const known = { start, end, mutual, tag, reported, denied, hypothetical, background, confidence }
    return [
      {
        ...known,
        key,
        source: s.source ?? '',
        target: s.target ?? '',
        day: s.day ?? published ?? '',
        precision: s.precision === 'MONTH' ? 'MONTH' : 'DAY',
        speaker: s.speaker ?? '',
        summary: '',
        reason: '',
        note: '',
        proposed: { mutual, day: s.day ?? published ?? '', reason: s.reason },
        opened: null,
        why: null,
        record: null,
        status: like === null ? 'open' : 'rejected',
        like,
        blind: like !== null,
      },
    ]
  })
  return { items, note: '' }
}

/** Proposals that came since the work was kept are added, open; what was begun stays as it is. */
export function withNew(work: Work, fresh: Work): Work {
  const known = new Set(work.items.map((item) => item.key))
  return { ...work, items: inOrder([...work.items, ...fresh.items.filter((item) => !known.has(item.key))]) }
}

/** Changes an item that is open. What is settled or rejected is opened first; a note may be written at any time. */
export function edited(work: Work, key: string, fields: Fields): Work {
  const item = work.items.find((i) => i.key === key)
  if (!item) return work
  const { note = item.note, ...content } = fields
  const may = item.status === 'open' ? content : {}
  const next: Item = { ...item, ...may, note }
  const same = [...CONTENT, 'note' as const].every((field) => next[field] === item[field])
  return same ? work : replaced(work, next)
}

/** Settles or rejects those of them that are open, or opens again those that were rejected. */
export function marked(work: Work, keys: readonly string[], status: ItemStatus): Work {
  const from = status === 'open' ? 'rejected' : 'open'
  const next = (item: Item): Item =>
    status === 'open'
      ? { ...item, status, blind: false }
      : { ...item, status, opened: null, why: item.opened?.why ?? null }
  const items = work.items.map((item) => (keys.includes(item.key) && item.status === from ? next(item) : item))
  return items.some((item, i) => item !== work.items[i]) ? { ...work, items } : work
}

/** Opens what is settled, to be settled anew: until then the record keeps what it has. */
export function openedAgain(work: Work, key: string, why: string): Work {
  const item = work.items.find((i) => i.key === key)
  if (item?.status !== 'done') return work
  return replaced(work, { ...item, status: 'open', opened: { why, was: contentOf(item), clash: false }, why: null })
}

/** Says why an item that is open again is. */
export function explained(work: Work, key: string, why: string): Work {
  const item = work.items.find((i) => i.key === key)
  return item?.opened ? replaced(work, { ...item, opened: { ...item.opened, why } }) : work
}

export function replaced(work: Work, next: Item): Work {
  return { ...work, items: work.items.map((item) => (item.key === next.key ? next : item)) }
}

/** An item that somebody else has settled is set aside, like those that were on record from the beginning. */
export function theirs(work: Work, key: string, statement: string): Work {
  return { ...work, items: work.items.map((i) => (i.key === key ? setAside(i, statement) : i)) }
}

export function setAside(item: Item, statement: string): Item {
  return { ...item, status: 'rejected', like: statement, opened: null, why: null, record: null }
}

export function swapped(work: Work, key: string): Work {
  const item = work.items.find((i) => i.key === key)
  return item ? edited(work, key, { source: item.target, target: item.source }) : work
}

/** An item for a stretch of text that a person chose. */
export function added(work: Work, key: string, start: number, end: number, day: string | null): Work {
  const item: Item = {
    ...{ key, start, end, source: '', target: '', mutual: false, tag: '', day: day ?? '', precision: 'DAY' },
    ...{
      speaker: '',
      summary: '',
      reason: '',
      note: '',
      reported: false,
      denied: false,
      hypothetical: false,
      background: false,
    },
    ...{ status: 'open', confidence: null, like: null, blind: false, proposed: null, opened: null },
    ...{ why: null, record: null },
  }
  return { ...work, items: inOrder([...work.items, item]) }
}

export function inOrder(items: readonly Item[]): Item[] {
  return items.toSorted((x, y) => x.start - y.start || x.end - y.end || (x.key < y.key ? -1 : 1))
}

/** The item after this one that is still open, round to the front; null where none is. */
export function nextOpen(work: Work, key: string | null): string | null {
  const at = work.items.findIndex((item) => item.key === key)
  const round = [...work.items.slice(at + 1), ...work.items.slice(0, at + 1)]
  return round.find((item) => item.status === 'open' && item.key !== key)?.key ?? null
}

/** What was proposed and is displayed here, with the item that shows it. */
export function displayed(work: Work): { readonly key: string; readonly proposal: Proposal }[] {
  return work.items.flatMap((item) => {
    const proposal = item.blind ? null : proposedBy(item)
    return proposal ? [{ key: item.key, proposal }] : []
  })
}

/** Reads kept work; null where it is not what this page writes. */
export function readWork(body: string): Work | null {
  try {
    const json: unknown = JSON.parse(body)
    if (typeof json !== 'object' || json === null || !('items' in json) || !Array.isArray(json.items)) return null
    const items = json.items.filter((i: Item) => typeof i?.key === 'string' && Number.isInteger(i.start)).map(asItem)
    return { items, note: 'note' in json && typeof json.note === 'string' ? json.note : '' }
  } catch {
    return null
  }
}

/** What was kept before items had all of these: of a proposal nobody knows any more what it said beside parties and tag. */
function asItem(i: Item): Item {
  const reason = i.reason?.startsWith(TAKEN_OVER) ? '' : (i.reason ?? '')
  const { note = '', blind = false, proposed = null, opened = null, why = null, record = null } = i
  return { ...i, reason, note, blind, proposed, opened, why, record }
}
