import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DataSource } from 'typeorm'
import { describe, expect, it } from 'vitest'
import { type Cells, pairOf } from '../../server/domain/score/tally.ts'
import { Database, restore } from '../../server/store/database.ts'
import { HeldRecord } from '../../server/store/record.ts'
import { addActors } from '../../server/store/reference.ts'
import { latestRevision } from '../../server/store/revision.ts'
import { settle } from '../../server/store/settle.ts'
import { openTestStore, RUR, SYL, statement, temporaryDirectory } from '../support/store.ts'

const say = (store: Awaited<ReturnType<typeof openTestStore>>, n: number) =>
  store.db.write('test', 'says', async (tx) => {
    for (let i = 0; i < n; i++) await settle(tx, statement(store.herald))
  })

const events = (cells: Cells | null) => Array.from(cells?.counts ?? []).reduce((sum, c) => sum + c, 0)

describe('a backup', () => {
  it('is the whole record of one moment, taken while it is written to', async () => {
    const store = await openTestStore()
    const file = join(await temporaryDirectory(), 'copy.sqlite')
    await say(store, 2)
    const writing = Promise.all([1, 2, 3, 4].map(() => say(store, 5)))
    await Promise.all([writing, store.db.backup(file)])
    const copy = await Database.open(file)
    const [counted] = await copy.all<{ statements: number; events: number; cells: number }>(
      `SELECT (SELECT COUNT(*) FROM statement) AS statements, (SELECT COUNT(*) FROM event) AS events,
         (SELECT SUM("count") FROM tally) AS cells`,
    )
    // Two, and as many whole transactions of five as were committed by then.
    expect(((counted?.statements ?? 0) - 2) % 5).toBe(0)
    expect([counted?.events, counted?.cells]).toEqual([counted?.statements, counted?.statements])
    await copy.close()
  })

  it('never overwrites a file, and leaves none half made', async () => {
    const { db } = await openTestStore()
    const directory = await temporaryDirectory()
    const file = join(directory, 'letter.txt')
    await writeFile(file, 'Dear Sir or Madam')
    await expect(db.backup(file)).rejects.toThrow(/there is a file of this name/)
    expect(await readFile(file, 'utf8')).toBe('Dear Sir or Madam')
    await expect(db.backup(join(file, 'copy.sqlite'))).rejects.toThrow(/no database can be made in this directory/)
  })
})

describe('restoring', () => {
  it('brings back what stood, and a server that has the file open notices', async () => {
    const store = await openTestStore()
    const file = join(await temporaryDirectory(), 'copy.sqlite')
    await say(store, 3)
    await store.db.backup(file)
    const then = await latestRevision(store.db)
    await say(store, 4)
    const record = await HeldRecord.load(store.db)
    expect(events(record.cellsOf(pairOf(RUR, SYL)))).toBe(7)

    await restore(store.db.path, file)
    await record.refresh()
    expect([record.revision, events(record.cellsOf(pairOf(RUR, SYL)))]).toEqual([then, 3])
    // And it goes on from there, by the same connections.
    await say(store, 1)
    await record.refresh()
    expect(events(record.cellsOf(pairOf(RUR, SYL)))).toBe(4)
    expect(await store.db.writer.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }])
  })

  it('is noticed even if as many revisions stand after it as before', async () => {
    const store = await openTestStore()
    const file = join(await temporaryDirectory(), 'copy.sqlite')
    await store.db.backup(file)
    await say(store, 2)
    const record = await HeldRecord.load(store.db)
    await restore(store.db.path, file)
    await store.db.write('test', 'another past', (tx) =>
      addActors(tx, [{ code: 'XXX' as never, name: 'X', kind: 'STATE', country: null }]),
    )
    const before = record.revision
    await record.refresh()
    expect(record.revision).toBe(before)
    expect(record.cellsOf(pairOf(RUR, SYL))).toBeNull()
    expect(record.directory.actors.some((a) => a.code === ('XXX' as never))).toBe(true)
  })

  it('refuses what is not a whole database of ours, and leaves all as it was', async () => {
    const store = await openTestStore()
    await say(store, 1)
    const directory = await temporaryDirectory()
    const refused = async (name: string, message: RegExp) => {
      await expect(restore(store.db.path, join(directory, name))).rejects.toThrow(message)
      expect((await store.db.all('SELECT * FROM statement')).length).toBe(1)
    }
    await refused('none.sqlite', /there is no such file/)
    await writeFile(join(directory, 'letter.txt'), 'Dear Sir or Madam')
    await refused('letter.txt', /not a SQLite database/)
    await writeFile(join(directory, 'empty.sqlite'), '')
    await refused('empty.sqlite', /empty database/)
    const other = new DataSource({ type: 'sqlite', database: join(directory, 'other.sqlite') })
    await other.initialize()
    await other.query('CREATE TABLE recipe (name TEXT)')
    await other.destroy()
    await refused('other.sqlite', /another program/)
    await store.db.backup(join(directory, 'good.sqlite'))
    const good = await readFile(join(directory, 'good.sqlite'))
    await writeFile(join(directory, 'torn.sqlite'), good.subarray(0, good.length - 8192))
    await refused('torn.sqlite', /damaged/)
  })
})
