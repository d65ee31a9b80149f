/**
 * The family of a single sentence: what the classifier makes of its words (classifier.ts) and how often a deed of that kind
 * was put into each family by those who annotated the sentences it was learnt from (weights/families.json: counts alone, no words).
 */
import { type Leaf, QUADS, type Quad } from '../domain/codebook/codebook.ts'
import type { Probabilities } from './classifier.ts'
import { calibrated } from './confidence.ts'
import shipped from './weights/families.json' with { type: 'json' }

/** Sentences by family, in the order of QUADS, of each kind of deed our rules found in them; `none` where they found nothing. */
export type Counts = Readonly<Record<string, readonly number[]>>

/** The counts as they lie in a file. */
export interface FamiliesData {
  /** `families-3`: counts up with each one that replaced another. */
  readonly version: string
  /** Where the sentences came from, and how many. */
  readonly sources: readonly string[]
  readonly counts: Counts
}

const { counts: families }: FamiliesData = shipped

/** How much the deed counts beside the words; by cross-validation. */
const DEED_WEIGHT = 1
/** Sentences that a kind is taken to have been seen in beforehand, spread as all are. */
const PRIOR = 5

const [LIKELY, SURE] = [calibrated(0.4), calibrated(0.7)]

/** What the rules made of the sentence: the surest deed, and how sure they are of it. */
export interface Deed {
  readonly leaf: string
  /** 0–1. */
  readonly confidence: number
}

/**
 * The deed's kind: "01" is three codes of three families, of every other root the first two digits are enough; after it how
 * sure it is, 0 to 2.
 */
export function kindOf(deed: Deed | null): string {
  if (deed === null) return 'none'
  const root = deed.leaf.startsWith('01') ? deed.leaf.slice(0, 3) : deed.leaf.slice(0, 2)
  return `${root}/${deed.confidence > SURE ? 2 : deed.confidence > LIKELY ? 1 : 0}`
}

interface Totals {
  /** By family. */
  readonly all: readonly number[]
  readonly total: number
}

const TOTALS = new WeakMap<Counts, Totals>()

function totalsOf(counts: Counts): Totals {
  const known = TOTALS.get(counts)
  if (known) return known
  const all = QUADS.map((_, k) => Object.values(counts).reduce((sum, row) => sum + (row[k] ?? 0), 0))
  const totals = { all, total: all.reduce((x, y) => x + y, 0) || 1 }
  TOTALS.set(counts, totals)
  return totals
}

/** Log-odds of each family, before any normalisation; the greatest is the likeliest. */
export function familyScores(words: Probabilities, deed: Deed | null, counts: Counts = families): readonly number[] {
  const { all, total } = totalsOf(counts)
  const row = counts[kindOf(deed)] ?? QUADS.map(() => 0)
  const seen = row.reduce((x, y) => x + y, 0)
  return QUADS.map((quad, k) => {
    const share = (all[k] ?? 0) / total || 1 / QUADS.length
    const told = ((row[k] ?? 0) + PRIOR * share) / (seen + PRIOR)
    return Math.log(words[quad] + 1e-9) + DEED_WEIGHT * Math.log(told / share)
  })
}

/** The likeliest family and how likely it is, 0–1. */
export function familyOf(
  words: Probabilities,
  deed: Deed | null,
  counts: Counts = families,
): { quad: Quad; probability: number } {
  const scores = familyScores(words, deed, counts)
  const top = Math.max(...scores)
  const sum = scores.reduce((total, score) => total + Math.exp(score - top), 0)
  return { quad: QUADS[scores.indexOf(top)] as Quad, probability: 1 / sum }
}

/** The deed nearest to one, in another family: what is said of it, or done of what was said. */
const NEAREST: Readonly<Record<Quad, readonly (readonly [RegExp, string])[]>> = {
  STATEMENT: [[/./, '010']],
  VERBAL_COOPERATION: [
    [/^07|^162/, '033'],
    [/^08/, '035'],
    [/^06|^15/, '030'],
    [/^(?:12|125|16)/, '036'],
    [/^01/, '013'],
    [/./, '050'],
  ],
  MATERIAL_COOPERATION: [
    [/^033|^07|^023/, '070'],
    [/^(?:034|035|16|17|024|025)/, '080'],
    [/^(?:19|18|138|026)/, '087'],
    [/./, '060'],
  ],
  VERBAL_CONFLICT: [
    [/^(?:16|08|06|07|03)/, '124'],
    [/^(?:15|18|19|20)/, '138'],
    [/^17/, '112'],
    [/^02/, '100'],
    [/^04/, '125'],
    [/./, '111'],
  ],
  MATERIAL_CONFLICT: [
    [/^13[0-7]|^12|^16/, '172'],
    [/^138|^015|^112/, '190'],
    [/^133/, '140'],
    [/./, '180'],
  ],
}

/** The code of that family nearest to a leaf, or to nothing known. */
export function nearestLeaf(leaf: string | null, quad: Quad): Leaf {
  const found = NEAREST[quad].find(([pattern]) => pattern.test(leaf ?? '010'))
  return (found?.[1] ?? '010') as Leaf
}
