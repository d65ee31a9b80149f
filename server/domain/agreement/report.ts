/**
 * From the codings of many statements to what is told of agreement: over all tags, by tag, by pair of coders, and which
 * tags are taken for which. Machines and adjudicators are no coders here.
 */

import { type Agreement, agreementOf, type Judged } from './agreement.ts'
import { isCoder } from './coding.ts'
import { type AgreementInterval, agreementInterval, FEWEST_ITEMS } from './interval.ts'

/** One judgement. */
export interface Judgement {
  readonly statement: number
  readonly coder: string
  readonly tag: string
  /** Code of the tag that was proposed to the coder before; null: none. */
  readonly shown: string | null
}

export interface Figures extends Agreement {
  /** Fewer items than may be told from: the coefficients are there, and mean nothing. */
  readonly tooFew: boolean
  /** Null where there are too few. */
  readonly interval: AgreementInterval | null
}

/** How often one tag was chosen where another coder chose the other; `a` < `b`, or both the same where they agree. */
export interface Confusion {
  readonly a: string
  readonly b: string
  readonly n: number
}

export interface AgreementReport {
  readonly overall: Figures
  /** Over the statements of which no coder was shown a proposal. */
  readonly blind: Figures
  /** Over the statements of which one coder or more was; these two hold every statement of `overall`. */
  readonly shown: Figures
  /** Tags that any double-coded statement bears, the lowest α first, those with too few last. */
  readonly tags: readonly (Figures & { readonly tag: string })[]
  /** Pairs of coders who coded a statement both, the lowest α first, those with too few last. */
  readonly pairs: readonly (Figures & { readonly a: string; readonly b: string })[]
  /** The most frequent first; at equal number the one met first. */
  readonly confusion: readonly Confusion[]
}

/** Statements whose coders differ, ascending. */
export function disputedOf(judgements: readonly Judgement[]): number[] {
  const disputed = doubleCoded(judgements).flatMap(([id, own]) =>
    new Set([...own.values()].map(({ tag }) => tag)).size > 1 ? [id] : [],
  )
  return disputed.sort((x, y) => x - y)
}

/** Judgements by coder, of each statement coded by two or more; the last judgement of a coder counts. */
function doubleCoded(judgements: readonly Judgement[]): (readonly [number, ReadonlyMap<string, Judgement>])[] {
  const byStatement = new Map<number, Map<string, Judgement>>()
  for (const judgement of judgements) {
    const { statement, coder } = judgement
    if (!isCoder(coder)) continue
    const own = byStatement.get(statement) ?? new Map<string, Judgement>()
    byStatement.set(statement, own.set(coder, judgement))
  }
  return [...byStatement].filter(([, own]) => own.size > 1)
}

export function agreementReport(judgements: readonly Judgement[]): AgreementReport {
  const double = doubleCoded(judgements)
  const coders = [...new Set(double.flatMap(([, own]) => [...own.keys()]))].sort()
  const tags = [...new Set(double.flatMap(([, own]) => [...own.values()].map(({ tag }) => tag)))].sort()
  const items = double.map(([, own]): Judged => coders.map((coder) => own.get(coder)?.tag ?? null))
  const exposed = double.map(([, own]) => [...own.values()].some(({ shown }) => shown !== null))
  return {
    overall: figuresOf(items),
    blind: figuresOf(items.filter((_, i) => !exposed[i])),
    shown: figuresOf(items.filter((_, i) => exposed[i])),
    tags: tags.map((tag) => ({ tag, ...figuresOf(aboutTag(items, tag)) })).sort(worstFirst),
    pairs: pairsOf(coders, items),
    confusion: confusionOf(items),
  }
}

function figuresOf(items: readonly Judged[]): Figures {
  const agreement = agreementOf(items)
  const tooFew = agreement.n < FEWEST_ITEMS
  return { ...agreement, tooFew, interval: tooFew ? null : agreementInterval(items) }
}

/** Was it this tag, or another? Over the statements on which anybody chose it. */
function aboutTag(items: readonly Judged[], tag: string): Judged[] {
  return items.flatMap((judged) =>
    judged.includes(tag) ? [judged.map((label) => (label === null ? null : label === tag ? tag : 'other'))] : [],
  )
}

function pairsOf(coders: readonly string[], items: readonly Judged[]): AgreementReport['pairs'] {
  return coders
    .flatMap((a, i) =>
      coders.slice(i + 1).map((b, j) => {
        const both = items.map((judged) => [judged[i], judged[i + 1 + j]] as Judged)
        return { a, b, ...figuresOf(both.filter(([x, y]) => x !== null && y !== null)) }
      }),
    )
    .filter(({ n }) => n > 0)
    .sort(worstFirst)
}

function confusionOf(items: readonly Judged[]): Confusion[] {
  const counts = new Map<string, Confusion>()
  for (const judged of items) {
    const labels = judged.filter((label) => label !== null)
    labels.forEach((x, i) => {
      for (const y of labels.slice(i + 1)) {
        const [a, b] = x < y ? [x, y] : [y, x]
        const key = `${a} ${b}`
        counts.set(key, { a, b, n: (counts.get(key)?.n ?? 0) + 1 })
      }
    })
  }
  return [...counts.values()].sort((x, y) => y.n - x.n)
}

function worstFirst(x: Figures, y: Figures): number {
  return Number(x.tooFew) - Number(y.tooFew) || (x.alpha ?? 2) - (y.alpha ?? 2)
}
