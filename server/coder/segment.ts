/**
 * Where the sentences of a text begin and end, and which of them are none of the article's own: captions, boilerplate of
 * the site, headlines, sentences printed twice. Offsets are UTF-16 units into the text as given.
 */
import { type Chaff, chaffOf, isCaption, Read } from './chaff.ts'

export interface Segment {
  readonly start: number
  /** Exclusive. */
  readonly end: number
  /** Null for a sentence of the article; else why it gives no statement. */
  readonly chaff: Chaff | null
  /** Number of the paragraph, from 0. */
  readonly paragraph: number
  /** Whether it begins inside a quotation that an earlier sentence opened. */
  readonly quoted: boolean
}

/** A sentence is cut after so many characters where no end is found. */
const LONGEST_SENTENCE = 1200

const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof gen lt col maj capt sgt sen rep gov hon rev st sr jr no vs etc eg ie inc ltd corp co dept ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun approx est fig ' +
    'adm brig cmdr supt pres min amb rs p pp vol'
  ).split(' '),
)
/** After "U.S." and the like only such a word begins a new sentence. */
const OPENERS = new Set(
  'The A An In On At But He She It They We I This That These Those As If When While After'.split(' '),
)

/** The segments of a text (masked), in its order; nothing between them but space. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = []
  const read = new Read()
  let paragraph = -1
  for (const line of text.matchAll(/[^\n]+/g)) {
    if (line[0].trim() === '') continue
    paragraph++
    let open = false
    const caption = isCaption(line[0])
    for (const [start, end] of sentencesIn(text, line.index, line.index + line[0].length)) {
      const sentence = text.slice(start, end)
      const whole =
        start === line.index + (line[0].length - line[0].trimStart().length) &&
        end >= line.index + line[0].trimEnd().length
      const kind = caption ? 'CAPTION' : chaffOf(sentence, { first: segments.length === 0, whole })
      const chaff: Chaff | null = kind ?? (read.again(sentence) ? 'REPEAT' : null)
      segments.push({ start, end, chaff, paragraph, quoted: open })
      for (const c of sentence) if (c === '“' || c === '”' || c === '"') open = c === '“' || (c === '"' && !open)
    }
  }
  return segments
}

/** The sentences of a text that is known to hold nothing else: where each begins and ends. */
export function* sentencesOf(text: string): Generator<readonly [number, number]> {
  for (const line of text.matchAll(/[^\n]+/g)) yield* sentencesIn(text, line.index, line.index + line[0].length)
}

function* sentencesIn(text: string, from: number, to: number): Generator<readonly [number, number]> {
  let start = from
  const ends = /[.!?…]+[\])”’"']*(?=\s|$)|(?<=[a-z]{2})[.!?](?=[A-Z][a-z])|[。！？]|;\s*(?=\n|$)/g
  const line = text.slice(from, to)
  for (const m of line.matchAll(ends)) {
    const end = from + m.index + m[0].length
    if (!endsSentence(line, m.index, m[0])) continue
    yield* pieces(text, start, end)
    start = end
  }
  yield* pieces(text, start, to)
}

function endsSentence(line: string, at: number, mark: string): boolean {
  const after = line.slice(at + mark.length, at + mark.length + 24)
  if (after.trim() === '') return true
  const next = after.trimStart()
  if (/^["“‘'([]*\p{Ll}/u.test(next)) return false
  if (!mark.startsWith('.') || mark.startsWith('..')) return true
  const before = /([\p{L}\p{N}.]+)$/u.exec(line.slice(Math.max(0, at - 24), at))?.[1] ?? ''
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before)) return OPENERS.has(/^["“‘'(]*(\p{L}+)/u.exec(next)?.[1] ?? '')
  if (/^\p{Lu}$/u.test(before)) return false
  return !ABBREVIATIONS.has(before.toLowerCase())
}

/** Without space at either end, and in pieces where it is too long for a sentence. */
function* pieces(text: string, from: number, to: number): Generator<readonly [number, number]> {
  let start = from
  while (start < to) {
    while (start < to && /\s/.test(text[start] as string)) start++
    let end = Math.min(to, start + LONGEST_SENTENCE)
    if (end < to) {
      const space = text.lastIndexOf(' ', end)
      if (space > start + LONGEST_SENTENCE / 2) end = space
      else if (/[\udc00-\udfff]/.test(text[end] as string)) end--
    }
    const next = end
    while (end > start && /\s/.test(text[end - 1] as string)) end--
    if (end > start) yield [start, end]
    start = next
  }
}
