/** A codebook that is being worked on: it scores nothing until it is published as the next version. */
import { hashOf } from './codebook.hash.ts'
import type { Codebook, Tag } from './codebook.ts'
import type { Instant } from './revision.ts'

export type DraftState = 'OPEN' | 'PUBLISHED' | 'DISCARDED'

export interface Draft {
  readonly id: number
  /** Name of the codebook it is to be a version of: `default`. */
  readonly codebook: string
  /** The published version it began as: `default-1`. */
  readonly base: string
  readonly tags: readonly Tag[]
  /** Grows with every change, so that two people do not undo each other's. */
  readonly edition: number
  readonly state: DraftState
  /** Who began it. */
  readonly createdBy: string
  readonly createdAt: Instant
  readonly changedAt: Instant
}

/** A draft as the codebook it would be: what of it is named by its number, `draft:7`, until it is published. */
export function draftedOn(base: Codebook, draft: Draft): Codebook {
  const { name, method } = base
  const content = {
    name,
    version: `draft:${draft.id}`,
    note: `Draft, edition ${draft.edition}`,
    tags: draft.tags,
    method,
  }
  return { ...content, hash: hashOf(content) }
}
