/**
 * Faults of the libraries below the store. Each test first shows the fault on the bare library, so that it is known when
 * it is mended there, and then that the store does not have it.
 */
import { readdir, readFile } from 'node:fs/promises'
import { DataSource, type DataSourceOptions, EntitySchema, TableColumn } from 'typeorm'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Day } from '../../server/domain/day.ts'
import { eventsOf as eventsOfEach } from '../../server/store/event.ts'
import { addActors } from '../../server/store/reference.ts'
import { latestRevision } from '../../server/store/revision.ts'
import { settle } from '../../server/store/settle.ts'
import { statementsOf as statementsOfEach } from '../../server/store/statement.ts'
import { Tallies } from '../../server/store/tally.ts'
import { bundled, finished, run } from '../support/child.ts'
import {
  ACTORS,
  day,
  first,
  ofOne,
  openTestStore,
  RUR,
  SYL,
  sought,
  statement,
  temporaryDirectory,
} from '../support/store.ts'

const eventsOf = ofOne(eventsOfEach)
const statementsOf = ofOne(statementsOfEach)

interface Note {
  id: number
  text: string
  on: Date | null
  lines: Line[]
}
interface Line {
  id: number
  note: Note
}

const notes = new EntitySchema<Note>({
  name: 'note',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    text: { type: 'text', unique: true },
    on: { type: 'date', nullable: true },
  },
  relations: { lines: { type: 'one-to-many', target: 'line', inverseSide: 'note' } },
})
const lines = new EntitySchema<Line>({
  name: 'line',
  columns: { id: { type: 'integer', primary: true, generated: 'increment' } },
  relations: { note: { type: 'many-to-one', target: 'note', inverseSide: 'lines', onDelete: 'CASCADE' } },
})

/** The bare library on a database of its own. */
async function bare(options: Partial<DataSourceOptions> = {}): Promise<DataSource> {
  const source = new DataSource({
    type: 'sqlite',
    database: `${await temporaryDirectory()}/bare.sqlite`,
    entities: [notes, lines],
    synchronize: true,
    ...options,
  } as DataSourceOptions)
  await source.initialize()
  onTestFinished(() => source.destroy())
  return source
}

const textsIn = async (source: DataSource): Promise<string[]> =>
  (await source.query('SELECT text FROM note ORDER BY text')).map((row: { text: string }) => row.text)

describe('one connection and no queue', () => {
  it('bare: a second transaction beside the first is refused', async () => {
    const source = await bare()
    const add = (text: string) => source.transaction((m) => m.insert(notes, { text }))
    const results = await Promise.allSettled([add('one'), add('two')])
    expect(results.some((r) => r.status === 'rejected')).toBe(true)
  })

  it('bare: a write beside an open transaction is acknowledged and vanishes with its rollback', async () => {
    const source = await bare()
    let beside: Promise<unknown> = Promise.resolve()
    const failing = source.transaction(async (m) => {
      await m.insert(notes, { text: 'inside' })
      beside = source.getRepository(notes).insert({ text: 'beside' })
      await beside
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    await expect(beside).resolves.toBeDefined()
    expect(await textsIn(source)).toEqual([])
  })

  it('store: transactions asked for at once are all kept, and a failing one takes no other with it', async () => {
    const { db } = await openTestStore()
    const add = (i: number) =>
      db.write('test', `actor ${i}`, async (tx) => {
        await addActors(tx, [{ code: `X${i}` as never, name: `X${i}`, kind: 'STATE', country: null }])
        if (i % 3 === 0) throw new Error('on purpose')
      })
    const results = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map(add))
    expect(results.map((r) => r.status)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((i) => (i % 3 === 0 ? 'rejected' : 'fulfilled')),
    )
    const codes = await db.all<{ code: string }>(`SELECT "code" FROM actor WHERE "code" LIKE 'X%' ORDER BY "code"`)
    expect(codes.map((c) => c.code)).toEqual(['X1', 'X2', 'X4', 'X5', 'X7'])
  })

  it('bare: save() inside BEGIN IMMEDIATE throws and rolls the outer transaction back', async () => {
    const source = await bare()
    await source.query('BEGIN IMMEDIATE')
    await source.query("INSERT INTO note (text) VALUES ('outer')")
    await expect(source.getRepository(notes).save({ text: 'saved' })).rejects.toThrow(/within a transaction/)
    await source.query('COMMIT').catch(() => undefined)
    expect(await textsIn(source)).toEqual([])
  })

  it('store: no save, remove or repository stands in the store', async () => {
    const directory = new URL('../../server/store/', import.meta.url)
    for (const name of await readdir(directory, { recursive: true })) {
      if (!name.endsWith('.ts')) continue
      const text = await readFile(new URL(name, directory), 'utf8')
      expect(text, name).not.toMatch(/\.save\(|\.remove\(|getRepository|createQueryBuilder|addColumn|synchronize:/)
    }
  })
})

describe('adding a column', () => {
  const withNoteAndLine = async (): Promise<DataSource> => {
    const source = await bare()
    await source.query("INSERT INTO note (id, text) VALUES (1, 'parent')")
    await source.query('INSERT INTO line ("noteId") VALUES (1), (1)')
    return source
  }
  const linesIn = async (source: DataSource) => (await source.query('SELECT COUNT(*) AS n FROM line'))[0].n

  it('bare: addColumn rebuilds the table, and the cascade empties its children', async () => {
    const source = await withNoteAndLine()
    await source
      .createQueryRunner()
      .addColumn('note', new TableColumn({ name: 'extra', type: 'text', isNullable: true }))
    expect(await linesIn(source)).toBe(0)
  })

  it('store: ALTER TABLE in plain SQL keeps them', async () => {
    const source = await withNoteAndLine()
    await source.query('ALTER TABLE note ADD COLUMN "extra" TEXT')
    expect(await linesIn(source)).toBe(2)
  })
})

describe('ids, dates and pages', () => {
  it('bare: upsert answers the id of another row', async () => {
    const source = await bare()
    const repository = source.getRepository(notes)
    await repository.insert({ text: 'one' })
    await repository.insert({ text: 'two' })
    const { identifiers } = await repository.upsert({ text: 'one' }, ['text'])
    const [row] = await source.query("SELECT id FROM note WHERE text = 'one'")
    expect(identifiers[0]?.id).not.toBe(row.id)
  })

  it('store: ids are given before the row is written, and are those of the row', async () => {
    const { db, herald } = await openTestStore()
    const made = await db.write('test', 'three', async (tx) => [
      await settle(tx, statement(herald, { summary: 'one' })),
      await settle(tx, statement(herald, { summary: 'two' })),
    ])
    const rows = await db.all<{ id: number }>('SELECT "id" FROM statement ORDER BY "summary"')
    expect(rows.map((r) => r.id)).toEqual(made.map((m) => m.statement))
  })

  it('bare: a date of type Date is stored a day early west of Greenwich', async () => {
    const zone = process.env.TZ
    process.env.TZ = 'America/New_York'
    onTestFinished(() => {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    })
    const source = await bare()
    await source.getRepository(notes).insert({ text: 'dated', on: new Date('1901-03-01') })
    expect((await source.query('SELECT "on" AS day FROM note'))[0].day).toBe('1901-02-28')
  })

  it('store: a day is a number and comes back as it went in, wherever the server stands', async () => {
    const zone = process.env.TZ
    onTestFinished(() => {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    })
    const { db, herald } = await openTestStore()
    for (const place of ['America/New_York', 'Pacific/Auckland', 'Asia/Kabul']) {
      process.env.TZ = place
      const { statement: id } = await db.write('test', place, (tx) =>
        settle(tx, statement(herald, { day: day('1901-03-01'), summary: place })),
      )
      const [row] = await db.all<{ day: Day }>('SELECT "day" FROM statement WHERE "id" = ?', [id])
      expect(row?.day, place).toBe(day('1901-03-01'))
    }
  })

  it('bare: a page with a join takes two queries', async () => {
    const asked: string[] = []
    const source = await bare({ logging: ['query'], logger: { ...silent, logQuery: (sql: string) => asked.push(sql) } })
    await source.query("INSERT INTO note (id, text) VALUES (1, 'one')")
    await source.query('INSERT INTO line ("noteId") VALUES (1), (1)')
    asked.length = 0
    await source.getRepository(notes).find({ relations: { lines: true }, take: 2, order: { id: 'ASC' } })
    expect(asked.filter((sql) => sql.startsWith('SELECT')).length).toBe(2)
  })

  it('store: a page of statements with their documents and codings takes one, and holds as many as were asked for', async () => {
    const asked: string[] = []
    const { db, herald } = await openTestStore({ onRead: (sql) => asked.push(sql) })
    await db.write('test', 'five', async (tx) => {
      for (let i = 0; i < 5; i++) await settle(tx, statement(herald))
    })
    asked.length = 0
    const page = await statementsOf(db, sought(2 as never), first(3))
    expect([page.nodes.length, asked.length]).toEqual([3, 1])
  })
})

const silent = {
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
}

describe('a second process', () => {
  it('is noticed: what it writes is in the next answer', async () => {
    const { db, herald } = await openTestStore()
    const tallies = await Tallies.load(db)
    expect(tallies.cellsOf({ a: RUR, b: SYL })).toBeNull()
    // Without asking for PRAGMA data_version a server would go on with what it has in memory.
    const writer = run(await bundled('test/store/writer.child.ts'), [db.path, '3', String(herald)])
    expect((await finished(writer)).err).toBe('')
    expect(tallies.cellsOf({ a: RUR, b: SYL })).toBeNull()
    expect(await tallies.refresh()).toBe(true)
    expect(tallies.cellsOf({ a: RUR, b: SYL })?.counts.reduce((n, c) => n + c, 0)).toBe(3)
    expect((await eventsOf(db, sought(await latestRevision(db)), first(9))).nodes).toHaveLength(3)
    expect(ACTORS).toHaveLength(3)
  })
})
