/**
 * Bytes into records of fields: comma- or tab-separated text, UTF-8, any line ending, quoted or not. A record that cannot
 * be read is rejected and the next one begins on the next line, so that one open quote does not swallow a file.
 */
import { parse } from 'csv-parse/sync'
import { type Rejected, rejected } from './importer.ts'

export interface FieldsRead {
  readonly kind: 'fields'
  /** The line on which the record begins, from 1. */
  readonly line: number
  readonly fields: readonly string[]
}

export interface RecordFormat {
  readonly delimiter: ',' | '\t'
  /** false: quotes are letters like any other. */
  readonly quoted: boolean
}

const LONGEST_LINE = 1_000_000
/** How far a quoted field may reach over lines. */
const LONGEST_RECORD = 100

/** The records of a text. `formatOf` sees the first line, which is the header if there is one. */
export async function* recordsOf(
  bytes: AsyncIterable<Uint8Array>,
  formatOf: (firstLine: string) => RecordFormat,
): AsyncGenerator<readonly (FieldsRead | Rejected)[]> {
  let format: RecordFormat | null = null
  let held: { line: number; text: string }[] = []
  for await (const lines of linesOf(bytes)) {
    const out: (FieldsRead | Rejected)[] = []
    for (const line of lines) {
      if ('kind' in line) {
        out.push(line)
        continue
      }
      format ??= formatOf(line.text)
      if (held.length === 0 && !(format.quoted && line.text.includes('"'))) {
        if (line.text !== '') out.push({ kind: 'fields', line: line.line, fields: line.text.split(format.delimiter) })
        continue
      }
      held = taken([...held, line], format, out)
    }
    yield out
  }
  const out: (FieldsRead | Rejected)[] = []
  while (format !== null && held.length > 0) held = released(held, format, out)
  yield out
}

/** Reads what is held as one record if its quotes are closed; gives the first line up where they stay open too long. */
function taken(held: { line: number; text: string }[], format: RecordFormat, out: (FieldsRead | Rejected)[]) {
  const text = held.map((h) => h.text).join('\n')
  const closed = (text.split('"').length - 1) % 2 === 0
  if (closed) {
    out.push(fieldsIn(text, held[0]?.line ?? 0, format.delimiter))
    return []
  }
  return held.length < LONGEST_RECORD ? held : released(held, format, out)
}

/** Rejects the first held line and reads the others again on their own. */
function released(held: { line: number; text: string }[], format: RecordFormat, out: (FieldsRead | Rejected)[]) {
  const [first, ...rest] = held
  if (first) out.push(rejected(first.line, null, first.text, 'a quote is opened and not closed'))
  let again: { line: number; text: string }[] = []
  for (const line of rest) {
    if (again.length === 0 && !line.text.includes('"')) {
      out.push({ kind: 'fields', line: line.line, fields: line.text.split(format.delimiter) })
    } else again = taken([...again, line], format, out)
  }
  return again
}

function fieldsIn(text: string, line: number, delimiter: string): FieldsRead | Rejected {
  try {
    const [fields = []] = parse(text, { delimiter, relax_column_count: true }) as string[][]
    return { kind: 'fields', line, fields }
  } catch {
    return rejected(line, null, text, 'a quote stands where none may stand')
  }
}

async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly ({ line: number; text: string } | Rejected)[]> {
  // Takes a byte order mark away by itself.
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  let number = 0
  const lineOf = (raw: string): { line: number; text: string } | Rejected => {
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    number += 1
    if (text.length > LONGEST_LINE) return rejected(number, null, text, 'the line is longer than a million characters')
    if (text.includes('\0')) return rejected(number, null, '', 'it is binary, or text in UTF-16: text in UTF-8 is read')
    if (text.includes('\uFFFD')) return rejected(number, null, text, 'it holds bytes that are not UTF-8')
    return { line: number, text }
  }
  for await (const chunk of bytes) {
    const text = rest + decoder.decode(chunk, { stream: true })
    const lines = text.split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > 10 * LONGEST_LINE) {
      yield [rejected(number + 1, null, rest, 'the line is longer than a million characters')]
      return
    }
    const read = lines.map(lineOf)
    yield read
    // A text that is binary from its first line on is not looked at further: it is no text.
    if (number === read.length && read[0] && 'kind' in read[0] && read[0].value === '') return
  }
  const last = rest + decoder.decode()
  if (last !== '') yield [lineOf(last)]
}
