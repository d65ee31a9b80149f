/** What is told of agreement, from the codings of statements. */
import { describe, expect, it } from 'vitest'
import { agreementReport, disputedOf, type Judgement } from '../../server/domain/agreement.report.ts'

/** Statements from `from` on, each coded so by each coder. */
const coded = (from: number, n: number, tags: Readonly<Record<string, string>>): Judgement[] =>
  Array.from({ length: n }, (_, i) =>
    Object.entries(tags).map(([coder, tag]) => ({ statement: from + i, coder, tag })),
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

  it('puts the tag with the lowest α first and those with too few statements last', () => {
    expect(report.tags.map(({ tag, n, tooFew }) => [tag, n, tooFew])).toEqual([
      ['praise', 50, false],
      ['visit', 10, true],
      ['fight', 20, true],
    ])
    expect(report.tags[1]?.interval).toBeNull()
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

  it('names the statements on which coders differ', () => {
    expect(disputedOf(codings)).toEqual([60, 61, 62, 63, 64, 65, 66, 67, 68, 69])
  })

  it('takes the last judgement of a coder, and no program or adjudicator for one', () => {
    const changed = [...codings, { statement: 60, coder: 'ben', tag: 'praise' }]
    expect(disputedOf(changed)[0]).toBe(61)
    expect(disputedOf(coded(0, 3, { ana: 'praise', 'machine:coder-1': 'fight', 'gold:eve': 'visit' }))).toEqual([])
  })

  it('of nothing is empty', () => {
    expect(agreementReport([])).toMatchObject({ overall: { n: 0, tooFew: true }, tags: [], pairs: [], confusion: [] })
  })
})
