/**
 * The codebooks Detente ships, read from data and validated when this is loaded: a shipped codebook with a fault stops
 * the program. Their provenance is told in reference/codebooks/SOURCES.md.
 */

import type { Codebook } from '../../domain/codebook/codebook.ts'
import { parseCodebook } from '../../domain/codebook/parse.ts'
import { DomainError, type Refusal } from '../../domain/error.ts'
import default1 from '../reference/codebooks/default-1.json' with { type: 'json' }
import goldstein1 from '../reference/codebooks/goldstein-1.json' with { type: 'json' }
import plover1 from '../reference/codebooks/plover-1.json' with { type: 'json' }

/** `default-1`, `goldstein-1` and `plover-1`, in this order: the first is what a chart shows unasked. */
export const SHIPPED_CODEBOOKS: readonly Codebook[] = [default1, goldstein1, plover1].map(published)

function published(json: unknown): Codebook {
  const codebook = parseCodebook(json)
  if (!Array.isArray(codebook)) return codebook
  throw new DomainError(codebook[0] as Refusal)
}
