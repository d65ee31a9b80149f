/**
 * What became of the tags of a codebook in another: read off the codes they gather, so that it needs no history. What
 * an event is scored by follows its leaf; what a coder meant by a tag that was split, only the coder can say.
 */
import type { Leaf, Quad } from './codebook.ts'
import { placeOfLeaf } from './weights.ts'

/** A tag of the domain, or as a client has it. */
interface Gathers {
  readonly code: string
  readonly label: string
  readonly cameo: readonly string[]
  readonly leaf: string
}

interface Weighed extends Gathers {
  readonly quad: Quad
  readonly tension: number
  readonly engagement: number
}

export const FATES = ['RENAMED', 'MERGED', 'SPLIT'] as const
/** RENAMED: one new code for the same. MERGED: its codes went to a tag that has others too. SPLIT: they went to several. */
export type Fate = (typeof FATES)[number]

export interface Descent {
  readonly tag: Gathers
  readonly fate: Fate
  /** The tags that have its codes now. */
  readonly into: readonly Gathers[]
}

/** Every code that leads to this tag by name: those it gathers, and its own leaf. */
export function leavesOf(tag: Pick<Gathers, 'cameo' | 'leaf'>): string[] {
  return [...new Set([...tag.cameo, tag.leaf])]
}

/** Of these leaves, those that `b` gives another tag or other weights than `a`. */
export function movedLeaves(a: readonly Weighed[], b: readonly Weighed[], leaves: readonly Leaf[]): Leaf[] {
  const [was, is] = [placeOfLeaf(a), placeOfLeaf(b)]
  const said = (tag: Weighed | undefined) => tag && `${tag.code} ${tag.quad} ${tag.tension} ${tag.engagement}`
  return leaves.filter((leaf) => said(was(leaf)?.tag) !== said(is(leaf)?.tag))
}

/** The tags of `a` whose codes are not in a tag of the same code in `b`, in the order of `a`. */
export function descentOf(a: readonly Gathers[], b: readonly Gathers[]): Descent[] {
  const [was, is] = [placeOfLeaf(a), placeOfLeaf(b)]
  const known = new Set(a.map((tag) => tag.code))
  const heirs = a.map((tag) => {
    const places = new Set(leavesOf(tag).map((leaf) => is(leaf)?.tag))
    // A part may gather no code but a refinement that was the whole's.
    return b.filter((heir) => places.has(heir) || was(heir.leaf)?.tag === tag)
  })
  return heirs.flatMap((into, i): Descent[] => {
    const tag = a[i] as Gathers
    const [only] = into
    if (into.length > 1) return [{ tag, fate: 'SPLIT', into }]
    if (only === undefined || only.code === tag.code) return []
    const merged = known.has(only.code) || heirs.filter((others) => others.includes(only)).length > 1
    return [{ tag, fate: merged ? 'MERGED' : 'RENAMED', into }]
  })
}
