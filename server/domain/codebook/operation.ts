/**
 * Surgery on the tags of a draft: rename, describe, merge, split, retire. Events follow their codes, so nothing on
 * record is touched: every code that a tag gathered is gathered by exactly one tag afterwards.
 */

import { isRefusal, type Refusal, refuse } from '../error.ts'
import { checkText } from '../text.ts'
import type { Leaf, Quad } from './codebook.ts'
import type { DraftTag } from './draft.ts'
import { leavesOf } from './lineage.ts'
import { isWeight, WEIGHT_RULE } from './weights.ts'

/** What is said of a tag beside its weights; what is left out stays. An empty definition cannot be published. */
export interface TagTexts {
  readonly label?: string | null
  readonly definition?: string | null
  readonly includes?: string | null
  readonly excludes?: string | null
  readonly example?: string | null
  readonly reason?: string | null
}

/** One of the tags a tag is split into. */
export interface Part extends TagTexts {
  readonly code: string
  readonly label: string
  /** Null: as the tag that is split. */
  readonly quad?: Quad | null
  /** Which of the codes that the tag gathered are this part's. */
  readonly cameo: readonly string[]
  /** Null: that of the whole where the part keeps its code, else not weighed yet. */
  readonly tension?: number | null
  readonly engagement?: number | null
}

export type Operation =
  | { readonly kind: 'RENAME'; readonly tag: string; readonly code: string; readonly label: string }
  | { readonly kind: 'DESCRIBE'; readonly tag: string; readonly texts: TagTexts }
  | { readonly kind: 'MERGE'; readonly tags: readonly string[]; readonly into: string }
  | { readonly kind: 'SPLIT'; readonly tag: string; readonly parts: readonly Part[] }
  | { readonly kind: 'RETIRE'; readonly tag: string; readonly into: string | null }

type Tags = readonly DraftTag[]
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/
const TEXTS = ['label', 'definition', 'includes', 'excludes', 'example', 'reason'] as const

/** The tags after the operation, in their order; or why it cannot be. */
export function operated(tags: Tags, operation: Operation): Tags | Refusal {
  switch (operation.kind) {
    case 'RENAME':
      return renamed(tags, operation)
    case 'DESCRIBE': {
      const tag = tagOf(tags, operation.tag)
      return isRefusal(tag) ? tag : tags.map((t) => (t === tag ? { ...t, ...given(operation.texts) } : t))
    }
    case 'MERGE':
      return merged(tags, operation.tags, operation.into)
    case 'SPLIT':
      return split(tags, operation)
    case 'RETIRE':
      return retired(tags, operation)
  }
}

/** The operation in a sentence, for the history of the draft. */
export function sentenceOfOperation(operation: Operation): string {
  switch (operation.kind) {
    case 'RENAME':
      return `Renamed ${operation.tag} to ${operation.code}`
    case 'DESCRIBE':
      return `Described ${operation.tag}`
    case 'MERGE':
      return `Merged ${operation.tags.join(', ')} into ${operation.into}`
    case 'SPLIT':
      return `Split ${operation.tag} into ${operation.parts.map((p) => p.code).join(', ')}`
    case 'RETIRE':
      return `Retired ${operation.tag}${operation.into === null ? '' : `, its codes to ${operation.into}`}`
  }
}

function renamed(tags: Tags, { tag: code, code: next, label }: Operation & { kind: 'RENAME' }): Tags | Refusal {
  const tag = tagOf(tags, code)
  if (isRefusal(tag)) return tag
  const others = tags.filter((t) => t !== tag)
  return freeCode(others, next) ?? tags.map((t) => (t === tag ? { ...t, code: next, label: label.trim() } : t))
}

function merged(tags: Tags, codes: readonly string[], into: string): Tags | Refusal {
  const target = tagOf(tags, into)
  if (isRefusal(target)) return target
  const sources: DraftTag[] = []
  for (const code of new Set(codes)) {
    const tag = tagOf(tags, code)
    if (isRefusal(tag)) return tag
    if (tag === target) return refuse('NOT_POSSIBLE', code, 'a tag is not merged into itself', 'Leave it out')
    sources.push(tag)
  }
  if (sources.length === 0) return refuse('INCOMPLETE', '', 'a merge names at least one tag', 'Choose one')
  const gathered = [...new Set([...target.cameo, ...sources.flatMap((tag) => leavesOf(tag))])]
  return tags.filter((t) => !sources.includes(t)).map((t) => (t === target ? { ...t, cameo: gathered } : t))
}

function retired(tags: Tags, { tag: code, into }: Operation & { kind: 'RETIRE' }): Tags | Refusal {
  if (into !== null) return merged(tags, [code], into)
  const tag = tagOf(tags, code)
  if (isRefusal(tag)) return tag
  if (tag.cameo.length === 0 && tag.leaf.includes('.')) return tags.filter((t) => t !== tag)
  const rule = `it gathers ${leavesOf(tag).join(', ')}, which some tag must weigh`
  return refuse('INCOMPLETE', code, rule, 'Say which tag takes them')
}

function split(tags: Tags, { tag: code, parts }: Operation & { kind: 'SPLIT' }): Tags | Refusal {
  const tag = tagOf(tags, code)
  if (isRefusal(tag)) return tag
  if (parts.length < 2) return refuse('INCOMPLETE', parts.length, 'a split makes at least two tags', 'Add another part')
  const others = tags.filter((t) => t !== tag)
  const codes = new Set<string>()
  for (const part of parts) {
    if (codes.has(part.code)) return refuse('CONFLICT', part.code, 'two parts have this code', 'Give one another')
    codes.add(part.code)
    const fault = freeCode(others, part.code)
    if (fault) return fault
  }
  const leaves = leavesOf(tag)
  const held = parts.flatMap((p) => p.cameo)
  const strange = held.find((leaf) => !leaves.includes(leaf))
  const rule = `each of ${leaves.join(', ')} goes to exactly one part`
  if (strange !== undefined) return refuse('UNKNOWN_LEAF', strange, rule, `Take it out: ${code} did not gather it`)
  const lacking = leaves.find((leaf) => held.filter((h) => h === leaf).length !== 1)
  if (lacking !== undefined) return refuse('INCOMPLETE', lacking, rule, 'Give it to one of the parts')
  const made = parts.map((part) => partOf(tag, part))
  return tags.flatMap((t) => (t === tag ? made : [t]))
}

/** A part is described and weighed anew, for what is said of the whole need not hold of it; the one that keeps the code keeps that. */
function partOf(tag: DraftTag, part: Part): DraftTag {
  const { code, quad, cameo } = part
  const keeps = code === tag.code
  const blank = keeps ? {} : { definition: '', includes: '', excludes: '', example: '', reason: '' }
  const own = cameo.includes(tag.leaf) ? tag.leaf : cameo[0]
  const base = tag.leaf.replace(/\..*$/, '')
  return {
    ...{ ...tag, ...blank, ...given(part), code, quad: quad ?? tag.quad, cameo },
    tension: part.tension ?? (keeps ? tag.tension : null),
    engagement: part.engagement ?? (keeps ? tag.engagement : null),
    leaf: (own ?? `${base}.${/^[a-z]/.test(code) ? code : `tag-${code}`}`) as Leaf,
  }
}

function given(texts: TagTexts): Partial<Record<(typeof TEXTS)[number], string>> {
  return Object.fromEntries(TEXTS.flatMap((key) => (texts[key] == null ? [] : [[key, texts[key].trim()]])))
}

function tagOf(tags: Tags, code: string): DraftTag | Refusal {
  return (
    tags.find((t) => t.code === code) ??
    refuse('UNKNOWN_TAG', code, 'the draft has no such tag', 'Take the code of one of its tags')
  )
}

function freeCode(others: Tags, code: string): Refusal | null {
  if (!CODE.test(code)) {
    return refuse('BAD_CODE', code, 'a code is lower case words joined by hyphens', 'Write it like threaten-force')
  }
  if (!others.some((t) => t.code === code)) return null
  return refuse('CONFLICT', code, 'another tag has this code', 'Give another, or merge the two')
}

/** Texts and weights that cannot stand, whatever the draft; an empty text is let through until publishing. */
export function faultsOfOperation(operation: Operation): Refusal[] {
  const weights = operation.kind === 'SPLIT' ? operation.parts.flatMap((p) => [p.tension, p.engagement]) : []
  const bad = weights.find((weight) => weight != null && !isWeight(weight))
  const faults = textsIn(operation).flatMap((said) =>
    TEXTS.flatMap((key) => {
      const text = said[key]?.trim() ?? ''
      const fault = text === '' ? null : checkText(text, key === 'label' ? 80 : 2000)
      return fault === null ? [] : [fault]
    }),
  )
  return bad == null ? faults : [...faults, refuse('BAD_NUMBER', bad, `a weight ${WEIGHT_RULE}`, 'Give such a number')]
}

function textsIn(operation: Operation): readonly TagTexts[] {
  if (operation.kind === 'DESCRIBE') return [operation.texts]
  if (operation.kind === 'SPLIT') return operation.parts
  return operation.kind === 'RENAME' ? [{ label: operation.label }] : []
}
