/**
 * The scores of a sentence by a model, without listing its features first: what the model never learnt is passed over before
 * anything is kept of it, and what a word holds by itself is worked out once. The same sums as `scoresOf` of classifier.ts.
 */
import type { Word } from './classifier.words.ts'
import { KINDS, letterBuckets, mainBucket, mainEnd, runBucket, runHash, wordHash } from './features.ts'
import { CLASSES, type Model } from './model.ts'

/** What a word holds by itself. */
interface Own {
  readonly hash: number
  /** Columns of its runs of letters that were learnt. */
  readonly letters: Int32Array
}

/** Remembered words of a model at most; a language has few, a hostile text many. */
const MOST_WORDS = 20_000
/** What is longer is not remembered. */
const LONGEST_WORD = 40

export class Scoring {
  /** One bit a bucket: whether it was learnt. */
  private readonly known: Uint32Array
  /** How many buckets were learnt before each 32 of them. */
  private readonly before: Uint32Array
  /** Column × classes + class, the columns in the order of their buckets: the learnt ones alone, close together. */
  private readonly weights: Float32Array
  /** By column: the number of the sentence that had it last. */
  private readonly seen: Uint32Array
  private sentence = 0
  private readonly words = new Map<string, Own>()
  private readonly sums = new Float64Array(KINDS * CLASSES)
  private readonly counts = new Uint32Array(KINDS)

  constructor(private readonly model: Model) {
    const size = model.known.length
    this.known = new Uint32Array(Math.ceil(size / 32))
    this.before = new Uint32Array(this.known.length)
    const learnt: number[] = []
    for (let bucket = 0; bucket < size; bucket++) {
      if (bucket % 32 === 0) this.before[bucket >> 5] = learnt.length
      if (model.known[bucket] !== 1) continue
      this.known[bucket >> 5] = (this.known[bucket >> 5] as number) | (1 << (bucket & 31))
      learnt.push(bucket)
    }
    this.weights = new Float32Array(learnt.length * CLASSES)
    for (const [column, bucket] of learnt.entries())
      this.weights.set(model.weights.subarray(bucket * CLASSES, (bucket + 1) * CLASSES), column * CLASSES)
    this.seen = new Uint32Array(learnt.length)
  }

  /** Log-odds before the temperature, by class. */
  of(words: readonly Word[]): Float64Array {
    const { bits, bias } = this.model
    if (++this.sentence === 0xffffffff) {
      this.seen.fill(0)
      this.sentence = 1
    }
    this.sums.fill(0)
    this.counts.fill(0)
    const own = words.map(({ word }) => this.ownOf(word))
    const main = mainEnd(words)
    for (let i = 0; i < own.length; i++) {
      let run = 0
      for (let n = 0; n < 3 && i + n < own.length; n++) {
        run = runHash(run, (own[i + n] as Own).hash)
        this.add(this.columnOf(runBucket(run, n, bits)), 0)
        if (n < 2 && i + n < main) this.add(this.columnOf(mainBucket(run, n, bits)), 1)
      }
    }
    for (const { letters } of own) for (let l = 0; l < letters.length; l++) this.add(letters[l] as number, 2)
    const scores = Float64Array.from(bias)
    for (let kind = 0; kind < KINDS; kind++) {
      const each = 1 / Math.sqrt(Math.max(1, this.counts[kind] as number))
      for (let c = 0; c < CLASSES; c++) {
        scores[c] = (scores[c] as number) + each * (this.sums[kind * CLASSES + c] as number)
      }
    }
    return scores
  }

  /**
   * Column of a bucket; −1 where it was not learnt. Counting bits keeps the whole index in 64 kB: between two sentences the
   * rules have the processor's cache to themselves.
   */
  private columnOf(bucket: number): number {
    const bits = this.known[bucket >> 5] as number
    if (((bits >>> (bucket & 31)) & 1) === 0) return -1
    return (this.before[bucket >> 5] as number) + ones(bits & ((1 << (bucket & 31)) - 1))
  }

  private add(column: number, kind: number): void {
    if (column < 0 || this.seen[column] === this.sentence) return
    this.seen[column] = this.sentence
    this.counts[kind] = (this.counts[kind] as number) + 1
    const { sums, weights } = this
    const to = kind * CLASSES
    const from = column * CLASSES
    for (let c = 0; c < CLASSES; c++) sums[to + c] = (sums[to + c] as number) + (weights[from + c] as number)
  }

  private ownOf(word: string): Own {
    const known = this.words.get(word)
    if (known) return known
    const columns = letterBuckets(word, this.model.bits).map((bucket) => this.columnOf(bucket))
    const own = { hash: wordHash(word), letters: Int32Array.from(columns.filter((column) => column >= 0)) }
    if (this.words.size >= MOST_WORDS) this.words.clear()
    if (word.length <= LONGEST_WORD) this.words.set(word, own)
    return own
  }
}

/** How many bits of 32 are set (Hacker's Delight, figure 5-2). */
function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
