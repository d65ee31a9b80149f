/** Joining and parting events: what counts follows, each undoes the other, and what is not one happening is refused. */
import { describe, expect, it } from 'vitest'
import { ACCUSED_ON, openAccusing } from '../../support/accusing.ts'
import { RELATION } from '../../support/api.ts'
import { type Ask, type Changed, does } from '../../support/people.ts'

const EVENT = 'event { id evidence day source { code } statements { id document { title } } }'
const DAY = ACCUSED_ON

async function open() {
  const api = await openAccusing()
  /** Counted events and tension on the day. */
  const score = async () => {
    const { relation } = await api.data(`{ relation(by: {slug: "${RELATION}"}) {
      series(from: "${DAY}", to: "${DAY}", bucket: DAY) { n support tension engagement } } }`)
    return relation.series
  }
  return { ...api, score }
}

const merge = (ask: Ask, events: readonly string[], reason = 'Both tell of the same speech.'): Promise<Changed> =>
  does(ask, 'mergeEvents', 'EventMerging', { events, reason }, EVENT)
const split = (ask: Ask, event: string, statements: readonly string[]): Promise<Changed> =>
  does(ask, 'splitEvent', 'EventSplitting', { event, statements, reason: 'Two speeches.' }, EVENT)

describe('events that are the same', () => {
  it('count once when merged, with the sources of both, and as before when split again', async () => {
    const { analyst, add, score, herald, gazette, db } = await open()
    const one = await add(herald)
    const two = await add(gazette)
    const apart = await score()
    expect(apart.n).toEqual([2])
    const { event, userErrors } = await merge(analyst, [one.event.id, two.event.id])
    expect(userErrors).toEqual([])
    expect(event).toMatchObject({ id: one.event.id, evidence: 'TWO' })
    expect(event.statements).toHaveLength(2)
    expect((await score()).n).toEqual([1])
    const moved = event.statements.find((s: { id: string }) => s.id !== one.id)
    const parted = await split(analyst, event.id, [moved.id])
    expect(parted.event).toMatchObject({ evidence: 'ONE', statements: [{ document: { title: 'Gazette of the day' } }] })
    expect(parted.event.id).not.toBe(event.id)
    expect(await score()).toEqual(apart)
    // The ledger sums to what stands: two events, however often they were moved.
    const [cells] = await db.all<{ n: number; rows: number }>('SELECT SUM("count") AS n, COUNT(*) AS rows FROM tally')
    expect(cells?.n).toBe(2)
  })

  it('can be merged three at a time, and one split off again with two of its statements', async () => {
    const { analyst, add, score, herald, gazette, releaseDocument } = await open()
    const made = [await add(herald), await add(gazette), await add(releaseDocument)]
    const { event } = await merge(
      analyst,
      made.map((s) => s.event.id),
    )
    expect([event.evidence, (await score()).n]).toEqual(['THREE', [1]])
    const leaving = event.statements.map((s: { id: string }) => s.id).slice(1)
    const parted = await split(analyst, event.id, leaving)
    expect([parted.event.evidence, parted.event.statements.length, (await score()).n]).toEqual(['TWO', 2, [2]])
    // And back.
    const again = await merge(analyst, [event.id, parted.event.id])
    expect([again.event.evidence, (await score()).n]).toEqual(['THREE', [1]])
  })

  it('leave answers as of an earlier instant unchanged', async () => {
    const { analyst, add, data, herald, gazette } = await open()
    const events = [(await add(herald)).event.id, (await add(gazette)).event.id]
    const at = (await data(`{ relation(by: {slug: "${RELATION}"}) { series { stamp { asOf } } } }`)).relation.series
      .stamp.asOf
    await merge(analyst, events)
    const n = async (asOf: string) =>
      (
        await data(
          `{ relation(by: {slug: "${RELATION}"}) { series(from: "${DAY}", to: "${DAY}", bucket: DAY, asOf: ${asOf}) { n } } }`,
        )
      ).relation.series.n
    expect([await n(`"${at}"`), await n('null')]).toEqual([[2], [1]])
  })

  it('are audited with the statements that reported each event before and after, and the reason', async () => {
    const { analyst, add, db, herald, gazette } = await open()
    const [one, two] = [await add(herald), await add(gazette)]
    await merge(analyst, [one.event.id, two.event.id])
    const [row] = await db.all<{ before: string; after: string; noun: string; by: string }>(
      `SELECT * FROM audit WHERE "action" = 'mergeEvents'`,
    )
    expect(row).toMatchObject({ noun: 'Event', by: 'analyst' })
    expect(JSON.parse(row?.before ?? '')).toEqual({ 1: [1], 2: [2] })
    // Statement 2 was superseded by statement 3, which reports event 1.
    expect(JSON.parse(row?.after ?? '')).toEqual({ 1: [1, 3], reason: 'Both tell of the same speech.' })
  })
})

describe('a merge', () => {
  const refusal = async (work: Promise<Changed>) => {
    const { event, userErrors } = await work
    expect(event).toBeNull()
    return userErrors[0]
  }

  it('of different actors, directions or families is refused with the reason, and changes nothing', async () => {
    const { analyst, add, db, herald, gazette } = await open()
    const one = await add(herald)
    const others = [
      await add(gazette, { target: 'BOR' }),
      await add(gazette, { source: 'SYL', target: 'RUR' }),
      await add(gazette, { judgement: { tag: 'support', reason: 'It supports.' } }),
    ]
    const before = await db.all('SELECT * FROM event')
    const found = []
    for (const other of others) found.push(await refusal(merge(analyst, [one.event.id, other.event.id])))
    expect(found.map((f) => [f?.field, f?.code, f?.message])).toEqual([
      [
        'events',
        'CONFLICT',
        '"Event:2": it is between BOR and RUR, and Event:1 between RUR and SYL. Correct the actors of its statements first, or leave it out.',
      ],
      [
        'events',
        'CONFLICT',
        '"Event:3": SYL did it, and RUR did Event:1. What each did to the other are two events; leave it out.',
      ],
      [
        'events',
        'CONFLICT',
        '"Event:4": it is of the family VERBAL_COOPERATION, and Event:1 of VERBAL_CONFLICT. Settle its statements anew first, or leave it out.',
      ],
    ])
    expect(await db.all('SELECT * FROM event')).toEqual(before)
  })

  it('is refused for a single event, a duplicate, a superseded event, or without a reason', async () => {
    const { analyst, add, herald, gazette } = await open()
    const ids = [(await add(herald)).event.id, (await add(gazette)).event.id]
    const [one = '', two = ''] = ids
    expect((await refusal(merge(analyst, [one])))?.code).toBe('INCOMPLETE')
    expect((await refusal(merge(analyst, [])))?.code).toBe('INCOMPLETE')
    expect((await refusal(merge(analyst, [one, one])))?.message).toContain('an event is named once')
    expect((await refusal(merge(analyst, [one, 'Statement:1'])))?.field).toBe('events')
    expect((await refusal(merge(analyst, [one, 'Event:77'])))?.code).toBe('UNKNOWN_ID')
    expect((await refusal(merge(analyst, ids, ' ')))?.field).toBe('reason')
    const many = Array.from({ length: 21 }, (_, i) => `Event:${i}`)
    expect((await refusal(merge(analyst, many)))?.code).toBe('TOO_MUCH')
    await merge(analyst, ids)
    expect((await refusal(merge(analyst, [one, two])))?.message).toContain('it may have been merged')
  })

  it('cannot be undone by splitting off all or no statements, or those of another event', async () => {
    const { analyst, add, herald, gazette } = await open()
    const [one, two] = [await add(herald), await add(gazette)]
    const { event } = await merge(analyst, [one.event.id, two.event.id])
    const all = event.statements.map((s: { id: string }) => s.id)
    const other = await add(herald, { day: '1901-06-11' })
    expect((await refusal(split(analyst, event.id, all)))?.code).toBe('NOT_POSSIBLE')
    expect((await refusal(split(analyst, event.id, [])))?.code).toBe('NOT_POSSIBLE')
    expect((await refusal(split(analyst, event.id, [other.id])))?.message).toContain('does not report Event:1')
    // The statement as it was before the merge.
    expect((await refusal(split(analyst, event.id, [two.id])))?.code).toBe('UNKNOWN_ID')
  })
})
