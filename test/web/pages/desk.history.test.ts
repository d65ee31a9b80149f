/** Undo and redo of the desk: any run of changes is taken back step by step, after the page was loaded anew too. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adopted, bodyOf, did, type Journal, readJournal, redone, undone } from '../../../web/pages/desk/history.ts'
import { added, edited, explained, marked, openedAgain, swapped, type Work } from '../../../web/pages/desk/work.ts'

const START: Work = ['a', 'b', 'c'].reduce((w, key, i) => added(w, key, i * 10, i * 10 + 9, '1901-06-10'), {
  items: [],
  note: '',
} as Work)
const journal = (work: Work): Journal => ({ work, past: [], future: [] })
const anyKey = fc.constantFrom('a', 'b', 'c', 'd')
type Change = (w: Work) => Work
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(anyKey, fc.constantFrom('open', 'done', 'rejected')).map(
    ([key, s]): Change =>
      (w) =>
        marked(w, [key], s as 'open'),
  ),
  fc.tuple(anyKey, fc.string()).map(
    ([key, tag]): Change =>
      (w) =>
        edited(w, key, { tag }),
  ),
  fc.tuple(anyKey, fc.string()).map(
    ([key, note]): Change =>
      (w) =>
        edited(w, key, { note }),
  ),
  fc.tuple(anyKey, fc.string()).map(
    ([key, why]): Change =>
      (w) =>
        openedAgain(w, key, why),
  ),
  fc.tuple(anyKey, fc.string()).map(
    ([key, why]): Change =>
      (w) =>
        explained(w, key, why),
  ),
  anyKey.map(
    (key): Change =>
      (w) =>
        swapped(edited(w, key, { source: 'NOR' }), key),
  ),
  fc.string().map(
    (note): Change =>
      (w) => ({ ...w, note }),
  ),
  fc.constant<Change>((w) => (w.items.some((i) => i.key === 'd') ? w : added(w, 'd', 5, 25, null))),
)

/** All the works that a run of changes goes through, each other than the one before. */
function run(changes: readonly Change[]): { readonly works: readonly Work[]; readonly journal: Journal } {
  let now = journal(START)
  const works = [START]
  for (const change of changes) {
    const next = change(now.work)
    if (next === now.work) continue
    now = did(now, next)
    works.push(next)
  }
  return { works, journal: now }
}
const same = (x: Work, y: Work) => expect(JSON.parse(JSON.stringify(x))).toEqual(JSON.parse(JSON.stringify(y)))

describe('the history of the desk', () => {
  it('takes back every step, and does it again, before and after it was kept and read', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 20 }), fc.boolean(), (changes, reloaded) => {
        const { works, journal: end } = run(changes)
        let now = reloaded ? (readJournal(bodyOf(end)) as Journal) : end
        same(now.work, works.at(-1) as Work)
        for (const work of works.toReversed().slice(1)) {
          now = undone(now) as Journal
          same(now.work, work)
        }
        expect(undone(now)).toBeNull()
        for (const work of works.slice(1)) {
          now = redone(now) as Journal
          same(now.work, work)
        }
        expect(redone(now)).toBeNull()
        expect(bodyOf(now)).toBe(bodyOf(end))
      }),
    )
  })

  it('takes back at once what was typed on in one place, and forgets what was undone when something else is done', () => {
    const one = did(journal(START), edited(START, 'a', { summary: 'B' }))
    const two = did(one, edited(one.work, 'a', { summary: 'Bl' }), true)
    expect(undone(two)?.work).toEqual(START)
    const other = did(undone(two) as Journal, edited(START, 'b', { tag: 'demand' }))
    expect(redone(other)).toBeNull()
  })

  it('does not take back what others changed since, but what was done beside it', () => {
    const both = run([
      (w) => marked(w, ['a'], 'done'),
      (w) => marked(w, ['b'], 'done'),
      (w) => marked(w, ['a', 'c'], 'done'),
    ])
    const theirs = { ...both.journal.work, note: 'as it stands' }
    const now = adopted(both.journal, theirs, ['a'])
    const first = undone(now) as Journal
    expect(first.work.items.map((i) => i.status)).toEqual(['done', 'done', 'open'])
    const second = undone(first) as Journal
    expect(second.work.items.map((i) => i.status)).toEqual(['done', 'open', 'open'])
    expect(undone(second)).toBeNull()
  })

  it('keeps no more steps than the server takes, the latest', () => {
    let now = journal(START)
    for (let i = 0; i < 100; i++) now = did(now, edited(now.work, 'a', { summary: `${i} ${'word '.repeat(200)}` }))
    expect(JSON.stringify(now.past).length).toBeLessThan(25_000)
    expect(undone(now)?.work.items[0]?.summary).toMatch(/^98 /)
  })

  it('is read without steps from what was kept before there were any, and is none where it is no work', () => {
    expect(readJournal(JSON.stringify(START))).toEqual({ work: START, past: [], future: [] })
    expect(readJournal(JSON.stringify({ ...START, past: [3, null, { items: 4 }] }))?.past).toEqual([])
    expect(readJournal('{"items":3}')).toBeNull()
  })
})
