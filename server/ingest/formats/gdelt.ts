/**
 * GDELT event exports (Leetaru and Schrodt, 2013): tab-separated, no header, 58 columns in version 1 and 61 in version 2.
 * Who is meant by a code of actors is data (reference/gdelt-actors.csv). Citation and link are its terms of use.
 */
import { parse } from 'csv-parse/sync'
import { isCameoCode } from '../../domain/codebook/cameo.ts'
import type { Leaf } from '../../domain/codebook/codebook.ts'
import { type Day, parseDay } from '../../domain/day.ts'
import type { ActorCode } from '../../domain/directory/actor.ts'
import type { Directory } from '../../domain/directory/directory.ts'
import { isRefusal } from '../../domain/error.ts'
import { referenceText } from '../files.ts'
import { type Imported, type Importer, type Rejected, rejected } from '../importer.ts'
import { inCountry, type LeftOut } from '../parts.ts'
import { recordsOf } from '../records.ts'
import { type NamedRow, withMutual } from './mutual.ts'

/** Columns that both versions have in the same places, from 0. */
const ID = 0
const DATE = 1
const ACTORS = [
  { column: 'Actor1Code', code: 5, group: 8, role: 12 },
  { column: 'Actor2Code', code: 15, group: 18, role: 22 },
] as const
const EVENT = 26
const WIDTHS: readonly number[] = [57, 58, 61]

type Meaning = { readonly [match in 'code' | 'group' | 'country' | 'role']: ReadonlyMap<string, string> }

interface GdeltRow extends NamedRow {
  readonly id: string
  /** What the codes of source and target are made of. */
  readonly sides: readonly [Side, Side]
}

interface Side {
  readonly code: string
  readonly group: string
  readonly role: string
}

/** Rows among which the two halves of a mutual event are looked for; exports do not go by day. */
const WINDOW = 50_000

export const importGdelt: Importer = async function* (bytes, known) {
  const meaning = meanings()
  let rows: GdeltRow[] = []
  for await (const records of recordsOf(bytes, () => ({ delimiter: '\t', quoted: false }))) {
    const out: Imported[] = []
    for (const record of records) {
      const row = record.kind === 'rejected' ? record : rowOf(record.fields, record.line)
      if ('kind' in row) out.push(row)
      else rows.push(row)
    }
    yield out
    if (rows.length < WINDOW) continue
    yield settled(rows, known.directory, meaning)
    rows = []
  }
  yield settled(rows, known.directory, meaning)
}

function rowOf(fields: readonly string[], line: number): GdeltRow | Rejected {
  const of = (column: number): string => (fields[column] ?? '').trim()
  if (!WIDTHS.includes(fields.length)) {
    return rejected(line, null, fields.join(' '), 'it has not the 57, 58 or 61 columns of a GDELT export')
  }
  const date = of(DATE)
  const day = parseDay(date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'))
  if (isRefusal(day)) return rejected(line, 'SQLDATE', date, day.rule)
  const code = of(EVENT)
  if (!isCameoCode(code)) return rejected(line, 'EventCode', code, 'it is no CAMEO code (the leading 0 belongs to it)')
  const [source, target] = ACTORS
  const side = (a: typeof source | typeof target): Side => ({ code: of(a.code), group: of(a.group), role: of(a.role) })
  const sides = [side(source), side(target)] as const
  return { line, day, code, source: sides[0].code, target: sides[1].code, id: of(ID), sides }
}

function settled(rows: readonly GdeltRow[], directory: Directory, meaning: Meaning): Imported[] {
  const { kept, halves } = withMutual(rows)
  const out: Imported[] = halves.map(({ line }) => ({ kind: 'mirrored', line }))
  for (const { row, mutual } of kept) {
    const { line, day, id, code } = row
    const [source, target] = row.sides.map((side) => actorOfSide(side, day, directory, meaning)) as [Actor, Actor]
    if (typeof source !== 'string') out.push(rejected(line, ACTORS[0].column, row.source, source.leftOut))
    else if (typeof target !== 'string') out.push(rejected(line, ACTORS[1].column, row.target, target.leftOut))
    else if (source === target) {
      out.push(rejected(line, ACTORS[1].column, row.target, 'source and target are the same actor'))
    } else {
      const fields = { origin: id, source, target, mutual, day, precision: 'DAY' as const, summary: null }
      out.push({ kind: 'row', line, row: { ...fields, leaf: code as Leaf } })
    }
  }
  return out
}

type Actor = ActorCode | LeftOut

function actorOfSide({ code, group, role }: Side, day: Day, directory: Directory, meaning: Meaning): Actor {
  if (code === '') return { leftOut: 'no actor is named' }
  const whole = meaning.code.get(code) ?? meaning.group.get(group)
  if (whole !== undefined) return whole as ActorCode
  const country = meaning.country.get(code.slice(0, 3))
  if (country === undefined) return { leftOut: 'a country or movement that is not followed' }
  // A country's name alone is the state; a creed or people of it is not.
  const part = role === '' ? (code.length === 3 ? 'STATE' : 'PRIVATE') : meaning.role.get(role)
  return part === undefined
    ? { leftOut: 'a role that is not in the table of actors' }
    : inCountry(directory, country, part, day)
}

let read: Meaning | null = null

function meanings(): Meaning {
  if (read !== null) return read
  const tables = { code: new Map(), group: new Map(), country: new Map(), role: new Map() }
  for (const row of parse(referenceText('gdelt-actors.csv'), { columns: true }) as Record<string, string>[]) {
    tables[row.match as keyof Meaning].set(row.code, row.meaning)
  }
  read = tables
  return read
}
