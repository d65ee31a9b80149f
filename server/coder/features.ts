/**
 * What the classifier counts in a sentence: runs of one to three words, the same of the main clause again, and runs of
 * three to five letters within words (so that "withdrawn" helps "withdraws"). Each is known by a number alone, its hash:
 * a model is a table by that number, from which no sentence can be read back.
 */
import type { Word } from './classifier.words.ts'

/** Three kinds of features; each kind weighs as much as the others, however many it has. */
export const KINDS = 3

export interface Features {
  /** Bucket of each feature, 0 … 2^bits − 1; each bucket once. */
  readonly buckets: Int32Array
  /** Which of the kinds it is of. */
  readonly kinds: Uint8Array
  /** First and last word it lies in. */
  readonly first: Uint16Array
  readonly last: Uint16Array
}

/** What opens a clause that tells of the circumstances, not of the act. */
const CIRCUMSTANCE: ReadonlySet<string> = new Set(
  `after although amid as because before despite during following for if over since until when where which while who
  whose`.split(/\s+/),
)

/** Features of words, in their order. `bits` is that of the model: 2^bits buckets. */
export function featuresOf(words: readonly Word[], bits: number): Features {
  const hashes = words.map(({ word }) => wordHash(word))
  const main = mainEnd(words)
  const buckets: number[] = []
  const kinds: number[] = []
  const first: number[] = []
  const last: number[] = []
  const seen = new Set<number>()
  const add = (bucket: number, kind: number, from: number, to: number): void => {
    if (seen.has(bucket)) return
    seen.add(bucket)
    buckets.push(bucket)
    kinds.push(kind)
    first.push(from)
    last.push(to)
  }
  for (let i = 0; i < words.length; i++) {
    let run = 0
    for (let n = 0; n < 3 && i + n < words.length; n++) {
      run = runHash(run, hashes[i + n] as number)
      add(runBucket(run, n, bits), 0, i, i + n)
      if (n < 2 && i + n < main) add(mainBucket(run, n, bits), 1, i, i + n)
    }
  }
  for (let i = 0; i < words.length; i++) {
    for (const bucket of letterBuckets((words[i] as Word).word, bits)) add(bucket, 2, i, i)
  }
  return {
    buckets: Int32Array.from(buckets),
    kinds: Uint8Array.from(kinds),
    first: Uint16Array.from(first),
    last: Uint16Array.from(last),
  }
}

/** The hash of a word by itself. */
export const wordHash = (word: string) => hashOf(word, 0, word.length, 1)

/** Goes on from the hash of a run of words by one word more; 0 is that of none. */
export const runHash = (run: number, hash: number) => Math.imul(run, 0x01000193) ^ hash

/** The bucket of a run of n + 1 words, in the whole sentence or in its main clause. */
export const runBucket = (run: number, n: number, bits: number) => finish(run + n) >>> (32 - bits)
export const mainBucket = (run: number, n: number, bits: number) => finish(run ^ (0x5bd1e995 + n)) >>> (32 - bits)

/** The buckets of the runs of three to five letters in a word. */
export function letterBuckets(word: string, bits: number): number[] {
  if (!/^[a-z]/.test(word)) return []
  const buckets: number[] = []
  const bounded = `^${word}$`
  for (let n = 3; n <= 5; n++) {
    for (let at = 0; at + n <= bounded.length; at++)
      buckets.push(finish(hashOf(bounded, at, at + n, 7)) >>> (32 - bits))
  }
  return buckets
}

/** Where the first clause of circumstance begins; a sentence may begin with one, which is then not looked at. */
export function mainEnd(words: readonly Word[]): number {
  const at = words.findIndex(({ word }, i) => i > 3 && CIRCUMSTANCE.has(word))
  return at < 0 ? words.length : at
}

/** FNV-1a (Fowler, Noll and Vo) over UTF-16 units. */
function hashOf(text: string, from: number, to: number, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

/** The last mixing of MurmurHash3 (Appleby): the high bits are then as good as any. */
function finish(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}
