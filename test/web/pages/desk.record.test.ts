/** The work beside the record: whatever others did there is shown, and nothing that was done here is lost. */
import { describe, expect, it } from 'vitest'
import type { Item, Standing, Suggestion } from '../../../web/pages/desk/item.ts'
import { type OnRecord, originOf, reconciled, type Stands, sentOf } from '../../../web/pages/desk/record.ts'
import { decidedIn, settlersOf } from '../../../web/pages/desk/settlers.ts'
import { begun, edited, marked, openedAgain, replaced, type Work } from '../../../web/pages/desk/work.ts'

const DOCUMENT = 'Document:3'
const WORDS = {
  text: 'Norland accused Sudria of shelling its port.',
  names: new Map([...[['NOR', 'Norland'] as const, ['SUD', 'Sudria'] as const]]),
  labels: new Map([...[['accuse', 'Accuse'] as const, ['demand', 'Demand'] as const]]),
  coder: 'machine:x',
}
const PROPOSED: Suggestion = {
  ...{ start: 0, end: 43, source: 'NOR', target: 'SUD', mutual: false, tag: 'accuse', day: '1901-06-10' },
  ...{ precision: 'DAY', speaker: null, reported: false, denied: false, hypothetical: false, background: false },
  ...{ confidence: 0.8, reason: '“accused”' },
}
const FRESH = begun([PROPOSED], '1901-06-11', [])
const [{ key } = { key: '' }] = FRESH.items
const only = ({ items: [item] }: Work): Item => item as Item

const standing = (id: number, given: Partial<Standing> = {}): Standing => ({
  ...{ id: `Statement:${id}`, origin: originOf(DOCUMENT, { key }), start: 0, end: 43, mutual: false },
  ...{ source: { code: 'NOR' }, target: { code: 'SUD' }, day: '1901-06-10', precision: 'DAY', speaker: null },
  ...{ tag: { code: 'accuse', label: 'Accuse' }, summary: 'Norland → Sudria: Accuse', reason: '“accused”' },
  ...{ reasonBy: { who: 'MACHINE', name: 'x' }, reported: false, denied: false, hypothetical: false },
  ...{ background: false, ...given },
})
const DEMAND = { tag: { code: 'demand', label: 'Demand' }, summary: 'Norland → Sudria: Demand' }
const stands = (statements: readonly Standing[], own = true, decidedBy: string | null = null): Stands => ({
  ...{ document: { id: DOCUMENT }, statements },
  settlings: statements.map(({ id }) => ({ statement: id, own, decidedBy })),
})
/** The item settled, and on record as Statement:7. */
const done = replaced(marked(FRESH, [key], 'done'), { ...only(marked(FRESH, [key], 'done')), record: 'Statement:7' })
const known = (item: Item) => new Map<string, OnRecord>([[key, { id: 'Statement:7', sent: sentOf(item, WORDS) }]])
const meet = (desk: Stands, work: Work, record: ReadonlyMap<string, OnRecord> = known(only(done))) => {
  const met = reconciled(desk, work, record, FRESH, WORDS)
  return { item: only(met.work), on: met.record.get(key), what: met.elsewhere[0]?.what ?? null }
}

describe('an item that is settled', () => {
  it('stays as it is where its statement does, and follows one that was moved to another event', () => {
    expect(meet(stands([standing(7)]), done)).toMatchObject({ item: only(done), on: { id: 'Statement:7' }, what: null })
    const moved = meet(stands([standing(8)]), done)
    expect(moved).toMatchObject({
      item: { ...only(done), record: 'Statement:8' },
      on: { id: 'Statement:8' },
      what: null,
    })
  })

  it('says what a colleague made of it, tag and words together, and is sent no more', () => {
    const met = meet(stands([standing(8, { ...DEMAND, reason: 'It sets a day.', reasonBy: null })], false), done)
    expect(met).toMatchObject({
      item: { status: 'done', tag: 'demand', summary: '', reason: 'It sets a day.' },
      what: 'CHANGED',
    })
    expect(met.on).toEqual({ id: 'Statement:8', sent: sentOf(met.item, WORDS) })
    expect(JSON.parse(met.on?.sent ?? '').summary).toBe('Norland → Sudria: Demand')
    // Their own words stay theirs.
    expect(meet(stands([standing(8, { summary: 'Blames it' })], false), done).item.summary).toBe('Blames it')
  })

  it('is rejected where a colleague took it back, and not where so many stand that it may be among those not told', () => {
    expect(meet(stands([]), done)).toMatchObject({
      item: { status: 'rejected', record: null },
      on: undefined,
      what: 'GONE',
    })
    const many = Array.from({ length: 100 }, (_, i) => standing(100 + i, { origin: `other ${i}` }))
    expect(meet(stands(many), done)).toEqual({ item: only(done), on: known(only(done)).get(key), what: null })
  })

  it('that is worked on again keeps what it says, beside what a colleague put on record meanwhile', () => {
    const opened = edited(openedAgain(done, key, 'It sets a day.'), key, { summary: 'My words' })
    const theirs = stands([standing(8, { ...DEMAND })], false)
    for (const work of [opened, marked(opened, [key], 'done')]) {
      const met = meet(theirs, work)
      expect(met.what).toBe('CLASH')
      expect(met.item).toMatchObject({ status: 'open', tag: 'accuse', summary: 'My words', record: 'Statement:8' })
      expect(met.item.opened).toMatchObject({ why: 'It sets a day.', clash: true, was: { tag: 'demand', summary: '' } })
    }
    // Where it says the same, there is nothing to choose between.
    const same = meet(stands([standing(8, { summary: 'My words' })]), marked(opened, [key], 'done'))
    expect(same).toMatchObject({ item: { status: 'done', summary: 'My words' }, what: null })
  })

  it('that was to be taken back, and was changed by a colleague first, is shown as it stands', () => {
    const takenBack = replaced(done, { ...only(done), status: 'open' })
    const met = meet(stands([standing(8, DEMAND)], false), takenBack)
    expect(met).toMatchObject({ item: { status: 'done', tag: 'demand' }, what: 'CHANGED' })
    // Unchanged it is still to be taken back.
    expect(meet(stands([standing(7)]), takenBack)).toMatchObject({
      item: { status: 'open' },
      on: { id: 'Statement:7' },
    })
  })
})

describe('an item that this desk has not settled', () => {
  const nothing = new Map<string, OnRecord>()
  it('is settled where another window of the same person settled it, and set aside where a colleague did', () => {
    expect(meet(stands([standing(7)]), FRESH, nothing)).toMatchObject({
      ...{ item: { status: 'done', record: 'Statement:7' }, on: { id: 'Statement:7' } },
    })
    const met = meet(stands([standing(7)], false), FRESH, nothing)
    expect(met).toMatchObject({ item: { status: 'rejected', like: 'Statement:7', record: null }, what: 'THEIRS' })
    expect(met.on).toBeUndefined()
  })

  it('shows both where somebody had begun on it here', () => {
    const begunOn = edited(FRESH, key, { tag: 'demand' })
    const met = meet(stands([standing(7)], false), begunOn, nothing)
    expect(met).toMatchObject({
      item: { status: 'open', tag: 'demand', opened: { clash: true, why: '' } },
      what: 'CLASH',
    })
  })

  it('is open again once nothing of it is on record any more', () => {
    const aside = meet(stands([standing(7)], false), FRESH, nothing)
    const work = replaced(FRESH, aside.item)
    expect(meet(stands([standing(9, { origin: 'own' })], false), work, nothing).item).toMatchObject({
      ...{ status: 'rejected', like: 'Statement:9' },
    })
    expect(meet(stands([]), work, nothing).item).toMatchObject({ status: 'open', like: null, blind: false })
  })
})

describe('who settled an item', () => {
  it('is told of what is on record alone', () => {
    const desk = stands([standing(7, { reason: 'It sets a day.' })], false, 'clara')
    const by = settlersOf(
      desk,
      new Map(
        [
          [key, 'Statement:7'],
          ['other', 'Statement:9'],
        ].map(([k, id]) => [k as string, id as string]),
      ),
    )
    expect([...by]).toEqual([[key, { own: false, decidedBy: 'clara', reason: 'It sets a day.' }]])
    expect([...decidedIn(by)]).toEqual([key])
    expect(decidedIn(settlersOf(stands([standing(7)]), new Map([[key, 'Statement:7']]))).size).toBe(0)
  })
})
