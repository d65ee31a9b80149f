/**
 * Which of the five families a sentence belongs to, by a table of weights learnt from coded sentences (training.ts).
 * Pure: a model and a text in, probabilities out. It reads no names (classifier.words.ts), so it judges all parties alike.
 */
import { QUADS, type Quad } from '../domain/codebook/codebook.ts'
import { wordsOf } from './classifier.words.ts'
import { type Features, featuresOf, KINDS } from './features.ts'
import { CLASSES, type Model } from './model.ts'
import { Scoring } from './scoring.ts'

/** 0–1 each, together 1. */
export type Probabilities = Readonly<Record<Quad, number>>

/** Probabilities of the five families. Of a text without a known word: how frequent they were in training. */
export function classify(model: Model, text: string): Probabilities {
  const probabilities = softmax(scoringOf(model).of(wordsOf(text)), model.temperature)
  const by = {} as Record<Quad, number>
  for (let i = 0; i < CLASSES; i++) by[QUADS[i] as Quad] = probabilities[i] as number
  return by
}

const SCORINGS = new WeakMap<Model, Scoring>()

function scoringOf(model: Model): Scoring {
  const known = SCORINGS.get(model) ?? new Scoring(model)
  SCORINGS.set(model, known)
  return known
}

/** The most probable family; of equals the first in the order of QUADS. */
export function likeliest(probabilities: Probabilities): Quad {
  return QUADS.reduce((best, quad) => (probabilities[quad] > probabilities[best] ? quad : best))
}

/** How much each feature counts: 0 where its bucket is not known; the squares of each kind sum to 1. */
export function valuesOf({ buckets, kinds }: Features, known: Uint8Array): Float64Array {
  const counts = new Float64Array(KINDS)
  for (let i = 0; i < buckets.length; i++) {
    const kind = kinds[i] as number
    counts[kind] = (counts[kind] as number) + (known[buckets[i] as number] as number)
  }
  const each = counts.map((count) => 1 / Math.sqrt(Math.max(1, count)))
  const values = new Float64Array(buckets.length)
  for (let i = 0; i < buckets.length; i++) {
    if (known[buckets[i] as number] === 1) values[i] = each[kinds[i] as number] as number
  }
  return values
}

/** Log-odds before the temperature, by class. */
export function scoresOf({ bias, known, weights }: Model, features: Features): Float64Array {
  const values = valuesOf(features, known)
  const scores = Float64Array.from(bias)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value === 0) continue
    const offset = (features.buckets[i] as number) * CLASSES
    for (let c = 0; c < CLASSES; c++) scores[c] = (scores[c] as number) + value * (weights[offset + c] as number)
  }
  return scores
}

export function softmax(scores: Float64Array, temperature: number): Float64Array {
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp((score - top) / temperature))
  const sum = powers.reduce((x, y) => x + y, 0)
  return powers.map((power) => power / sum)
}

/** Words that spoke for a family, and how much. */
export interface Evidence {
  readonly start: number
  /** Exclusive. */
  readonly end: number
  /** Log-odds it added for the family, over what it added on average for the others; > 0. */
  readonly weight: number
}

/** The words that spoke most for a family, at most `most`, strongest first; offsets into the text as given. */
export function evidenceFor(model: Model, text: string, quad: Quad, most: number): Evidence[] {
  const words = wordsOf(text)
  const features = featuresOf(words, model.bits)
  const values = valuesOf(features, model.known)
  const index = QUADS.indexOf(quad)
  const gains = new Float64Array(words.length)
  for (let i = 0; i < values.length; i++) {
    const offset = (features.buckets[i] as number) * CLASSES
    const row = model.weights.subarray(offset, offset + CLASSES)
    const mean = row.reduce((x, y) => x + y, 0) / CLASSES
    const [first, last] = [features.first[i] as number, features.last[i] as number]
    const gain = (((row[index] as number) - mean) * (values[i] as number)) / (last - first + 1)
    for (let w = first; w <= last; w++) gains[w] = (gains[w] as number) + gain
  }
  return words
    .map(({ start, end }, i) => ({ start, end, weight: gains[i] as number }))
    .filter(({ weight }, i) => weight > 0 && /^\p{L}/u.test(words[i]?.word ?? ''))
    .sort((x, y) => y.weight - x.weight || x.start - y.start)
    .slice(0, most)
}
