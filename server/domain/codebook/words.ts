/** What a change of codebook does, in sentences: what people read before they publish it. */

import type { Quad } from './codebook.ts'
import { type AnyTag, diffOf, type TagChange, type TagPart } from './diff.ts'
import { descentOf } from './lineage.ts'

interface Tagged {
  readonly tags: readonly AnyTag[]
}

const PARTS: Readonly<Record<Exclude<TagPart, 'WEIGHTS' | 'FAMILY'>, string>> = {
  DEFINITION: 'what it means is reworded',
  MAPPING: 'it gathers other codes',
  LABEL: 'its name is reworded',
  EXAMPLE: 'its example is another',
  REASON: 'the reason for its weights is another',
}
const FAMILIES: Readonly<Record<Quad, string>> = {
  STATEMENT: 'plain statement',
  VERBAL_COOPERATION: 'verbal cooperation',
  MATERIAL_COOPERATION: 'material cooperation',
  VERBAL_CONFLICT: 'verbal conflict',
  MATERIAL_CONFLICT: 'material conflict',
}

/** From `a` to `b`: tags renamed, merged, split, retired; then new ones, those that are gone, and those that differ. */
export function wordsOf(a: Tagged, b: Tagged): string[] {
  const descents = descentOf(a.tags, b.tags)
  const { added, removed, changed } = diffOf(a, b)
  const told = new Set(descents.map(({ tag }) => tag.code))
  const heirs = new Set(descents.flatMap(({ into }) => into.map((tag) => tag.code)))
  return [
    ...descents.map(({ tag, fate, into }) => {
      const others = listed(into.map(named))
      if (fate === 'RENAMED') return `${named(tag)} is now ${others}.`
      if (fate === 'RETIRED') return `${named(tag)} is retired; what was coded so counts as ${others}.`
      return fate === 'MERGED' ? `${named(tag)} is merged into ${others}.` : `${named(tag)} is split into ${others}.`
    }),
    ...added.filter((tag) => !heirs.has(tag.code)).map((tag) => `${named(tag)} is new.`),
    ...removed.filter((tag) => !told.has(tag.code)).map((tag) => `${named(tag)} is gone.`),
    ...changed.map((change) => `${named(change.after)}: ${partsIn(change).join('; ')}.`),
    ...descents.flatMap(({ tag, into }) => {
      const before = a.tags.find((t) => t.code === tag.code)
      return into.flatMap(({ code }) => {
        const after = added.find((t) => t.code === code)
        if (!before || !after) return []
        const weights = weightsIn({ before, after })
        return weights.length === 0 ? [] : [`${named(after)}: ${weights.join('; ')}, from ${before.label}.`]
      })
    }),
  ]
}

function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ')
}

function named({ label, code }: { readonly label: string; readonly code: string }): string {
  return `“${label}” (${code})`
}

function partsIn({ before, after, parts }: TagChange<AnyTag>): string[] {
  return parts.flatMap((part) => {
    if (part === 'WEIGHTS') return weightsIn({ before, after })
    return part === 'FAMILY' ? [`it moves from ${FAMILIES[before.quad]} to ${FAMILIES[after.quad]}`] : [PARTS[part]]
  })
}

function weightsIn({ before, after }: Pick<TagChange<AnyTag>, 'before' | 'after'>): string[] {
  return (['tension', 'engagement'] as const)
    .filter((measure) => before[measure] !== after[measure])
    .map((measure) => `${measure} ${before[measure]} → ${after[measure]}`)
}
