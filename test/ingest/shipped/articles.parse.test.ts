import { describe, expect, it } from 'vitest'
import { sentenceOf } from '../../../server/domain/error.ts'
import { parseArticles } from '../../../server/ingest/shipped/articles.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test breaks this document in every way JSON can be broken
type Draft = any

const statement = {
  origin: 'flood/1',
  start: 0,
  end: 40,
  speaker: 'A. Minister of Norland',
  person: 'a-minister',
  source: 'NOR',
  target: 'SUD',
  mutual: false,
  day: '2031-04-02',
  precision: 'DAY',
  dayNote: 'In the text.',
  summary: 'Norland offers boats.',
  quote: null,
  tag: 'offer-aid',
  reason: 'An offer.',
  reported: false,
  denied: false,
  hypothetical: false,
  background: false,
  issues: ['flood'],
  event: 'norland-offers-boats',
}
function draft(): Draft {
  return structuredClone({
    collection: { code: 'paper', title: 'Papers', citation: 'A paper.', url: null, licence: null },
    outlets: [{ code: 'gazette', name: 'Gazette', country: null, wire: null }],
    articles: [
      {
        key: 'flood',
        file: 'flood.txt',
        outlet: 'gazette',
        title: 'The flood',
        url: null,
        published: '2031-04-03',
        language: 'en',
        note: 'As printed.',
        contentHash: 'a'.repeat(64),
        statements: [statement, { ...statement, origin: 'flood/2', start: 41, end: 60 }],
      },
    ],
  })
}
function refusedWhen(breakIt: (file: Draft) => unknown): string[] {
  const broken = draft()
  breakIt(broken)
  const result = parseArticles(broken)
  return Array.isArray(result) ? result.map(sentenceOf) : []
}
const second = (change: object) => (file: Draft) => Object.assign(file.articles[0].statements[1], change)

describe('a file of articles', () => {
  it('is read with its days as days', () => {
    const file = parseArticles(draft())
    expect(Array.isArray(file)).toBe(false)
    // 2031-04-02 is 22371 days after 1970-01-01: 61 years of 365, 15 leap days, 91 days of 2031
    expect(!Array.isArray(file) && file.articles[0]?.statements[0]?.day).toBe(61 * 365 + 15 + 91)
  })

  it('may leave open when an article was published and by whom', () => {
    expect(refusedWhen((f) => Object.assign(f.articles[0], { published: null, outlet: null }))).toEqual([])
  })

  it.each([null, 3, []])('is no %j', (json) => {
    expect(Array.isArray(parseArticles(json))).toBe(true)
  })

  it('names what is missing and what is unknown', () => {
    expect(refusedWhen((f) => delete f.articles[0].note)).toEqual([
      '"note": article number 1 must have this field. Add "note".',
    ])
    expect(refusedWhen(second({ mood: 'sour' }))[0]).toMatch(/^"mood": statement flood\/2 has no such field/)
    expect(refusedWhen((f) => f.articles[0].statements.push(5))).toEqual([
      expect.stringMatching(/^5: statement number 3 is a JSON object/),
    ])
  })

  it.each([
    [{ day: '2031-02-31' }, '"2031-02-31": 2031-02 has 28 days. Give a day from 01 to 28.'],
    [{ end: 41 }, '41: "end" of statement flood/2 is a whole number above the start. Give such a number.'],
    [{ start: -1 }, '-1: "start" of statement flood/2 is a whole number from 0. Give such a number.'],
    [{ source: 'Norland' }, '"Norland": "source" of statement flood/2 is an actor code, like AFG.IRA. Write it so.'],
    [{ target: 'NOR' }, '"NOR": source and target of statement flood/2 are two actors. Give another target.'],
    [
      { precision: 'MONTH' },
      '"flood/2": statement flood/2 is known to the month and so lies on its last day. Give the last day of the month, or the precision DAY.',
    ],
    [
      { precision: 'UNKNOWN' },
      '"flood/2": statement flood/2 has no known day, so it may only be background. Set background to true, or find the month.',
    ],
    [{ speaker: null }, '"a-minister": statement flood/2 names a person who speaks. Write the speaker in words too.'],
    [
      { tag: 'Offer Aid' },
      '"Offer Aid": "tag" of statement flood/2 is lower case words joined by hyphens. Write it so.',
    ],
    [{ denied: 'no' }, '"no": "denied" of statement flood/2 is true or false. Write true or false.'],
    [
      { precision: 'WEEK' },
      '"WEEK": "precision" of statement flood/2 is a word of a closed list. Write one of DAY, MONTH, UNKNOWN.',
    ],
  ])('refuses a statement with %j', (change, sentence) => {
    expect(refusedWhen(second(change))).toEqual([sentence])
  })

  it('quotes at most 25 words', () => {
    expect(refusedWhen(second({ quote: 'word '.repeat(25).trim() }))).toEqual([])
    expect(refusedWhen(second({ quote: 'word '.repeat(26).trim() }))[0]).toMatch(/at most 25 words/)
  })

  it('gives one event to statements that agree on who, whom, when and what', () => {
    expect(refusedWhen(second({ tag: 'give-aid', mutual: true }))).toEqual([
      '"norland-offers-boats": flood/2 and flood/1 report one event and agree in mutual, tag. Make them agree, or give one another event.',
    ])
    expect(refusedWhen(second({ tag: 'give-aid', event: 'other' }))).toEqual([])
  })

  it('calls nothing by the name of another', () => {
    expect(refusedWhen(second({ origin: 'flood/1' }))).toEqual([
      '"flood/1": two statements are called so. Give one of them another name.',
    ])
    expect(refusedWhen((f) => f.outlets.push(f.outlets[0]))).toEqual([
      '"gazette": two outlets are called so. Give one of them another name.',
    ])
    expect(refusedWhen((f) => Object.assign(f.articles[0], { outlet: 'herald' }))).toEqual([
      '"herald": the outlet of article flood is in the list of outlets. Add it there.',
    ])
  })
})
