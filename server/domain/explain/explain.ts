/**
 * Why a score is what it is: what each cell of events contributes, and what moved the score since an earlier day.
 * Contributions sum to the score, and fading + raised + lowered to the change, exactly (but for floating point).
 */
import type { Day } from '../day.ts'
import type { Measure } from '../directory/relation.ts'
import type { CellSlice } from '../score/reading.ts'
import { runOf } from '../score/run.ts'
import { hasScore } from '../score/score.ts'
import type { ScoredDay } from '../score/scoredDay.ts'
import type { Scoring } from '../score/scoring.ts'
import { countedCells, fadingOf } from './cells.ts'
import type { Change, Contribution, Explanation, Pull } from './contribution.ts'
import { partsOf, pointOf } from './parts.ts'

const KEYS = { TENSION: 'tension', ENGAGEMENT: 'engagement' } as const
/** What a raw contribution is of an event’s part of the decayed sum: Tone gives it on the scale of the score. */
const PER_SUM = { TONE: 10, LEVEL: 1 } as const

/** The score of a day and what each cell contributed to it. */
export function explain(scoring: Scoring, day: Day, measure: Measure): Explanation {
  const key = KEYS[measure]
  const read = dayOf(scoring, day)
  const weights = scoring.weights[key]
  const raw = PER_SUM[scoring.method] * read.sumOf(key)
  const perRaw = raw === 0 ? 0 : read.scoreOf(key) / raw
  const cells = countedCells(scoring, day, (_, leaf) => weights[leaf] !== 0)
  const fading = fadingOf(scoring, oldest(cells, day))
  const contributions: Contribution[] = []
  for (const cell of cells) {
    const weight = (weights[cell.leaf] as number) / 1000
    const ageDays = day - cell.day
    const own = PER_SUM[scoring.method] * weight * cell.quality * cell.volume * fading(ageDays)
    const { slice, direction, leaf, evidence, severity, collection, count, quality } = cell
    const share = own * perRaw
    // Named one by one: to spread the cell takes ten times as long as all the rest.
    contributions.push({
      slice,
      direction,
      day: cell.day,
      leaf,
      evidence,
      severity,
      collection,
      count,
      raw: own,
      share,
      weight,
      quality,
      ageDays,
    })
  }
  contributions.sort((x, y) => y.share - x.share || y.day - x.day)
  const score = hasScore(read.state) ? read.bandOf(key) : null
  return { day, state: read.state, score, raw, support: read.support, contributions }
}

/** What moved the score from the end of day `since`, as the record `then` had it, to the end of `day` as it is now. */
export function change(scoring: Scoring, since: Day, day: Day, measure: Measure, then: Scoring = scoring): Change {
  const key = KEYS[measure]
  const [recordedDay, nowDay] = [dayOf(then, since), dayOf(scoring, day)]
  const recorded = pointOf(recordedDay, key)
  const old = then === scoring ? recorded : pointOf(dayOf(scoring, since), key)
  const now = pointOf(nowDay, key)
  const cells = countedCells(scoring, day, (on) => on > since)
  const fading = fadingOf(scoring, day - since)
  const parts = partsOf(scoring, recorded, old, now, fading(day - since))
  const pulls: Pull[] = []
  let raised = 0
  let lowered = 0
  for (const cell of cells) {
    const weight = (scoring.weights[key][cell.leaf] as number) / 1000
    const left = fading(day - cell.day)
    const pull = parts.pullOf(weight, cell.quality * left, cell.volume)
    if (pull === 0) continue
    if (pull > 0) raised += pull * cell.count
    else lowered += pull * cell.count
    const { slice, direction, leaf, evidence, severity, collection, count } = cell
    pulls.push({ slice, direction, day: cell.day, leaf, evidence, severity, collection, count, pull })
  }
  pulls.sort((x, y) => Math.abs(y.pull) - Math.abs(x.pull) || y.day - x.day)
  return {
    before: recorded.score,
    after: now.score,
    total: now.score - recorded.score,
    fading: parts.fading,
    raised,
    lowered,
    revised: parts.revised,
    scored: hasScore(recordedDay.state) && hasScore(nowDay.state),
    pulls,
  }
}

/**
 * Share of the support on `day` that stems from slices that ended before it (the former holders of an office), 0–1;
 * null where there is no support.
 */
export function formerShare(scoring: Scoring, day: Day): number | null {
  let former = 0
  let all = 0
  const cells = countedCells(scoring, day, () => true)
  const fading = fadingOf(scoring, oldest(cells, day))
  for (const cell of cells) {
    const support = cell.count * cell.quality * fading(day - cell.day)
    all += support
    if ((scoring.slices[cell.slice] as CellSlice).to < day) former += support
  }
  return all === 0 ? null : former / all
}

/** Days from the first of these cells to the day. */
function oldest(cells: readonly { readonly day: Day }[], day: Day): number {
  return cells.reduce((most, cell) => Math.max(most, day - cell.day), 0)
}

/** The scores of one day: the last of a run up to it. */
function dayOf(scoring: Scoring, day: Day): ScoredDay {
  let last: ScoredDay | null = null
  const { eachDay } = runOf(scoring, day, day)
  eachDay((scored) => {
    last = scored
  })
  return last as unknown as ScoredDay
}
