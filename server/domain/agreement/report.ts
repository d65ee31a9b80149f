/**
 * From the codings of many statements to what is told of agreement: over all tags, by tag, by pair of coders, and which
 * tags are taken for which. Machines and adjudicators are no coders here.
 */

import { type Agreement, agreementOf, type Judged } from './agreement.ts'
import { isCoder } from './coding.ts'
import { type AgreementInterval, agreementInterval, FEWEST_ITEMS, FEWEST_USES } from './interval.ts'

/** One judgement. */
export interface Judgement {
  readonly statement: number
  readonly coder: string
  readonly tag: string
  /** Code of the tag that was proposed to the coder before; null: none. */
  readonly shown: string | null
}

export interface Figures extends Agreement {
  /**
   * Of what there is too little to tell from: the coefficients are there, and mean nothing. ITEMS: fewer than 30 were coded
   * twice. USES, of a tag alone: it was chosen on fewer than four. Null: enough.
   */
  readonly tooFew: 'ITEMS' | 'USES' | null
  /** Null where there is too little. */
  readonly interval: AgreementInterval | null
}

/** Is it this tag, or another? Over all items coded twice, those on which nobody chose it too: that they agree on as well. */
export interface TagFigures extends Figures {
  readonly tag: string
  /** Items on which anybody chose it, 1 to n. */
  readonly used: number
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
  /** Tags that any double-coded statement bears, the lowest α first; those with too little last, the most used first. */
  readonly tags: readonly TagFigures[]
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
    tags: tags.map((tag) => tagFigures(items, tag)).sort((x, y) => worstFirst(x, y) || y.used - x.used),
    pairs: pairsOf(coders, items),
    confusion: confusionOf(items),
  }
}

function figuresOf(items: readonly Judged[], uses = Number.POSITIVE_INFINITY): Figures {
  const agreement = agreementOf(items)
  const tooFew = agreement.n < FEWEST_ITEMS ? 'ITEMS' : uses < FEWEST_USES ? 'USES' : null
  return { ...agreement, tooFew, interval: tooFew === null ? agreementInterval(items) : null }
}

function tagFigures(items: readonly Judged[], tag: string): TagFigures {
  const used = items.filter((judged) => judged.includes(tag)).length
  const other = `not ${tag}`
  const about = items.map((judged) => judged.map((label) => (label === null || label === tag ? label : other)))
  return { tag, used, ...figuresOf(about, used) }
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

/** Weakest α first, then those with too few items, in no order. An α that cannot be computed counts as 0, as chance does. */
function worstFirst(x: Figures, y: Figures): number {
  if (x.tooFew !== null || y.tooFew !== null) return Number(x.tooFew !== null) - Number(y.tooFew !== null)
  return Number(x.alpha) - Number(y.alpha)
}
