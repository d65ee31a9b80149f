/**
 * The table of weights of the classifier, in a file and in memory. In the file a weight is one byte, and only buckets that
 * were learnt are there; no word and no sentence is.
 */
import { QUADS } from '../domain/codebook/codebook.ts'
import { type Refusal, refuse } from '../domain/error.ts'

/** A model as it lies in a file. */
export interface ModelData {
  /** `quad-3`: counts up with each one that replaced another. */
  readonly version: string
  /** Where its sentences came from, and how many. */
  readonly sources: readonly string[]
  /** 2^bits buckets. */
  readonly bits: number
  /** What log-odds are divided by, so that 0.8 is right 8 times in 10. */
  readonly temperature: number
  /** By class, in the order of QUADS. */
  readonly bias: readonly number[]
  /** The greatest weight of each class. */
  readonly scale: readonly number[]
  /** Base64 of one bit a bucket, the lowest first: which were learnt. */
  readonly known: string
  /** Base64 of one signed byte for each bucket that was learnt and each class: the signed root of weight to scale × 127. */
  readonly weights: string
}

export interface Model {
  readonly version: string
  readonly bits: number
  readonly temperature: number
  readonly bias: Float64Array
  /** Bucket × 5 + class. */
  readonly weights: Float32Array
  /** 1 where a bucket was learnt. */
  readonly known: Uint8Array
}

export const CLASSES = QUADS.length
export const BITS = { least: 4, most: 20 } as const

/** A model ready for use; refused where the data cannot be one. */
export function readModel(data: ModelData): Model | Refusal {
  const { version, bits, temperature, bias, scale } = data
  if (!(Number.isInteger(bits) && bits >= BITS.least && bits <= BITS.most)) {
    return refuse('BAD_NUMBER', bits, `a model has ${BITS.least} to ${BITS.most} bits`, 'Train it anew')
  }
  const numbers = [temperature, ...bias, ...scale]
  if (bias.length !== CLASSES || scale.length !== CLASSES || !numbers.every(Number.isFinite) || temperature <= 0) {
    return refuse('BAD_NUMBER', version, `a model has ${CLASSES} biases and scales and a temperature`, 'Train it anew')
  }
  const bitset = bytesOf(data.known)
  const known = Uint8Array.from({ length: 1 << bits }, (_, i) => ((bitset[i >> 3] ?? 0) >> (i & 7)) & 1)
  const bytes = bytesOf(data.weights)
  const learnt = known.reduce((x, y) => x + y, 0)
  if (bitset.length !== Math.ceil(known.length / 8) || bytes.length !== CLASSES * learnt) {
    const rule = `${learnt} buckets have ${CLASSES * learnt} weights, and this has ${bytes.length}`
    return refuse('INCOMPLETE', version, rule, 'Take the whole file, or train it anew')
  }
  const weights = new Float32Array(CLASSES << bits)
  let at = 0
  for (let i = 0; i < weights.length; i++) {
    if (known[Math.floor(i / CLASSES)] === 0) continue
    const root = (bytes[at++] as number) / 127
    weights[i] = Math.sign(root) * root * root * (scale[i % CLASSES] as number)
  }
  return { version, bits, temperature, bias: Float64Array.from(bias), weights, known }
}

/** Weights by bucket and class as they lie in a file, rounded to a byte each. `columns`: the buckets, ascending. */
export function packModel(
  columns: readonly number[],
  fitted: Float64Array,
  named: {
    readonly version: string
    readonly sources: readonly string[]
    readonly bits: number
    readonly temperature: number
  },
): ModelData {
  const count = columns.length * CLASSES
  const scale = Array.from({ length: CLASSES }, (_, c) => {
    let top = 1e-9
    for (let i = c; i < count; i += CLASSES) top = Math.max(top, Math.abs(fitted[i] as number))
    return top
  })
  const bytes = Int8Array.from(fitted.subarray(0, count), (weight, i) => {
    const root = Math.round(127 * Math.sqrt(Math.abs(weight) / (scale[i % CLASSES] as number)))
    return weight < 0 ? -root : root
  })
  const bitset = new Int8Array(Math.ceil(2 ** named.bits / 8))
  for (const bucket of columns) bitset[bucket >> 3] = (bitset[bucket >> 3] as number) | (1 << (bucket & 7))
  return { ...named, bias: Array.from(fitted.subarray(count)), scale, known: textOf(bitset), weights: textOf(bytes) }
}

/** Bytes as the text in which they lie in a file. */
function textOf(bytes: Int8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte & 255)
  return btoa(text)
}

/** No bytes at all where the text is no base64: the count of them is then wrong. */
function bytesOf(text: string): Int8Array {
  try {
    return Int8Array.from(atob(text), (c) => c.charCodeAt(0))
  } catch {
    return new Int8Array(0)
  }
}
