/**
 * Reads a codebook from data and lets nothing pass that scoring or a coder could stumble over. All faults are named in
 * one go. The parameters of the method are read in method.ts.
 */

import { type Refusal, refuse } from '../error.ts'
import { type Fields, fieldsOf } from '../fields.ts'
import { CAMEO_CODES, isCameoCode } from './cameo.ts'
import { type Codebook, type Leaf, QUADS, type Tag } from './codebook.ts'
import { hashOf } from './hash.ts'
import { parseMethod } from './method.ts'
import { isWeight, MEASURES, refuseStatementWeight, tagOfLeaf, WEIGHT_RULE } from './weights.ts'

const CODEBOOK_KEYS = ['name', 'version', 'note', 'tags', 'method'] as const
const TAG_KEYS = [
  'code',
  'label',
  'quad',
  'tension',
  'engagement',
  'definition',
  'includes',
  'excludes',
  'example',
  'cameo',
  'plover',
  'leaf',
  'reason',
] as const

/**
 * The codebook of a JSON document, with its hash; or everything that is wrong with it. A `hash` may stand in the
 * document and must then be that of the content.
 */
export function parseCodebook(json: unknown): Codebook | Refusal[] {
  const refusals: Refusal[] = []
  const fields = fieldsOf(json, 'a codebook', CODEBOOK_KEYS, refusals, ['hash'])
  const tags = fields.list('tags').map((tag, i) => parseTag(tag, i, refusals))
  const content = {
    name: fields.textLike('name', /^[a-z][a-z0-9-]*$/, 'is lower case letters, digits and hyphens, like default'),
    version: fields.text('version'),
    note: fields.text('note'),
    tags,
    method: parseMethod(fields.raw('method'), refusals),
  }
  if (refusals.length === 0) refusals.push(...faultsAcross(content))
  if (refusals.length > 0) return refusals
  const hash = hashOf(content)
  if (fields.has('hash') && fields.raw('hash') !== hash) {
    const cure = 'Take the hash out to have it computed, or bring back the content it belongs to'
    return [refuse('CONFLICT', fields.raw('hash'), `the hash of this content is ${hash}`, cure)]
  }
  return { ...content, hash }
}

function parseTag(json: unknown, index: number, refusals: Refusal[]): Tag {
  const tag = fieldsOf(json, whereOf(json, index), TAG_KEYS, refusals)
  const read: Tag = {
    code: tag.textLike(
      'code',
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      'is lower case words joined by hyphens, like threaten-force, or a CAMEO code',
    ),
    label: tag.text('label'),
    quad: tag.oneOf('quad', QUADS),
    tension: weight(tag, 'tension'),
    engagement: weight(tag, 'engagement'),
    definition: tag.text('definition'),
    includes: tag.text('includes'),
    excludes: tag.text('excludes'),
    example: tag.text('example'),
    cameo: tag.texts('cameo'),
    plover: tag.textOrNull('plover'),
    leaf: tag.textLike(
      'leaf',
      /^\d{2,4}(\.[a-z][a-z0-9-]*)?$/,
      'is a CAMEO code, or one with a dot and a refinement, like 120.recognition',
    ) as Leaf,
    reason: tag.text('reason'),
  }
  for (const measure of MEASURES) {
    if (tag.raw('quad') === 'STATEMENT' && read[measure] > 0) {
      refusals.push(refuseStatementWeight(read[measure], measure, read.code))
    }
  }
  return read
}

/** What a message calls the tag: its code where it has one, else its place in the list. */
function whereOf(json: unknown, index: number): string {
  const code = typeof json === 'object' && json !== null && 'code' in json ? json.code : null
  return typeof code === 'string' ? `tag "${code}"` : `tag number ${index + 1}`
}

function weight(tag: Fields, key: 'tension' | 'engagement'): number {
  return tag.number(key, isWeight, WEIGHT_RULE)
}

/** The rules that no tag can keep or break alone. */
function faultsAcross(codebook: Omit<Codebook, 'hash'>): Refusal[] {
  const { name, version, tags } = codebook
  const faults: Refusal[] = []
  if (!version.startsWith(`${name}-`) || !/^[1-9]\d*$/.test(version.slice(name.length + 1))) {
    faults.push(refuse('BAD_CODE', version, 'a version is the name, a hyphen and a number', `Write it like ${name}-1`))
  }
  const codes = new Set<string>()
  for (const { code } of tags) {
    if (codes.has(code)) faults.push(refuse('CONFLICT', code, 'two tags have this code', 'Give one of them another'))
    codes.add(code)
  }
  return [...faults, ...faultsOfCoverage(tags), ...faultsOfLeaves(tags)]
}

/** What follows the CAMEO code in a leaf of our own. */
const REFINEMENT = /\.[a-z][a-z0-9-]*$/

/** Every CAMEO code stands in exactly one tag, and so does every refinement that a merged tag left, so that no event on record is without a weight or has two. */
function faultsOfCoverage(tags: readonly Tag[]): Refusal[] {
  const faults: Refusal[] = []
  const holder = new Map<string, string>()
  for (const tag of tags) {
    for (const code of tag.cameo) {
      const other = holder.get(code)
      if (!isCameoCode(code.replace(REFINEMENT, ''))) {
        const rule = `tag "${tag.code}" gathers a code CAMEO does not have`
        faults.push(refuse('BAD_CODE', code, rule, 'Write a CAMEO code with its leading zero, like "010"'))
      } else if (other !== undefined) {
        const rule = `the CAMEO code stands in two tags, "${other}" and "${tag.code}"`
        faults.push(refuse('CONFLICT', code, rule, 'Take it out of one of them'))
      } else {
        holder.set(code, tag.code)
      }
    }
  }
  for (const code of CAMEO_CODES.filter((c) => !holder.has(c))) {
    faults.push(refuse('INCOMPLETE', code, 'the CAMEO code stands in no tag', 'Add it to the tag that should weigh it'))
  }
  return faults
}

/** What a coder calls by a tag must be scored by that tag: its leaf leads back to it. */
function faultsOfLeaves(tags: readonly Tag[]): Refusal[] {
  const find = tagOfLeaf({ tags })
  return tags.flatMap((tag) => {
    const { code, leaf } = tag
    if (!isCameoCode(leaf.replace(/\..*$/, ''))) {
      const cure = 'Begin it with a CAMEO code with its leading zero, like "120.recognition"'
      return [refuse('UNKNOWN_LEAF', leaf, `the leaf of tag "${code}" begins with a code CAMEO does not have`, cure)]
    }
    const other = tags.find((t) => t !== tag && t === find(leaf))
    if (!other) return []
    const cure = 'Take a CAMEO code the tag gathers, or refine one after a dot'
    return [refuse('CONFLICT', leaf, `the leaf of tag "${code}" leads to tag "${other.code}"`, cure)]
  })
}
