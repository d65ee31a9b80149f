/**
 * The weight lab's state ⇄ query string: a codebook version or a draft, other weights, and the relations looked at.
 * `o=praise:0:4~fight:9:` gives praise the weights 0 and 4, and fight 9 for tension alone.
 */

import type { TagWeights } from '../../server/domain/codebook/codebook.ts'
import { isWeight } from '../../server/domain/codebook/weights.ts'
import { codeOf, codesOf, queryOf, reader } from '../../server/figure/address/url.ts'

export interface LabView {
  /** A codebook version, or a name: its latest. */
  readonly base: string
  /** Number of the draft the weights are saved in; null: nowhere. */
  readonly draft: number | null
  /** What differs from the base. */
  readonly overlay: readonly TagWeights[]
  /** Slugs; null: the first few relations. */
  readonly pins: readonly string[] | null
}

export const LAB_START: LabView = { base: 'default', draft: null, overlay: [], pins: null }

export function encodeLab(view: LabView): string {
  const overlay = view.overlay.map(({ tag, tension, engagement }) => `${tag}:${tension ?? ''}:${engagement ?? ''}`)
  return queryOf([
    ['w', view.base === LAB_START.base ? null : view.base],
    ['draft', view.draft === null ? null : String(view.draft)],
    ['o', overlay.length === 0 ? null : overlay.join('~')],
    ['pin', view.pins === null ? null : view.pins.join('~')],
  ])
}

export function decodeLab(search: string): LabView {
  const get = reader(search)
  const draft = get('draft')
  return {
    base: codeOf(get('w')) ?? LAB_START.base,
    draft: draft !== null && /^[1-9]\d{0,8}$/.test(draft) ? Number(draft) : null,
    overlay: overlayOf(get('o')),
    pins: codesOf(get('pin')),
  }
}

/** What is no weight, or names a tag twice, is left out. */
function overlayOf(text: string | null): TagWeights[] {
  const found = new Map<string, TagWeights>()
  for (const entry of text?.split('~') ?? []) {
    const [code, tension, engagement, ...rest] = entry.split(':')
    const tag = codeOf(code ?? null)
    if (tag === null || rest.length > 0 || found.has(tag)) continue
    const weights = { tag, tension: weightOf(tension), engagement: weightOf(engagement) }
    if (weights.tension !== null || weights.engagement !== null) found.set(tag, weights)
  }
  return [...found.values()]
}

function weightOf(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,2}(\.\d{1,3})?$/.test(text)) return null
  return isWeight(Number(text)) ? Number(text) : null
}
