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

/**
 * RENAMED: one new code for the same. MERGED: its codes went to a tag that has others too. SPLIT: they went to several.
 * RETIRED: no tag has its codes by name; what bears them counts by the CAMEO code before the dot.
 */
export type Fate = 'RENAMED' | 'MERGED' | 'SPLIT' | 'RETIRED'

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
  const named = new Set(b.flatMap(leavesOf))
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
    if (!leavesOf(tag).some((leaf) => named.has(leaf))) return [{ tag, fate: 'RETIRED', into }]
    const merged = known.has(only.code) || heirs.filter((others) => others.includes(only)).length > 1
    return [{ tag, fate: merged ? 'MERGED' : 'RENAMED', into }]
  })
}

/** Why what was judged by a tag of one version is no tag of another. */
export type LossReason = Extract<Fate, 'SPLIT' | 'RETIRED'>

/** A tag of another version, or why there is none. */
export type Heir = { readonly tag: string } | { readonly lost: LossReason }

/**
 * What a judgement by a tag of `a` says in the tags of `b`, by the tag's code. Renamed and merged tags are exact, for
 * whoever chose them meant all their codes; of a split one only the coder can say which part was meant.
 */
export function heirsOf(a: readonly Gathers[], b: readonly Gathers[]): ReadonlyMap<string, Heir> {
  const descents = new Map(descentOf(a, b).map((descent) => [descent.tag.code, descent]))
  const codes = new Set(b.map((tag) => tag.code))
  return new Map(
    a.map(({ code }): [string, Heir] => {
      const descent = descents.get(code)
      if (descent === undefined) return [code, codes.has(code) ? { tag: code } : { lost: 'RETIRED' }]
      const { fate, into } = descent
      return [code, fate === 'SPLIT' || fate === 'RETIRED' ? { lost: fate } : { tag: (into[0] as Gathers).code }]
    }),
  )
}

interface Published {
  readonly name: string
  readonly version: string
}

/** Of all versions in order of publishing, those of one codebook up to this one, itself among them; of a draft all. */
export function versionsUpTo<T extends Published>(versions: readonly T[], { name, version }: Published): readonly T[] {
  const at = versions.findIndex((c) => c.version === version)
  return versions.filter((c, i) => c.name === name && (at < 0 || i <= at))
}
