/** Every point splits exactly into the events that made it, and what is explained is what was drawn. */
import { describe, expect, it } from 'vitest'
import { type Answer, openApi } from '../../support/api.ts'

const EXPLAIN = `query ($day: Date!, $measure: Measure!, $direction: Direction!, $method: ScoringMethod!, $first: Int!, $after: String) {
  relation(by: {slug: "ruritania-syldavia"}) {
    explain(day: $day, measure: $measure, direction: $direction, method: $method) {
      score raw support priorEvents formula
      contributions(first: $first, after: $after) {
        nodes { share raw weight quality ageDays event { id } } remainder totalCount pageInfo { endCursor hasNextPage }
      }
    }
  }
}`

interface Contribution {
  readonly share: number
  readonly raw: number
  readonly weight: number
  readonly quality: number
  readonly ageDays: number
  readonly event: { readonly id: string }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

describe('contributions', () => {
  it('sum with the remainder to the score on every page, and without it over all pages', async () => {
    const { data } = await openApi()
    for (const measure of ['TENSION', 'ENGAGEMENT']) {
      for (const direction of ['BOTH', 'A_TO_B', 'B_TO_A']) {
        for (const method of ['LEVEL', 'TONE']) {
          const all: Contribution[] = []
          let after: string | null = null
          for (let more = true; more; ) {
            const asked: Record<string, unknown> = { day: '1901-07-01', measure, direction, method, first: 7, after }
            const { explain }: Answer['data'] = (await data(EXPLAIN, asked)).relation
            const { nodes, remainder, totalCount, pageInfo } = explain.contributions
            expect(explain.score).toBeGreaterThan(0)
            const page = sum(nodes.map((c: Contribution) => c.share))
            expect(Math.abs(page + remainder - explain.score)).toBeLessThan(1e-9)
            all.push(...nodes)
            more = pageInfo.hasNextPage
            after = pageInfo.endCursor
            if (more) continue
            expect(all).toHaveLength(totalCount)
            expect(Math.abs(sum(all.map((c) => c.share)) - explain.score)).toBeLessThan(1e-9)
            expect(Math.abs(sum(all.map((c) => c.raw)) - explain.raw)).toBeLessThan(1e-9)
          }
          expect(new Set(all.map((c) => c.event.id)).size).toBe(all.length)
          expect(all.map((c) => c.share)).toEqual(all.map((c) => c.share).sort((x, y) => y - x))
        }
      }
    }
  })

  it('are 10 w g λ^age before the denominator n0 + N', async () => {
    const { data } = await openApi()
    const asked: Record<string, unknown> = {
      day: '1901-07-01',
      measure: 'TENSION',
      direction: 'A_TO_B',
      method: 'TONE',
      first: 100,
    }
    const { explain } = (await data(EXPLAIN, asked)).relation
    const lambda = 0.977159968434
    for (const c of explain.contributions.nodes as Contribution[]) {
      expect(c.raw).toBeCloseTo(10 * c.weight * c.quality * lambda ** c.ageDays, 9)
      // The score is given to 1e-6, and shares are of the score as given.
      expect(c.share).toBeCloseTo(c.raw / (explain.priorEvents + explain.support), 6)
    }
  })

  it('sum to the score by event, tag, speaker and document', async () => {
    const { data } = await openApi()
    const query = `query ($measure: Measure!, $by: ContributionGroup!) { relation(by: {slug: "ruritania-syldavia"}) {
      explain(day: "1901-08-10", measure: $measure) { score groups(by: $by) { key label share events } } } }`
    for (const measure of ['TENSION', 'ENGAGEMENT']) {
      const number = new Set<number>()
      for (const by of ['EVENT', 'TAG', 'SPEAKER', 'DOCUMENT']) {
        const { score, groups } = (await data(query, { measure, by })).relation.explain
        expect(Math.abs(sum(groups.map((g: { share: number }) => g.share)) - score)).toBeLessThan(1e-9)
        expect(new Set(groups.map((g: { key: string }) => g.key)).size).toBe(groups.length)
        number.add(sum(groups.map((g: { events: number }) => g.events)))
      }
      expect(number.size).toBe(1)
    }
  })
})

describe('a change', () => {
  it('is fading, raised, lowered and revised, to the last digit', async () => {
    const { data } = await openApi()
    const query = `query ($day: Date!, $since: Date!, $measure: Measure!, $method: ScoringMethod!) {
      relation(by: {slug: "ruritania-syldavia"}) { explain(day: $day, measure: $measure, method: $method) { score
        change(since: $since) { before after total fading raised lowered revised pulls { pull event { day } } } } } }`
    for (const measure of ['TENSION', 'ENGAGEMENT']) {
      for (const method of ['LEVEL', 'TONE']) {
        for (const [since, day] of [
          ['1901-04-01', '1901-05-01'],
          ['1901-07-31', '1901-10-31'],
        ] as const) {
          const { score, change } = (await data(query, { day, since, measure, method })).relation.explain
          const { before, after, total, fading, raised, lowered, revised, pulls } = change
          expect(Math.abs(fading + raised + lowered + revised - total)).toBeLessThan(1e-9)
          expect(Math.abs(before + total - after)).toBeLessThan(1e-9)
          expect(after).toBeCloseTo(score, 6)
          expect(fading).toBeLessThanOrEqual(0)
          expect(raised).toBeGreaterThanOrEqual(0)
          expect(lowered).toBeLessThanOrEqual(0)
          expect(revised).toBe(0)
          for (const pull of pulls) expect(pull.event.day > since && pull.event.day <= day).toBe(true)
        }
      }
    }
  })
})

const BUCKETS = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR']
const VIEWS = ['ENTITY', 'OFFICE', 'COUNTRY']

describe('an explanation of a listed day', () => {
  it('has the value drawn, for every bucket, direction, view and method', async () => {
    const { data } = await openApi()
    let compared = 0
    for (const bucket of BUCKETS) {
      for (const view of VIEWS) {
        for (const direction of ['BOTH', 'A_TO_B', 'B_TO_A']) {
          for (const method of ['LEVEL', 'TONE']) {
            const same = `from: "1901-03-01", to: "1901-08-20", bucket: ${bucket}, direction: ${direction}, view: ${view},
              method: ${method}, interval: 90, halfLife: 20, overlay: [{tag: "accuse", tension: 4}]`
            const asking = (parts: string) => data(`{ relation(by: {slug: "syldavia-borduria"}) { ${parts} } }`)
            const { series } = (
              await asking(`series(${same}) {
              days tension tensionLow tensionHigh engagement engagementLow engagementHigh support state }`)
            ).relation
            const listed = [...series.days.keys()].filter((i) => i % Math.ceil(series.days.length / 5) === 0)
            const explains = listed.map(
              (i) => `
              t${i}: explain(day: "${series.days[i]}", measure: TENSION, ${same}) { score low high support state }
              e${i}: explain(day: "${series.days[i]}", measure: ENGAGEMENT, ${same}) { score low high support state }`,
            )
            const { relation } = await asking(explains.join('\n'))
            for (const i of listed) {
              const { state } = series
              const close = (x: number | null) => (x === null ? null : Math.round(x * 1e6) / 1e6)
              for (const [key, column] of [
                ['t', 'tension'],
                ['e', 'engagement'],
              ] as const) {
                const e = relation[`${key}${i}`]
                expect({ ...e, support: close(e.support) }).toEqual({
                  score: series[column][i],
                  low: series[`${column}Low`][i],
                  high: series[`${column}High`][i],
                  support: series.support[i],
                  state: state[i],
                })
                if (e.score !== null) compared++
              }
            }
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(250)
  })

  it('is refused for a day after the end of the series', async () => {
    const { ask } = await openApi()
    const { errors } = await ask(`{ relation(by: {slug: "ruritania-syldavia"}) {
      explain(day: "1901-05-02", to: "1901-05-01", measure: TENSION) { score } } }`)
    expect(errors[0]?.message).toBe(
      '"1901-05-02": the day lies within the series, which ends on 1901-05-01. Take one of series.days, or give a later to.',
    )
  })
})
