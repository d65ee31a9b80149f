/**
 * What the peers read, made of the record that ours reads: a copy of the file with a table of scores, asked of our own
 * server beforehand, and the few rows that peers hold in memory.
 */
import { writeFile } from 'node:fs/promises'
import sqlite3 from 'sqlite3'
import { tagOfLeaf } from '../../../server/domain/codebook/weights.ts'
import { Database } from '../../../server/store/database.ts'
import { HeldRecord } from '../../../server/store/record.ts'
import { FROM, SLUGS, TO } from '../record.ts'
import type { Prepared } from './rows.ts'

export interface Asking {
  readonly data: (query: string) => Promise<{ relation: { series: Columns } }>
}

interface Columns {
  readonly days: readonly string[]
  readonly tension: readonly (number | null)[]
  readonly engagement: readonly (number | null)[]
}

/** Writes the copy to `path` and the rest beside it. */
export async function prepare(record: string, path: string, ask: Asking['data']): Promise<Prepared> {
  const db = await Database.open(record)
  await db.backup(path)
  const prepared = preparedFrom(await HeldRecord.load(db))
  await db.close()
  await writeFile(`${path}.json`, JSON.stringify(prepared))
  await enterScores(path, ask)
  return prepared
}

function preparedFrom(record: HeldRecord): Prepared {
  const { actors, relations } = record.directory
  const codebook = record.codebooks.findLast((c) => c.name === 'default')
  if (!codebook) throw new Error('the record has no default codebook')
  const find = tagOfLeaf(codebook)
  const tagOf = (leaf: (typeof record.leaves)[number]) => {
    const tag = find(leaf)
    if (!tag) throw new Error(`no tag of ${leaf}`)
    const { code, label, quad, tension, engagement } = tag
    return { code, label, quad, tension, engagement }
  }
  return {
    relations: Object.fromEntries(
      relations.map(({ slug, name, a, b }) => [slug, { slug, name, pair: a < b ? [a, b] : [b, a] }]),
    ),
    revision: record.revision,
    actors: Object.fromEntries(actors.map(({ code, name }) => [code, { code, name }])),
    tags: Object.fromEntries(record.leaves.map((leaf) => [leaf, tagOf(leaf)])),
  }
}

async function enterScores(path: string, ask: Asking['data']): Promise<void> {
  const db = new sqlite3.Database(path)
  const run = (sql: string, values: readonly unknown[] = []) =>
    new Promise<void>((resolve, reject) => db.run(sql, values, (error) => (error ? reject(error) : resolve())))
  await run(`CREATE TABLE score (slug TEXT, bucket TEXT, day TEXT, tension REAL, engagement REAL,
    PRIMARY KEY (slug, bucket, day)) WITHOUT ROWID`)
  await run('BEGIN')
  for (const slug of SLUGS) {
    for (const bucket of ['DAY', 'MONTH']) {
      const { days, tension, engagement } = (
        await ask(`{ relation(by: {slug: "${slug}"}) {
          series(from: "${FROM}", to: "${TO}", bucket: ${bucket}) { days tension engagement } } }`)
      ).relation.series
      for (const [i, day] of days.entries()) {
        await run('INSERT INTO score VALUES (?, ?, ?, ?, ?)', [slug, bucket, day, tension[i], engagement[i]])
      }
    }
  }
  await run('COMMIT')
  await new Promise((resolve) => db.close(resolve))
}
