/** How two codebook versions differ: tags added, removed and changed. Tags are told apart by their codes. */
import type { Tag } from './codebook.ts'

export const TAG_PARTS = ['WEIGHTS', 'FAMILY', 'DEFINITION', 'MAPPING', 'LABEL', 'EXAMPLE', 'REASON'] as const
/** What of a tag differs. DEFINITION: what it means, includes or excludes. MAPPING: CAMEO codes, PLOVER type or leaf. */
export type TagPart = (typeof TAG_PARTS)[number]

/** A tag of the domain, or as a client has it. */
export type AnyTag = Omit<Tag, 'leaf'> & { readonly leaf: string }

export interface TagChange<T extends AnyTag = Tag> {
  readonly before: T
  readonly after: T
  /** In the order of TAG_PARTS; never empty. */
  readonly parts: readonly TagPart[]
}

/** From `a` to `b`. Added and changed in the order of `b`, removed in the order of `a`. */
export interface CodebookDiff<T extends AnyTag = Tag> {
  readonly added: readonly T[]
  readonly removed: readonly T[]
  readonly changed: readonly TagChange<T>[]
}

const FIELDS: Readonly<Record<TagPart, readonly (keyof Tag)[]>> = {
  WEIGHTS: ['tension', 'engagement'],
  FAMILY: ['quad'],
  DEFINITION: ['definition', 'includes', 'excludes'],
  MAPPING: ['cameo', 'plover', 'leaf'],
  LABEL: ['label'],
  EXAMPLE: ['example'],
  REASON: ['reason'],
}

interface Tagged<T> {
  readonly tags: readonly T[]
}

export function diffOf<T extends AnyTag>(a: Tagged<T>, b: Tagged<T>): CodebookDiff<T> {
  const [old, fresh] = [byCode(a), byCode(b)]
  const changed = b.tags.flatMap((after) => {
    const before = old.get(after.code)
    if (before === undefined) return []
    const parts = TAG_PARTS.filter((part) =>
      FIELDS[part].some((field) => contentOf(before, field) !== contentOf(after, field)),
    )
    return parts.length === 0 ? [] : [{ before, after, parts }]
  })
  return {
    added: b.tags.filter((tag) => !old.has(tag.code)),
    removed: a.tags.filter((tag) => !fresh.has(tag.code)),
    changed,
  }
}

function byCode<T extends AnyTag>({ tags }: Tagged<T>): ReadonlyMap<string, T> {
  return new Map(tags.map((tag) => [tag.code, tag]))
}

/** A list of codes is a set: their order says nothing. */
function contentOf(tag: AnyTag, field: keyof Tag): string {
  const value = tag[field]
  return JSON.stringify(Array.isArray(value) ? [...value].sort() : value)
}
