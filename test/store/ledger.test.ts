import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EVIDENCE_CLASSES } from '../../server/domain/record/evidence.ts'
import type { StatementId } from '../../server/domain/record/statement.ts'
import { type Cells, pairOf } from '../../server/domain/score/tally.ts'
import { insertEvents } from '../../server/store/bulk.ts'
import { Database } from '../../server/store/database.ts'
import { HeldRecord } from '../../server/store/record.ts'
import { rebuild } from '../../server/store/rollup.ts'
import { settle, supersedeStatement } from '../../server/store/settle.ts'
import { Tallies } from '../../server/store/tally.ts'
import { BOR, day, leaf, openTestStore, RUR, SYL, statement, type TestStore } from '../support/store.ts'

const ACTORS = [RUR, SYL, BOR]
const LEAVES = ['010', '10', '112', '190'].map(leaf)

const change = fc.record({
  document: fc.nat(3),
  source: fc.nat(2),
  step: fc.integer({ min: 1, max: 2 }),
  mutual: fc.boolean(),
  day: fc.integer({ min: 1, max: 4 }),
  leaf: fc.nat(LEAVES.length - 1),
  denied: fc.boolean(),
  reported: fc.boolean(),
})
const operation = fc.oneof(
  fc.record({ kind: fc.constant('settle' as const), change }),
  fc.record({ kind: fc.constant('join' as const), change, which: fc.nat() }),
  fc.record({ kind: fc.constant('correct' as const), change, which: fc.nat() }),
  fc.record({ kind: fc.constant('withdraw' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('import' as const), changes: fc.array(change, { maxLength: 5 }) }),
)
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function fieldsOf(store: TestStore, c: Change) {
  const documents = [store.herald, store.courier, store.gazette, store.releaseDocument]
  return {
    document: documents[c.document] as TestStore['herald'],
    source: ACTORS[c.source] as typeof RUR,
    target: ACTORS[(c.source + c.step) % 3] as typeof RUR,
    mutual: c.mutual,
    day: day(`1901-07-0${c.day}`),
    leaf: LEAVES[c.leaf] as (typeof LEAVES)[0],
    denied: c.denied,
    reported: c.reported,
  }
}

/** Standing settled statements, by id. */
const settled = (db: Database) =>
  db.all<{ id: StatementId; event: never; source: typeof RUR; target: typeof RUR }>(
    'SELECT "id", "event", "source", "target" FROM statement WHERE "supersededIn" IS NULL AND "event" IS NOT NULL ORDER BY "id"',
  )

async function perform(store: TestStore, o: Operation): Promise<void> {
  const { db } = store
  const standing = await settled(db)
  const chosen = 'which' in o ? standing[o.which % Math.max(1, standing.length)] : undefined
  await db.write('test', o.kind, async (tx) => {
    if (o.kind === 'settle') await settle(tx, statement(store.herald, fieldsOf(store, o.change)))
    if (o.kind === 'import') {
      await insertEvents(
        tx,
        { collection: store.release, document: store.releaseDocument },
        o.changes.map((c, i) => ({
          ...fieldsOf(store, c),
          origin: `${i} ${JSON.stringify(c)}`,
          precision: 'DAY',
          summary: '',
        })),
      )
    }
    if (chosen === undefined) return
    if (o.kind === 'join') {
      const { source, target } = chosen
      await settle(tx, statement(store.herald, { ...fieldsOf(store, o.change), source, target }), chosen.event)
    }
    if (o.kind === 'correct') await supersedeStatement(tx, chosen.id, fieldsOf(store, o.change))
    if (o.kind === 'withdraw') await supersedeStatement(tx, chosen.id, null)
  })
}

const ledger = (db: Database) => db.all('SELECT * FROM tally ORDER BY 1, 2, 3, 4, 5, 6, 7, 8')

/** Cells as text, one a line, in the order of the columns. */
function lines(tallies: Tallies): string[] {
  return tallies
    .pairs()
    .sort((x, y) => (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1))
    .flatMap((pair) => {
      const c = tallies.cellsOf(pair) as Cells
      return Array.from(c.days, (d, i) =>
        [pair.a, pair.b, d, c.directions[i], tallies.leaves[c.leaves[i] as number], c.evidence[i], c.collections[i]]
          .concat([c.revisions[i], c.counts[i]] as never)
          .join(' '),
      )
    })
}

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

describe('the ledger of cells', () => {
  it('equals the one made anew from the record, and the tallies that followed equal those loaded afresh', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 8 }), async (operations) => {
        const store = await openTestStore()
        const followed = await Tallies.load(store.db)
        for (const o of operations) {
          await perform(store, o)
          await followed.refresh()
        }
        expect(lines(await Tallies.load(store.db))).toEqual(lines(followed))
        const kept = await ledger(store.db)
        await rebuild(store.db, 'test')
        expect(await ledger(store.db)).toEqual(kept)
        await followed.refresh()
        expect(lines(followed)).toEqual(lines(await Tallies.load(store.db)))
      }),
      { numRuns: 25 },
    )
  })

  it('sums, up to each revision, to the events that stood then', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 8 }), async (operations) => {
        const store = await openTestStore()
        for (const o of operations) await perform(store, o)
        const revisions = await store.db.all<{ id: number }>('SELECT "id" FROM revision')
        for (const { id } of revisions) {
          const summed = await store.db.all<{ leaf: string; evidence: number; n: number }>(
            `SELECT "leaf", "evidence", SUM("count") AS n FROM tally WHERE "revision" <= ${id}
             GROUP BY "leaf", "evidence" HAVING n <> 0 ORDER BY 1, 2`,
          )
          const stood = await store.db.all<{ leaf: string; evidence: (typeof EVIDENCE_CLASSES)[number]; n: number }>(
            `SELECT "leaf", "evidence", COUNT(*) AS n FROM event
             WHERE "addedIn" <= ${id} AND ("supersededIn" IS NULL OR "supersededIn" > ${id}) GROUP BY 1, 2`,
          )
          const counted = stood
            .map((e) => ({ ...e, evidence: EVIDENCE_CLASSES.indexOf(e.evidence) }))
            .sort((x, y) => (x.leaf === y.leaf ? x.evidence - y.evidence : x.leaf < y.leaf ? -1 : 1))
          expect(summed).toEqual(counted)
        }
      }),
      { numRuns: 15 },
    )
  })

  it('is mended by a rebuild, and a server that follows it notices', async () => {
    const store = await openTestStore()
    await store.db.write('test', 'settles', (tx) => settle(tx, statement(store.herald)))
    const followed = await Tallies.load(store.db)
    await store.db.writer.query('UPDATE tally SET "count" = 7')
    expect((await Tallies.load(store.db)).cellsOf(pairOf(RUR, SYL))?.counts[0]).toBe(7)
    expect(await rebuild(store.db, 'test')).toBe(1)
    await followed.refresh()
    expect(followed.cellsOf(pairOf(RUR, SYL))?.counts).toEqual(Int32Array.of(1))
  })

  it('is read in columns ascending by day, with leaves that keep their index', async () => {
    const store = await openTestStore()
    const add = (d: string, code: string) =>
      store.db.write('test', 'adds', (tx) => settle(tx, statement(store.herald, { day: day(d), leaf: leaf(code) })))
    await add('1901-03-05', '190')
    const tallies = await Tallies.load(store.db)
    const before = tallies.cellsOf(pairOf(RUR, SYL))
    await add('1901-03-02', '010')
    expect(await tallies.refresh()).toBe(true)
    expect(await tallies.refresh()).toBe(false)
    const cells = tallies.cellsOf(pairOf(RUR, SYL)) as Cells
    expect([...cells.days]).toEqual([day('1901-03-02'), day('1901-03-05')])
    expect([tallies.leaves, [...cells.leaves]]).toEqual([
      ['190', '010'],
      [1, 0],
    ])
    // What was handed out before is not changed under the reader.
    expect(before?.days).toHaveLength(1)
    expect(tallies.cellsOf(pairOf(RUR, BOR))).toBeNull()
    expect(tallies.pairs()).toEqual([{ a: RUR, b: SYL }])
  })

  it('costs one SQL statement to follow where nothing was written', async () => {
    const asked: string[] = []
    const { db } = await openTestStore({ onRead: (sql) => asked.push(sql) })
    const tallies = await Tallies.load(db)
    asked.length = 0
    await tallies.refresh()
    expect(asked).toEqual(['PRAGMA data_version'])
  })

  it('shows what was written before the call, also where a look was under way that began before the write', async () => {
    const { db, herald } = await openTestStore()
    const record = await HeldRecord.load(db)
    const version = db.dataVersion.bind(db)
    const [looked, answered] = [gate(), gate()]
    db.dataVersion = async () => {
      const read = await version()
      looked.open()
      await answered.opened
      return read
    }
    const early = record.refresh()
    await looked.opened
    await db.write('test', 'settles', (tx) => settle(tx, statement(herald)))
    const late = [record.refresh(), record.refresh()]
    answered.open()
    await early
    expect(record.revision).toBe(1)
    await Promise.all(late)
    expect(record.revision).toBe(2)
  })

  it('goes on after a look that failed', async () => {
    const { db, herald } = await openTestStore()
    const record = await HeldRecord.load(db)
    const version = db.dataVersion.bind(db)
    db.dataVersion = () => Promise.reject(new Error('locked'))
    await expect(record.refresh()).rejects.toThrow('locked')
    db.dataVersion = version
    await db.write('test', 'settles', (tx) => settle(tx, statement(herald)))
    await record.refresh()
    expect(record.revision).toBe(2)
  })

  it('is seen by a second connection to the same file', async () => {
    const store = await openTestStore()
    const other = await Database.open(store.db.path)
    const tallies = await Tallies.load(other)
    await store.db.write('test', 'settles', (tx) => settle(tx, statement(store.herald)))
    expect(await tallies.refresh()).toBe(true)
    expect(tallies.cellsOf(pairOf(RUR, SYL))?.counts).toEqual(Int32Array.of(1))
    expect(tallies.revision).toBe(2)
    await other.close()
  })
})
