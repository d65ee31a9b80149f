/** The laws a level obeys whatever happened. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { change, explain } from '../../../../server/domain/explain/explain.ts'
import { runOf } from '../../../../server/domain/score/run.ts'
import { seriesOf } from '../../../../server/domain/score/series.ts'
import { collection } from '../../../support/directory.ts'
import {
  anyLevelQuestion,
  anyLevelWorld,
  type LevelQuestion,
  type LevelWorld,
  levelScoringOf,
} from '../../../support/level.ts'
import { at } from '../../../support/scoring.ts'
import { anyDayAsked, anyMeasure, SPAN } from '../../../support/worlds.ts'

const TO = at(SPAN + 60)
const sums = (world: LevelWorld, q: LevelQuestion) => {
  const found: number[] = []
  runOf(levelScoringOf(world, q), at(0), TO).eachDay(({ day, sumOf }) => {
    if (day >= at(0)) found.push(sumOf('tension'))
  })
  return found
}
const daily = (world: LevelWorld, q: LevelQuestion) => seriesOf(levelScoringOf(world, q), at(-5), TO, 'DAY')
function close(x: number, y: number): void {
  expect(Math.abs(x - y), `${x} and ${y}`).toBeLessThan(1e-9)
}

describe('a level', () => {
  it('is not changed in tension by events without a weight in it, nor is their measure by the others', () => {
    fc.assert(
      fc.property(anyLevelWorld, anyLevelQuestion, (world, q) => {
        const tense = world.happenings.filter((h) => (world.acts[h.act]?.tension ?? 0) > 0)
        expect(sums({ ...world, happenings: tense }, q)).toEqual(sums(world, q))
      }),
    )
  })

  it('never rises in silence', () => {
    fc.assert(
      fc.property(anyLevelWorld, anyLevelQuestion, (world, q) => {
        const after = sums(world, q).slice(SPAN + 1)
        for (const [i, x] of after.entries()) expect(x).toBeLessThanOrEqual(after[i - 1] ?? Number.POSITIVE_INFINITY)
      }),
    )
  })

  it('lies between its two directions, whose sums add up to its own', () => {
    fc.assert(
      fc.property(anyLevelWorld, anyLevelQuestion, (world, q) => {
        const [both, there, back] = (['BOTH', 'A_TO_B', 'B_TO_A'] as const).map((direction) =>
          sums(world, { ...q, direction }),
        ) as [number[], number[], number[]]
        both.forEach((x, i) => {
          const [one, other] = [there[i] as number, back[i] as number]
          close(x, one + other)
          // x/(x + c) between a/(a + c/2) and b/(b + c/2) is x/2 between a and b.
          expect(x / 2).toBeGreaterThanOrEqual(Math.min(one, other) - 1e-9)
          expect(x / 2).toBeLessThanOrEqual(Math.max(one, other) + 1e-9)
        })
      }),
    )
  })

  it('doubles in X where the volume of the lead doubles', () => {
    fc.assert(
      fc.property(anyLevelWorld, anyLevelQuestion, (world, q) => {
        const sumsOfVolume = (volume: number) =>
          sums(
            { ...world, collections: [collection(2, '2010-01-01', '2030-01-01', { volume })] },
            { ...q, collections: null },
          )
        const single = sumsOfVolume(2)
        for (const [i, x] of sumsOfVolume(4).entries()) close(x, 2 * (single[i] as number))
      }),
      { numRuns: 30 },
    )
  })

  it('is 0 without weights, stays in 0–100 and inside its band', () => {
    fc.assert(
      fc.property(anyLevelWorld, anyLevelQuestion, (world, q) => {
        const s = daily(world, q)
        s.tension.forEach((score, i) => {
          if (score === null) return
          expect(score).toBeGreaterThanOrEqual(s.tensionLow[i] as number)
          expect(score).toBeLessThanOrEqual(s.tensionHigh[i] as number)
          expect(s.tensionLow[i]).toBeGreaterThanOrEqual(0)
          expect(s.tensionHigh[i]).toBeLessThanOrEqual(100)
        })
        const acts = world.acts.map((a) => ({ ...a, tension: 0 }))
        for (const x of daily({ ...world, acts }, q).tensionHigh) if (x !== null) expect(x).toBe(0)
      }),
    )
  })

  it('does not depend on the order of arrival', () => {
    fc.assert(
      fc.property(anyLevelWorld, anyLevelQuestion, (world, q) => {
        const reversed = { ...world, happenings: [...world.happenings].reverse() }
        expect(daily(reversed, q)).toEqual(daily(world, q))
      }),
    )
  })

  it('is explained by parts that sum to it, and its change by parts of their signs', () => {
    fc.assert(
      fc.property(anyLevelWorld, anyLevelQuestion, anyDayAsked, anyMeasure, (world, q, day, measure) => {
        const scoring = levelScoringOf(world, q)
        const e = explain(scoring, day, measure)
        const sum = e.contributions.reduce((total, c) => total + c.share * c.count, 0)
        if (e.score !== null) expect(Math.abs(sum - e.score.score)).toBeLessThan(1e-6)
        const c = change(scoring, at(-6), day, measure)
        close(c.fading + c.raised + c.lowered + c.revised, c.total)
        expect(c.fading).toBeLessThanOrEqual(0)
        expect(c.raised).toBeGreaterThanOrEqual(0)
        expect(c.lowered).toBe(0)
      }),
    )
  })
})
