/** Quotations that run over several sentences: where they stand open, and where it is said whose they are. */
import type { Segment } from './segment.ts'

/** Whether a quotation stands open at the end of a sentence. */
export function isOpen(sentence: string, quoted: boolean): boolean {
  let open = quoted
  for (const c of sentence) if (c === '“' || c === '”' || c === '"') open = c === '“' || (c === '"' && !open)
  return open
}

/** The sentence that ends the quotation which the one at `i` opens, and may say whose it is. */
export function closingOf(segments: readonly Segment[], i: number): Segment | undefined {
  const { paragraph } = segments[i] as Segment
  let last: Segment | undefined
  for (let j = i + 1; segments[j]?.paragraph === paragraph && segments[j]?.quoted; j++) last = segments[j]
  return last
}
