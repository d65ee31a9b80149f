/** Agreement on one tag: this tag or another, over all items that both judged, against what was published and brute force. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COEFFICIENTS } from '../../../server/domain/agreement/interval.ts'
import { agreementReport, type Judgement, type TagFigures } from '../../../server/domain/agreement/report.ts'
import { bruteAgreement, type Said } from '../../support/agreement.ts'

/** Judgements of two coders from a table: what the one said, what the other, how often. */
function judged(table: readonly (readonly [string, string, number])[]): Judgement[] {
  const items = table.flatMap(([a, b, n]) => Array.from({ length: n }, (): Said => [a, b]))
  return judgements(items)
}

/** Judgements from what coder 0, 1, 2 … said of each item. */
function judgements(items: readonly Said[]): Judgement[] {
  return items.flatMap((said, statement) =>
    said.flatMap((tag, i) => (tag === null ? [] : [{ statement, coder: `coder ${i}`, tag, shown: null }])),
  )
}

const on = (tag: string, given: readonly Judgement[]) =>
  agreementReport(given).tags.find((found) => found.tag === tag) as TagFigures

/** How 54 invented sentences were coded by two: the one’s tag in the row, the other’s in the column. */
const TRIAL = judged([
  ['criticise', 'criticise', 5],
  ['criticise', 'accuse', 3],
  ['criticise', 'demand', 1],
  ['criticise', 'oppose', 1],
  ['accuse', 'criticise', 2],
  ['accuse', 'accuse', 22],
  ['accuse', 'demand', 3],
  ['accuse', 'reject', 1],
  ['demand', 'accuse', 2],
  ['demand', 'demand', 4],
  ['reject', 'reject', 3],
  ['oppose', 'oppose', 1],
  ['threaten', 'threaten-force', 1],
  ['fight', 'fight', 1],
  ['fight', 'shell', 1],
  ['other', 'other', 3],
])

describe('agreement on a tag', () => {
  it('counts the items on which nobody chose it: α 0.596 and κ 0.593 where both chose it in 22 of 54 and neither in 21', () => {
    const { n, used, raw, alpha, kappa, ac1, interval, tooFew } = on('accuse', TRIAL)
    expect([n, used, tooFew]).toEqual([54, 33, null])
    // Both 22, the one alone 6, the other alone 5, neither 54 − 33 = 21: alike in 43 of 54.
    expect(raw).toBeCloseTo(43 / 54, 12)
    // Among 108 values 55 are the tag, 53 not; 11 items differ: α = 1 − 107 · 2 · 11 / (2 · 55 · 53) = 1 − 2354/5830.
    expect(alpha).toBeCloseTo(1 - 2354 / 5830, 12)
    expect(alpha).toBeCloseTo(0.596, 3)
    // The one chose it 28 times, the other 27: chance (28 · 27 + 26 · 27)/54² = 1458/2916 = 0.5; κ = (43/54 − 0.5)/0.5.
    expect(kappa).toBeCloseTo(2 * (43 / 54) - 1, 12)
    expect(kappa).toBeCloseTo(0.593, 3)
    // AC1: π = 55/108, chance 2 · 55 · 53/108² = 5830/11664; (43/54 − 0.49983)/0.50017.
    expect(ac1).toBeCloseTo((43 / 54 - 5830 / 11664) / (1 - 5830 / 11664), 12)
    const [low, high] = interval?.alpha ?? [0, 0]
    // About α ± 1.96 standard errors; the error of κ (Fleiss, Cohen and Everitt 1969) is some √(0.8 · 0.2/54)/0.5 = 0.11.
    expect(low).toBeGreaterThan(0.3)
    expect(low).toBeLessThan(0.45)
    expect(high).toBeGreaterThan(0.74)
    expect(high).toBeLessThan(0.85)
  })

  it('has as many items for every tag, the weakest α first, and no figure for a tag used under four times', () => {
    const { tags, overall } = agreementReport(TRIAL)
    expect(overall.n).toBe(54)
    expect(tags.map(({ tag, n, used, tooFew }) => [tag, n, used, tooFew])).toEqual([
      // 4 both, 2 and 4 alone: α = 1 − 107 · 12/(2 · 14 · 94) = 0.512.
      ['demand', 54, 10, null],
      // 5 both, 5 and 2 alone: α = 1 − 107 · 14/(2 · 17 · 91) = 0.516.
      ['criticise', 54, 12, null],
      ['accuse', 54, 33, null],
      // 3 both, 1 alone: α = 1 − 107 · 2/(2 · 7 · 101) = 0.849.
      ['reject', 54, 4, null],
      // What is used more comes first; the rest by code.
      ['other', 54, 3, 'USES'],
      ['fight', 54, 2, 'USES'],
      ['oppose', 54, 2, 'USES'],
      ['shell', 54, 1, 'USES'],
      ['threaten', 54, 1, 'USES'],
      ['threaten-force', 54, 1, 'USES'],
    ])
    expect(tags.slice(0, 4).map(({ alpha }) => alpha?.toFixed(3))).toEqual(['0.512', '0.516', '0.596', '0.849'])
    expect(tags.map(({ interval }) => interval === null)).toEqual(tags.map(({ tooFew }) => tooFew !== null))
  })

  it('has no figure under thirty items, however often it was used', () => {
    const few = judged([
      ['accuse', 'accuse', 20],
      ['accuse', 'praise', 9],
    ])
    expect(on('accuse', few)).toMatchObject({ n: 29, used: 29, tooFew: 'ITEMS', interval: null })
  })

  it('is that of Fleiss (1971), table 1: six raters of thirty patients, κ of each of five diagnoses', () => {
    // “Measuring nominal scale agreement among many raters”, Psychological Bulletin 76: how many of six raters said each.
    const table = `00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
      00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006`.split(/\s+/)
    const diagnoses = ['depression', 'personality', 'schizophrenia', 'neurosis', 'other']
    const patients = table.map((row): Said => diagnoses.flatMap((d, i) => Array<string>(Number(row[i])).fill(d)))
    const published = { depression: 0.245, personality: 0.245, schizophrenia: 0.52, neurosis: 0.471, other: 0.566 }
    for (const [diagnosis, kappa] of Object.entries(published)) {
      const { n, alpha } = on(diagnosis, judgements(patients))
      expect(n).toBe(30)
      // Fleiss’ κ takes chance with replacement, α without: of 180 judgements, 1 − α = (1 − κ) · 179/180.
      expect(1 - (1 - (alpha as number)) * (180 / 179)).toBeCloseTo(kappa, 3)
    }
  })

  it('is that of Feinstein and Cicchetti (1990), “High agreement but low kappa”, with much and little in the cell of neither', () => {
    const on2 = (both: number, first: number, second: number, neither: number) =>
      on(
        '+',
        judged([
          ['+', '+', both],
          ['+', '-', first],
          ['-', '+', second],
          ['-', '-', neither],
        ]),
      )
    const balanced = on2(40, 9, 6, 45)
    expect(balanced.raw).toBeCloseTo(0.85, 12)
    // Chance (49 · 46 + 51 · 54)/100² = 0.5008; 0.3492/0.4992. Published: 0.70.
    expect(balanced.kappa).toBeCloseTo(0.3492 / 0.4992, 12)
    expect(balanced.kappa).toBeCloseTo(0.7, 2)
    const skewed = on2(80, 10, 5, 5)
    expect(skewed.raw).toBeCloseTo(0.85, 12)
    // Chance (90 · 85 + 10 · 15)/100² = 0.78; 0.07/0.22. Published: 0.32.
    expect(skewed.kappa).toBeCloseTo(0.07 / 0.22, 12)
    expect(skewed.kappa).toBeCloseTo(0.32, 2)
  })

  it('is that of Gwet (2002), where the cell of neither is truly empty: κ −0.023, AC1 0.94; and the same of the other tag', () => {
    const given = judged([
      ['+', '+', 118],
      ['+', '-', 5],
      ['-', '+', 2],
    ])
    const [plus, minus] = [on('+', given), on('-', given)]
    expect([plus.n, plus.used, minus.n, minus.used]).toEqual([125, 125, 125, 7])
    for (const figures of [plus, minus]) {
      // Worked out in agreement.test.ts; of two tags the one is used where the other is not.
      expect(figures.kappa).toBeCloseTo(-0.0234, 4)
      expect(figures.ac1).toBeCloseTo(0.9408, 4)
    }
  })

  it('is that of Krippendorff (2011), example A, where neither of two chose it in half of ten items: α 0.095', () => {
    const [first, second] = ['0100000000', '1110010010']
    const items = [...(first as string)].map((a, i): Said => [a, (second as string)[i] as string])
    const { n, used, alpha, tooFew } = on('1', judgements(items))
    expect([n, used, tooFew]).toEqual([10, 5, 'ITEMS'])
    // Worked out in agreement.test.ts.
    expect(alpha).toBeCloseTo(0.095, 3)
  })

  it('equals brute force over every pair of judgements, whoever coded what', () => {
    const label = fc.constantFrom('aid', 'blame', 'curse', 'dare', null)
    const codings = fc
      .integer({ min: 2, max: 4 })
      .chain((coders) => fc.array(fc.array(label, { minLength: coders, maxLength: coders }), { maxLength: 24 }))
    fc.assert(
      fc.property(codings, (items) => {
        const double = items.filter((said) => said.filter((tag) => tag !== null).length >= 2)
        // A coder who shares no item with another is none here: their column is empty.
        const shared = double.map((said) => said.filter((_, i) => double.some((other) => other[i] !== null)))
        const { tags } = agreementReport(judgements(items))
        expect(tags.map(({ tag }) => tag).sort()).toEqual([...new Set(double.flat())].filter((t) => t !== null).sort())
        for (const { tag, n, used, ...figures } of tags) {
          const about = shared.map((said) => said.map((own) => own && (own === tag ? 'this' : 'another')))
          const brute = bruteAgreement(about)
          expect(n).toBe(brute.n)
          expect(used).toBe(double.filter((said) => said.some((own) => own === tag)).length)
          for (const key of COEFFICIENTS) {
            if (brute[key] === null) expect(figures[key], key).toBeNull()
            else expect(figures[key], key).toBeCloseTo(brute[key], 9)
          }
        }
      }),
    )
  })
})
