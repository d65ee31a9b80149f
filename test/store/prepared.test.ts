/** Questions whose statements are kept answer like any other, and fail like any other. */
import { describe, expect, it } from 'vitest'
import { Database } from '../../server/store/database.ts'
import { openEmptyStore } from '../support/store.ts'

describe('a question asked again', () => {
  it('sees what was written in between', async () => {
    const db = await openEmptyStore()
    const count = async () => (await db.all<{ n: number }>('SELECT COUNT(*) AS n FROM "user"'))[0]?.n
    expect(await count()).toBe(0)
    await db.writer.query(`INSERT INTO "user" ("id", "name", "role", "createdAt") VALUES (1, 'ana', 'ADMIN', 'now')`)
    expect(await count()).toBe(1)
  })

  it('takes its own values, also while it is being answered', async () => {
    const db = await openEmptyStore()
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => db.all<{ x: number }>('SELECT ? AS x, ? AS y', [i, i + 1])),
    )
    expect(answers).toEqual(Array.from({ length: 50 }, (_, i) => [{ x: i, y: i + 1 }]))
  })

  it('may be one of many', async () => {
    const db = await openEmptyStore()
    const ask = (i: number) => db.all<{ x: number }>(`SELECT ${i} AS x`)
    const all = await Promise.all(Array.from({ length: 500 }, (_, i) => ask(i)))
    expect(all.map(([row]) => row?.x)).toEqual(Array.from({ length: 500 }, (_, i) => i))
    expect(await ask(3)).toEqual([{ x: 3 }])
  })

  it('is refused each time, and at once, where it is no SQL', async () => {
    const db = await openEmptyStore()
    const bad = () => db.all('SELECT x FROM nowhere')
    await expect(Promise.all([bad(), bad()])).rejects.toThrow(/no such table/)
    await expect(bad()).rejects.toThrow(/no such table/)
  })

  it('follows a change of the tables by another connection', async () => {
    const db = await openEmptyStore()
    await db.writer.query('CREATE TABLE thing (x INTEGER)')
    await db.writer.query('INSERT INTO thing VALUES (1)')
    const all = () => db.all('SELECT * FROM thing')
    expect(await all()).toEqual([{ x: 1 }])
    await db.writer.query('ALTER TABLE thing ADD COLUMN y INTEGER')
    expect(await all()).toEqual([{ x: 1, y: null }])
  })

  it('does not keep the file from being closed and opened again', async () => {
    const db = await openEmptyStore()
    await db.all('SELECT 1 AS x')
    const again = await Database.open(db.path)
    await again.all('SELECT 1 AS x')
    await again.close()
    await expect(again.all('SELECT 1 AS x')).rejects.toThrow()
  })
})
