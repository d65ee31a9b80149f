import { describe, expect, it } from 'vitest'
import type { Revision } from '../../server/domain/record/revision.ts'
import { pairOf } from '../../server/domain/score/tally.ts'
import { insertEvents } from '../../server/store/bulk.ts'
import { codingsOf, type NewCoding } from '../../server/store/coding.ts'
import type { Database } from '../../server/store/database.ts'
import { publishCodebook } from '../../server/store/directory.ts'
import {
  countEvents as countEventsEach,
  eventsById,
  eventsInCells,
  eventsOf as eventsOfEach,
} from '../../server/store/event.ts'
import { latestRevision } from '../../server/store/revision.ts'
import { settle, supersedeStatement } from '../../server/store/settle.ts'
import type { Sought } from '../../server/store/sought.ts'
import {
  countStatements as countStatementsEach,
  statementsById,
  statementsOf as statementsOfEach,
  statementsOfEvents,
} from '../../server/store/statement.ts'
import { BOR, day, first, leaf, ofOne, openTestStore, RUR, SYL, sought, statement } from '../support/store.ts'

const countEvents = ofOne(countEventsEach)
const eventsOf = ofOne(eventsOfEach)
const countStatements = ofOne(countStatementsEach)
const statementsOf = ofOne(statementsOfEach)

const judged: NewCoding = {
  codebook: 'test-1',
  tag: 'accuse',
  coder: 'ana',
  state: 'SETTLED',
  confidence: null,
  reasonBy: null,
  shown: null,
  reason: 'It lays a deed to the other',
}

const publish = (db: Database) =>
  db.write('test', 'a codebook', (tx) =>
    publishCodebook(tx, {
      name: 'test',
      version: 'test-1',
      note: '',
      tags: [],
      method: {} as never,
      hash: '0'.repeat(64),
    }),
  )

/** The ledger summed up to a revision: what stood then, as `leaf class ×count`. */
async function tallied(db: Database, revision: number): Promise<string[]> {
  const rows = await db.all<{ leaf: string; evidence: number; n: number }>(
    `SELECT "leaf", "evidence", SUM("count") AS n FROM tally WHERE "revision" <= ? GROUP BY "leaf", "evidence"
     HAVING SUM("count") <> 0 ORDER BY 1, 2`,
    [revision],
  )
  return rows.map((row) => `${row.leaf} ${row.evidence} ×${row.n}`)
}

describe('settling a statement', () => {
  it('makes event, coding and cell in one transaction', async () => {
    const { db, herald } = await openTestStore()
    await publish(db)
    const { statement: id, event } = await db.write('ana', 'settles', (tx) =>
      settle(tx, statement(herald), null, judged),
    )
    const revision = await latestRevision(db)
    expect(await tallied(db, revision)).toEqual(['112 0 ×1'])
    const [found] = await eventsById(db, [event as number], revision)
    expect(found).toMatchObject({
      source: RUR,
      target: SYL,
      mutual: false,
      leaf: '112',
      evidence: 'ONE',
      addedIn: revision,
    })
    const page = await statementsOf(db, sought(revision), first(10))
    expect(page.nodes).toHaveLength(1)
    expect(page.nodes[0]).toMatchObject({
      statement: { id, event, day: day('1901-03-01'), reported: false, issues: [], quote: null },
      document: { id: herald, outlet: 'herald' },
      coding: { tag: 'accuse', coder: 'ana', reason: 'It lays a deed to the other' },
    })
    expect(await codingsOf(db, [id], revision)).toHaveLength(1)
  })

  it('counts an unsettled statement nowhere until it is settled', async () => {
    const { db, herald } = await openTestStore()
    const { statement: id, event } = await db.write('ana', 'adds', (tx) =>
      settle(tx, statement(herald, { leaf: null })),
    )
    expect(event).toBeNull()
    const before = await latestRevision(db)
    expect(await tallied(db, before)).toEqual([])
    expect(await countStatements(db, sought(before))).toBe(0)
    await db.write('ana', 'settles', (tx) => supersedeStatement(tx, id, { leaf: leaf('112') }))
    const after = await latestRevision(db)
    expect(await tallied(db, after)).toEqual(['112 0 ×1'])
    const [now] = (await statementsOf(db, sought(after), first(1))).nodes
    expect(now?.statement.supersedes).toBe(id)
    // The earlier version is still there to be read.
    expect(await statementsById(db, [id])).toMatchObject([{ leaf: null, supersededIn: after }])
  })

  it('raises the evidence class as independent sources report the same event', async () => {
    const { db, herald, courier, gazette, releaseDocument } = await openTestStore()
    const add = (document: number, event: number | null) =>
      db.write('ana', 'reports', (tx) => settle(tx, statement(document as never), event as never))
    const { event } = await add(herald, null)
    const evidence = async () => (await eventsById(db, [event as number], await latestRevision(db)))[0]?.evidence
    expect(await evidence()).toBe('ONE')
    // The Courier prints the same wire as the Herald: still one source.
    await add(courier, event)
    expect(await evidence()).toBe('ONE')
    await add(gazette, event)
    expect(await evidence()).toBe('TWO')
    // A data set's release is one source more, however many rows it has.
    await add(releaseDocument, event)
    await add(releaseDocument, event)
    expect(await evidence()).toBe('THREE')
    expect(await tallied(db, await latestRevision(db))).toEqual(['112 2 ×1'])
    expect(await statementsOfEvents(db, [event as never], await latestRevision(db))).toHaveLength(5)
  })

  it('takes the facts of an event from its first counted report', async () => {
    const { db, herald, gazette, release, releaseDocument } = await openTestStore()
    const { event } = await db.write('ana', 'denied', (tx) => settle(tx, statement(gazette, { denied: true })))
    const now = async () => (await eventsById(db, [event as number], await latestRevision(db)))[0]
    expect(await now()).toMatchObject({ evidence: 'UNCOUNTED', leaf: '112' })
    // The release has no day of publishing, so the Herald's report of the same event leads when it comes.
    const later = { leaf: leaf('190'), day: day('1901-03-02') }
    await db.write('ana', 'reports', (tx) => settle(tx, statement(releaseDocument, later), event))
    expect(await now()).toMatchObject({ evidence: 'ONE', leaf: '190', day: day('1901-03-02'), collection: release })
    await db.write('ana', 'reports', (tx) => settle(tx, statement(herald, { reported: true }), event))
    expect(await now()).toMatchObject({ evidence: 'TWO', leaf: '112', day: day('1901-03-01') })
    expect(await tallied(db, await latestRevision(db))).toEqual(['112 1 ×1'])
  })

  it('refuses an actor that is not on record, one actor on both sides, and two pairs in one event', async () => {
    const { db, herald } = await openTestStore()
    const before = await latestRevision(db)
    const bad = (given: object, event: number | null = null) =>
      db.write('ana', 'tries', (tx) => settle(tx, statement(herald, given), event as never))
    await expect(bad({ target: 'XXX' })).rejects.toThrow(/"XXX": no actor has this code/)
    await expect(bad({ target: RUR })).rejects.toThrow(/the same actor/)
    await expect(bad({ document: 999 })).rejects.toThrow(/document 999/)
    expect(await latestRevision(db)).toBe(before)
    const { event } = await db.write('ana', 'settles', (tx) => settle(tx, statement(herald)))
    await expect(bad({ target: BOR }, event)).rejects.toThrow(/different pairs/)
    expect(await tallied(db, await latestRevision(db))).toEqual(['112 0 ×1'])
  })
})

describe('correcting a statement', () => {
  it('leaves what was said before as it was', async () => {
    const { db, herald } = await openTestStore()
    const { statement: id, event } = await db.write('ana', 'settles', (tx) => settle(tx, statement(herald)))
    const then = await latestRevision(db)
    await db.write('ben', 'corrects', (tx) => supersedeStatement(tx, id, { leaf: leaf('190'), summary: 'Attacks it' }))
    const now = await latestRevision(db)
    expect([await tallied(db, then), await tallied(db, now)]).toEqual([['112 0 ×1'], ['190 0 ×1']])
    const summaries = async (revision: Revision) =>
      (await statementsOf(db, sought(revision), first(9))).nodes.map((n) => n.statement.summary)
    expect([await summaries(then), await summaries(now)]).toEqual([['Accuses it of smuggling'], ['Attacks it']])
    // The event keeps its id through its versions.
    expect((await eventsOf(db, sought(then), first(9))).nodes).toMatchObject([{ id: event, leaf: '112' }])
    expect((await eventsOf(db, sought(now), first(9))).nodes).toMatchObject([{ id: event, leaf: '190' }])
    // The ledger took one back and added one, both in the revision of the correction.
    const deltas = await db.all('SELECT "leaf", "revision", "count" FROM tally ORDER BY "revision", "leaf"')
    expect(deltas).toEqual([
      { leaf: '112', revision: then, count: 1 },
      { leaf: '112', revision: now, count: -1 },
      { leaf: '190', revision: now, count: 1 },
    ])
  })

  it('carries the settled coding over, or takes the new one', async () => {
    const { db, herald } = await openTestStore()
    await publish(db)
    const made = await db.write('ana', 'settles', (tx) => settle(tx, statement(herald), null, judged))
    const kept = await db.write('ben', 'words', (tx) => supersedeStatement(tx, made.statement, { summary: 'Better' }))
    const read = async () => (await statementsOf(db, sought(await latestRevision(db)), first(1))).nodes[0]
    expect(await read()).toMatchObject({ statement: { summary: 'Better' }, coding: { coder: 'ana' } })
    const mine = { ...judged, coder: 'ben', tag: 'attack' }
    await db.write('ben', 'recodes', (tx) =>
      supersedeStatement(tx, kept?.statement as never, { leaf: leaf('190') }, mine),
    )
    expect(await read()).toMatchObject({ statement: { leaf: '190' }, coding: { coder: 'ben', tag: 'attack' } })
  })

  it('moves a statement whose parties change to an event of its own', async () => {
    const { db, herald, gazette } = await openTestStore()
    const one = await db.write('ana', 'settles', (tx) => settle(tx, statement(herald)))
    const two = await db.write('ana', 'settles', (tx) => settle(tx, statement(gazette), one.event))
    const moved = await db.write('ana', 'moves', (tx) => supersedeStatement(tx, two.statement, { target: BOR }))
    expect(moved?.event).not.toBe(one.event)
    const revision = await latestRevision(db)
    expect((await eventsById(db, [one.event as number], revision))[0]?.evidence).toBe('ONE')
    expect((await eventsById(db, [moved?.event as number], revision))[0]).toMatchObject({
      target: BOR,
      evidence: 'ONE',
    })
  })

  it('withdraws an event with its last report', async () => {
    const { db, herald } = await openTestStore()
    const { statement: id, event } = await db.write('ana', 'settles', (tx) => settle(tx, statement(herald)))
    const then = await latestRevision(db)
    expect(await db.write('ana', 'withdraws', (tx) => supersedeStatement(tx, id, null))).toBeNull()
    const now = await latestRevision(db)
    expect([await tallied(db, then), await tallied(db, now)]).toEqual([['112 0 ×1'], []])
    expect(await eventsById(db, [event as number], now)).toEqual([])
    await expect(db.write('ana', 'again', (tx) => supersedeStatement(tx, id, null))).rejects.toThrow(
      /no statement of this id/,
    )
  })

  it('sums to nothing where a transaction takes back what it added', async () => {
    const { db, herald } = await openTestStore()
    await db.write('ana', 'in and out', async (tx) => {
      const { statement: id } = await settle(tx, statement(herald))
      await supersedeStatement(tx, id, { leaf: leaf('190') })
    })
    const revision = await latestRevision(db)
    expect(await tallied(db, revision)).toEqual(['190 0 ×1'])
    expect(await db.all('SELECT * FROM tally WHERE "leaf" = ?', ['112'])).toEqual([])
  })
})

describe('reading pages', () => {
  /** 1–5 March, one event a day, alternating direction; the event of 5 March is mutual. */
  async function fiveDays() {
    const store = await openTestStore()
    const rows = [1, 2, 3, 4, 5].map((d) => ({
      origin: `row ${d}`,
      source: d % 2 === 1 ? RUR : SYL,
      target: d % 2 === 1 ? SYL : RUR,
      mutual: d === 5,
      day: day(`1901-03-0${d}`),
      precision: 'DAY' as const,
      summary: `day ${d}`,
      leaf: leaf(d < 4 ? '112' : '040'),
    }))
    const into = { collection: store.release, document: store.releaseDocument }
    await store.db.write('test', 'five days', (tx) => insertEvents(tx, into, rows))
    return { ...store, revision: await latestRevision(store.db) }
  }
  const days = (page: { nodes: readonly { day: number }[] }) => page.nodes.map((n) => n.day - day('1901-02-28'))

  it('lists newest first and follows the cursor both ways', async () => {
    const { db, revision } = await fiveDays()
    const all = sought(revision)
    const one = await eventsOf(db, all, first(2))
    expect([days(one), one.hasNextPage, one.hasPreviousPage]).toEqual([[5, 4], true, false])
    const two = await eventsOf(db, all, first(2, { after: one.nodes[1] ?? null }))
    expect([days(two), two.hasNextPage, two.hasPreviousPage]).toEqual([[3, 2], true, true])
    const three = await eventsOf(db, all, first(2, { after: two.nodes[1] ?? null }))
    expect([days(three), three.hasNextPage]).toEqual([[1], false])
    const back = await eventsOf(db, all, { first: null, last: 2, after: null, before: three.nodes[0] ?? null })
    expect([days(back), back.hasPreviousPage, back.hasNextPage]).toEqual([[3, 2], true, true])
    const oldest = await eventsOf(db, all, { first: null, last: 2, after: null, before: null })
    expect([days(oldest), oldest.hasPreviousPage, oldest.hasNextPage]).toEqual([[2, 1], true, false])
  })

  it('filters by days, direction, leaf and collection', async () => {
    const { db, revision, articles } = await fiveDays()
    const only = async (given: object) => days(await eventsOf(db, sought(revision, given), first(9)))
    expect(await only({ from: day('1901-03-02'), to: day('1901-03-03') })).toEqual([3, 2])
    // A directed answer holds the mutual event too.
    expect(await only({ direction: 'A_TO_B' })).toEqual([5, 3, 1])
    expect(await only({ direction: 'B_TO_A' })).toEqual([5, 4, 2])
    expect(await only({ leaves: [leaf('040')] })).toEqual([5, 4])
    expect(await only({ leaves: [] })).toEqual([])
    expect(await only({ collections: [articles] })).toEqual([])
    expect(await only({ from: day('1901-03-03'), to: day('1901-03-02') })).toEqual([])
    expect(await countEvents(db, sought(revision, { direction: 'A_TO_B' }))).toBe(3)
  })

  it('reads a relation turned round with the directions turned round', async () => {
    const { db, revision } = await fiveDays()
    const slices = [{ pair: pairOf(RUR, SYL), flipped: true, from: day('0001-01-01'), to: day('9999-12-31') }]
    expect(days(await eventsOf(db, sought(revision, { slices, direction: 'A_TO_B' }), first(9)))).toEqual([5, 4, 2])
  })

  it('reads several slices as one list', async () => {
    const { db, revision } = await fiveDays()
    const pair = pairOf(RUR, SYL)
    const slices = [
      { pair, flipped: false, from: day('1901-03-01'), to: day('1901-03-02') },
      { pair, flipped: false, from: day('1901-03-04'), to: day('1901-03-09') },
      { pair: pairOf(RUR, BOR), flipped: false, from: day('1901-03-01'), to: day('1901-03-09') },
    ]
    const page = await eventsOf(db, sought(revision, { slices }), first(3))
    expect([days(page), page.hasNextPage]).toEqual([[5, 4, 2], true])
    expect(await countEvents(db, sought(revision, { slices }))).toBe(4)
    const read = await statementsOf(db, sought(revision, { slices }), first(3))
    expect(read.nodes.map((n) => n.statement.summary)).toEqual(['day 5', 'day 4', 'day 2'])
    expect(await countStatements(db, sought(revision, { slices }))).toBe(4)
  })

  it('answers each of several askers with a page and a number of its own', async () => {
    const { db, revision } = await fiveDays()
    const [all, none] = [sought(revision).slices, [] as Sought['slices']]
    const early = all.map((slice) => ({ ...slice, to: day('1901-03-02') }))
    const { slices: _, ...conditions } = sought(revision)
    const each = { ...conditions, slicesOfEach: [early, none, all] }
    const pages = await eventsOfEach(db, each, first(3))
    expect(pages.map(days)).toEqual([[2, 1], [], [5, 4, 3]])
    expect(pages.map((page) => page.hasNextPage)).toEqual([false, false, true])
    const oldest = await statementsOfEach(db, each, { first: null, last: 1, after: null, before: null })
    expect(oldest.map(({ nodes }) => nodes.map((n) => n.statement.summary))).toEqual([['day 1'], [], ['day 1']])
    expect(await countEventsEach(db, each)).toEqual([2, 0, 5])
    expect(await countStatementsEach(db, each)).toEqual([2, 0, 5])
  })

  it('finds the events that a cell counts', async () => {
    const { db, revision, release } = await fiveDays()
    const cell = { pair: pairOf(RUR, SYL), leaf: leaf('112'), evidence: 0, severity: 0, collection: release }
    const found = await eventsInCells(
      db,
      [
        { ...cell, direction: 0, day: day('1901-03-01') },
        // On 2 March it was Syldavia that acted: this cell is empty.
        { ...cell, direction: 0, day: day('1901-03-02') },
        { ...cell, direction: 2, day: day('1901-03-05'), leaf: leaf('040') },
      ],
      revision,
      9,
    )
    expect(days({ nodes: found })).toEqual([5, 1])
  })

  it('refuses a page of no, minus one or too many rows', async () => {
    const { db, revision } = await fiveDays()
    for (const n of [0, -1, 1.5, 1_000_000]) {
      await expect(eventsOf(db, sought(revision), first(n))).rejects.toThrow(/a page holds 1 to 10000 rows/)
    }
  })

  it('asks one SQL statement for a page of statements with documents and codings', async () => {
    const asked: string[] = []
    const { db, herald } = await openTestStore({ onRead: (sql) => asked.push(sql) })
    await db.write('ana', 'settles', (tx) => settle(tx, statement(herald)))
    asked.length = 0
    await statementsOf(db, sought(99 as Revision), first(20))
    expect(asked).toHaveLength(1)
  })
})

describe('a data set', () => {
  it('changes nothing when its rows are stored twice, not even the revision', async () => {
    const { db, release, releaseDocument } = await openTestStore()
    const rows = [1, 2, 2].map((n) => ({
      ...{
        origin: `row ${n}`,
        source: RUR,
        target: SYL,
        mutual: false,
        day: day('1901-05-01'),
        precision: 'DAY' as const,
      },
      ...{ summary: '', leaf: leaf('112') },
    }))
    const into = { collection: release, document: releaseDocument }
    const store = () => db.write('test', 'import', (tx) => insertEvents(tx, into, rows))
    expect(await store()).toEqual({ stored: 2, duplicate: 1 })
    const after = await latestRevision(db)
    expect(await store()).toEqual({ stored: 0, duplicate: 3 })
    expect(await latestRevision(db)).toBe(after)
    // Two events in one cell are one row of the ledger with a count of two.
    expect(await db.all('SELECT "count" FROM tally')).toEqual([{ count: 2 }])
  })
})
