/** A suggested statement: what the coder believes a careful reader would find at a place of a text, and why. */
import type { Leaf, Quad } from '../domain/codebook/codebook.ts'
import type { Day, Precision } from '../domain/day.ts'

export interface Suggestion {
  /** UTF-16 units into the text as given; `text` is what stands there. */
  readonly start: number
  /** Exclusive. */
  readonly end: number
  readonly text: string
  /** Actor code; of a country that is no actor on record its ISO code; null where a single sentence does not tell. */
  readonly source: string | null
  readonly target: string | null
  readonly mutual: boolean
  /** Tag of the codebook. */
  readonly tag: string
  /** CAMEO code, or a CAMEO code, a dot and our refinement. */
  readonly leaf: Leaf
  readonly quad: Quad
  /** Null where neither the words nor the document tell. */
  readonly day: Day | null
  readonly precision: Precision
  /** As the text has it; null for an act. */
  readonly speaker: string | null
  readonly reported: boolean
  readonly denied: boolean
  readonly hypothetical: boolean
  readonly background: boolean
  /** 0–1: the share of such suggestions that were right where it was measured. */
  readonly confidence: number
  /** For a person: which words told what, and how the two were understood. */
  readonly reason: string
}
