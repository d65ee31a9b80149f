/** The weight lab computes in the browser what the server would answer, and says what a weight does. */

import fc from 'fast-check'
import { print } from 'graphql'
import { describe, expect, it } from 'vitest'
import type { TagWeights } from '../../../server/domain/codebook/codebook.ts'
import { type Day, parseDay } from '../../../server/domain/day.ts'
import { must } from '../../../server/domain/error.ts'
import { ChecksDocument, LabDocument, LabRelationDocument } from '../../../server/figure/generated/trees.ts'
import { decodeLab, encodeLab, LAB_START, type LabView } from '../../../web/data/lab.url.ts'
import {
  checksOf,
  dailyOf,
  lastOf,
  leversOf,
  lineOf,
  mostMoved,
  pinnedOf,
  ranksOf,
  turningOf,
  weightsOf,
  yearsOf,
} from '../../../web/pages/lab/Lab.rows.ts'
import { type Api, openApi, RELATION } from '../../support/api.ts'
import { asking, cookieOf, does, settleIn } from '../../support/people.ts'

async function labOf(api: Api, slug = RELATION) {
  const { codebook } = await api.data(print(LabDocument), { version: 'default' })
  const { relation } = await api.data(print(LabRelationDocument), { slug, codebook: codebook.version })
  return { codebook, pinned: pinnedOf(relation, codebook), relation }
}

const OVERLAY: readonly TagWeights[] = [
  { tag: 'assault-military', tension: 2.125, engagement: 1 },
  { tag: 'consult', tension: 7, engagement: null },
  { tag: 'accuse', tension: null, engagement: 9.9 },
]

describe('a what-if in the browser', () => {
  it('is what the server answers to the same weights, to 1e-6, on every listed day and for relations with a succession', async () => {
    const api = await openApi()
    for (const slug of [RELATION, 'syldavia-borduria']) {
      const { codebook, pinned } = await labOf(api, slug)
      for (const overlay of [[], OVERLAY]) {
        const { relation } = await api.data(
          `query($slug: String!, $overlay: [WeightOverlay!]) { relation(by: {slug: $slug}) {
             series(bucket: WEEK, overlay: $overlay) { days tension engagement } } }`,
          { slug, overlay },
        )
        const weights = weightsOf(codebook, overlay)
        expect(pinned.days).toEqual(relation.series.days)
        for (const measure of ['tension', 'engagement'] as const) {
          const given: (number | null)[] = relation.series[measure]
          expect(given.some((v) => v !== null && v > 0)).toBe(true)
          const line = lineOf(pinned, weights[measure])
          given.forEach((value, i) => {
            if (value === null) expect(line[i]).toBeNull()
            else expect(Math.abs((line[i] as number) - value)).toBeLessThanOrEqual(1e-6)
          })
        }
      }
    }
  })

  it('names the weights the last score hangs on, the heaviest first, and those that would turn its change round', async () => {
    const { codebook, pinned } = await labOf(await openApi())
    const weights = weightsOf(codebook, [])
    const levers = leversOf(pinned)
    expect(levers.map((l) => l.points)).toEqual(levers.map((l) => l.points).toSorted((x, y) => y - x))
    // Raising the first by 1 lifts the last score by just that.
    const [first] = levers
    const raised = Float64Array.from(weights.tension, (w, tag) => (tag === first?.tag ? w + 1 : w))
    const [was, is] = [weights.tension, raised].map((tension) => lastOf(lineOf(pinned, tension)))
    expect((is as number) - (was as number)).toBeCloseTo(first?.points as number, 5)
    // At the turning weight the first and the last score are equal.
    const daily = dailyOf(pinned, weights)
    const day = (i: number) => (daily.first + i) as Day
    const scoredDays = daily.tension.flatMap((score, i) => (score === null ? [] : [i]))
    const [early, late] = [scoredDays[10] as number, scoredDays[60] as number]
    const turning = turningOf(pinned, weights.tension, { from: day(early), to: day(late) })
    expect(turning?.change).toBeCloseTo((daily.tension[late] as number) - (daily.tension[early] as number), 5)
    expect(turning?.turns.length).toBeGreaterThan(0)
    // Left open, it is the change from the first score to the last; a day without one has no change.
    const open = turningOf(pinned, weights.tension, { from: null, to: null })
    expect(open?.to).toBe(must(parseDay(pinned.days[pinned.scored.lastIndexOf(true)] ?? '')))
    expect(turningOf(pinned, weights.tension, { from: day(-9), to: null })).toBeNull()
    expect(turningOf(pinned, weights.tension, { from: day(late), to: day(early) })).toBeNull()
    for (const { tag, weight } of turning?.turns ?? []) {
      const turned = Float64Array.from(weights.tension, (w, i) => (i === tag ? weight : w))
      const line = dailyOf(pinned, { ...weights, tension: turned }).tension
      expect(line[early]).toBeCloseTo(line[late] as number, 5)
    }
  })

  it('counts the events of a tag whatever they weigh, and lists the years that have a score', async () => {
    const { codebook, pinned, relation } = await labOf(await openApi())
    const counted = relation.tally.counts.filter((_: number, i: number) => relation.tally.evidence[i] !== 'UNCOUNTED')
    expect(pinned.uses.reduce((sum, n) => sum + n, 0)).toBe(counted.reduce((sum: number, n: number) => sum + n, 0))
    expect(pinned.uses).toHaveLength(codebook.tags.length)
    expect(yearsOf([pinned])).toEqual(['1901'])
  })
})

describe('known moves in the browser', () => {
  it('are held against the very scores that the server has, and follow the weights', async () => {
    const api = await openApi()
    await settleIn(api.db)
    const ask = asking(api, await cookieOf(api.db, 'EDITOR'))
    for (const [i, measure] of (['TENSION', 'ENGAGEMENT'] as const).entries()) {
      const said = { code: `move-${i}`, relation: RELATION, measure, sense: 'ROSE', note: 'So.', source: 'The Herald' }
      const move = { ...said, from: '1901-04-01', to: '1901-05-15', least: 0.5 }
      await does(ask, 'addKnownMove', 'NewKnownMove', move, 'move { code }')
    }
    const { codebook, pinned } = await labOf(api)
    const { knownMoves } = await api.data(print(LabDocument), { version: 'default' })
    const { checks } = await api.data(print(ChecksDocument), { codebook: 'default' })
    const lines = (overlay: readonly TagWeights[]) =>
      new Map([[RELATION, dailyOf(pinned, weightsOf(codebook, overlay))]])
    const rows = checksOf(knownMoves, lines([]))
    expect(rows).toHaveLength(2)
    rows.forEach((row, i) => {
      const own = checks.all[i]
      expect([row.verdict, row.placebo]).toEqual([own.verdict, own.placebo])
      for (const key of ['before', 'after', 'change'] as const) expect(row[key]).toBeCloseTo(own[key], 6)
    })
    const none = codebook.tags.map(({ code }: { code: string }) => ({ tag: code, tension: 0, engagement: 0 }))
    expect(checksOf(knownMoves, lines(none)).map((r) => r.verdict)).toEqual(['FAIL', 'FAIL'])
    // A relation that is not loaded yet is left out rather than called undecided.
    expect(checksOf(knownMoves, new Map())).toEqual([])
  })
})

describe('the order of the pinned relations', () => {
  const row = (slug: string, before: number | null, after: number | null) => ({
    pinned: { slug, name: slug } as Parameters<typeof ranksOf>[0][number]['pinned'],
    before: [before],
    after: [after],
  })

  it('goes by the last score as it would be, says where each stood, and leaves out those without one', () => {
    const ranks = ranksOf([row('a', 10, 10), row('b', 5, 20), row('c', null, null), row('d', 10, 10)])
    expect(ranks.map((r) => [r.slug, r.rankBefore, r.rankAfter])).toEqual([
      ['b', 3, 1],
      ['a', 1, 2],
      ['d', 2, 3],
    ])
  })
})

describe('what a change of codebook moves', () => {
  it('is listed with what moves furthest first, up or down, and without what does not move', () => {
    const row = (name: string, largest: number | null) =>
      ({ relation: { slug: name, name }, largest }) as unknown as Parameters<typeof mostMoved>[0][number]
    const rows = [row('a', 1), row('b', null), row('c', -3), row('d', 0), row('e', 3), row('f', -0.5)]
    expect(mostMoved(rows).map(({ relation }) => relation.slug)).toEqual(['c', 'e', 'a', 'f'])
  })
})

describe('the address of the lab', () => {
  const anyCode = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/)
  const anyWeight = fc.option(fc.integer({ min: 0, max: 10_000 }).map((n) => n / 1000))
  const anyOverlay = fc.uniqueArray(
    fc
      .record({ tag: anyCode, tension: anyWeight, engagement: anyWeight })
      .filter((o) => o.tension !== null || o.engagement !== null),
    { selector: (o) => o.tag, maxLength: 6 },
  )
  const anyView: fc.Arbitrary<LabView> = fc.record({
    base: anyCode,
    draft: fc.option(fc.integer({ min: 1, max: 999_999_999 })),
    overlay: anyOverlay,
    pins: fc.option(fc.uniqueArray(anyCode, { minLength: 1, maxLength: 5 })),
  })

  it('leads back to the same state', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(decodeLab(encodeLab(view))).toEqual(view)
      }),
    )
  })

  it('leaves out what is no weight, what is named twice, and what it does not know', () => {
    const { overlay, ...rest } = decodeLab('?o=praise:3:~praise:4:~fight:11:~meet:x:2~bad:1:2:3~empty::&zz=1&draft=0')
    expect(overlay).toEqual([
      { tag: 'praise', tension: 3, engagement: null },
      { tag: 'meet', tension: null, engagement: 2 },
    ])
    expect(rest).toEqual({ base: LAB_START.base, draft: null, pins: null })
  })
})
