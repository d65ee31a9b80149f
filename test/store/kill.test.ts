import { describe, expect, it } from 'vitest'
import { Database } from '../../server/store/database.ts'
import { rebuild } from '../../server/store/rollup.ts'
import { bundled, run } from '../support/child.ts'
import { openTestStore } from '../support/store.ts'

const ROUNDS = 8

describe('a process killed while it writes', () => {
  it('loses nothing that was acknowledged and leaves nothing torn', async () => {
    const { db: made, herald } = await openTestStore()
    const path = made.path
    const script = await bundled('test/store/writer.child.ts')
    const acknowledged: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const child = run(script, [path, '0', String(herald)])
      let out = ''
      await new Promise<void>((resolve, reject) => {
        child.stderr?.on('data', (chunk: Buffer) => reject(new Error(chunk.toString())))
        child.once('close', () => resolve())
        child.stdout?.on('data', (chunk: Buffer) => {
          out += chunk.toString()
          // After a number of writes that differs from round to round, in the midst of the next.
          if (out.split('\n').length > 3 + round * 5) child.kill('SIGKILL')
        })
      })
      acknowledged.push(...out.split('\n').slice(0, -1))

      const db = await Database.open(path)
      expect(await db.writer.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
      expect(await db.all('PRAGMA foreign_key_check')).toEqual([])
      const stored = await db.all<{ origin: string }>('SELECT DISTINCT "origin" FROM statement')
      const origins = new Set(stored.map((s) => s.origin))
      expect(acknowledged.filter((origin) => !origins.has(origin))).toEqual([])
      // Every standing statement has its event, and every event its cell.
      const [orphans] = await db.all<{ n: number }>(
        `SELECT COUNT(*) AS n FROM statement s WHERE s."supersededIn" IS NULL AND NOT EXISTS
           (SELECT 1 FROM event e WHERE e."id" = s."event" AND e."supersededIn" IS NULL)`,
      )
      expect(orphans?.n).toBe(0)
      const ledger = () => db.all('SELECT * FROM tally ORDER BY 1, 2, 3, 4, 5, 6, 7, 8')
      const kept = await ledger()
      await rebuild(db, 'test')
      expect(await ledger()).toEqual(kept)
      await db.close()
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS * 3)
  }, 120_000)
})
