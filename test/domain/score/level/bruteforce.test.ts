/** The recursion of Level against a second computation over single events that shares no code with it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runOf } from '../../../../server/domain/score/run.ts'
import { hasScore } from '../../../../server/domain/score/score.ts'
import type { ScoredDay } from '../../../../server/domain/score/scoredDay.ts'
import { anyLevelQuestion, anyLevelWorld, LAMBDA, levelByHand, levelScoringOf } from '../../../support/level.ts'
import { anyDayAsked } from '../../../support/worlds.ts'

function close(ours: number, hand: number): void {
  expect(Math.abs(ours - hand), `${ours} and ${hand}`).toBeLessThanOrEqual(1e-9)
}

describe('a day of Level equals sums over single events', () => {
  it('in X, support, score and state, whoever leads', () => {
    fc.assert(
      fc.property(anyLevelWorld, anyLevelQuestion, anyDayAsked, (world, q, day) => {
        let last: ScoredDay | null = null
        runOf(levelScoringOf(world, q), day, day).eachDay((scored) => {
          last = scored
        })
        const ours = last as unknown as ScoredDay
        for (const key of ['tension', 'engagement'] as const) {
          const hand = levelByHand(world, q, day, key)
          close(ours.sumOf(key), hand.sum)
          close(ours.support, hand.support)
          // c = 30, half of it for a direction, scaled with the half-life.
          const c = ((q.direction === 'BOTH' ? 30 : 15) * (1 - LAMBDA)) / (1 - q.lambda)
          close(ours.scoreOf(key), (100 * hand.sum) / (hand.sum + c))
          const edges = [hand.support - 1, hand.support - 3, hand.active - 2, hand.u - 0.75]
          if (edges.some((distance) => Math.abs(distance) < 1e-9)) continue
          expect(ours.state).toBe(hand.state)
          if (!hasScore(ours.state)) continue
          const { low, score, high } = ours.bandOf(key)
          expect(low).toBeLessThanOrEqual(score)
          expect(high).toBeGreaterThanOrEqual(score)
        }
      }),
      { numRuns: 300 },
    )
  })
})
