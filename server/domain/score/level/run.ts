/** The run of Level: daily sums, who leads, the recursion, and each day's scores with their bands. */
import { QUADS } from '../../codebook/codebook.ts'
import type { Day } from '../../day.ts'
import { coveredDays } from '../../record/coverage.ts'
import type { CellSlice } from '../reading.ts'
import { rounded, type Score } from '../score.ts'
import type { Run } from '../scoredDay.ts'
import type { LevelScoring } from '../scoring.ts'
import { levelClusteringOf, levelLimitsOf } from './band.ts'
import { type LevelDaily, type LevelReading, levelDailyOf } from './daily.ts'
import { decayLevel, type LevelSums, levelStateOf } from './decay.ts'
import { HAND, HAND_VOLUME, type LeadSpan, type PairLead } from './lead.ts'
import { levelCurve } from './parameters.ts'

/** The two families of each measure, as indices in QUADS. */
const QUADS_OF = {
  tension: [QUADS.indexOf('VERBAL_CONFLICT'), QUADS.indexOf('MATERIAL_CONFLICT')],
  engagement: [QUADS.indexOf('VERBAL_COOPERATION'), QUADS.indexOf('MATERIAL_COOPERATION')],
} as const

/** What of a scoring the cells are read with. */
export function levelReadingOf(scoring: LevelScoring): LevelReading {
  const { slices, leads, multipliers, weights, reading, parameters } = scoring
  return { slices, leads, multipliers, quad: weights.quad, severity: parameters.severity, reading }
}

/** Daily sums and watched days from `from` to `to`. */
export function levelDaysOf(
  scoring: LevelScoring,
  from: Day,
  to: Day,
): { daily: LevelDaily; watched: Uint8Array; covered: Uint8Array } {
  const daily = levelDailyOf(levelReadingOf(scoring), scoring.weights, scoring.handCoded, from, to)
  const none = new Int32Array(daily.length)
  const watched = coveredDays(leadsOfRelation(scoring), none, daily.first)
  return { daily, watched, covered: coveredDays(leadsOfRelation(scoring), daily.borne, daily.first) }
}

export function levelRunOf(scoring: LevelScoring, from: Day, to: Day): Run {
  const { parameters } = scoring
  const { daily, watched, covered } = levelDaysOf(scoring, from, to)
  const leadOn = leadFinder(scoring)
  const clustering = {
    tension: levelClusteringOf(daily.families, daily.first, QUADS_OF.tension, leadOn),
    engagement: levelClusteringOf(daily.families, daily.first, QUADS_OF.engagement, leadOn),
  }
  const band = (sums: LevelSums, measure: 'tension' | 'engagement'): Score => {
    const volume = (leadOn(sums.day)?.volume ?? HAND_VOLUME) / 10
    const evidence = {
      sum: sums[measure],
      squares: sums[`${measure}Squares`],
      clustering: clustering[measure](sums.day),
      typical: volume * parameters.typical[measure],
    }
    const { low, high } = levelLimitsOf(evidence, parameters.z)
    const onScale = (x: number) => rounded(levelCurve(x, parameters.constant))
    return { score: onScale(sums[measure]), low: onScale(low), high: onScale(high) }
  }
  return {
    daily,
    covered,
    eachDay: (visit) =>
      decayLevel(daily, watched, parameters.lambda, (sums, at) =>
        visit({
          day: sums.day,
          state: levelStateOf(sums, covered[at] === 1, parameters.lambda),
          support: sums.support,
          sumOf: (measure) => sums[measure],
          scoreOf: (measure) => levelCurve(sums[measure], parameters.constant),
          bandOf: (measure) => band(sums, measure),
        }),
      ),
  }
}

/** The spans of all pairs, each within the days on which the pair stands for the relation. */
function leadsOfRelation({ slices, leads }: LevelScoring): LeadSpan[] {
  return slices.flatMap((slice, i) => (leads[i] as PairLead).spans.flatMap((span) => within(slice, span)))
}

function within(slice: CellSlice, span: LeadSpan): LeadSpan[] {
  const from = Math.max(span.from, slice.from) as Day
  const to = Math.min(span.to, slice.to) as Day
  return from <= to ? [{ ...span, from, to }] : []
}

/**
 * Who leads on a day: of the pairs that stand for the relation, a hand-coded lead before any other. Neighbouring spans of
 * the same lead are one, so that a succession does not cut a watch in two.
 */
function leadFinder(scoring: LevelScoring): (day: Day) => LeadSpan | null {
  const joined: LeadSpan[] = []
  const spans = leadsOfRelation(scoring).sort((x, y) => x.lead - y.lead || x.from - y.from)
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && last.lead === span.lead && span.from <= last.to + 1) {
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, span.to) as Day }
    } else joined.push(span)
  }
  const byRank = joined.sort((x, y) => Number(y.lead === HAND) - Number(x.lead === HAND) || y.volume - x.volume)
  return (day) => byRank.find((span) => span.from <= day && day <= span.to) ?? null
}
