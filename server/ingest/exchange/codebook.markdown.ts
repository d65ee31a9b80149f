/**
 * A codebook version as Markdown that people read, and back without loss: headings and lists of `Key: text`. In a text what
 * Markdown would take for a mark stands behind a backslash, and a line break is `<br>`.
 */

import type { Codebook, Tag } from '../../domain/codebook/codebook.ts'
import { parseCodebook } from '../../domain/codebook/parse.ts'
import { type Refusal, refuse } from '../../domain/error.ts'
import { EVIDENCE_CLASSES } from '../../domain/record/evidence.ts'

const NONE = '–'

const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>&#|~]/g, '\\$&')
    .replace(/\n/g, '<br>')
    .replace(/\r/g, '&cr;')

const unescaped = (text: string): string =>
  text.replace(/<br>|&cr;|\\(.)/g, (mark, letter: string | undefined) => letter ?? (mark === '<br>' ? '\n' : '\r'))

/** What stands under a tag, in order: the key people read, the field, and how it is written. */
const TAG_LINES = [
  ['Code', 'code'],
  ['Family', 'quad'],
  ['Tension', 'tension'],
  ['Engagement', 'engagement'],
  ['Means', 'definition'],
  ['Includes', 'includes'],
  ['Excludes', 'excludes'],
  ['Example', 'example'],
  ['Why these weights', 'reason'],
  ['CAMEO', 'cameo'],
  ['PLOVER', 'plover'],
  ['Leaf', 'leaf'],
] as const satisfies readonly (readonly [string, keyof Tag])[]

export function codebookMarkdown({ name, version, note, hash, method, tags }: Codebook): string {
  const lines = (pairs: readonly (readonly [string, string])[]) => pairs.map(([key, text]) => `- ${key}: ${text}`)
  return `${[
    `# ${version}`,
    '',
    ...lines([
      ['Codebook', name],
      ['Hash', hash],
      ['Note', escaped(note)],
    ]),
    '',
    '## Method',
    '',
    ...lines([
      ['Half-life in days', String(method.halfLifeDays)],
      ['Kept from one day to the next (λ), in 10⁻¹²', String(method.lambda)],
      ['Neutral events added (n0)', String(method.priorEvents)],
      ...EVIDENCE_CLASSES.map((name) => [`Evidence ${name}, in 10⁻⁴`, String(method.evidence[name])] as const),
      ['κ of tension', String(method.kappa.tension)],
      ['κ of engagement', String(method.kappa.engagement)],
      ['κ is read from', escaped(method.kappaPanel)],
    ]),
    '',
    '## Tags',
    ...tags.flatMap((tag) => [
      '',
      `### ${escaped(tag.label)}`,
      '',
      ...lines(TAG_LINES.map(([key, field]) => [key, written(tag[field], CODES.has(field))])),
    ]),
  ].join('\n')}\n`
}

/** What is one word of a closed form is written as it is. */
const CODES: ReadonlySet<keyof Tag> = new Set(['code', 'quad', 'leaf'])

function written(value: string | number | null | readonly string[], isCode: boolean): string {
  if (value === null) return NONE
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value === NONE ? `\\${NONE}` : isCode ? value : escaped(value)
  return value.length === 0 ? NONE : value.join(', ')
}

/** The codebook of such a text; or everything that is wrong with it, with the number of the line where it has one. */
export function parseMarkdown(text: string): Codebook | Refusal[] {
  const refusals: Refusal[] = []
  let section: 'head' | 'method' | 'tags' = 'head'
  let version = ''
  const head: Record<string, string> = {}
  const method: Record<string, string> = {}
  const tags: Record<string, string>[] = []
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '') return
    // The dot for every letter: some scripts' marks count as line ends elsewhere.
    const [, mark, title = ''] = /^(#{1,3}) (.*)$/s.exec(line) ?? []
    const [, key, value = ''] = /^- ([^:]+): ?(.*)$/s.exec(line) ?? []
    if (mark === '#') version = title
    else if (mark === '##' && (title === 'Method' || title === 'Tags')) section = title === 'Method' ? 'method' : 'tags'
    else if (mark === '###' && section === 'tags') tags.push({ label: unescaped(title) })
    else if (key !== undefined && section !== 'tags') (section === 'head' ? head : method)[key] = value
    else if (key !== undefined && tags.length > 0) (tags.at(-1) as Record<string, string>)[key] = value
    else {
      const rule = `line ${i + 1} is neither a heading of a codebook nor "- Key: text"`
      refusals.push(refuse('BAD_TEXT', line, rule, 'Write it so, or take it out'))
    }
  })
  if (refusals.length > 0) return refusals
  const number = (from: Readonly<Record<string, string>>, key: string) => {
    const written = from[key]
    return written === undefined || written.trim() === '' ? written : Number(written)
  }
  return parseCodebook({
    name: head.Codebook,
    version,
    note: unescaped(head.Note ?? ''),
    ...(head.Hash === undefined ? {} : { hash: head.Hash }),
    tags: tags.map((tag) => ({
      label: tag.label,
      ...given(TAG_LINES.map(([key, field]) => [field, readField(field, tag, key, number)])),
    })),
    method: {
      halfLifeDays: number(method, 'Half-life in days'),
      lambda: number(method, 'Kept from one day to the next (λ), in 10⁻¹²'),
      priorEvents: number(method, 'Neutral events added (n0)'),
      evidence: Object.fromEntries(EVIDENCE_CLASSES.map((c) => [c, number(method, `Evidence ${c}, in 10⁻⁴`)])),
      kappa: { tension: number(method, 'κ of tension'), engagement: number(method, 'κ of engagement') },
      kappaPanel: unescaped(method['κ is read from'] ?? ''),
    },
  })
}

/** What stands there: a field that is missing is missed by name. */
function given(pairs: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined))
}

function readField(
  field: keyof Tag,
  tag: Readonly<Record<string, string>>,
  key: string,
  number: (from: Readonly<Record<string, string>>, key: string) => unknown,
): unknown {
  const text = tag[key]
  if (field === 'tension' || field === 'engagement') return number(tag, key)
  if (field === 'cameo') return text === NONE ? [] : text?.split(', ')
  if (field === 'plover' && text === NONE) return null
  return text === undefined ? undefined : unescaped(text)
}
