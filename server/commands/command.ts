/** What every command shares: reading the settings, the last line of output, and how a failure is told. */
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { type Config, readConfig } from '../config.ts'
import { DomainError, refuse, sentenceOf } from '../domain/error.ts'
import { Database } from '../store/database.ts'

/** Runs a command with its arguments; a failure is one line on the error output and exit code 1. */
export function runCommand(main: (args: readonly string[]) => Promise<number>): void {
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      process.exitCode = 1
    },
  )
}

/** The settings of the environment; throws with every fault of them in words. */
export function settings(): Config {
  const config = readConfig(process.env)
  if (Array.isArray(config)) throw new Error(config.map(sentenceOf).join('\n'))
  return config
}

/** Opens the database of the settings for one piece of work, and closes it whatever happens. */
export async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const db = await Database.open(settings().database)
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}

/** The last line of a command's output: one JSON object, with the seconds it took. */
export function printReport(report: object, started: number): void {
  console.log(JSON.stringify({ ...report, seconds: Math.round(performance.now() - started) / 1000 }))
}

/** Prints why a command was not run, and answers its exit code. */
export function fail(message: string): number {
  console.error(message)
  return 1
}

/** What is printed where a command is called in another way than its usage says. */
export function usageFault(args: readonly string[], usage: string): number {
  return fail(`${args.join(' ')}: this is not how it is called. ${usage}`)
}

/** The bytes of a file, unpacked where its name ends in .gz. */
export async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
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
