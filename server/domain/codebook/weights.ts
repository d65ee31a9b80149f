/**
 * From leaf to weight: which tag a codebook gives to the finest code on record, and what that tag weighs, published or
 * in a what-if. All scoring knows of a codebook comes from here.
 */

import { isRefusal, type Refusal, refuse } from '../error.ts'
import type { LeafWeights } from '../score/daily.ts'
import { type Codebook, type Leaf, QUADS, type Tag, type TagWeights } from './codebook.ts'

export const MEASURES = ['tension', 'engagement'] as const

/** One entry a leaf, in the order of the leaves asked for: what scoring reads, and the tag each weight comes from. */
export interface TaggedWeights extends LeafWeights {
  /** Index into the codebook's tags. */
  readonly tag: Int32Array
}

/** A weight: 0–10 with at most three decimals. */
export function isWeight(n: number): boolean {
  return n >= 0 && n <= 10 && Math.round(n * 1000) / 1000 === n
}

export const WEIGHT_RULE = 'is a number from 0 to 10 with at most three decimals'

/**
 * The tag of a leaf: the tag that gathers this very CAMEO code or has this refinement as its canonical leaf, else the
 * tag of the CAMEO code before the dot; null where the codebook knows neither. Build it once, ask it often.
 */
export function tagOfLeaf(codebook: Pick<Codebook, 'tags'>): (leaf: Leaf) => Tag | null {
  const find = placeOfLeaf(codebook.tags)
  return (leaf) => find(leaf)?.tag ?? null
}

/** What gathers leaves: a tag of the domain, or as a client has it. */
interface Gathering {
  readonly cameo: readonly string[]
  readonly leaf: string
}

/** A tag and where it stands in the codebook. */
interface Place<T> {
  readonly tag: T
  readonly index: number
}

/** The same with the tag's index. */
export function placeOfLeaf<T extends Gathering>(tags: readonly T[]): (leaf: string) => Place<T> | null {
  const places = new Map<string, Place<T>>()
  for (const [index, tag] of tags.entries()) for (const code of tag.cameo) places.set(code, { tag, index })
  for (const [index, tag] of tags.entries()) if (!places.has(tag.leaf)) places.set(tag.leaf, { tag, index })
  return (leaf) => places.get(leaf) ?? places.get(leaf.replace(/\..*$/, '')) ?? null
}

/**
 * The weights of these leaves under a codebook and a what-if. Refused: a leaf the codebook does not know; in the overlay
 * a tag it does not know, a tag twice, a weight that is none, and any weight but 0 on a tag of the family STATEMENT.
 * An overlay that repeats the published weights changes nothing.
 */
export function leafWeights(
  codebook: Codebook,
  leaves: readonly Leaf[],
  overlay: readonly TagWeights[],
): TaggedWeights | Refusal {
  const tags = overlaid(codebook, overlay)
  if (isRefusal(tags)) return tags
  const find = placeOfLeaf(tags)
  const n = leaves.length
  const weights = {
    tension: new Float64Array(n),
    engagement: new Float64Array(n),
    quad: new Uint8Array(n),
    tag: new Int32Array(n),
  }
  for (const [i, leaf] of leaves.entries()) {
    const place = find(leaf)
    if (place === null) {
      const rule = `the codebook "${codebook.version}" has no tag for this code`
      return refuse('UNKNOWN_LEAF', leaf, rule, 'Give a CAMEO code as text, like "010", or a leaf of the codebook')
    }
    weights.tension[i] = Math.round(place.tag.tension * 1000)
    weights.engagement[i] = Math.round(place.tag.engagement * 1000)
    weights.quad[i] = QUADS.indexOf(place.tag.quad)
    weights.tag[i] = place.index
  }
  return weights
}

/** The tags in their order, with the weights of the what-if. */
export function overlaid(codebook: Codebook, overlay: readonly TagWeights[]): readonly Tag[] | Refusal {
  const changes = new Map<string, Tag>()
  for (const change of overlay) {
    const tag = codebook.tags.find((t) => t.code === change.tag)
    if (!tag) {
      const rule = `the codebook "${codebook.version}" has no such tag`
      return refuse('UNKNOWN_TAG', change.tag, rule, 'Take the code of one of its tags')
    }
    if (changes.has(tag.code)) {
      return refuse('CONFLICT', tag.code, 'an overlay names a tag once', 'Put both weights into one entry')
    }
    for (const measure of MEASURES) {
      const weight = change[measure]
      if (weight === null) continue
      if (!isWeight(weight)) {
        return refuse('BAD_NUMBER', weight, `${measure} of "${tag.code}" ${WEIGHT_RULE}`, 'Give such a number, or null')
      }
      if (tag.quad === 'STATEMENT' && weight > 0) return refuseStatementWeight(weight, measure, tag.code)
    }
    const { tension, engagement } = change
    changes.set(tag.code, {
      ...tag,
      tension: tension ?? tag.tension,
      engagement: engagement ?? tag.engagement,
    })
  }
  return codebook.tags.map((tag) => changes.get(tag.code) ?? tag)
}

/** Plain comment weighs nothing, in a codebook as in a what-if. */
export function refuseStatementWeight(weight: number, measure: string, tag: string): Refusal {
  const rule = `${measure} of "${tag}" is 0, for tags of the family STATEMENT carry no weight`
  return refuse('NOT_POSSIBLE', weight, rule, 'Set it to 0, or move what should count to a tag of another family')
}
