/**
 * Coded statements as text and back: lines of JSON, or a table. A cell of the table that a table program would run as a
 * formula stands behind an apostrophe, and so does one that begins with an apostrophe; line breaks are written `\n`. So the
 * table is safe to open, one line is one row, and nothing is lost.
 */
import { stringify } from 'csv-stringify/sync'
import { columnsOf, delimiterOf } from '../formats/columns.ts'
import { type Rejected, rejected } from '../importer.ts'
import { recordsOf } from '../records.ts'
import { COLUMNS, type Coded, type CodedFault, codedOf, type Flat, flatOf } from './coded.ts'

export const CODED_FORMATS = ['jsonl', 'csv'] as const
export type CodedFormat = (typeof CODED_FORMATS)[number]

const NAMES = COLUMNS.map((c) => c.name)
const KINDS = new Map(COLUMNS.map((c) => [c.name, c.kind]))

export function codedHeader(format: CodedFormat): string {
  return format === 'csv' ? `${NAMES.join(',')}\n` : ''
}

/** One line of JSON; or one row for each judgement, one at least. */
export function codedText(coded: Coded, format: CodedFormat): string {
  const { statement, codings } = flatOf(coded)
  if (format === 'jsonl') return `${JSON.stringify({ ...statement, codings })}\n`
  const rows = (codings.length === 0 ? [{}] : codings).map((coding) => {
    const row: Flat = { ...statement, ...coding }
    return COLUMNS.map(({ name, kind }) => cellOf(row[name] ?? null, kind === 'list'))
  })
  return stringify(rows)
}

/** An empty list of issues is an empty cell; no pairs at all are not any pair, which is what an empty cell says there. */
function cellOf(value: Exclude<Flat[string], undefined>, isList: boolean): string {
  if (value === null) return ''
  if (typeof value !== 'string') return isList && JSON.stringify(value) === '[]' ? '' : JSON.stringify(value)
  const line = value.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\r/g, '\\r')
  return /^['=+\-@\t]/.test(line) ? `'${line}` : line
}

/** The value of a cell; texts that are no value of their kind stay texts, which are refused where they are read. */
function valueIn(name: string, cell: string): Flat[string] {
  if (cell === '') return null
  const kind = KINDS.get(name)
  if (kind === 'text' || kind === 'day') {
    const text = cell.startsWith("'") ? cell.slice(1) : cell
    return text.replace(/\\([\\nr])/g, (_, c: string) => ({ n: '\n', r: '\r' })[c] ?? c)
  }
  try {
    return JSON.parse(cell)
  } catch {
    return cell
  }
}

/** A statement as it was read, with its line; or what is wrong with one. */
export type CodedRead = { readonly kind: 'coded'; readonly line: number; readonly coded: Coded } | Rejected

/** Reads statement after statement; what cannot be read is told, and the next one is read. */
export async function* readCoded(bytes: AsyncIterable<Uint8Array>, format: CodedFormat): AsyncGenerator<CodedRead> {
  yield* format === 'csv' ? readTable(bytes) : readLines(bytes)
}

async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<CodedRead> {
  for await (const records of recordsOf(bytes, () => ({ delimiter: '\u0001' as '\t', quoted: false }))) {
    for (const record of records) {
      if (record.kind === 'rejected') {
        yield record
        continue
      }
      const object = objectIn(record.fields.join('\u0001'))
      const codings = object?.codings ?? []
      if (object === null || !Array.isArray(codings) || codings.some((c) => typeof c !== 'object' || c === null)) {
        yield rejected(record.line, null, record.fields[0] ?? '', 'it is no JSON object with a list of codings')
      } else yield* told(record.line, codedOf(object as Flat, codings as Flat[]))
    }
  }
}

async function* readTable(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<CodedRead> {
  let places: readonly (readonly [string, number])[] | null = null
  let width = 0
  let open: { key: string; line: number; statement: Flat; codings: Flat[] } | null = null
  for await (const records of recordsOf(bytes, (first) => ({ delimiter: delimiterOf(first), quoted: true }))) {
    for (const record of records) {
      if (record.kind === 'rejected') {
        yield record
        continue
      }
      const { line, fields } = record
      if (places === null) {
        const at = columnsOf(fields)
        places = NAMES.map((name) => [name, at(name)] as const)
        width = fields.length
        const missing = ['collection_code', 'origin', 'day', 'source', 'target'].find((name) => at(name) < 0)
        if (missing === undefined) continue
        yield rejected(line, missing, fields.join(), `the header names no column ${missing}`)
        return
      }
      if (fields.length !== width) {
        yield rejected(line, null, fields.join(), 'it has not as many columns as the header')
        continue
      }
      const row = Object.fromEntries(places.map(([name, at]) => [name, valueIn(name, fields[at] ?? '')]))
      const key = JSON.stringify([row.collection_code, row.document_title, row.document_url, row.origin])
      if (open && open.key !== key) {
        yield* told(open.line, codedOf(open.statement, open.codings))
        open = null
      }
      open ??= { key, line, statement: row, codings: [] }
      if (row.coding_coder !== null || row.coding_tag !== null) open.codings.push(row)
    }
  }
  if (open) yield* told(open.line, codedOf(open.statement, open.codings))
}

function* told(line: number, coded: Coded | CodedFault[]): Generator<CodedRead> {
  if (Array.isArray(coded)) for (const { column, value, reason } of coded) yield rejected(line, column, value, reason)
  else yield { kind: 'coded', line, coded: coded as Coded }
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}
