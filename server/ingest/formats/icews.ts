/**
 * ICEWS Coded Event Data (Boschee et al., doi:10.7910/DVN/28075): the original of 20 tab-separated columns, and extracts
 * of four or five (`date,source,cameo,event,target`, with or without the code). Found out by the header.
 */
import { hash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { isCameoCode } from '../../domain/codebook/cameo.ts'
import type { Leaf } from '../../domain/codebook/codebook.ts'
import { type Day, parseDay } from '../../domain/day.ts'
import { isRefusal } from '../../domain/error.ts'
import { referenceText } from '../files.ts'
import { type Imported, type Importer, type Rejected, rejected } from '../importer.ts'
import { recordsOf } from '../records.ts'
import { columnsOf, delimiterOf } from './columns.ts'
import { icewsNames, type NameResolver } from './icews.names.ts'
import { type NamedRow, VISIT, withMutual } from './mutual.ts'

interface Columns {
  readonly width: number
  readonly date: number
  readonly source: number
  readonly target: number
  /** −1 where there is none. */
  readonly code: number
  readonly event: number
}

export const importIcews: Importer = async function* (bytes, known) {
  const resolve = icewsNames(known.directory)
  let columns: Columns | null = null
  // Halves of a mutual event bear one day, and files go on by day: what one day holds is enough to pair them.
  let day: Day | null = null
  let rows: NamedRow[] = []
  // Repeats of a row, as further stories tell it, are found by their origin where the rows are stored.
  for await (const records of recordsOf(bytes, formatOf)) {
    const out: Imported[] = []
    for (const record of records) {
      if (record.kind === 'rejected') {
        out.push(record)
        continue
      }
      if (columns === null) {
        columns = columnsIn(record.fields)
        if (columns !== null) continue
        yield [
          ...out,
          rejected(record.line, null, record.fields.join(), 'the header names no date, source, target and event'),
        ]
        return
      }
      const row = namedRow(record.fields, record.line, columns)
      if ('kind' in row) {
        out.push(row)
        continue
      }
      if (row.day !== day) {
        out.push(...settled(rows, resolve))
        rows = []
        day = row.day
      }
      rows.push(row)
    }
    yield out
  }
  yield settled(rows, resolve)
}

function formatOf(firstLine: string): { delimiter: ',' | '\t'; quoted: boolean } {
  const delimiter = delimiterOf(firstLine)
  return { delimiter, quoted: delimiter === ',' }
}

function columnsIn(header: readonly string[]): Columns | null {
  const at = columnsOf(header)
  const one = (...names: string[]): number => names.map(at).find((i) => i >= 0) ?? -1
  const columns = {
    width: header.length,
    date: one('Event Date', 'date'),
    source: one('Source Name', 'source'),
    target: one('Target Name', 'target'),
    code: one('CAMEO Code', 'cameo'),
    event: one('Event Text', 'event'),
  }
  const { date, source, target, code, event } = columns
  return date < 0 || source < 0 || target < 0 || (code < 0 && event < 0) ? null : columns
}

function namedRow(fields: readonly string[], line: number, columns: Columns): NamedRow | Rejected {
  if (fields.length !== columns.width) {
    return rejected(line, null, fields.join(), `it has not as many columns as the header`)
  }
  const of = (column: number): string => (fields[column] ?? '').trim()
  const day = parseDay(of(columns.date))
  if (isRefusal(day)) return rejected(line, 'date', of(columns.date), day.rule)
  const given = columns.code < 0 ? '' : of(columns.code)
  const code = given === '' ? codeNamed(of(columns.event)) : given
  if (code === null) return rejected(line, 'event', of(columns.event), 'no ICEWS event has this name')
  if (!isCameoCode(code)) return rejected(line, 'cameo', code, 'it is no CAMEO code (the leading 0 belongs to it)')
  return { line, day, source: of(columns.source), target: of(columns.target), code }
}

function settled(rows: readonly NamedRow[], resolve: NameResolver): Imported[] {
  const { kept, halves } = withMutual(rows)
  const out: Imported[] = []
  for (const { row, mutual } of kept) {
    const source = resolve(row.source, row.day)
    if (typeof source !== 'string') {
      out.push(rejected(row.line, 'source', row.source, source.leftOut))
      continue
    }
    const target = resolve(row.target, row.day)
    if (typeof target !== 'string') {
      out.push(rejected(row.line, 'target', row.target, target.leftOut))
      continue
    }
    if (source === target) {
      const value = `${row.source} → ${row.target}`
      out.push(rejected(row.line, 'target', value, 'source and target are the same actor'))
      continue
    }
    const leaf = row.code as Leaf
    const origin = originOf(row, mutual)
    const fields = { origin, source, target, mutual, day: row.day, precision: 'DAY' as const, leaf, summary: null }
    out.push({ kind: 'row', line: row.line, row: fields })
  }
  for (const half of halves) out.push({ kind: 'mirrored', line: half.line })
  return out
}

/** The same day, code and names are the same happening, whichever file tells of it and however often. */
function originOf(row: NamedRow, mutual: boolean): string {
  const sides = [row.source, row.target]
  // Either half may come first, except of a visit: it is always told by the one who made it.
  if (mutual && row.code !== VISIT) sides.sort()
  return hash('sha1', `${row.day}\t${row.code}\t${sides.join('\t')}`, 'hex').slice(0, 16)
}

let codes: ReadonlyMap<string, string> | null = null

/** The CAMEO code of an ICEWS event name; the table holds all 262, not those of one file. */
function codeNamed(name: string): string | null {
  codes ??= new Map(
    (parse(referenceText('icews-codes.csv'), { columns: true }) as { code: string; name: string }[]).map((row) => [
      row.name,
      row.code,
    ]),
  )
  return codes.get(name) ?? null
}
