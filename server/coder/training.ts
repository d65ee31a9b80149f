/** Learns a model of the classifier from coded sentences. Deterministic: the same examples in the same order, the same model. */
import { QUADS, type Quad } from '../domain/codebook/codebook.ts'
import { must } from '../domain/error.ts'
import { scoresOf, valuesOf } from './classifier.ts'
import { wordsOf } from './classifier.words.ts'
import { type Features, featuresOf } from './features.ts'
import { CLASSES, type Model, type ModelData, packModel, readModel } from './model.ts'
import { fitSoftmax, type SparseRow } from './softmax.ts'
import { tellingOf } from './telling.ts'
import { foldsOf, temperatureOf } from './validation.ts'

/** A coded sentence, or a phrase of the lexicon. */
export interface Example {
  readonly text: string
  readonly quad: Quad
  /** How much it counts; a coded sentence 1. */
  readonly weight: number
}

export interface Recipe {
  /** 2^bits buckets. */
  readonly bits: number
  /** L2 penalty. */
  readonly penalty: number
  /** Features of fewer examples are left out, so that no single sentence leaves a trace of its own. */
  readonly leastSeen: number
  readonly iterations: number
}

export const RECIPE: Recipe = { bits: 18, penalty: 0.02, leastSeen: 2, iterations: 40 }

/** How a model is called, and what it sets out from. */
export interface Named {
  readonly version: string
  readonly sources: readonly string[]
  /** 1 where none is given. */
  readonly temperature?: number
  /** Learn on from this one's weights, of as many bits, instead of from nothing; how frequent the families are stays. */
  readonly from?: Model | null
}

/** A model of the examples. */
export function train(examples: readonly Example[], recipe: Recipe, named: Named): ModelData {
  const { version, sources, temperature = 1, from = null } = named
  const features = examples.map(({ text }) => featuresOf(wordsOf(text), recipe.bits))
  const columns = columnsOf(features, recipe, from)
  const rows = features.map((f) => rowOf(f, columns))
  const classes = Uint8Array.from(examples, ({ quad }) => QUADS.indexOf(quad))
  const weights = Float64Array.from(examples, ({ weight }) => weight)
  const telling = tellingOf(rows, classes, weights, columns.buckets.length, CLASSES)
  const start = startOf(columns, from)
  for (const { columns: of, values } of rows) {
    for (let i = 0; i < of.length; i++) values[i] = (values[i] as number) * (telling[of[i] as number] as number)
  }
  for (let i = 0; i < start.length; i++) start[i] = (start[i] as number) / (telling[Math.floor(i / CLASSES)] as number)
  const { penalty, iterations } = recipe
  const holdBias = from !== null
  const fitted = fitSoftmax({ rows, classes, weights, classCount: CLASSES, start, holdBias, penalty, iterations })
  for (let i = 0; i < fitted.length; i++)
    fitted[i] = (fitted[i] as number) * (telling[Math.floor(i / CLASSES)] as number)
  return packModel(columns.buckets, fitted, { version, sources, bits: recipe.bits, temperature })
}

/** Log-odds of each example by a model that has not seen it, in folds; `always` is in every training part. */
export function heldOutScores(
  examples: readonly Example[],
  always: readonly Example[],
  folds: Uint8Array,
  recipe: Recipe,
  from: Model | null = null,
): Float64Array[] {
  const scores: Float64Array[] = examples.map(() => new Float64Array(CLASSES))
  for (const fold of new Set(folds)) {
    const kept = examples.filter((_, i) => folds[i] !== fold)
    const model = must(readModel(train([...kept, ...always], recipe, { version: 'fold', sources: [], from })))
    for (const [i, example] of examples.entries()) {
      if (folds[i] === fold) scores[i] = scoresOf(model, featuresOf(wordsOf(example.text), recipe.bits))
    }
  }
  return scores
}

/** A model whose temperature is that of five folds within its own examples. */
export function trainCalibrated(
  examples: readonly Example[],
  always: readonly Example[],
  recipe: Recipe,
  named: Omit<Named, 'temperature'>,
): ModelData {
  const quads = examples.map(({ quad }) => quad)
  const scores = heldOutScores(examples, always, foldsOf(quads, 5, 1), recipe, named.from)
  return train([...examples, ...always], recipe, { ...named, temperature: temperatureOf(scores, quads) })
}

interface Columns {
  /** The bucket of each column, ascending. */
  readonly buckets: readonly number[]
  /** The column of each bucket that is known. */
  readonly of: Int32Array
  readonly known: Uint8Array
}

/** What is seen often enough, and what the model before knew. */
function columnsOf(features: readonly Features[], { bits, leastSeen }: Recipe, from: Model | null): Columns {
  const seen = new Uint32Array(1 << bits)
  for (const { buckets } of features) for (const bucket of buckets) seen[bucket] = (seen[bucket] as number) + 1
  const known = Uint8Array.from(seen, (count, bucket) => (count >= leastSeen || from?.known[bucket] === 1 ? 1 : 0))
  const of = new Int32Array(1 << bits)
  const buckets: number[] = []
  for (const [bucket, is] of known.entries()) if (is === 1) of[bucket] = buckets.push(bucket) - 1
  return { buckets, of, known }
}

/** Where fitting begins, and whence it is held back: at zero, or at the weights of the model before. */
function startOf({ buckets }: Columns, from: Model | null): Float64Array {
  const start = new Float64Array((buckets.length + 1) * CLASSES)
  if (from === null) return start
  for (const [column, bucket] of buckets.entries()) {
    start.set(from.weights.subarray(bucket * CLASSES, (bucket + 1) * CLASSES), column * CLASSES)
  }
  start.set(from.bias, buckets.length * CLASSES)
  return start
}

function rowOf(features: Features, { of, known }: Columns): SparseRow {
  const all = valuesOf(features, known)
  return {
    columns: Int32Array.from(features.buckets, (bucket) => of[bucket] as number).filter((_, i) => all[i] !== 0),
    values: all.filter((value) => value !== 0),
  }
}
