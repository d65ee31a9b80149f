/** What articles and sentences are coded with, and what is answered of either. */
import type { Codebook, Leaf, Tag } from '../domain/codebook/codebook.ts'
import { tagOfLeaf } from '../domain/codebook/weights.ts'
import type { Dictionary } from './dictionary.ts'
import type { Model } from './model.ts'
import type { Suggestion } from './suggestion.ts'

export interface Coder {
  /** Knows the family of a sentence by its words; null: rules alone. */
  readonly model: Model | null
  readonly dictionary: Dictionary
  readonly tagOf: (leaf: Leaf) => Tag | null
}

/** Build it once, ask it often. */
export function coderOf(dictionary: Dictionary, codebook: Pick<Codebook, 'tags'>, model: Model | null): Coder {
  return { dictionary, tagOf: tagOfLeaf(codebook), model }
}

export interface Suggested {
  readonly suggestions: readonly Suggestion[]
  /** Why there are none; null where there are some. */
  readonly reason: string | null
}

/** Why nothing is suggested; `sentences`: how many of the segments are sentences. */
export function reasonOf(segments: number, sentences: number): string {
  if (segments === 0) return 'The text is empty.'
  if (sentences === 0)
    return 'Nothing in it is a sentence of an article: only captions, headlines or lines of the site.'
  return 'No sentence in it tells what one known actor says or does to another.'
}
