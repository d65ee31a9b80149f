/** One run of the recursion over the days of a relation, by either method: what series, tables and explanations read. */
import type { Day } from '../day.ts'
import { coveredDays } from '../record/coverage.ts'
import { dailyOf } from './daily.ts'
import { clusteringOf } from './interval.ts'
import { levelRunOf } from './level/run.ts'
import { decay, scoreOf, stateOf, unroundedScore } from './score.ts'
import type { Run } from './scoredDay.ts'
import type { Scoring, ToneScoring } from './scoring.ts'

/** The run from the first day on record, or the first that is watched, or `from`, whichever is earliest, up to `to`. */
export function runOf(scoring: Scoring, from: Day, to: Day): Run {
  let first = from
  for (const watch of scoring.watches) if (watch.from < first) first = watch.from
  return scoring.method === 'LEVEL' ? levelRunOf(scoring, first, to) : toneRunOf(scoring, first, to)
}

function toneRunOf(scoring: ToneScoring, from: Day, to: Day): Run {
  const { parameters } = scoring
  const daily = dailyOf(scoring.slices, scoring.weights, scoring.multipliers, scoring.reading, from, to)
  const covered = coveredDays(scoring.watches, daily.borne, daily.first)
  const clustering = clusteringOf(daily.families, daily.first)
  return {
    daily,
    covered,
    eachDay: (visit) =>
      decay(daily, parameters.lambda, (sums, at) =>
        visit({
          day: sums.day,
          state: stateOf(sums, covered[at] === 1),
          support: sums.support,
          sumOf: (measure) => sums[measure],
          scoreOf: (measure) => unroundedScore(sums, sums[measure], parameters),
          bandOf: (measure) => scoreOf(sums, measure, parameters, clustering(sums.day)),
        }),
      ),
  }
}
