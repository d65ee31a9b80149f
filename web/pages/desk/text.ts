/** The text of an article in stretches, each with the items that cover it, so that overlapping items can be drawn. */
import type { Item } from './item.ts'

export interface Stretch {
  readonly start: number
  readonly end: number
  /** Keys of the items that cover it, the shortest first. */
  readonly keys: readonly string[]
}

/** Stretches from the first to the last character, none empty, in order. */
export function stretchesOf(length: number, items: readonly Pick<Item, 'key' | 'start' | 'end'>[]): Stretch[] {
  const within = items.filter((i) => i.start >= 0 && i.start < i.end && i.end <= length)
  const cuts = [...new Set([0, length, ...within.flatMap((i) => [i.start, i.end])])].sort((x, y) => x - y)
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] as number
    const covering = within.filter((item) => item.start <= start && item.end >= end)
    const shortest = covering.toSorted((x, y) => x.end - x.start - (y.end - y.start))
    return { start, end, keys: shortest.map((item) => item.key) }
  })
}

/** Widens a selection to whole words, without the space around them; null where nothing but space was chosen. */
export function wholeWords(text: string, start: number, end: number): { start: number; end: number } | null {
  let [from, to] = [Math.min(start, end), Math.max(start, end)]
  while (from < to && /\s/.test(text[from] ?? '')) from++
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--
  if (from === to) return null
  while (from > 0 && /[\p{L}\p{N}\p{M}’']/u.test(text[from - 1] ?? '')) from--
  while (to < text.length && /[\p{L}\p{N}\p{M}’']/u.test(text[to] ?? '')) to++
  return { start: from, end: to }
}
