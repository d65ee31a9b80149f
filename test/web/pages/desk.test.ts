/** The work on one document: what is proposed, what becomes of it, and what the record is told. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstLine, languageOf, slugOf } from '../../../web/pages/desk/guess.ts'
import { decoded } from '../../../web/pages/desk/intake/intake.ts'
import { type Item, missingIn, type Standing, type Suggestion } from '../../../web/pages/desk/item.ts'
import { actOf, KEYS, keyOf } from '../../../web/pages/desk/keys.ts'
import { tagsMatching } from '../../../web/pages/desk/TagPicker.tsx'
import { stretchesOf, wholeWords } from '../../../web/pages/desk/text.ts'
import { statementOf } from '../../../web/pages/desk/told.ts'
import {
  added,
  begun,
  displayed,
  edited,
  marked,
  nextOpen,
  openedAgain,
  readWork,
  swapped,
  theirs,
  type Work,
  withNew,
} from '../../../web/pages/desk/work.ts'

const TEXT = 'Norland accused Sudria of shelling its port. Sudria denied it.'
const proposal = (given: Partial<Suggestion> = {}): Suggestion => ({
  ...{ start: 0, end: 43, source: 'NOR', target: 'SUD', mutual: false, tag: 'accuse', day: '1901-06-10' },
  ...{ precision: 'DAY', speaker: null, reported: false, denied: false, hypothetical: false, background: false },
  ...{ confidence: 0.8, reason: '“accused”', ...given },
})
const standing = (given: Partial<Standing> = {}): Standing => ({
  ...{ id: 'Statement:7', origin: 'own', start: 10, end: 20, summary: '', tag: null },
  ...{ source: { code: 'NOR' }, target: { code: 'SUD' }, mutual: false, day: '1901-06-10', precision: 'DAY' as const },
  ...{ speaker: null, reason: null, reasonBy: null, reported: false, denied: false, hypothetical: false },
  ...{ background: false, ...given },
})
const work = (...suggestions: Suggestion[]): Work => begun(suggestions, '1901-06-11', [])
const WORDS = { text: TEXT, names: new Map(), labels: new Map(), coder: 'machine:x' }
const only = (w: Work): Item => {
  const [item] = w.items
  if (!item) throw new Error('no item')
  return item
}

describe('the work on a document', () => {
  it('begins with what is proposed, each once, and the day of the document where none is told', () => {
    const { items } = work(proposal(), proposal(), proposal({ start: 45, end: 62, tag: 'deny', day: null }))
    expect(items.map((i) => [i.tag, i.day, i.status])).toEqual([
      ['accuse', '1901-06-10', 'open'],
      ['deny', '1901-06-11', 'open'],
    ])
  })

  it('sets aside what is on record about the same two at the same place', () => {
    const begin = (s: Suggestion, on: Standing) => only(begun([s], null, [on])).like
    expect(begin(proposal(), standing())).toBe('Statement:7')
    expect(begin(proposal(), standing({ start: 43, end: 50 }))).toBeNull()
    expect(begin(proposal({ start: 21, end: 43 }), standing())).toBeNull()
    expect(begin(proposal(), standing({ start: null, end: null }))).toBeNull()
    expect(begin(proposal(), standing({ source: { code: 'SUD' }, target: { code: 'NOR' } }))).toBeNull()
    const meeting = standing({ source: { code: 'SUD' }, target: { code: 'NOR' } })
    expect(begin(proposal({ mutual: true }), meeting)).toBe('Statement:7')
    expect(only(begun([proposal()], null, [standing()])).status).toBe('rejected')
  })

  it('keeps what was begun when proposals change, and adds the new ones in the order of the text', () => {
    const kept = marked(work(proposal()), [only(work(proposal())).key], 'done')
    const later = withNew(
      kept,
      work(proposal(), proposal({ start: 45, end: 62, tag: 'deny' }), proposal({ tag: 'demand' })),
    )
    expect(later.items.map((i) => [i.tag, i.status])).toEqual([
      ['accuse', 'done'],
      ['demand', 'open'],
      ['deny', 'open'],
    ])
  })

  it('says what an item still needs', () => {
    const fresh = added({ items: [], note: '' }, 'own 1', 0, 7, null)
    expect(missingIn(only(fresh))).toEqual(['source', 'target', 'tag', 'day'])
    const full = edited(fresh, 'own 1', { source: 'NOR', target: 'NOR', tag: 'accuse', day: '1901-06-10' })
    expect(missingIn(only(full))).toEqual(['same'])
    expect(missingIn(only(edited(full, 'own 1', { target: 'SUD' })))).toEqual([])
  })

  it('goes on to the next open item, round to the front, and to none where none is open', () => {
    const three = work(proposal(), proposal({ start: 44, end: 50 }), proposal({ start: 51, end: 62 }))
    const [a, b, c] = three.items.map((i) => i.key) as [string, string, string]
    expect(nextOpen(three, a)).toBe(b)
    expect(nextOpen(marked(three, [b], 'rejected'), a)).toBe(c)
    expect(nextOpen(three, c)).toBe(a)
    expect(nextOpen(marked(three, [a, b, c], 'done'), a)).toBeNull()
  })

  it('swaps the two parties, and twice is as before', () => {
    const one = work(proposal())
    const { key } = only(one)
    expect(only(swapped(one, key))).toMatchObject({ source: 'SUD', target: 'NOR' })
    expect(swapped(swapped(one, key), key)).toEqual(one)
  })

  it('tells the record our words where somebody wrote them, else made from parties and tag, and quotes 25 words at most', () => {
    const names = new Map([
      ['NOR', 'Norland'],
      ['SUD', 'Sudria'],
    ])
    const labels = new Map([['accuse', 'Accuse']])
    const item = only(work(proposal()))
    expect(statementOf(item, { text: TEXT, names, labels, coder: 'machine:x' })).toMatchObject({
      summary: 'Norland → Sudria: Accuse',
      quote: 'Norland accused Sudria of shelling its port',
      speaker: null,
      judgement: { tag: 'accuse' },
    })
    const long = `${'word '.repeat(26)}end`
    const whole = { ...item, end: long.length, summary: ' Blames it for the shelling ' }
    expect(statementOf(whole, { text: long, names, labels, coder: 'machine:x' })).toMatchObject({
      quote: null,
      summary: 'Blames it for the shelling',
    })
  })

  it('tells the record which tag was proposed, whatever became of it, and none of what a person added', () => {
    const shown = (w: Work) => statementOf(only(w), WORDS).judgement.shown
    const proposed = work(proposal())
    expect(shown(edited(proposed, only(proposed).key, { tag: 'demand', source: 'SUD', target: 'NOR' }))).toBe('accuse')
    expect(shown(added({ items: [], note: '' }, 'own 1', 0, 7, null))).toBeNull()
  })

  it('gives the coder’s reason as the coder’s while tag, pair and day are as proposed, and then one’s own or none', () => {
    const begin = work(proposal({ reason: '“accused”' }))
    const { key } = only(begin)
    const reason = (w: Work) => {
      const { judgement } = statementOf(only(w), WORDS)
      return [judgement.reason, judgement.reasonBy]
    }
    expect(reason(begin)).toEqual(['“accused”', 'machine:x'])
    for (const fields of [
      { summary: 'Blames it' },
      { denied: true },
      { speaker: 'The king' },
      { precision: 'DAY' },
    ] as const)
      expect(reason(edited(begin, key, fields))).toEqual(['“accused”', 'machine:x'])
    const other = [
      { tag: 'demand' },
      { source: 'SUD', target: 'NOR' },
      { target: 'OST' },
      { mutual: true },
      { day: '1901-06-09' },
    ]
    for (const fields of other) {
      const changed = edited(begin, key, fields)
      expect(reason(changed), JSON.stringify(fields)).toEqual([null, null])
      expect(reason(edited(changed, key, { reason: ' It says so. ' }))).toEqual(['It says so.', null])
    }
    expect(reason(edited(begin, key, { reason: 'It says so.' }))).toEqual(['It says so.', null])
    expect(reason(swapped(swapped(begin, key), key))).toEqual(['“accused”', 'machine:x'])
    expect(reason(added({ items: [], note: '' }, 'own 1', 0, 7, null))).toEqual([null, null])
  })

  it('changes nothing of what is settled or rejected but its note, until it is opened', () => {
    const begin = work(proposal())
    const { key } = only(begin)
    const anyFields = fc.record(
      {
        ...{ source: fc.string(), target: fc.string(), mutual: fc.boolean(), tag: fc.string(), day: fc.string() },
        ...{ speaker: fc.string(), summary: fc.string(), reason: fc.string(), denied: fc.boolean() },
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.constantFrom('done', 'rejected'), fc.array(anyFields), (status, edits) => {
        const closed = marked(begin, [key], status as 'done')
        const after = edits.reduce((w, fields) => swapped(edited(w, key, fields), key), closed)
        expect(after).toBe(closed)
        for (const other of ['done', 'rejected'] as const) expect(marked(closed, [key], other)).toBe(closed)
        expect(only(edited(closed, key, { note: 'Which port?' }))).toEqual({ ...only(closed), note: 'Which port?' })
      }),
    )
    const done = marked(begin, [key], 'done')
    expect(marked(done, [key], 'open')).toBe(done)
    const again = openedAgain(done, key, 'It sets a day.')
    expect(only(again)).toMatchObject({ status: 'open', opened: { why: 'It sets a day.', was: { tag: 'accuse' } } })
    const anew = marked(edited(again, key, { tag: 'demand' }), [key], 'done')
    expect(only(anew)).toMatchObject({ status: 'done', tag: 'demand', opened: null, why: 'It sets a day.' })
    expect(openedAgain(begin, key, 'Not settled')).toBe(begin)
  })

  it('displays what is proposed as it was proposed, but not what is on record already until it is opened', () => {
    const shown = (w: Work) =>
      displayed(w).map(({ proposal: p }) => `${p.start}-${p.end} ${p.source}>${p.target} ${p.tag}`)
    const begin = begun([proposal()], null, [standing()])
    const { key, blind } = only(begin)
    expect([blind, shown(begin)]).toEqual([true, []])
    const opened = marked(begin, [key], 'open')
    expect(shown(marked(opened, [key], 'rejected'))).toEqual(['0-43 NOR>SUD accuse'])
    const changed = edited(swapped(opened, key), key, { tag: 'demand' })
    expect(shown(theirs(changed, key, 'Statement:7'))).toEqual(['0-43 NOR>SUD accuse'])
    expect(shown(work(proposal({ source: null })))).toEqual(['0-43 >SUD accuse'])
    expect(shown(added(begin, 'own 1', 0, 7, null))).toEqual([])
  })

  it('is read again as it was kept, and what is no work is none', () => {
    const begin = { ...work(proposal()), note: 'Ask Ben.' }
    const one = edited(begin, only(begin).key, { note: 'Which port?' })
    expect(readWork(JSON.stringify(one))).toEqual(one)
    // Before, items had none of these, and a reason that nobody had given.
    const { note: _n, blind: _b, proposed: _p, opened: _o, why: _w, record: _r, ...old } = only(begin)
    const former = { ...old, reason: 'Proposed by the coder and accepted as it stands. “accused”' }
    const read = only(readWork(JSON.stringify({ ...begin, items: [former] })) as Work)
    expect(read).toEqual({ ...only(begin), proposed: null })
    expect(['', 'null', '[]', '{"items":3}', '{'].map(readWork)).toEqual([null, null, null, null, null])
  })
})

describe('the text of a document', () => {
  it('is cut into stretches that give it back whole, each with the items that cover it', () => {
    const anyItem = fc.record({ key: fc.uuid(), start: fc.nat(60), end: fc.nat(60) })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.array(anyItem, { maxLength: 8 }), (length, items) => {
        const stretches = stretchesOf(length, items)
        expect(stretches[0]?.start).toBe(0)
        expect(stretches.at(-1)?.end).toBe(length)
        stretches.forEach(({ start, end, keys }, i) => {
          expect(start).toBeLessThan(end)
          if (i > 0) expect(start).toBe(stretches[i - 1]?.end)
          const covering = items.filter((x) => x.start < x.end && x.end <= length && x.start <= start && x.end >= end)
          expect([...keys].sort()).toEqual(covering.map((x) => x.key).sort())
        })
      }),
    )
  })

  it('is selected by whole words', () => {
    // From within "accused" to within "Sudria".
    expect(wholeWords(TEXT, 10, 19)).toEqual({ start: 8, end: 22 })
    expect(wholeWords(TEXT, 19, 10)).toEqual({ start: 8, end: 22 })
    expect(wholeWords(TEXT, 7, 8)).toBeNull()
    expect(wholeWords('وزیر خارجہ', 1, 2)).toEqual({ start: 0, end: 4 })
  })
})

describe('the keys', () => {
  it('are written as they are pressed, and have one act each', () => {
    const press = (key: string, more: object = {}) =>
      keyOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...more })
    expect([
      press('a'),
      press('A'),
      press('#'),
      press('Enter', { ctrlKey: true }),
      press('z', { metaKey: true }),
    ]).toEqual([...['a', 'a', '#', 'Ctrl+Enter', 'Ctrl+z']])
    expect(actOf(KEYS, 'a')).toBe('accept')
    expect(actOf(KEYS, 'q')).toBeNull()
    expect(new Set(Object.values(KEYS)).size).toBe(Object.keys(KEYS).length)
  })
})

describe('a tag', () => {
  const tag = (code: string, label: string) => ({
    ...{ code, label, quad: 'VERBAL_CONFLICT' as const, definition: '', includes: '', excludes: '', example: '' },
  })
  const tags = [
    tag('threaten', 'Threaten'),
    tag('threaten-force', 'Threaten with force'),
    tag('reject', 'Reject a threat'),
  ]

  it('is found by some of each word, those that begin so first', () => {
    expect(tagsMatching(tags, 'thr').map((x) => x.code)).toEqual(['threaten', 'threaten-force', 'reject'])
    expect(tagsMatching(tags, 'force thr').map((x) => x.code)).toEqual(['threaten-force'])
    expect(tagsMatching(tags, 'nothing')).toEqual([])
  })
})

describe('a text that comes in', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  it('is read as UTF-8 or UTF-16, and refused where it is neither', () => {
    expect(decoded(bytes('Zażółć'))).toBe('Zażółć')
    expect(decoded(Uint8Array.of(0xff, 0xfe, 0x41, 0x00))).toBe('A')
    expect(decoded(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toBeNull()
    expect(decoded(bytes('a\u0000b'))).toBeNull()
  })

  it('is called by its first line, cut at a word', () => {
    expect(firstLine('\n  A title  \nMore')).toBe('A title')
    // 17 words of 7 characters with their spaces are 119, and one letter of the next is cut off with its space.
    expect(firstLine('twenty '.repeat(20).trim())).toBe('twenty '.repeat(17).trim())
  })

  it('tells its script, and an outlet its code', () => {
    expect(['Norland speaks', 'Россия', 'پاکستان ٹھیک ہے', 'وزارة الخارجية'].map(languageOf)).toEqual([
      null,
      'ru',
      'ur',
      'ar',
    ])
    expect(slugOf('  The Nórland Herald! ')).toBe('the-norland-herald')
  })
})
