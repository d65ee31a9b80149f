/** Codings of one's own as a table: comma- or tab-separated with a header. Which columns: own.ts. */

import { type Imported, type Importer, rejected } from '../importer.ts'
import { recordsOf } from '../records.ts'
import { columnsOf, delimiterOf } from './columns.ts'
import { ALIASES, ownCodings } from './own.ts'

const NEEDED = ['day', 'source', 'target']

export const importCsv: Importer = async function* (bytes, known) {
  const read = ownCodings(known)
  let at: ((name: string) => number) | null = null
  let width = 0
  for await (const records of recordsOf(bytes, (first) => ({ delimiter: delimiterOf(first), quoted: true }))) {
    const out: Imported[] = []
    for (const record of records) {
      if (record.kind === 'rejected') {
        out.push(record)
        continue
      }
      const { line, fields } = record
      if (at === null) {
        const named = columnsOf(fields)
        at = (name) => [name, ...(ALIASES[name] ?? [])].map(named).find((i) => i >= 0) ?? -1
        width = fields.length
        const missing = [...NEEDED, 'cameo or tag'].find((name) => name.split(' or ').every((n) => (at?.(n) ?? -1) < 0))
        if (missing === undefined) continue
        yield [...out, rejected(line, missing, fields.join(), `the header names no column ${missing}`)]
        return
      }
      const place = at
      if (fields.length !== width)
        out.push(rejected(line, null, fields.join(), 'it has not as many columns as the header'))
      else out.push(read(line, (name) => (fields[place(name)] ?? '').trim()))
    }
    yield out
  }
}
