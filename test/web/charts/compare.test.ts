/** A comparison before it is drawn: shared axes, counted days, what it finds, its address, what it asks. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUCKETS, dayOf, formatDay } from '../../../server/domain/day.ts'
import { rangeDay } from '../../../server/figure/address/url.ts'
import type { Span } from '../../../server/figure/model/chart.ts'
import { type Columns, columnsOf } from '../../../server/figure/model/points.ts'
import {
  moveOfPanel,
  offsetTicks,
  panelModel,
  panelsOf,
  sharedAxes,
} from '../../../web/charts/compare/ComparePanels.rows.ts'
import { compareFinding, panelSentence, placeText } from '../../../web/charts/compare/ComparePanels.sentences.ts'
import {
  COMPARE_START,
  type CompareView,
  decodeCompare,
  encodeCompare,
  MOST_COMPARED,
} from '../../../web/data/view.compare.ts'
import { day, GAPS, HOSTILE } from '../../../web/gallery/fixtures.ts'
import { i18n } from '../../../web/i18n.ts'
import {
  comparedSeries,
  namedRelations,
  pointAddress,
  questionsOf,
  withRelations,
} from '../../../web/pages/compare/Compare.rows.ts'

/** Months of 2018 from January on; null = no score. */
const months = (...values: (number | null)[]): Columns => ({
  days: values.map((_, i) => formatDay((dayOf(2018, i + 2, 1) - 1) as never)),
  value: values,
  low: values,
  high: values,
  n: values.map((value) => (value === null ? 0 : 2)),
  state: values.map((value) => (value === null ? 'NOT_COVERED' : 'SCORED')),
  provisionalFrom: null,
})
const series = (name: string, columns: Columns, event: string | null = null) => ({
  slug: name.toLowerCase(),
  name,
  columns,
  event: event === null ? null : day(event),
})

describe('the panels of a comparison', () => {
  it('share the axis of all, and a top that holds the highest', () => {
    const panels = panelsOf([series('A', months(10, 20)), series('B', months(null, 30, 64))], 'MONTH')
    const { span, top } = sharedAxes(panels)
    expect([formatDay(span.from), formatDay(span.to), top]).toEqual(['2018-01-01', '2018-03-31', 80])
    expect(sharedAxes([])).toEqual({ span: { from: 0, to: 0 }, top: 20 })
  })

  it('count days from their own event: the same offset stands at the same place', () => {
    // 28 February is 31 + 28 − 15 = 44 days after 15 January, and the same after 15 January of another relation
    const panels = panelsOf(
      [series('A', months(10, 20), '2018-01-15'), series('B', months(null, 10, 20), '2018-02-15')],
      'MONTH',
    )
    expect(panels.map((p) => p.points.map((point) => point.day))).toEqual([
      [16, 44],
      [-15, 13, 44],
    ])
    expect(panels[0]?.listed.map((point) => formatDay(point.day))).toEqual(['2018-01-31', '2018-02-28'])
  })

  it('draw nothing over silence, and mark it', () => {
    const panels = panelsOf([series('Gaps', columnsOf(GAPS, 'tension'))], 'MONTH')
    const { span, top } = sharedAxes(panels)
    const model =
      panels[0] &&
      panelModel(panels[0], span, top, { width: 300, height: 150, left: 30, right: 34, top: 8, bottom: 22 })
    expect(model?.gaps.map((gap) => gap.why)).toEqual(['NOT_COVERED', 'NOT_ENOUGH'])
    // Three strokes: before the first gap, between the two, after the second; each ends in a break.
    const breaks = model?.rows.filter((row) => (row.solid ?? row.sparse ?? row.tail) === null)
    expect(breaks).toHaveLength(3)
    expect(model?.timeTicks.length).toBeGreaterThan(0)
  })

  it('mark round days around the event, few enough for the width', () => {
    const span = { from: -90, to: 180 } as Span
    // 300 px hold 5 marks: 270 / 60 = 4.5
    expect(offsetTicks(span, 300)).toEqual([-60, 0, 60, 120, 180])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (before, after) => {
        const ticks = offsetTicks({ from: -before, to: after } as Span, 320)
        expect(ticks).toContain(0)
        expect(ticks.length).toBeLessThanOrEqual(6)
        for (const tick of ticks) expect(tick >= -before && tick <= after).toBe(true)
      }),
    )
  })
})

describe('what a comparison finds', () => {
  const find = (...compared: Parameters<typeof panelsOf>[0]) =>
    compareFinding(i18n, panelsOf(compared, 'MONTH'), 'tension')

  it('is who rose and who fell most', () => {
    expect(find(series('A', months(10, 31)), series('B', months(40, 20)), series('C', months(10, 15)))).toBe(
      'Tension rose most in A (from 10 to 31); it fell most in B (from 40 to 20)',
    )
    expect(find(series('A', months(10, 13)), series('B', months(9, 9)))).toBe('Tension rose most in A (from 10 to 13)')
    expect(find(series('A', months(13, 10)))).toBe('Tension fell most in A (from 13 to 10)')
  })

  it('or that nothing moved, or that there is nothing to compare', () => {
    expect(find(series('A', months(10, 12.9)))).toBe(
      'Tension ended within 3 points of where it began in every relation',
    )
    expect(find(series('A', months(10)), series('B', months(null, null)))).toBe(
      'Tension: no relation has two scores in this range',
    )
  })

  it('counts from the event on where there is one', () => {
    // The last score up to 10 March is that of 28 February
    const panel = panelsOf([series('A', months(50, 20, 30), '2018-03-10')], 'MONTH')[0]
    expect(panel && moveOfPanel(panel)).toMatchObject({ from: { value: 20 }, to: { value: 30 }, change: 10 })
    const later = panelsOf([series('A', months(null, null, 30), '2018-01-10')], 'MONTH')[0]
    expect(later && moveOfPanel(later)).toBeNull()
  })

  it('reads out a point with its relation and its place', () => {
    const [panel] = panelsOf([series('A', months(50, 20), '2018-02-26')], 'MONTH')
    expect(panel && panelSentence(i18n, panel, 1, 'tension', 'MONTH')).toBe(
      'A, day +2, February 2018: tension 20, down 30, interval 20 to 20, 2 events',
    )
    expect(panel && placeText(i18n, panel, 0, 'MONTH')).toBe('day −26')
    const [plain] = panelsOf([series('A', months(50, 20))], 'MONTH')
    expect(plain && placeText(i18n, plain, 0, 'MONTH')).toBe('January 2018')
    expect(plain && panelSentence(i18n, plain, 9, 'tension', 'MONTH')).toBeNull()
  })
})

describe('the address of a comparison', () => {
  const anyDay = fc.integer({ min: dayOf(1990, 1, 1), max: dayOf(2030, 12, 31) }).map((n) => formatDay(n as never))
  const anySide = fc.oneof(
    fc.constant(null),
    anyDay,
    anyDay.map((d) => d.slice(0, 7)),
  )
  const anyRelation = fc.oneof(
    fc.stringMatching(/^[a-z]{2,6}-[a-z]{2,6}$/),
    fc
      .tuple(fc.stringMatching(/^[A-M]{3}$/), fc.stringMatching(/^[N-Z]{3}(\.[A-Z]{3})?$/))
      .map(([a, b]) => `${a}~${b}`),
  )
  const anyView: fc.Arbitrary<CompareView> = fc
    .record({
      relations: fc.uniqueArray(anyRelation, { maxLength: MOST_COMPARED }),
      measure: fc.constantFrom('tension' as const, 'engagement' as const),
      from: anySide,
      to: anySide,
      bucket: fc.constantFrom(...BUCKETS),
      days: fc.option(fc.array(fc.option(anyDay), { minLength: MOST_COMPARED, maxLength: MOST_COMPARED })),
      window: fc.record({ before: fc.integer({ min: 1, max: 1000 }), after: fc.integer({ min: 1, max: 1000 }) }),
      codebook: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
      asOf: fc.option(anyDay),
    })
    .map(({ days, ...view }) => ({
      ...view,
      events: days && view.relations.length > 0 ? days.slice(0, view.relations.length) : null,
    }))
    .filter((v) => {
      const [first, last] = [rangeDay(v.from, 'from'), rangeDay(v.to, 'to')]
      return first === null || last === null || first <= last
    })

  it('gives the same view back, and is empty at the start', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(decodeCompare(encodeCompare(view))).toEqual(view)
      }),
    )
    expect(encodeCompare(COMPARE_START)).toBe('')
  })

  it('joins slugs and pairs of parties in one list', () => {
    const view = decodeCompare('?r=norland-sudria~NOR~OST~sudria-front&e=2018-06-15~-~2018-03-01&d=-30..30')
    expect(view.relations).toEqual(['norland-sudria', 'NOR~OST', 'sudria-front'])
    expect(view.events).toEqual(['2018-06-15', null, '2018-03-01'])
    expect(view.window).toEqual({ before: 30, after: 30 })
  })

  it('ignores what it does not know and what cannot be', () => {
    expect(decodeCompare('?r=~NOR~NOR~&e=2018-06-15&d=9..-9&f=hour&m=war')).toEqual(COMPARE_START)
    expect(decodeCompare('?r=a~b&e=2018-02-31').events).toEqual([null, null])
  })
})

describe('what a comparison asks', () => {
  const view: CompareView = { ...COMPARE_START, relations: ['norland-sudria', 'NOR~OST'], from: '2018-02' }

  it('is one question by the calendar', () => {
    expect(questionsOf(view)).toEqual([
      {
        relations: [{ slug: 'norland-sudria' }, { slug: 'NOR~OST' }],
        ...{ from: '2018-02-01', to: null, bucket: 'MONTH', codebook: 'default', asOf: null },
      },
    ])
    expect(questionsOf({ ...view, codebook: 'milder-2', asOf: '2020-01-01' })[0]).toMatchObject({
      codebook: 'milder-2',
      asOf: '2020-01-01T23:59:59.999Z',
    })
    expect(questionsOf(COMPARE_START)).toEqual([])
  })

  it('is one a relation, by day, counted from events; none where no day is chosen', () => {
    // 90 days before 1 April is 1 January, 180 after it 28 September
    expect(questionsOf({ ...view, events: ['2018-04-01', null] })).toEqual([
      {
        relations: [{ slug: 'norland-sudria' }],
        ...{ from: '2018-01-01', to: '2018-09-28', bucket: 'DAY', codebook: 'default', asOf: null },
      },
    ])
  })

  it('keeps the event of a relation that stays', () => {
    const counted = { ...view, events: ['2018-04-01', '2018-05-01'] }
    expect(withRelations(counted, ['NOR~OST', 'sudria-front'])).toEqual({
      relations: ['NOR~OST', 'sudria-front'],
      events: ['2018-05-01', null],
    })
    expect(withRelations(view, ['a'])).toEqual({ relations: ['a'] })
    expect(withRelations(counted, [])).toEqual({ relations: [], events: null })
  })

  it('calls a pair by the name of the watched relation it is, once', () => {
    const known = [{ slug: 'norland-sudria', a: { code: 'NOR' }, b: { code: 'SUD' } }]
    const named = namedRelations(
      { ...view, relations: ['NOR~SUD', 'x', 'norland-sudria'], events: ['a', 'b', 'c'] },
      known,
    )
    expect([named.relations, named.events]).toEqual([
      ['norland-sudria', 'x'],
      ['a', 'b'],
    ])
  })

  it('takes the rows of the relations chosen, in their order', () => {
    const row = (slug: string) => ({ relation: { slug, name: slug }, series: HOSTILE })
    const rows = ['old', 'NOR~OST', 'norland-sudria'].map(row)
    expect(comparedSeries(view, rows).map((c) => c.slug)).toEqual(['norland-sudria', 'NOR~OST'])
    const counted = comparedSeries({ ...view, events: [null, '2018-04-01'] }, rows)
    expect(counted.map((c) => [c.slug, c.event])).toEqual([['NOR~OST', day('2018-04-01')]])
  })

  it('opens a point on the range it was seen in', () => {
    expect(pointAddress(view, 'norland-sudria', day('2018-04-30'))).toBe(
      '/r/norland-sudria?t=2018-02..latest&f=month&p=2018-04-30',
    )
    expect(pointAddress({ ...view, events: ['2018-04-01', null] }, 'norland-sudria', day('2018-04-30'))).toBe(
      '/r/norland-sudria?t=2018-01-01..2018-09-28&f=day&p=2018-04-30',
    )
  })
})
