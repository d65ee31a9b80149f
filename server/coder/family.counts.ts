/**
 * Counts how often each kind of deed stands in sentences of each family (weights/families.json), and lets new counts take
 * the place of old ones only where they do as well on sentences that neither was counted on.
 */
import { QUADS, type Quad } from '../domain/codebook/codebook.ts'
import { type Refusal, refuse } from '../domain/error.ts'
import { classify } from './classifier.ts'
import { type Counts, type Deed, type FamiliesData, familyOf, kindOf } from './family.ts'
import type { Model } from './model.ts'
import { isKeptBack } from './successor.ts'
import type { Example } from './training.ts'
import { type Figures, figuresOf } from './validation.ts'

export interface FamiliesSuccession {
  readonly data: FamiliesData
  /** On the sentences kept back. */
  readonly figures: Figures
  /** Of the old counts on the same; null where there are none. */
  readonly before: Figures | null
}

/** What the rules make of a sentence: the surest deed; null where they find none. */
export type DeedOf = (text: string) => Deed | null

/** By kind of deed, ascending; sentences of each family in the order of QUADS. */
export function countsOf(examples: readonly Example[], deedOf: DeedOf): Counts {
  const counts = new Map<string, number[]>()
  for (const { text, quad } of examples) {
    const kind = kindOf(deedOf(text))
    const row = counts.get(kind) ?? QUADS.map(() => 0)
    const k = QUADS.indexOf(quad)
    row[k] = (row[k] ?? 0) + 1
    counts.set(kind, row)
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** New counts of the examples, where with them no fewer families are right than with the old; `model` reads the words. */
export function succeedFamilies(
  old: FamiliesData | null,
  examples: readonly Example[],
  how: { readonly model: Model; readonly deedOf: DeedOf; readonly sources: readonly string[] },
): FamiliesSuccession | Refusal {
  const { model, deedOf, sources } = how
  const kept = examples.filter(({ text }) => isKeptBack(text))
  const counts = countsOf(
    examples.filter(({ text }) => !isKeptBack(text)),
    deedOf,
  )
  const version = `families-${Number(/\d+$/.exec(old?.version ?? '')?.[0] ?? 0) + 1}`
  const figuresBy = (by: Counts) =>
    figuresOf(
      kept.map(({ quad }) => quad),
      kept.map(({ text }): Quad => familyOf(classify(model, text), deedOf(text), by).quad),
    )
  const figures = figuresBy(counts)
  const before = old === null ? null : figuresBy(old.counts)
  if (before !== null && figures.macroF1 < before.macroF1) {
    const rule = `macro-F1 with ${version} is ${figures.macroF1.toFixed(3)} on ${kept.length} sentences kept back, with those in use ${before.macroF1.toFixed(3)}`
    return refuse('CONFLICT', version, rule, 'Those in use stay; count again when more is coded')
  }
  return { data: { version, sources, counts }, figures, before }
}
