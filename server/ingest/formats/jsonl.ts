/** Codings of one's own as one JSON object a line. Which fields: own.ts; flags may be true and false, issues a list. */
import { type Imported, type Importer, rejected } from '../importer.ts'
import { recordsOf } from '../records.ts'
import { ALIASES, ownCodings } from './own.ts'

/** A delimiter that stands in no text, so that a line is one field. */
const WHOLE_LINES = { delimiter: '\u0001' as '\t', quoted: false }

export const importJsonl: Importer = async function* (bytes, known) {
  const read = ownCodings(known)
  for await (const records of recordsOf(bytes, () => WHOLE_LINES)) {
    const out: Imported[] = []
    for (const record of records) {
      if (record.kind === 'rejected') {
        out.push(record)
        continue
      }
      const { line, fields } = record
      const object = objectIn(fields[0] ?? '')
      if (object === null) out.push(rejected(line, null, fields[0] ?? '', 'it is no JSON object'))
      else out.push(read(line, (name) => textIn(object, name)))
    }
    yield out
  }
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

function textIn(object: Record<string, unknown>, name: string): string {
  const value = [name, ...(ALIASES[name] ?? [])].map((key) => object[key]).find((v) => v !== undefined && v !== null)
  if (Array.isArray(value)) return value.join(';')
  return value === undefined ? '' : String(value).trim()
}
