/**
 * The commands `npm run import -- FORMAT FILE…`, `export`, `rebuild`, `backup -- FILE` and `restore -- FILE`. What an import leaves out
 * is told on the error output, line by line and summed by reason; the last line of the output is one JSON object.
 */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { createGunzip } from 'node:zlib'
import { readConfig } from '../config.ts'
import { DomainError, refuse, sentenceOf } from '../domain/error.ts'
import { Database, restore } from '../store/database.ts'
import { rebuild } from '../store/rollup.ts'
import type { Placed } from './coded.store.ts'
import { exportCodebook, exportCodings, importCodebook, importCodings } from './exchange.ts'
import { FORMATS, type FormatName } from './formats.ts'
import { writeFacts } from './icews.facts.ts'
import type { Rejected } from './importer.ts'
import { importBytes } from './importing.ts'
import { loadReference } from './reference.ts'

const USAGE = `npm run import -- FORMAT FILE… with FORMAT one of ${Object.keys(FORMATS).join(', ')};
npm run import -- codings FILE.jsonl|.csv, npm run import -- codebook FILE.json|.md;
npm run export -- codings FILE.jsonl|.csv, npm run export -- codebook VERSION FILE.json|.md;
npm run rebuild; npm run backup -- FILE; npm run restore -- FILE`
/** Rejected rows told one by one; of the rest only the sums. */
const TOLD = 20

async function main([command, ...args]: readonly string[]): Promise<number> {
  if (command === 'import' && args[0] === 'icews' && args[1] === '--facts' && args[2] !== undefined) {
    console.log(JSON.stringify(await writeFacts(args[2])))
    return 0
  }
  const config = readConfig(process.env)
  if (Array.isArray(config)) return fail(config.map(sentenceOf).join('\n'))
  if (command === 'export' || args[0] === 'codings' || args[0] === 'codebook')
    return exchange(config.database, command, args)
  if (command === 'import') return importFiles(config.database, args)
  const started = performance.now()
  const done = await whole(command, config.database, args[0])
  if (done === null) return fail(`${command ?? ''}: this is not how it is called. ${USAGE}`)
  console.log(JSON.stringify({ ...done, seconds: secondsSince(started) }))
  return 0
}

/** What concerns the database as a whole; null where there is no such command, or its file is not named. */
async function whole(command: string | undefined, path: string, file: string | undefined): Promise<object | null> {
  if (command === 'restore' && file !== undefined) {
    await restore(path, file)
    return { restored: file }
  }
  if (command !== 'rebuild' && (command !== 'backup' || file === undefined)) return null
  const db = await Database.open(path)
  try {
    if (file === undefined) return { cells: await rebuild(db, 'rebuild') }
    await db.backup(file)
    return { backup: file, bytes: (await stat(file)).size }
  } finally {
    await db.close()
  }
}

/** Codings and codebooks, out and in. */
async function exchange(
  path: string,
  command: string | undefined,
  [what, ...args]: readonly string[],
): Promise<number> {
  const [first, second] = args
  const wrong = () => fail(`${[command, what, ...args].join(' ')}: this is not how it is called. ${USAGE}`)
  if (first === undefined || (command !== 'export' && command !== 'import')) return wrong()
  const started = performance.now()
  const db = await Database.open(path)
  try {
    const tell = (done: object) => console.log(JSON.stringify({ ...done, seconds: secondsSince(started) }))
    if (command === 'export' && what === 'codings') tell({ exported: await exportCodings(db, first) })
    else if (command === 'export' && what === 'codebook' && second !== undefined) {
      tell({ exported: await exportCodebook(db, first, second) })
    } else if (command === 'import' && what === 'codings') {
      await loadReference(db)
      const { reasons, ...report } = await importCodings(db, first, bytesOf(first), codingTeller(first))
      for (const [reason, n] of reasons) console.error(`${first}: left out ${n} × ${reason}`)
      tell(report)
    } else if (command === 'import' && what === 'codebook') {
      const done = await importCodebook(db, first)
      if (!('version' in done)) return fail(done.map((sentence) => `${first}: ${sentence}`).join('\n'))
      tell(done)
    } else return wrong()
    return 0
  } finally {
    await db.close()
  }
}

/** Tells the first rejected rows one by one. */
function teller(file: string): (fault: Rejected) => void {
  let told = 0
  return ({ line, column, value, reason }) => {
    told += 1
    if (told <= TOLD)
      console.error(`${file}:${line}${column === null ? '' : ` ${column}`}: ${JSON.stringify(value)}: ${reason}`)
  }
}

/** Tells the first rejected rows, and the first that say something else than the record, field by field. */
function codingTeller(file: string): (told: Placed | Rejected) => void {
  const reject = teller(file)
  let told = 0
  return (one) => {
    if (one.kind === 'rejected') return reject(one)
    for (const { column, onRecord, inFile } of one.fate.differences) {
      told += 1
      const both = `${JSON.stringify(onRecord)} is on record, and ${JSON.stringify(inFile)} in the file`
      if (told <= TOLD)
        console.error(`${file}:${one.line} ${column}: ${both}. What is on record stays: correct it there`)
      if (told === TOLD + 1) console.error(`${file}: … and more that differ; the page tells them all`)
    }
  }
}

async function importFiles(path: string, [format = '', ...files]: readonly string[]): Promise<number> {
  if (!(format in FORMATS) || files.length === 0)
    return fail(`${format || 'import'}: this is not how it is called. ${USAGE}`)
  for (const file of files) {
    const found = await stat(file).catch(() => null)
    if (!found?.isFile()) return fail(`${file}: there is no such file. ${USAGE}`)
  }
  const started = performance.now()
  const db = await Database.open(path)
  const sum = { read: 0, stored: 0, duplicate: 0, rejected: 0 }
  try {
    await loadReference(db)
    const { importer, collectionFor } = FORMATS[format as FormatName]
    for (const file of files) {
      const report = await importBytes(db, importer, bytesOf(file), {
        what: `${format} ${basename(file)}`,
        collectionFor: collectionFor(basename(file)),
        onRejected: teller(file),
      })
      if (report.rejected > TOLD) console.error(`${file}: … and ${report.rejected - TOLD} more`)
      for (const [reason, n] of report.reasons) console.error(`${file}: left out ${n} × ${reason}`)
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += report[key]
    }
  } finally {
    await db.close()
  }
  console.log(JSON.stringify({ ...sum, seconds: secondsSince(started) }))
  return 0
}

/** The bytes of a file, unpacked where its name ends in .gz. */
async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    const source = createReadStream(file)
    yield* file.endsWith('.gz') ? source.pipe(createGunzip()) : source
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new DomainError(
      refuse(
        'BAD_TEXT',
        file,
        `it cannot be read to its end (${why})`,
        'Give the whole file: what is stored of it is not stored twice',
      ),
    )
  }
}

function secondsSince(started: number): number {
  return Math.round(performance.now() - started) / 1000
}

function fail(message: string): number {
  console.error(message)
  return 1
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(
      error instanceof DomainError ? sentenceOf(error.refusal) : error instanceof Error ? error.message : error,
    )
    process.exitCode = 1
  },
)
