/** What is told of agreement, from the codings of statements. */
import { describe, expect, it } from 'vitest'
import { agreementReport, disputedOf, type Judgement } from '../../../server/domain/agreement/report.ts'

/** Statements from `from` on, each coded so by each coder. */
const coded = (
  from: number,
  n: number,
  tags: Readonly<Record<string, string>>,
  shown: Readonly<Record<string, string>> = {},
): Judgement[] =>
  Array.from({ length: n }, (_, i) =>
    Object.entries(tags).map(([coder, tag]) => ({ statement: from + i, coder, tag, shown: shown[coder] ?? null })),
  ).flat()

describe('the report on agreement', () => {
  const codings = [
    ...coded(0, 40, { ana: 'praise', ben: 'praise' }),
    ...coded(40, 20, { ana: 'fight', ben: 'fight', cyd: 'fight' }),
    ...coded(60, 10, { ana: 'praise', ben: 'visit' }),
    ...coded(70, 5, { ana: 'visit' }),
  ]
  const report = agreementReport(codings)

  it('counts statements coded by two or more', () => {
    expect(report.overall.n).toBe(70)
    // 60 of 70 statements are agreed upon whole.
    expect(report.overall.raw).toBeCloseTo(60 / 70, 12)
  })

  it('puts the tag with the lowest α first', () => {
    expect(report.tags.map(({ tag, n, used, tooFew }) => [tag, n, used, tooFew])).toEqual([
      // All 10 visits are judged otherwise: below chance. Of the praise 40 of 50 are agreed upon, of the fights all.
      ['visit', 70, 10, null],
      ['praise', 70, 50, null],
      ['fight', 70, 20, null],
    ])
    expect(report.tags[2]).toMatchObject({ raw: 1, alpha: 1 })
  })

  it('holds each pair of coders against each other where both coded', () => {
    expect(report.pairs.map(({ a, b, n }) => [a, b, n])).toEqual([
      ['ana', 'ben', 70],
      ['ana', 'cyd', 20],
      ['ben', 'cyd', 20],
    ])
  })

  it('says which tag is taken for which', () => {
    // Three coders of one statement are three pairs.
    expect(report.confusion).toEqual([
      { a: 'fight', b: 'fight', n: 60 },
      { a: 'praise', b: 'praise', n: 40 },
      { a: 'praise', b: 'visit', n: 10 },
    ])
  })

  it('tells those who judged blind from those of whom one was shown a proposal', () => {
    const same = { ana: 'praise', ben: 'praise' }
    const { overall, blind, shown } = agreementReport([
      ...coded(0, 30, { ana: 'praise', ben: 'visit' }),
      ...coded(30, 10, same),
      ...coded(40, 29, same, { ana: 'praise' }),
      // What was proposed to a program or an adjudicator says nothing of the coders.
      ...coded(30, 1, { 'gold:eve': 'visit' }, { 'gold:eve': 'visit' }),
    ])
    expect([overall.n, blind.n, shown.n]).toEqual([69, 40, 29])
    // Blind, 10 of 40 agree; of the others all 29 do, which are too few to tell.
    expect([blind.raw, blind.tooFew, shown.raw, shown.tooFew]).toEqual([0.25, null, 1, 'ITEMS'])
  })

  it('names the statements on which coders differ', () => {
    expect(disputedOf(codings)).toEqual([60, 61, 62, 63, 64, 65, 66, 67, 68, 69])
  })

  it('takes the last judgement of a coder, and no program or adjudicator for one', () => {
    const changed = [...codings, { statement: 60, coder: 'ben', tag: 'praise', shown: null }]
    expect(disputedOf(changed)[0]).toBe(61)
    expect(disputedOf(coded(0, 3, { ana: 'praise', 'machine:coder-1': 'fight', 'gold:eve': 'visit' }))).toEqual([])
  })

  it('of nothing is empty', () => {
    expect(agreementReport([])).toMatchObject({
      overall: { n: 0, tooFew: 'ITEMS' },
      tags: [],
      pairs: [],
      confusion: [],
    })
  })
})
