import { describe, expect, it } from 'vitest'
import { markersOf } from '../../server/figure/model/markers.ts'
import { type ChartPoint, type Columns, pointsOf } from '../../server/figure/model/points.ts'
import { numberText, periodText, signedText } from '../../server/figure/words/format.ts'
import { pullsByTag, reasonOf } from '../../server/figure/words/reason.ts'
import { findingOf, measureText, pointSentence, summaryOf } from '../../server/figure/words/sentences.ts'
import { day } from '../../web/gallery/fixtures.ts'
import { i18n } from '../../web/i18n.ts'
import { rangePresets } from '../../web/pages/relation/rangePresets.ts'

const months = ['2018-01-31', '2018-02-28', '2018-03-31']
const columns = (value: readonly (number | null)[], days = months): Columns => ({
  days,
  value,
  low: value.map((v) => (v === null ? null : v - 6)),
  high: value.map((v) => (v === null ? null : v + 6)),
  n: [3, 0, 18],
  state: value.map((v) => (v === null ? 'NOT_ENOUGH' : 'SCORED')),
  provisionalFrom: null,
})
const points = (value: readonly (number | null)[]) => pointsOf(columns(value), 'MONTH')
const at = (list: readonly ChartPoint[], i: number) => {
  const point = list[i]
  if (!point) throw new Error(`the series has no point ${i}`)
  return point
}

describe('a finding', () => {
  it('says how far it went and when', () => {
    expect(findingOf(i18n, points([35, null, 41]), 'tension', 'MONTH')).toBe(
      'Tension rose from 35 to 41, January 2018 to March 2018',
    )
    expect(findingOf(i18n, points([41, 30, 15]), 'engagement', 'MONTH')).toBe(
      'Engagement fell from 41 to 15, January 2018 to March 2018',
    )
  })

  it('does not call two points of change a rise', () => {
    expect(findingOf(i18n, points([35, 60, 37]), 'tension', 'MONTH')).toBe(
      'Tension ended where it began, near 37 (January 2018 to March 2018)',
    )
  })

  it('calls two scores with silence between them no rise', () => {
    const silent = { ...columns([35, null, 41]), state: ['SCORED', 'NOT_COVERED', 'SCORED'] as const }
    expect(findingOf(i18n, pointsOf(silent, 'MONTH'), 'tension', 'MONTH')).toBe(
      'Tension: 35 in January 2018, 41 in March 2018; most of the time between nobody looked',
    )
  })

  it('says so where there is one score, or none', () => {
    expect(findingOf(i18n, points([null, 12, null]), 'tension', 'MONTH')).toBe(
      'Tension stood at 12: February 2018, the only score in this range',
    )
    expect(findingOf(i18n, points([null, null, null]), 'tension', 'MONTH')).toBe('Tension: no score in this range')
  })
})

describe('a summary', () => {
  it('tells level, change, extremes and gaps', () => {
    expect(summaryOf(i18n, points([35, null, 41]), 'tension', 'MONTH')).toBe(
      'Tension rose from 35 to 41, January 2018 to March 2018. Highest 41 in March 2018, lowest 35 in January 2018. 1 of 3 periods has no score.',
    )
  })
})

describe('a point read out', () => {
  it('says when, how much, how it changed, how sure, from how much', () => {
    const list = points([35, null, 41])
    expect(pointSentence(i18n, list, at(list, 2), 'tension', 'MONTH')).toBe(
      'March 2018: tension 41, up 6, interval 35 to 47, 18 events',
    )
  })

  it('says why there is no score', () => {
    const list = points([35, null, 41])
    expect(pointSentence(i18n, list, at(list, 1), 'tension', 'MONTH')).toBe('February 2018: not enough data, 0 events')
  })

  it('subtracts what it printed', () => {
    // 35.4 prints as 35, 40.6 as 41: up 6, though the change is 5.2
    const list = points([35.4, null, 40.6])
    expect(pointSentence(i18n, list, at(list, 2), 'tension', 'MONTH')).toContain('tension 41, up 6,')
  })

  it('warns of little evidence and of what may still change', () => {
    const list = pointsOf(
      { ...columns([35, null, 41]), state: ['SCORED', 'NOT_ENOUGH', 'SPARSE'], provisionalFrom: '2018-03-31' },
      'MONTH',
    )
    expect(pointSentence(i18n, list, at(list, 2), 'engagement', 'MONTH')).toBe(
      'March 2018: engagement 41, up 6, interval 35 to 47, 18 events, little evidence, provisional',
    )
  })
})

describe('words of a figure', () => {
  it('name the measure and its rhythm', () => {
    expect(measureText(i18n, 'tension', 'WEEK', 80)).toBe('Tension, 0 to 100, weekly, 80 % band')
  })

  it('name periods without the time zone of the machine', () => {
    expect(periodText('en', day('2018-06-15'), 'DAY')).toBe('15 June 2018')
    expect(periodText('en', day('2018-06-15'), 'MONTH')).toBe('June 2018')
    expect(periodText('en', day('2018-06-15'), 'QUARTER')).toBe('2018 Q2')
    expect(periodText('en', day('2018-01-01'), 'YEAR')).toBe('2018')
    // 15 June 2018 is a Friday: its week runs from Monday the 11th to Sunday the 17th
    expect(periodText('en', day('2018-06-15'), 'WEEK')).toMatch(/^11\s?–\s?17 Jun 2018$/)
    expect(periodText('fa-AF', day('2018-06-15'), 'YEAR')).toBe('۲۰۱۸')
  })

  it('sign a change and never print a negative zero', () => {
    expect([signedText('en', 12.34, 1), signedText('en', -3.5, 1), signedText('en', -0.04, 1)]).toEqual([
      '+12.3',
      '−3.5',
      '0.0',
    ])
    expect(numberText('en', -0.2)).toBe('0')
  })
})

describe('a reason', () => {
  const pull = (code: string, label: string, size: number) => ({ pull: size, event: { tag: { code, label } } })

  it('adds the pulls of a tag up and names the strongest two, then what faded', () => {
    const pulls = [
      pull('threaten', 'Threaten', 3),
      pull('talks', 'Hold talks', -4),
      pull('threaten', 'Threaten', 3.1),
      pull('aid', 'Give aid', -1),
      pull('threaten', 'Threaten', 3),
    ]
    expect(pullsByTag(pulls).map((t) => [t.label, t.events])).toEqual([
      ['Threaten', 3],
      ['Hold talks', 1],
      ['Give aid', 1],
    ])
    expect(reasonOf(i18n, { fading: -2, pulls })).toBe('3 × Threaten +9.1; Hold talks −4.0; older events faded −2.0')
  })

  it('is silent where nothing moved', () => {
    expect(reasonOf(i18n, { fading: -0.2, pulls: [pull('a', 'A', 0.3)] })).toBe('')
  })
})

describe('markers', () => {
  it('say who followed whom, and what covers from here on', () => {
    const markers = markersOf(i18n, {
      succession: [
        { day: '2018-05-15', office: { name: 'Government of Corth' }, former: { name: 'Old House' }, holder: null },
      ],
      collectionChanges: [
        { day: '2018-02-01', collections: [{ title: 'Release A' }] },
        { day: '2018-11-01', collections: [] },
      ],
    })
    expect(markers.map((m) => [m.kind, m.text])).toEqual([
      ['collection', '1 February 2018: covered from here on by Release A'],
      ['succession', '15 May 2018: Government of Corth passes from Old House to nobody'],
      ['collection', '1 November 2018: no data set covers the relation from here on'],
    ])
  })
})

describe('ranges worth one click', () => {
  it('are all there is and the covered years, latest first', () => {
    const presets = rangePresets(i18n, [
      { spans: [{ from: '2018-01-01', to: '2018-10-31' }] },
      { spans: [{ from: '2020-02-29', to: '2020-02-29' }] },
    ])
    expect(presets.map((p) => p.label)).toEqual(['All there is', '2020', '2018'])
    expect(presets[2]?.range).toEqual({ from: '2018-01', to: '2018-12' })
  })
})
