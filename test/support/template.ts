/**
 * Databases that many tests begin with: each is made once in a worker, by the migrations and through the store like any
 * other, and every test gets a copy of its file. Tests of the migrations themselves open files of their own.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillIfEmpty } from '../../server/ingest/shipped/demo.ts'
import type { Demo } from '../../server/settings.ts'
import { Database } from '../../server/store/database.ts'

interface Template<Filled> {
  readonly bytes: Buffer
  /** What filling it gave, such as the ids of what stands in it. */
  readonly filled: Filled
}

async function made<Filled>(fill: (db: Database) => Promise<Filled>): Promise<Template<Filled>> {
  const folder = await mkdtemp(join(tmpdir(), 'detente-'))
  try {
    const path = join(folder, 'template.sqlite')
    const db = await Database.open(path)
    const filled = await fill(db)
    // Closed, all of it is in the one file.
    await db.close()
    return { bytes: await readFile(path), filled }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Writes a database filled by `fill` to the path, where no file is, and answers what filling gave. */
export function templateOf<Filled>(fill: (db: Database) => Promise<Filled>): (path: string) => Promise<Filled> {
  let template: Promise<Template<Filled>> | undefined
  return async (path) => {
    template ??= made(fill)
    const { bytes, filled } = await template
    await writeFile(path, bytes, { flag: 'wx' })
    return filled
  }
}

/** A schema without a row. */
export const copyEmpty = templateOf(async () => undefined)

/** What a server fills an empty database with at its first start. */
export const copyDemo: Readonly<Record<Demo, (path: string) => Promise<void>>> = {
  off: templateOf((db) => fillIfEmpty(db, 'off')),
  articles: templateOf((db) => fillIfEmpty(db, 'articles')),
  all: templateOf((db) => fillIfEmpty(db, 'all')),
}
