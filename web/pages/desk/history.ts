/**
 * Undo and redo of the work on a document, as values that are kept with it: a step is what a change replaced, so that it can
 * be taken back after the page was loaded anew. What others did to the record is no step, and is not taken back from here.
 */
import type { Item } from './item.ts'
import { inOrder, readWork, type Work } from './work.ts'

/** What to put back: by item the fields that were different; null: the item was not there. */
export interface Step {
  readonly items: Readonly<Record<string, Partial<Item> | null>>
  readonly note?: string
}

export interface Journal {
  readonly work: Work
  /** The last is the first to be taken back. */
  readonly past: readonly Step[]
  readonly future: readonly Step[]
}

/** So many characters of steps are kept; the oldest go first. */
const MOST_KEPT = 20_000

/** A change, as one step; with `joined` it belongs to the step before. */
export function did({ work, past }: Journal, next: Work, joined = false): Journal {
  const kept = joined && past.length > 0 ? past : trimmed([...past, stepFrom(next, work)])
  return { work: next, past: kept, future: [] }
}

/** A change that was made of `from`, made of what the work is by now: the record may have been taken over in between. */
export function onTop(now: Journal, from: Work, next: Work, joined: boolean): Journal {
  return did(now, now.work === from ? next : applied(now.work, stepFrom(from, next)), joined)
}

/** The last step taken back; null: there is none. */
export function undone({ work, past, future }: Journal): Journal | null {
  const step = past.at(-1)
  if (!step) return null
  const before = applied(work, step)
  return { work: before, past: past.slice(0, -1), future: [...future, stepFrom(before, work)] }
}

export function redone({ work, past, future }: Journal): Journal | null {
  const step = future.at(-1)
  if (!step) return null
  const next = applied(work, step)
  return { work: next, past: [...past, stepFrom(next, work)], future: future.slice(0, -1) }
}

/** The work as others left it; what was done to these items before is not taken back from here. */
export function adopted({ past, future }: Journal, work: Work, changed: readonly string[]): Journal {
  const without = (steps: readonly Step[]) =>
    steps.flatMap(({ items, ...more }): Step[] => {
      const left = Object.entries(items).filter(([key]) => !changed.includes(key))
      return left.length > 0 || more.note !== undefined ? [{ ...more, items: Object.fromEntries(left) }] : []
    })
  return changed.length === 0 ? { work, past, future } : { work, past: without(past), future: without(future) }
}

/** As it is kept. What was taken back is not: it is gone when the page is. */
export function bodyOf({ work, past }: Journal): string {
  return JSON.stringify({ ...work, past })
}

/** Null where it is not what this page writes; without steps where it was kept before these were. */
export function readJournal(body: string): Journal | null {
  const work = readWork(body)
  if (work === null) return null
  const { past } = JSON.parse(body) as { readonly past?: unknown }
  const steps = Array.isArray(past) ? past.filter((step: Step) => typeof step?.items === 'object') : []
  return { work, past: steps, future: [] }
}

/** What leads from one work to another. What the record has is no part of it. */
function stepFrom(from: Work, to: Work): Step {
  const was = new Map(from.items.map((item) => [item.key, item]))
  const is = new Map(to.items.map((item) => [item.key, item]))
  const items: Record<string, Partial<Item> | null> = {}
  for (const key of was.keys()) if (!is.has(key)) items[key] = null
  for (const [key, item] of is) {
    const former = was.get(key)
    if (former === item) continue
    const fields = former ? Object.entries(item).filter(([f, v]) => f !== 'record' && isOther(former, f, v)) : []
    if (former === undefined) items[key] = item
    else if (fields.length > 0) items[key] = Object.fromEntries(fields)
  }
  return from.note === to.note ? { items } : { items, note: to.note }
}

function isOther(item: Item, field: string, value: unknown): boolean {
  return JSON.stringify(item[field as keyof Item]) !== JSON.stringify(value)
}

function applied(work: Work, { items, note = work.note }: Step): Work {
  const known = new Set(work.items.map((item) => item.key))
  const changed = work.items.flatMap((item): Item[] => {
    const fields = items[item.key]
    return fields === null ? [] : fields === undefined ? [item] : [{ ...item, ...fields }]
  })
  // What had been added comes back whole.
  const back = Object.entries(items).flatMap(([key, fields]) =>
    fields !== null && !known.has(key) && 'key' in fields ? [fields as Item] : [],
  )
  return { items: back.length > 0 ? inOrder([...changed, ...back]) : changed, note }
}

function trimmed(steps: readonly Step[]): readonly Step[] {
  let size = 0
  const from = steps.findLastIndex((step) => {
    size += JSON.stringify(step).length
    return size > MOST_KEPT
  })
  return steps.slice(Math.min(from + 1, steps.length - 1))
}
