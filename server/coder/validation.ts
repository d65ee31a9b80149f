/** How well a classifier does on sentences it has not seen: folds, figures, confusion, calibration. */
import { QUADS, type Quad } from '../domain/codebook/codebook.ts'
import { softmax } from './classifier.ts'

export interface QuadFigures {
  readonly quad: Quad
  /** Of those said to be of it, how many are; 0–1, 0 where none was. */
  readonly precision: number
  /** Of those of it, how many were said to be; 0–1. */
  readonly recall: number
  readonly f1: number
  /** How many there are. */
  readonly support: number
}

export interface Figures {
  readonly accuracy: number
  /** Mean of the five F1, each family counting alike. */
  readonly macroF1: number
  readonly quads: readonly QuadFigures[]
  /** Rows: what it is; columns: what was said; in the order of QUADS. */
  readonly confusion: readonly (readonly number[])[]
}

/** The figures of what was said against what is. */
export function figuresOf(right: readonly Quad[], said: readonly Quad[]): Figures {
  const confusion = QUADS.map((is) =>
    QUADS.map((as) => right.filter((quad, i) => quad === is && said[i] === as).length),
  )
  const quads = QUADS.map((quad, c) => {
    const hit = confusion[c]?.[c] ?? 0
    const claimed = confusion.reduce((sum, row) => sum + (row[c] ?? 0), 0)
    const support = (confusion[c] ?? []).reduce((x, y) => x + y, 0)
    return {
      quad,
      precision: claimed === 0 ? 0 : hit / claimed,
      recall: support === 0 ? 0 : hit / support,
      f1: claimed + support === 0 ? 0 : (2 * hit) / (claimed + support),
      support,
    }
  })
  const hits = right.filter((quad, i) => quad === said[i]).length
  return {
    accuracy: right.length === 0 ? 0 : hits / right.length,
    macroF1: quads.reduce((sum, { f1 }) => sum + f1, 0) / QUADS.length,
    quads,
    confusion,
  }
}

/** A fold, 0 … n − 1, for each; every fold has its share of each family. The same seed, the same folds. */
export function foldsOf(quads: readonly Quad[], n: number, seed: number): Uint8Array {
  const folds = new Uint8Array(quads.length)
  const next = chance(seed)
  let turn = 0
  for (const quad of QUADS) {
    const of = quads.flatMap((q, i) => (q === quad ? [i] : []))
    for (let i = of.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[of[i], of[j]] = [of[j] as number, of[i] as number]
    }
    for (const i of of) folds[i] = turn++ % n
  }
  return folds
}

/** Numbers in [0, 1) from a seed: mulberry32. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What to divide log-odds by so that they fit best what is right (Guo et al., 2017), between 0.2 and 5, to 1 %. */
export function temperatureOf(scores: readonly Float64Array[], right: readonly Quad[]): number {
  let best = 1
  let least = Number.POSITIVE_INFINITY
  for (let step = -160; step <= 160; step++) {
    const temperature = 5 ** (step / 160)
    const loss = scores.reduce((sum, s, i) => {
      const p = softmax(s, temperature)[QUADS.indexOf(right[i] as Quad)] as number
      return sum - Math.log(p + 1e-300)
    }, 0)
    if (loss < least) {
      least = loss
      best = temperature
    }
  }
  return Math.round(best * 1000) / 1000
}

/** Expected calibration error of the likeliest family, in ten bins of confidence (Naeini et al., 2015); 0–1. */
export function calibrationErrorOf(probabilities: readonly Float64Array[], right: readonly Quad[]): number {
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, hits: 0 }))
  for (const [i, p] of probabilities.entries()) {
    const top = Math.max(...p)
    const bin = bins[Math.min(9, Math.floor(top * 10))]
    if (!bin) continue
    bin.confidence += top
    if (p.indexOf(top) === QUADS.indexOf(right[i] as Quad)) bin.hits++
  }
  return bins.reduce((sum, { confidence, hits }) => sum + Math.abs(confidence - hits), 0) / Math.max(1, right.length)
}
