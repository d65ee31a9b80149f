/** Agreement between coders, against worked examples as they were published, and laws. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementOf, type Judged } from '../../../server/domain/agreement/agreement.ts'
import { agreementInterval, COEFFICIENTS } from '../../../server/domain/agreement/interval.ts'
import { bruteAgreement } from '../../support/agreement.ts'

/** Items of two coders from a table of counts. */
const table = (counts: readonly (readonly [string, string, number])[]): Judged[] =>
  counts.flatMap(([a, b, n]) => Array.from({ length: n }, (): Judged => [a, b]))

describe('the coefficients', () => {
  it('are those of Krippendorff (2011), “Computing Krippendorff’s Alpha-Reliability”, example C: α = 0.743', () => {
    const coders = ['1233214 12...', '1233224 125.3', '.3332342 251.', '1233244 1251.'].map((row) =>
      row.replace(' ', ''),
    )
    const items = Array.from({ length: 12 }, (_, i) =>
      coders.map((row) => (row[i] === undefined || row[i] === '.' ? null : row[i])),
    )
    const { alpha, n, kappa } = agreementOf(items)
    expect(alpha).toBeCloseTo(0.743, 3)
    // Unit 12 has one judgement and is left out.
    expect(n).toBe(11)
    // κ is of two coders.
    expect(kappa).toBeNull()
  })

  it('are those of the same paper, example A: two coders of two labels, α = 0.095', () => {
    const [first, second] = ['0100000000', '1110010010']
    const items = [...(first as string)].map((a, i): Judged => [a, (second as string)[i] as string])
    // Six of ten agree; 14 zeros and 6 ones among 20 values: α = 1 − 19 · 4 / (14 · 6).
    const { raw, alpha } = agreementOf(items)
    expect(raw).toBeCloseTo(0.6, 12)
    expect(alpha).toBeCloseTo(0.095, 3)
  })

  it('are Cohen’s: 20 and 15 of 50 agreed upon, κ = 0.4', () => {
    // Observed 35/50 = 0.7. First says yes to 25, second to 30: chance 0.5 · 0.6 + 0.5 · 0.4 = 0.5. 0.2 / 0.5.
    const items = table([
      ['yes', 'yes', 20],
      ['yes', 'no', 5],
      ['no', 'yes', 10],
      ['no', 'no', 15],
    ])
    expect(agreementOf(items).kappa).toBeCloseTo(0.4, 12)
  })

  it('differ where one label is nearly always right: κ is below 0 and AC1 0.94, after Gwet (2002)', () => {
    const items = table([
      ['+', '+', 118],
      ['+', '-', 5],
      ['-', '+', 2],
    ])
    const { raw, kappa, ac1 } = agreementOf(items)
    expect(raw).toBeCloseTo(118 / 125, 12)
    // κ: chance = (123 · 120 + 2 · 5)/125² = 0.94528; (0.944 − 0.94528)/0.05472 = −0.0234.
    expect(kappa).toBeCloseTo(-0.0234, 4)
    // AC1: π = (123 + 120)/250 = 0.972, chance = 2 · 0.972 · 0.028 = 0.054432; (0.944 − 0.054432)/0.945568 = 0.9408.
    expect(ac1).toBeCloseTo(0.9408, 4)
  })

  it('are not defined where nothing was coded twice, nor κ and α where there is one label', () => {
    const none = { n: 0, raw: null, alpha: null, kappa: null, ac1: null }
    expect(agreementOf([])).toEqual(none)
    expect(agreementOf([['a', null], [null], [null, null]])).toEqual(none)
    expect(agreementOf([['a', 'a']])).toEqual({ n: 1, raw: 1, alpha: null, kappa: null, ac1: 1 })
  })

  it('count an item as often as it is met', () => {
    const met: Judged[] = [
      ['a', 'b'],
      ['a', 'a'],
      ['b', null],
      ['c', 'c'],
    ]
    expect(agreementOf(met, [2, 3, 1, 0])).toEqual(
      agreementOf([...table([['a', 'b', 2]]), ...table([['a', 'a', 3]]), ['b', null]]),
    )
  })

  const anyItems = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', null), fc.constantFrom('a', 'b', 'c', null)), {
    maxLength: 30,
  })

  it('do not hang on the order of items or coders, nor on what labels are called', () => {
    const renamed: Readonly<Record<string, string>> = { a: 'x', b: 'y', c: 'z' }
    fc.assert(
      fc.property(anyItems, (items) => {
        const plain = agreementOf(items)
        const others = [
          items.toReversed(),
          items.map(([x, y]): Judged => [y, x]),
          items.map((item): Judged => item.map((label) => (label === null ? null : (renamed[label] ?? null)))),
        ]
        for (const other of others.map((own) => agreementOf(own))) {
          expect(other.n).toBe(plain.n)
          for (const key of COEFFICIENTS) {
            if (plain[key] === null) expect(other[key]).toBeNull()
            else expect(other[key]).toBeCloseTo(plain[key], 9)
          }
        }
      }),
    )
  })
})

describe('the interval', () => {
  const items = table([
    ['a', 'a', 30],
    ['a', 'b', 6],
    ['b', 'b', 24],
  ])

  it('holds the coefficient, is the same each time, and narrows with more items', () => {
    const interval = agreementInterval(items)
    const agreement = agreementOf(items)
    for (const key of COEFFICIENTS) {
      const [low, high] = interval[key] as readonly [number, number]
      expect(low).toBeLessThan(agreement[key] as number)
      expect(high).toBeGreaterThan(agreement[key] as number)
      const [low4, high4] = agreementInterval([...items, ...items, ...items, ...items])[key] as readonly [
        number,
        number,
      ]
      // Four times the items: half the width, give or take.
      expect((high4 - low4) / (high - low)).toBeGreaterThan(0.35)
      expect((high4 - low4) / (high - low)).toBeLessThan(0.65)
    }
    expect(agreementInterval(items)).toEqual(interval)
  })

  it('of raw agreement is about that of a share: 0.9 ± 1.96 √(0.9 · 0.1 / 60)', () => {
    const [low, high] = agreementInterval(items).raw as readonly [number, number]
    // 1.96 · 0.0387 = 0.076
    expect(low).toBeGreaterThan(0.9 - 0.076 - 0.03)
    expect(low).toBeLessThan(0.9 - 0.076 + 0.03)
    expect(high).toBeGreaterThan(0.9 + 0.076 - 0.03)
    expect(high).toBeLessThanOrEqual(1)
  })

  it('of items in any order of many kinds is that of drawing them one by one', () => {
    // The same draws by hand: mulberry32 from the number of items, each draw an item.
    const draws = 60
    let state = items.length
    const random = () => {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
    }
    const drawn = Array.from(
      { length: draws },
      () => bruteAgreement(items.map(() => items[Math.floor(random() * items.length)] as Judged)).alpha as number,
    ).sort((x, y) => x - y)
    const [low, high] = agreementInterval(items, draws).alpha as readonly [number, number]
    // The 2.5th and 97.5th of a hundred among 60: places 1 and 58, from 0.
    expect(low).toBeCloseTo(drawn[1] as number, 9)
    expect(high).toBeCloseTo(drawn[58] as number, 9)
  })

  it('is none where nothing was coded twice, nor where a coefficient is mostly not defined', () => {
    expect(agreementInterval([])).toEqual({ raw: null, alpha: null, kappa: null, ac1: null })
    const same = agreementInterval(table([['a', 'a', 40]]))
    expect(same).toEqual({ raw: [1, 1], alpha: null, kappa: null, ac1: [1, 1] })
  })
})
