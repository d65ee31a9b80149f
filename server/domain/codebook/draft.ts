/** A codebook that is being worked on: it scores nothing until it is published as the next version. */

import { type Refusal, refuse } from '../error.ts'
import type { Instant } from '../record/revision.ts'
import type { Codebook, Tag } from './codebook.ts'
import { hashOf } from './hash.ts'
import { parseCodebook } from './parse.ts'

export type DraftState = 'OPEN' | 'PUBLISHED' | 'DISCARDED'

/** A tag that may not be finished: weights may be missing, and a definition empty. Neither can be published. */
export interface DraftTag extends Omit<Tag, 'tension' | 'engagement'> {
  readonly tension: number | null
  readonly engagement: number | null
}

export interface Draft {
  readonly id: number
  /** Name of the codebook it is to be a version of: `default`. */
  readonly codebook: string
  /** The published version it began as: `default-1`. */
  readonly base: string
  readonly tags: readonly DraftTag[]
  /** Grows with every change, so that two people do not undo each other's. */
  readonly edition: number
  readonly state: DraftState
  /** Who began it. */
  readonly createdBy: string
  readonly createdAt: Instant
  readonly changedAt: Instant
}

/** A draft as it stood after one change; every one is kept, so that any step can be taken back. */
export interface DraftEdition {
  readonly draft: number
  readonly edition: number
  readonly tags: readonly DraftTag[]
  /** What the change did, in a sentence. */
  readonly what: string
  readonly by: string
  readonly at: Instant
}

/** Until it has weights a tag weighs nothing. */
export function weighedTags(tags: readonly DraftTag[]): Tag[] {
  return tags.map((tag) => ({ ...tag, tension: tag.tension ?? 0, engagement: tag.engagement ?? 0 }))
}

/** A draft as the codebook it would be: what of it is named by its number, `draft:7`, until it is published. */
export function draftedOn(base: Codebook, draft: Draft): Codebook {
  const { name, method } = base
  const content = {
    name,
    version: `draft:${draft.id}`,
    note: `Draft, edition ${draft.edition}`,
    tags: weighedTags(draft.tags),
    method,
  }
  return { ...content, hash: hashOf(content) }
}

/** The version that the draft would be published as; or everything that stands in its way. */
export function publishable(base: Codebook, draft: Draft, version: string, note: string): Codebook | Refusal[] {
  const lacking = draft.tags.flatMap(lackingIn)
  if (lacking.length > 0) return lacking
  return parseCodebook({ name: draft.codebook, version, note, tags: draft.tags, method: base.method })
}

const TEXTS = ['definition', 'includes', 'excludes', 'example', 'reason'] as const

/** A tag that is not finished, and all that it lacks. */
function lackingIn(tag: DraftTag): Refusal[] {
  const weights = (['tension', 'engagement'] as const).filter((key) => tag[key] === null).map((key) => `${key} weight`)
  const texts = TEXTS.filter((key) => tag[key] === '').map((key) => (key === 'reason' ? 'reason for its weights' : key))
  const lacking = [...weights, ...texts]
  if (lacking.length === 0) return []
  const rule = `the tag has no ${lacking.join(', no ')}`
  return [refuse('INCOMPLETE', tag.code, rule, 'Weigh it, and write what is missing')]
}
