import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, dayOf, monthEnd } from '../../../server/domain/day.ts'
import type { ActorCode } from '../../../server/domain/directory/actor.ts'
import { byLikeness, daysAround, type Likeness, likened, type Report } from '../../../server/domain/record/candidate.ts'
import type { DocumentId } from '../../../server/domain/record/document.ts'

const [RUR, SYL, BOR] = ['RUR', 'SYL', 'BOR'] as ActorCode[] as [ActorCode, ActorCode, ActorCode]
const TUESDAY = dayOf(1901, 6, 11)

const report = (given: Partial<Report> = {}): Report => ({
  ...{ source: RUR, target: SYL, mutual: false, day: TUESDAY, precision: 'DAY', document: 1 as DocumentId },
  ...{
    quote: null,
    summary: 'Accuses it of smuggling',
    tag: 'accuse',
    family: 'VERBAL_CONFLICT',
    url: null,
    wire: null,
  },
  ...given,
})
const other = (given: Partial<Report> = {}) => report({ document: 2 as DocumentId, ...given })

describe('two reports', () => {
  it('may be one happening where the same one acts in one family at most three days apart', () => {
    expect(likened(report(), other())?.likenesses).toEqual(['SAME_DAY', 'SAME_TAG'])
    expect(likened(report(), other({ day: addDays(TUESDAY, -3), tag: 'criticise' }))?.likenesses).toEqual(['NEAR_DAY'])
    expect(likened(report(), other({ day: addDays(TUESDAY, 4) }))).toBeNull()
    expect(likened(report(), other({ family: 'VERBAL_COOPERATION' }))).toBeNull()
    expect(likened(report(), other({ target: BOR }))).toBeNull()
    expect(likened(report({ family: null }), other({ family: null }))).toBeNull()
  })

  it('of what each did to the other are two, unless it was done together', () => {
    const back = { source: SYL, target: RUR }
    expect(likened(report(), other(back))).toBeNull()
    expect(likened(report(), other({ ...back, mutual: true }))?.likenesses).toContain('SAME_DAY')
  })

  it('known to the month may be of any day of it, and of no other month', () => {
    const month = { precision: 'MONTH', day: monthEnd(TUESDAY) } as const
    expect(likened(report(), other(month))?.likenesses).toContain('SAME_MONTH')
    expect(likened(report({ day: dayOf(1901, 7, 1) }), other(month))).toBeNull()
  })

  it('have the same words where their quotes have four fifths in common, whatever the case and the marks', () => {
    const quote = 'We will not accept the decision of the council.'
    const copy = likened(report({ quote }), other({ quote: '“We will NOT accept, the decision of the Council”' }))
    expect(copy?.likenesses).toContain('SAME_WORDS')
    expect(copy?.wording).toBe(1)
    // 7 of 9 different words.
    const near = likened(report({ quote }), other({ quote: 'We will not accept the opinion of the council' }))
    expect(near?.wording).toBeCloseTo(7 / 9, 12)
    expect(near?.likenesses).not.toContain('SAME_WORDS')
    expect(likened(report({ quote: '…' }), other({ quote: '–' }))).toMatchObject({ wording: 0 })
    // Summaries are our own words, so they prove nothing.
    expect(likened(report(), other())).toMatchObject({ wording: 1, likenesses: ['SAME_DAY', 'SAME_TAG'] })
  })

  it('are sorted by what speaks for them, at equals by their words', () => {
    const like = (likenesses: readonly Likeness[], wording: number) => ({ likenesses, wording })
    const found = [like(['SAME_DAY'], 0.9), like(['SAME_DAY', 'SAME_TAG'], 0.1), like(['NEAR_DAY', 'SAME_TAG'], 0.3)]
    expect(found.toSorted(byLikeness).map((f) => f.wording)).toEqual([0.3, 0.1, 0.9])
  })

  it('of one document, address or wire say so', () => {
    expect(likened(report(), report())?.likenesses).toContain('SAME_DOCUMENT')
    const [url, wire] = ['https://example.org/a', 'strelsau-wire']
    expect(likened(report({ url, wire }), other({ url, wire }))?.likenesses).toEqual([
      ...['SAME_DAY', 'SAME_TAG', 'SAME_ADDRESS', 'SAME_WIRE'],
    ])
  })

  const any = fc
    .record({
      source: fc.constantFrom(RUR, SYL),
      day: fc.integer({ min: 0, max: 8 }),
      mutual: fc.boolean(),
      month: fc.boolean(),
      family: fc.constantFrom('VERBAL_CONFLICT', 'MATERIAL_CONFLICT'),
      quote: fc.option(fc.constantFrom('a b c', 'a b d', 'c b a')),
      document: fc.constantFrom(1, 2),
    })
    .map(({ source, day, month, document, ...given }): Report => {
      const on = dayOf(1901, 6, 25 + 0) + day
      const known = month ? { day: monthEnd(on as Day), precision: 'MONTH' as const } : { day: on as Day }
      return report({
        ...given,
        ...known,
        source,
        target: source === RUR ? SYL : RUR,
        document: document as DocumentId,
      })
    })

  it('are alike both ways, and within the days in which one is looked for', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const like = likened(a, b)
        expect(likened(b, a)).toEqual(like)
        if (like === null) return
        const { from, to } = daysAround(a)
        expect(b.day).toBeGreaterThanOrEqual(from)
        expect(b.day).toBeLessThanOrEqual(to)
      }),
    )
  })
})
