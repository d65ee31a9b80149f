/**
 * Whether two reports may tell of one happening, and what speaks for it. Reports are candidates of each other where the
 * same two meet in them, the same one acts, what is done is of one family, and they are at most three days apart.
 */
import { type Day, monthEnd, periodStart } from '../day.ts'
import type { Statement } from './statement.ts'

export const LIKENESSES = [
  'SAME_DAY',
  'NEAR_DAY',
  'SAME_MONTH',
  'SAME_TAG',
  'SAME_WORDS',
  'SAME_DOCUMENT',
  'SAME_ADDRESS',
  'SAME_WIRE',
] as const
export type Likeness = (typeof LIKENESSES)[number]

/** What of a report bears on it. */
export interface Report
  extends Pick<Statement, 'source' | 'target' | 'mutual' | 'day' | 'precision' | 'document' | 'quote' | 'summary'> {
  readonly tag: string | null
  readonly family: string | null
  readonly url: string | null
  /** Wire family of its outlet; null where that is its own or not known. */
  readonly wire: string | null
}

export interface Likened {
  readonly likenesses: readonly Likeness[]
  /** Share of words in common, 0 to 1: of the quotes where both have one, else of the summaries. */
  readonly wording: number
}

/** Days on either side in which another report of one happening is looked for. */
export const APART_DAYS = 3
/** Quotes with so many words in common are one text. */
export const ONE_TEXT = 0.8

/** null where the two cannot be one happening. Symmetric. */
export function likened(a: Report, b: Report): Likened | null {
  const together = a.source === b.source && a.target === b.target
  const across = a.source === b.target && a.target === b.source
  if (!together && !(across && (a.mutual || b.mutual))) return null
  if (a.family === null || a.family !== b.family) return null
  const when = nearness(a, b)
  if (when === null) return null
  const wording = wordsInCommon(a, b)
  const found: Record<Likeness, boolean> = {
    SAME_DAY: when === 'SAME_DAY',
    NEAR_DAY: when === 'NEAR_DAY',
    SAME_MONTH: when === 'SAME_MONTH',
    SAME_TAG: a.tag !== null && a.tag === b.tag,
    SAME_WORDS: a.quote !== null && b.quote !== null && wording >= ONE_TEXT,
    SAME_DOCUMENT: a.document === b.document,
    SAME_ADDRESS: a.document !== b.document && a.url !== null && a.url === b.url,
    SAME_WIRE: a.document !== b.document && a.wire !== null && a.wire === b.wire,
  }
  return { likenesses: LIKENESSES.filter((likeness) => found[likeness]), wording }
}

/** More speaks for the first, or the second; for sorting, the most like first. */
export function byLikeness(x: Likened, y: Likened): number {
  return y.likenesses.length - x.likenesses.length || y.wording - x.wording
}

type Dated = Pick<Report, 'day' | 'precision'>

function nearness(a: Dated, b: Dated): 'SAME_DAY' | 'NEAR_DAY' | 'SAME_MONTH' | null {
  if (a.precision === 'DAY' && b.precision === 'DAY') {
    const apart = Math.abs(a.day - b.day)
    return apart === 0 ? 'SAME_DAY' : apart <= APART_DAYS ? 'NEAR_DAY' : null
  }
  // What is known to the month may have been on any of its days.
  return monthEnd(a.day) === monthEnd(b.day) ? 'SAME_MONTH' : null
}

/** The days between which a report of the same happening may lie. */
export function daysAround({ day, precision }: Dated): { readonly from: Day; readonly to: Day } {
  const [from, to] = precision === 'DAY' ? [day, day] : [periodStart(day, 'MONTH'), monthEnd(day)]
  // Another that is known to the month stands on the month's last day.
  return { from: (from - APART_DAYS) as Day, to: monthEnd((to + APART_DAYS) as Day) }
}

function wordsInCommon(a: Report, b: Report): number {
  const texts = a.quote !== null && b.quote !== null ? [a.quote, b.quote] : [a.summary, b.summary]
  const [inA, inB] = texts.map(wordsOf) as [Set<string>, Set<string>]
  const all = new Set([...inA, ...inB])
  return all.size === 0 ? 0 : [...inA].filter((word) => inB.has(word)).length / all.size
}

function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu),
  )
}
