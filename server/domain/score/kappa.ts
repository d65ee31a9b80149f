/**
 * κ of the pressure curve: how much a day's pressure is for a panel of relations, so that the curve means the same in
 * every version that freezes it. κ = Q95 / ln 5 puts the panel's 95th percentile at 80 of 100.
 */

import type { Day } from '../day.ts'
import { type Refusal, refuse } from '../error.ts'
import { coveredDays } from '../record/coverage.ts'
import { dailyOf } from './daily.ts'
import { decay } from './score.ts'
import type { Scoring } from './series.ts'

/** x = (1/D) Σ w g S of each covered day between two days, both inclusive. */
export function pressuresOf(scoring: Scoring, measure: 'tension' | 'engagement', from: Day, to: Day): number[] {
  const daily = dailyOf(scoring.slices, scoring.weights, scoring.multipliers, scoring.reading, from, to)
  const covered = coveredDays(scoring.watches, daily.borne, daily.first)
  const pressures: number[] = []
  decay(daily, covered, scoring.parameters.lambda, (sums, i) => {
    if (sums.day >= from && covered[i] === 1) pressures.push(sums[measure] / sums.coveredDays)
  })
  return pressures
}

/** κ of a panel of pressures, to 1e-6; refused where the panel is empty or quiet. Quantile 7 of Hyndman and Fan (1996). */
export function kappaOf(panel: readonly number[]): number | Refusal {
  const sorted = Float64Array.from(panel).sort()
  const place = 0.95 * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? 0
  const kappa = Math.round(((below + (above - below) * (place % 1)) / Math.log(5)) * 1e6) / 1e6
  if (kappa > 0) return kappa
  return refuse(
    'INCOMPLETE',
    panel.length,
    'the panel has no pressure from which κ could be read',
    'Give a livelier panel',
  )
}
