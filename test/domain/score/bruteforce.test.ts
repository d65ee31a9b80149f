/**
 * The kernel (cells, daily sums, recursion) against sums over single events by the formulas (test/support/bruteforce.ts):
 * both methods, three directions, half-lives from 1 to 365 days, revisions, collections, covered and uncovered days.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUCKETS, type Day } from '../../../server/domain/day.ts'
import { change, explain } from '../../../server/domain/explain/explain.ts'
import { runOf } from '../../../server/domain/score/run.ts'
import { hasScore } from '../../../server/domain/score/score.ts'
import type { ScoredDay } from '../../../server/domain/score/scoredDay.ts'
import type { Scoring } from '../../../server/domain/score/scoring.ts'
import { seriesOf } from '../../../server/domain/score/series.ts'
import { stancesOf } from '../../../server/domain/score/stances.ts'
import {
  changeOn,
  contributionsOn,
  isCovered,
  type Key,
  type Point,
  periodsOn,
  pointOn,
  scoreOn,
} from '../../support/bruteforce.ts'
import { at, scoringOf } from '../../support/scoring.ts'
import { anyDayAsked, anyMeasure, anyQuestion, anyWorld, SPAN } from '../../support/worlds.ts'

/** Shown numbers are rounded to 1e-6. */
const ROUNDED = 0.5e-6 + 1e-9
const keyOf = (measure: 'TENSION' | 'ENGAGEMENT'): Key => (measure === 'TENSION' ? 'tension' : 'engagement')

function close(ours: number, brute: number, within: number): void {
  expect(Math.abs(ours - brute), `${ours} and ${brute}`).toBeLessThanOrEqual(within)
}

/** One day of a run up to it. */
function dayOf(scoring: Scoring, day: Day): ScoredDay {
  const days: ScoredDay[] = []
  runOf(scoring, day, day).eachDay((scored) => days.push(scored))
  return days.at(-1) as ScoredDay
}

/** Nearer to a threshold than floating point can tell; the state may then be either. */
const onTheEdge = (p: Point) =>
  [p.support - 1, p.support - 5, p.activeDays - 2].some((distance) => Math.abs(distance) < 1e-9)

describe('the recursion equals brute force over single events', () => {
  it('in the score before rounding, to 1e-9', () => {
    fc.assert(
      fc.property(anyWorld, anyQuestion, anyDayAsked, anyMeasure, (world, q, day, measure) => {
        const { scoreOf } = dayOf(scoringOf(world, q), day)
        close(scoreOf(keyOf(measure)), scoreOn(world, q, day, keyOf(measure)), 1e-9)
      }),
      { numRuns: 500 },
    )
  })

  it('in support, days with evidence, state, score and band of a day', () => {
    fc.assert(
      fc.property(anyWorld, anyQuestion, anyDayAsked, anyMeasure, (world, q, day, measure) => {
        const brute = pointOn(world, q, day)
        const ours = explain(scoringOf(world, q), day, measure)
        close(ours.support, brute.support, 1e-9)
        if (onTheEdge(brute)) return
        expect(ours.state).toBe(brute.state)
        expect(ours.score !== null).toBe(hasScore(brute.state))
        if (ours.score === null) return
        const band = brute.band[keyOf(measure)]
        close(ours.score.score, brute.score[keyOf(measure)], ROUNDED)
        close(ours.score.low, band.low, ROUNDED)
        close(ours.score.high, band.high, ROUNDED)
      }),
      { numRuns: 500 },
    )
  })

  it('in every column of a series, for every bucket', () => {
    fc.assert(
      fc.property(
        anyWorld,
        anyQuestion,
        fc.constantFrom(...BUCKETS),
        fc.integer({ min: -10, max: 60 }),
        fc.integer({ min: 0, max: 75 }),
        (world, q, bucket, first, length) => {
          const [from, to] = [at(first), at(first + length)]
          const ours = seriesOf(scoringOf(world, q), from, to, bucket)
          const brute = periodsOn(world, q, from, to, bucket)
          expect(ours.days).toEqual(brute.map((p) => p.day))
          expect(ours.n).toEqual(brute.map((p) => p.counted))
          expect(ours.uncounted).toEqual(brute.map((p) => p.uncounted))
          brute.forEach((p, i) => {
            close(ours.support[i] as number, p.support, ROUNDED)
            if (onTheEdge(p)) return
            expect(ours.state[i]).toBe(p.state)
            for (const key of ['tension', 'engagement'] as const) {
              const shown = [ours[key][i], ours[`${key}Low`][i], ours[`${key}High`][i]]
              if (!hasScore(p.state)) {
                expect(shown).toEqual([null, null, null])
                continue
              }
              const unrounded = [p.score[key], p.band[key].low, p.band[key].high]
              shown.forEach((value, k) => {
                close(value as number, unrounded[k] as number, ROUNDED)
              })
            }
            expect(ours.balance[i] !== null).toBe(hasScore(p.state))
            if (!hasScore(p.state)) return
            const { tension, engagement } = p.score
            close(ours.balance[i] as number, (engagement - tension) / (engagement + tension + 5), 2e-6)
          })
          const scored = brute.filter((p) => hasScore(p.state))
          const closed = scored.findLastIndex((p) => p.closed)
          if (!brute.some(onTheEdge)) expect(ours.provisionalFrom).toBe(scored[closed + 1]?.day ?? null)
        },
      ),
      { numRuns: 250 },
    )
  })

  it('in the mix of families by period', () => {
    fc.assert(
      fc.property(anyWorld, anyQuestion, fc.constantFrom(...BUCKETS), (world, q, bucket) => {
        const [from, to] = [at(5), at(70)]
        const ours = stancesOf(
          scoringOf(world, q),
          Int32Array.from(world.acts, (_, i) => i),
          from,
          to,
          bucket,
        )
        const brute = periodsOn(world, q, from, to, bucket).map((p) => p.byFamily)
        expect(ours.statement).toEqual(brute.map((f) => f.STATEMENT))
        expect(ours.verbalCooperation).toEqual(brute.map((f) => f.VERBAL_COOPERATION))
        expect(ours.materialCooperation).toEqual(brute.map((f) => f.MATERIAL_COOPERATION))
        expect(ours.verbalConflict).toEqual(brute.map((f) => f.VERBAL_CONFLICT))
        expect(ours.materialConflict).toEqual(brute.map((f) => f.MATERIAL_CONFLICT))
      }),
    )
  })

  it('in what each event contributes', () => {
    fc.assert(
      fc.property(anyWorld, anyQuestion, anyDayAsked, anyMeasure, (world, q, day, measure) => {
        const ours = explain(scoringOf(world, q), day, measure)
        const weightOf = (act: number) => world.acts[act]?.[keyOf(measure)] ?? 0
        const brute = contributionsOn(world, q, day, keyOf(measure)).filter((c) => weightOf(c.happening.act) > 0)
        const shares = ours.contributions.flatMap((c) => Array.from({ length: c.count }, () => c.share))
        // Each by size: equal shares may stand in any order.
        const expected = brute.map((c) => c.share).sort((x, y) => y - x)
        expect(shares).toHaveLength(expected.length)
        shares.forEach((share, i) => {
          close(share, expected[i] as number, 1e-9)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('in what faded, raised and lowered the intensity', () => {
    fc.assert(
      fc.property(
        anyWorld,
        anyQuestion,
        anyDayAsked,
        fc.integer({ min: 0, max: SPAN }),
        anyMeasure,
        (world, q, since, later, measure) => {
          const day = (since + later) as Day
          const ours = change(scoringOf(world, q), since, day, measure)
          const brute = changeOn(world, q, since, day, keyOf(measure))
          close(ours.fading, brute.fading, 1e-9)
          close(ours.raised, brute.raised, 1e-9)
          close(ours.lowered, brute.lowered, 1e-9)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('in which days are covered', () => {
    fc.assert(
      fc.property(anyWorld, anyQuestion, anyDayAsked, (world, q, day) => {
        const { state } = explain(scoringOf(world, q), day, 'TENSION')
        expect(state !== 'NOT_COVERED').toBe(isCovered(world, q, day))
      }),
    )
  })
})
