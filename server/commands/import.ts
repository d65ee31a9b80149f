/**
 * The command `npm run import -- FORMAT FILE…`: data sets, codings and codebooks into the database. What is left out is
 * told on the error output, row by row and summed by reason; the last line of the output is one JSON object.
 */
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Placed } from '../ingest/exchange/coded.store.ts'
import { importCodebook, importCodings } from '../ingest/exchange/exchange.ts'
import { FORMATS, type FormatName } from '../ingest/formats/formats.ts'
import { writeFacts } from '../ingest/formats/icews.facts.ts'
import type { Rejected } from '../ingest/importer.ts'
import { importBytes } from '../ingest/importing.ts'
import { loadReference } from '../ingest/shipped/reference.ts'
import { bytesOf, fail, printReport, runCommand, usageFault, withDatabase } from './command.ts'

const USAGE = `npm run import -- FORMAT FILE… with FORMAT one of ${Object.keys(FORMATS).join(', ')};
npm run import -- codings FILE.jsonl|.csv, npm run import -- codebook FILE.json|.md`
/** Rejected rows told one by one; of the rest only the sums. */
const MOST_PRINTED = 20

runCommand(async (args) => {
  const [format = '', ...files] = args
  const [file] = files
  if (format === 'icews' && file === '--facts' && files[1] !== undefined) {
    console.log(JSON.stringify(await writeFacts(files[1])))
    return 0
  }
  if (format === 'codings' && file !== undefined) return importCodingsFile(file)
  if (format === 'codebook' && file !== undefined) return importCodebookFile(file)
  if (!(format in FORMATS) || file === undefined) return usageFault(['import', ...args], USAGE)
  return importDataSets(format as FormatName, files)
})

async function importDataSets(format: FormatName, files: readonly string[]): Promise<number> {
  for (const file of files) {
    const found = await stat(file).catch(() => null)
    if (!found?.isFile()) return fail(`${file}: there is no such file. ${USAGE}`)
  }
  const started = performance.now()
  const sum = { read: 0, stored: 0, duplicate: 0, rejected: 0 }
  await withDatabase(async (db) => {
    await loadReference(db)
    const { importer, collectionFor } = FORMATS[format]
    for (const file of files) {
      const report = await importBytes(db, importer, bytesOf(file), {
        what: `${format} ${basename(file)}`,
        collectionFor: collectionFor(basename(file)),
        onRejected: rejectionPrinter(file),
      })
      if (report.rejected > MOST_PRINTED) console.error(`${file}: … and ${report.rejected - MOST_PRINTED} more`)
      for (const [reason, n] of report.reasons) console.error(`${file}: left out ${n} × ${reason}`)
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += report[key]
    }
  })
  printReport(sum, started)
  return 0
}

async function importCodingsFile(file: string): Promise<number> {
  const started = performance.now()
  const { reasons, ...report } = await withDatabase(async (db) => {
    await loadReference(db)
    return importCodings(db, file, bytesOf(file), differencePrinter(file))
  })
  for (const [reason, n] of reasons) console.error(`${file}: left out ${n} × ${reason}`)
  printReport(report, started)
  return 0
}

async function importCodebookFile(file: string): Promise<number> {
  const started = performance.now()
  const imported = await withDatabase((db) => importCodebook(db, file))
  if (!('version' in imported)) return fail(imported.map((sentence) => `${file}: ${sentence}`).join('\n'))
  printReport(imported, started)
  return 0
}

/** Prints the first rejected rows, one line each. */
function rejectionPrinter(file: string): (fault: Rejected) => void {
  let printed = 0
  return ({ line, column, value, reason }) => {
    printed += 1
    if (printed <= MOST_PRINTED)
      console.error(`${file}:${line}${column === null ? '' : ` ${column}`}: ${JSON.stringify(value)}: ${reason}`)
  }
}

/** Prints the first rejected rows, and the first that say something else than the record, field by field. */
function differencePrinter(file: string): (told: Placed | Rejected) => void {
  const printRejection = rejectionPrinter(file)
  let printed = 0
  return (row) => {
    if (row.kind === 'rejected') return printRejection(row)
    for (const { column, onRecord, inFile } of row.fate.differences) {
      printed += 1
      const both = `${JSON.stringify(onRecord)} is on record, and ${JSON.stringify(inFile)} in the file`
      if (printed <= MOST_PRINTED)
        console.error(`${file}:${row.line} ${column}: ${both}. What is on record stays: correct it there`)
      if (printed === MOST_PRINTED + 1) console.error(`${file}: … and more that differ; the page tells them all`)
    }
  }
}
