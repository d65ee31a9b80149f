/**
 * The work on one document: items that were proposed or added, and what has become of each. Pure values: every change
 * gives another work, so that undo is going back to the one before. What is settled on the server follows from it.
 */
import { isLike, type Placed, type Proposal } from '../../../server/domain/record/desk.ts'
import type { DeskQuery } from '../../../server/figure/generated/documents.ts'

export type DeskData = NonNullable<DeskQuery['desk']>
export type Suggestion = DeskData['suggestions'][number]
export type Standing = DeskData['statements'][number]

export type ItemStatus = 'open' | 'done' | 'rejected'

export interface Item {
  /** What makes it known again, here and on the server: of a proposal its place, parties and tag. */
  readonly key: string
  readonly start: number
  readonly end: number
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
  readonly reason: string
  /** What somebody wants to remember or to ask about it: for the desk alone, no part of the statement. */
  readonly note: string
  readonly reported: boolean
  readonly denied: boolean
  readonly hypothetical: boolean
  readonly background: boolean
  readonly status: ItemStatus
  /** 0–1; null where a person added it. */
  readonly confidence: number | null
  /** A statement on record about the same two at the same place, when the item was proposed; null: none. */
  readonly like: string | null
  /** Set aside as on record before anybody saw what was proposed: that stays unseen until the item is opened again. */
  readonly blind: boolean
}

export interface Work {
  readonly items: readonly Item[]
  /** What a person wrote about the document. */
  readonly note: string
}

export type Fields = Partial<Omit<Item, 'key' | 'status' | 'confidence' | 'like' | 'blind'>>

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
        reason: `${TAKEN_OVER} ${s.reason}`,
        note: '',
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

export function edited(work: Work, key: string, fields: Fields): Work {
  return { ...work, items: work.items.map((item) => (item.key === key ? { ...item, ...fields } : item)) }
}

export function marked(work: Work, keys: readonly string[], status: ItemStatus): Work {
  const next = (item: Item) => ({ ...item, status, blind: item.blind && status !== 'open' })
  return { ...work, items: work.items.map((item) => (keys.includes(item.key) ? next(item) : item)) }
}

/** An item that somebody else has settled is set aside, like those that were on record from the beginning. */
export function theirs(work: Work, key: string, statement: string): Work {
  const items = work.items.map((i) => (i.key === key ? { ...i, status: 'rejected' as const, like: statement } : i))
  return { ...work, items }
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
    ...{ status: 'open', confidence: null, like: null, blind: false },
  }
  return { ...work, items: inOrder([...work.items, item]) }
}

function inOrder(items: readonly Item[]): Item[] {
  return items.toSorted((x, y) => x.start - y.start || x.end - y.end || (x.key < y.key ? -1 : 1))
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

/** The item after this one that is still open, round to the front; null where none is. */
export function nextOpen(work: Work, key: string | null): string | null {
  const at = work.items.findIndex((item) => item.key === key)
  const round = [...work.items.slice(at + 1), ...work.items.slice(0, at + 1)]
  return round.find((item) => item.status === 'open' && item.key !== key)?.key ?? null
}

function placed({ start, end, source, target }: Standing): Placed {
  return { start, end, source: source.code, target: target.code }
}

/** What the coder proposed, whatever the item says now; null where a person added it. */
function proposedBy({ key, confidence, start, end, mutual }: Item): Proposal | null {
  const [, source = '', target = '', tag = ''] = /^\S+ (.*)>(.*) (\S+)$/.exec(key) ?? []
  return confidence === null ? null : { start, end, source, target, mutual, tag }
}

/** What was proposed and is displayed here, with the item that shows it. */
export function displayed(work: Work): { readonly key: string; readonly proposal: Proposal }[] {
  return work.items.flatMap((item) => {
    const proposal = item.blind ? null : proposedBy(item)
    return proposal ? [{ key: item.key, proposal }] : []
  })
}

/** What the server is told of an item; `names` by actor code, `label` by tag code, for the words nobody wrote. */
export function statementOf(item: Item, text: string, names: ReadonlyMap<string, string>, label: string) {
  const { source, target, mutual, day, precision, start, end, reported, denied, hypothetical, background } = item
  const name = (code: string) => names.get(code) ?? code
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim()
  return {
    ...{ source, target, mutual, day, precision, start, end, reported, denied, hypothetical, background },
    speaker: item.speaker.trim() || null,
    summary: item.summary.trim() || `${name(source)} ${mutual ? '↔' : '→'} ${name(target)}: ${label}`,
    quote: words.split(' ').length <= 25 ? words : null,
    judgement: {
      tag: item.tag,
      reason: item.reason.trim() || 'Chosen at the desk.',
      shown: proposedBy(item)?.tag ?? null,
    },
  }
}

/** Reads kept work; null where it is not what this page writes. */
export function readWork(body: string): Work | null {
  try {
    const json: unknown = JSON.parse(body)
    if (typeof json !== 'object' || json === null || !('items' in json) || !Array.isArray(json.items)) return null
    const items = json.items
      .filter((i: Item) => typeof i?.key === 'string' && Number.isInteger(i.start))
      // What was kept before items had these two.
      .map((i: Item) => ({ ...i, note: i.note ?? '', blind: i.blind ?? false }))
    return { items, note: 'note' in json && typeof json.note === 'string' ? json.note : '' }
  } catch {
    return null
  }
}
