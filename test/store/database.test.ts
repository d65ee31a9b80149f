import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DataSource } from 'typeorm'
import { describe, expect, it } from 'vitest'
import type { Instant } from '../../server/domain/record/revision.ts'
import { Database } from '../../server/store/database.ts'
import { addActors } from '../../server/store/reference.ts'
import { latestRevision, revisionAt, revisionsAfter } from '../../server/store/revision.ts'
import { ACTORS, openEmptyStore, temporaryDirectory } from '../support/store.ts'

const [ruritania, syldavia, borduria] = ACTORS as [(typeof ACTORS)[0], (typeof ACTORS)[0], (typeof ACTORS)[0]]

describe('opening a database', () => {
  it('makes directory and file where there are none, and opens them again', async () => {
    const path = join(await temporaryDirectory(), 'deep', 'down', 'a.sqlite')
    const db = await Database.open(path)
    await db.write('test', 'one', (tx) => addActors(tx, [ruritania]))
    await db.close()
    const again = await Database.open(path)
    expect(await again.all('SELECT "code" FROM actor')).toEqual([{ code: 'RUR' }])
    await again.close()
  })

  it('says that a file is not a database, and leaves it as it is', async () => {
    const path = join(await temporaryDirectory(), 'letter.txt')
    await writeFile(path, 'Dear Sir or Madam, this is a letter and nothing else')
    await expect(Database.open(path)).rejects.toThrow(/letter\.txt".*not a SQLite database/)
    expect(await readFile(path, 'utf8')).toMatch(/^Dear Sir/)
  })

  it('says that a file is damaged behind a good beginning', async () => {
    const path = join(await temporaryDirectory(), 'torn.sqlite')
    await writeFile(path, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000, 7)]))
    await expect(Database.open(path)).rejects.toThrow(/not a SQLite database/)
  })

  it("refuses another program's database and does not touch it", async () => {
    const path = join(await temporaryDirectory(), 'other.sqlite')
    const other = new DataSource({ type: 'sqlite', database: path })
    await other.initialize()
    await other.query('CREATE TABLE recipe (name TEXT)')
    await other.destroy()
    const before = await readFile(path)
    await expect(Database.open(path)).rejects.toThrow(/another program/)
    expect((await readFile(path)).equals(before)).toBe(true)
  })

  it('refuses a schema newer than it knows', async () => {
    const path = join(await temporaryDirectory(), 'new.sqlite')
    const db = await Database.open(path)
    await db.writer.query(`INSERT INTO migration ("timestamp", "name") VALUES (9999, 'Tomorrow0000000009999')`)
    await db.close()
    await expect(Database.open(path)).rejects.toThrow(/newer version of Detente \(Tomorrow0000000009999\)/)
  })

  it('says that a directory cannot be made, or is where a file should be', async () => {
    const directory = await temporaryDirectory()
    await writeFile(join(directory, 'file'), '')
    await expect(Database.open(join(directory, 'file', 'a.sqlite'))).rejects.toThrow(
      /no database can be made in this directory/,
    )
    await mkdir(join(directory, 'sub'))
    await expect(Database.open(join(directory, 'sub'))).rejects.toThrow(/not a file/)
  })

  it.skipIf(process.getuid?.() === 0)('says that a directory cannot be written', async () => {
    const directory = await temporaryDirectory()
    await chmod(directory, 0o500)
    await expect(Database.open(join(directory, 'a.sqlite'))).rejects.toThrow(
      /no database can be made in this directory \(EACCES\)/,
    )
    await chmod(directory, 0o700)
  })

  it.skipIf(!existsSync('/proc'))('says that a directory cannot be made, where even root may not', async () => {
    await expect(Database.open('/proc/norland/a.sqlite')).rejects.toThrow(
      /no database can be made in this directory \(ENOENT\)/,
    )
  })

  it('lets two open an empty file at once', async () => {
    const path = join(await temporaryDirectory(), 'both.sqlite')
    const [one, two] = await Promise.all([Database.open(path), Database.open(path)])
    await one.write('test', 'one', (tx) => addActors(tx, [ruritania]))
    await two.write('test', 'two', (tx) => addActors(tx, [syldavia]))
    expect(await latestRevision(one)).toBe(2)
    await Promise.all([one.close(), two.close()])
  })

  it('keeps WAL, foreign keys and full synchrony on the writer, and a reader that cannot write', async () => {
    const db = await openEmptyStore()
    const pragma = async (name: string) => Object.values((await db.writer.query(`PRAGMA ${name}`))[0])[0]
    expect([await pragma('journal_mode'), await pragma('foreign_keys'), await pragma('synchronous')]).toEqual([
      'wal',
      1,
      2,
    ])
    await expect(db.reader.query('DELETE FROM revision')).rejects.toThrow(/READONLY/)
  })
})

describe('writing', () => {
  it('gives every transaction the next revision, with instants that only rise', async () => {
    const db = await openEmptyStore()
    for (const actor of ACTORS) await db.write('ana', `adds ${actor.code}`, (tx) => addActors(tx, [actor]))
    const rows = await revisionsAfter(db, 0 as never, 10)
    expect(rows.map((r) => [r.id, r.by, r.what])).toEqual([
      [1, 'ana', 'adds RUR'],
      [2, 'ana', 'adds SYL'],
      [3, 'ana', 'adds BOR'],
    ])
    const instants = rows.map((r) => r.at)
    expect([...new Set(instants)].sort()).toEqual(instants)
    expect(await revisionAt(db, instants[1] as Instant)).toBe(2)
    expect(await revisionAt(db, '2000-01-01T00:00:00.000Z' as Instant)).toBe(0)
    expect(await latestRevision(db)).toBe(3)
  })

  it('goes on rising when the clock was set back', async () => {
    const db = await openEmptyStore()
    await db.writer.query(`INSERT INTO revision VALUES (1, '2999-01-01T00:00:00.000Z', 'test', 'the future')`)
    await db.write('test', 'now', (tx) => addActors(tx, [ruritania]))
    expect((await revisionsAfter(db, 1 as never, 1))[0]?.at).toBe('2999-01-01T00:00:00.001Z')
  })

  it('leaves no trace of a transaction that wrote nothing or threw', async () => {
    const db = await openEmptyStore()
    await db.write('test', 'nothing', async () => undefined)
    await expect(
      db.write('test', 'breaks', async (tx) => {
        await addActors(tx, [ruritania])
        throw new Error('on purpose')
      }),
    ).rejects.toThrow('on purpose')
    expect(await latestRevision(db)).toBe(0)
    expect(await db.all('SELECT * FROM actor')).toEqual([])
  })

  it('puts transactions in a queue: each sees all of the one before', async () => {
    const db = await openEmptyStore()
    const seen: number[] = []
    await Promise.all(
      ACTORS.map((actor) =>
        db.write('test', 'adds', async (tx) => {
          seen.push((await tx.all<{ n: number }>('SELECT COUNT(*) AS n FROM actor'))[0]?.n ?? -1)
          await addActors(tx, [actor])
        }),
      ),
    )
    expect(seen).toEqual([0, 1, 2])
  })

  it('goes on after one that failed', async () => {
    const db = await openEmptyStore()
    const failing = db.write('test', 'fails', () => Promise.reject(new Error('no')))
    const following = db.write('test', 'adds', (tx) => addActors(tx, [borduria]))
    await expect(failing).rejects.toThrow('no')
    expect(await following).toBe(1)
  })

  it('refuses a write within a write, which would wait for itself', async () => {
    const db = await openEmptyStore()
    await expect(db.write('test', 'outer', () => db.write('test', 'inner', async () => undefined))).rejects.toThrow(
      /write\(\) inside write\(\)/,
    )
  })

  it('hides what is not committed from the reader', async () => {
    const db = await openEmptyStore()
    await db.write('test', 'adds', async (tx) => {
      await addActors(tx, [ruritania])
      expect(await db.all('SELECT * FROM actor')).toEqual([])
      expect(await tx.all('SELECT * FROM actor')).toHaveLength(1)
    })
    expect(await db.all('SELECT * FROM actor')).toHaveLength(1)
  })

  it('says plainly that another program holds the database', async () => {
    const db = await openEmptyStore({ busyTimeout: 50 })
    const script = `
      const sqlite3 = require('sqlite3')
      const db = new sqlite3.Database(process.argv[1])
      db.exec('BEGIN IMMEDIATE', (e) => { console.log(e ?? 'held'); setInterval(() => {}, 1000) })`
    const other = spawn(process.execPath, ['-e', script, db.path], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((resolve) => other.stdout.once('data', resolve))
    await expect(db.write('test', 'adds', (tx) => addActors(tx, [ruritania]))).rejects.toThrow(
      /another program is writing to it and did not finish in time\. Wait for it, or end it/,
    )
    other.kill('SIGKILL')
    await new Promise((resolve) => other.once('close', resolve))
    expect(await db.write('test', 'adds', (tx) => addActors(tx, [ruritania]))).toBe(1)
  })
})
