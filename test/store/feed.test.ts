/** New revisions are told while somebody listens, whoever wrote them. */
import { describe, expect, it } from 'vitest'
import type { Revision } from '../../server/domain/record/revision.ts'
import { Database } from '../../server/store/database.ts'
import { Feed } from '../../server/store/feed.ts'
import { HeldRecord } from '../../server/store/record.ts'
import { settle } from '../../server/store/settle.ts'
import { openTestStore, statement } from '../support/store.ts'

describe('the feed', () => {
  it('tells everyone of a revision, of this connection or another, and stops looking with the last listener', async () => {
    const { db, herald } = await openTestStore()
    const logged: unknown[] = []
    const feed = new Feed(await HeldRecord.load(db), (error) => logged.push(error))
    expect(feed.looking).toBe(false)
    const told: string[] = []
    const next = (name: string) =>
      new Promise<Revision>((resolve) => {
        const end = feed.listen((revision) => {
          told.push(name)
          end()
          resolve(revision)
        })
      })
    const both = Promise.all([next('a'), next('b')])
    expect(feed.looking).toBe(true)
    await db.write('test', 'here', (tx) => settle(tx, statement(herald)))
    const [a, b] = await both
    expect([a, feed.looking]).toEqual([b, false])

    // Written while nobody listened: a new listener reads it by itself and is told of what comes after.
    await db.write('test', 'unheard', (tx) => settle(tx, statement(herald)))
    const elsewhere = await Database.open(db.path)
    const heard = next('c')
    await elsewhere.write('other', 'elsewhere', (tx) => settle(tx, statement(herald)))
    await elsewhere.close()
    expect(await heard).toBeGreaterThan(a)
    expect([told, logged]).toEqual([['a', 'b', 'c'], []])
  })
})
