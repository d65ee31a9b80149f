import { DataSource } from 'typeorm'
import { describe, expect, it } from 'vitest'
import { publishCodebook } from '../../server/store/directory.ts'
import { keepText } from '../../server/store/document.ts'
import { Exposure0000000000008 } from '../../server/store/migrations/0008-exposure.ts'
import { Reasons0000000000011 } from '../../server/store/migrations/0011-reasons.ts'
import { MIGRATIONS } from '../../server/store/migrations.ts'
import { settle } from '../../server/store/settle.ts'
import { TABLES } from '../../server/store/tables/tables.ts'
import { openEmptyStore, openTestStore, statement, temporaryDirectory } from '../support/store.ts'

interface ColumnInfo {
  name: string
  type: string
  notnull: number
  pk: number
}

describe('the schema', () => {
  it('has the very columns, types, keys and references that the tables declare', async () => {
    const db = await openEmptyStore()
    for (const table of TABLES) {
      const made = await db.all<ColumnInfo>(`PRAGMA table_info("${table.name}")`)
      const declared = db.writer.getMetadata(table.schema).columns.map((c) => ({
        name: c.propertyName,
        type: String(c.type).toUpperCase(),
        notnull: c.isNullable ? 0 : 1,
        key: c.isPrimary,
      }))
      const found = made.map((c) => ({ name: c.name, type: c.type, notnull: c.notnull, key: c.pk > 0 }))
      const byName = (x: { name: string }, y: { name: string }) => (x.name < y.name ? -1 : 1)
      expect(found.sort(byName), table.name).toEqual(declared.sort(byName))

      const references = await db.all<{ from: string; table: string; to: string }>(
        `PRAGMA foreign_key_list("${table.name}")`,
      )
      const options = table.schema.options.columns as Record<string, { foreignKey?: { target: string } }>
      const meant = Object.entries(options).flatMap(([column, o]) =>
        o.foreignKey ? [`${column} → ${o.foreignKey.target}`] : [],
      )
      expect(references.map((r) => `${r.from} → ${r.table}`).sort(), table.name).toEqual(meant.sort())
    }
  })

  it('has no table that is not declared', async () => {
    const db = await openEmptyStore()
    const made = await db.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
    const declared = TABLES.map((t) => t.name)
    expect(
      made
        .map((t) => t.name)
        // The index of words keeps itself in tables of its own.
        .filter((name) => name !== 'migration' && !/^(sqlite_|search)/.test(name))
        .sort(),
    ).toEqual(declared.sort())
  })

  it('is never made by synchronize', async () => {
    const db = await openEmptyStore()
    expect([db.writer.options.synchronize, db.reader.options.synchronize]).toEqual([undefined, undefined])
  })

  it('refuses rows that break an invariant, whoever writes them', async () => {
    const { db, herald } = await openTestStore()
    const row = (given: Record<string, string | number | null>) => {
      const values = {
        ...{ a: "'RUR'", b: "'SYL'", day: 1, id: 99, collection: 1, document: herald, origin: "'x'", source: "'RUR'" },
        ...{ target: "'SYL'", mutual: 0, precision: "'DAY'", summary: "''", reported: 0, denied: 0, hypothetical: 0 },
        ...{ background: 0, issues: "'[]'", addedIn: 1, ...given },
      }
      const columns = Object.keys(values).map((c) => `"${c}"`)
      return db.writer.query(`INSERT INTO statement (${columns}) VALUES (${Object.values(values)})`)
    }
    await expect(row({ a: "'SYL'", b: "'RUR'" })).rejects.toThrow(/CHECK/)
    await expect(row({ source: "'BOR'" })).rejects.toThrow(/CHECK/)
    await expect(row({ mutual: 2 })).rejects.toThrow(/CHECK/)
    await expect(row({ precision: "'YEAR'" })).rejects.toThrow(/CHECK/)
    await expect(row({ start: 5, end: 5 })).rejects.toThrow(/CHECK/)
    await expect(row({ start: 5 })).rejects.toThrow(/CHECK/)
    await expect(row({ day: 99_999_999 })).rejects.toThrow(/CHECK/)
    await expect(row({ leaf: "'112'" })).rejects.toThrow(/CHECK/)
    await expect(row({ addedIn: 77 })).rejects.toThrow(/FOREIGN KEY/)
    await expect(row({ document: 77 })).rejects.toThrow(/FOREIGN KEY/)
    await expect(row({ supersededIn: 0 })).rejects.toThrow(/CHECK/)
    await row({})
    await expect(row({ id: 100 })).rejects.toThrow(/UNIQUE/)
  })
})

describe('migrations', () => {
  it('run up, down and up again', async () => {
    const source = new DataSource({
      type: 'sqlite',
      database: `${await temporaryDirectory()}/bare.sqlite`,
      migrations: MIGRATIONS,
      migrationsTableName: 'migration',
    })
    await source.initialize()
    const shape = () =>
      source.query("SELECT name, sql FROM sqlite_master WHERE name <> 'sqlite_sequence' ORDER BY name")
    await source.runMigrations()
    const before = await shape()
    for (const _ of MIGRATIONS) await source.undoLastMigration()
    expect((await shape()).map((t: { name: string }) => t.name)).toEqual(['migration'])
    await source.runMigrations()
    expect(await shape()).toEqual(before)
    await source.destroy()
  })

  it('keep every row of the tables that were there, one after another', async () => {
    const { db } = await openTestStore()
    const counts = async () => {
      const tables: { name: string }[] = await db.writer.query(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%' AND name <> 'migration'",
      )
      const found: Record<string, number> = {}
      for (const { name } of tables) found[name] = (await db.writer.query(`SELECT COUNT(*) AS n FROM "${name}"`))[0].n
      return found
    }
    // The first migration makes the tables; each later one is taken back and run again on what is stored.
    for (let undone = 1; undone < MIGRATIONS.length; undone++) {
      const before = await counts()
      for (let i = 0; i < undone; i++) await db.writer.undoLastMigration()
      await db.writer.runMigrations()
      expect(await counts()).toMatchObject(before)
    }
    expect((await counts()).actor).toBe(3)
  })

  it('take for shown what was accepted as proposed before it was on record what a coder was shown', async () => {
    const { db, herald } = await openTestStore()
    const coding = { codebook: 'test-1', tag: 'accuse', coder: 'zoe', state: 'SETTLED', confidence: null } as const
    const reasons = ['Proposed by the coder and accepted as it stands. “accused”', 'It is one.']
    await db.write('test', 'judges twice', async (tx) => {
      const empty = { tags: [], method: {} as never, hash: '0'.repeat(64) }
      await publishCodebook(tx, { name: 'test', version: 'test-1', note: '', ...empty })
      for (const reason of reasons)
        await settle(tx, statement(herald), null, { ...coding, reason, reasonBy: null, shown: null })
    })
    const since = MIGRATIONS.slice(MIGRATIONS.indexOf(Exposure0000000000008))
    for (const _ of since) await db.writer.undoLastMigration()
    await db.writer.runMigrations()
    expect(await db.all('SELECT "shown" FROM coding ORDER BY "id"')).toEqual([{ shown: 'accuse' }, { shown: null }])
  })

  it('empty the reasons that the desk once made up, and leave the coder’s words where they were said of the tag', async () => {
    const { db, herald } = await openTestStore()
    const coding = { codebook: 'test-1', coder: 'zoe', state: 'SETTLED', confidence: null, reasonBy: null } as const
    const accepted = 'Proposed by the coder and accepted as it stands. “accused”'
    const before = [
      { reason: 'Chosen at the desk.', tag: 'demand', shown: null },
      { reason: accepted, tag: 'accuse', shown: 'accuse' },
      { reason: accepted, tag: 'demand', shown: 'accuse' },
      { reason: 'It sets a day. Chosen at the desk.', tag: 'demand', shown: 'accuse' },
    ]
    await db.write('test', 'judges', async (tx) => {
      const empty = { tags: [], method: {} as never, hash: '0'.repeat(64) }
      await publishCodebook(tx, { name: 'test', version: 'test-1', note: '', ...empty })
      for (const given of before) await settle(tx, statement(herald), null, { ...coding, ...given })
    })
    const since = MIGRATIONS.slice(MIGRATIONS.indexOf(Reasons0000000000011))
    const reasons = () => db.all('SELECT "reason", "reasonBy" FROM coding ORDER BY "id"')
    const given = [
      { reason: '', reasonBy: null },
      { reason: '“accused”', reasonBy: 'machine:detente-coder' },
      { reason: '', reasonBy: null },
      { reason: 'It sets a day. Chosen at the desk.', reasonBy: null },
    ]
    // Back, and forth again: the second time from what it made itself.
    for (let times = 0; times < 2; times++) {
      for (const _ of since) await db.writer.undoLastMigration()
      await db.writer.runMigrations()
      expect(await reasons()).toEqual(given)
    }
  })

  it('make the sketches of texts that were kept before there were any', async () => {
    const { db, herald } = await openTestStore()
    await db.write('test', 'keeps a text', (tx) =>
      keepText(tx, herald, 'Ruritania accused Syldavia of smuggling again.'),
    )
    const sketch = () => db.all('SELECT "hash", "document" FROM text_sketch ORDER BY "hash"')
    const kept = await sketch()
    expect(kept).toHaveLength(3)
    while ((await db.writer.query("SELECT 1 FROM sqlite_master WHERE name = 'text_sketch'")).length > 0) {
      await db.writer.undoLastMigration()
    }
    await db.writer.runMigrations()
    expect(await sketch()).toEqual(kept)
  })
})
