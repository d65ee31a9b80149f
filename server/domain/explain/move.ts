/**
 * Known moves: what a relation is known to have done, from a source that needs no weights. A codebook whose scores do not
 * show it is wrong there. What a pass is worth is said by placebo days: how often the same comparison finds the
 * same elsewhere, where nothing of the kind is known.
 */
import { type Day, formatDay } from '../day.ts'
import type { Measure } from '../directory/relation.ts'
import { type Refusal, refuse } from '../error.ts'
import type { Revision } from '../record/revision.ts'
import { differenceOf } from '../score/moment.ts'
import type { DailyLines } from '../score/reweight.ts'
import { checkText } from '../text.ts'

export const SENSES = ['ROSE', 'FELL'] as const
export type Sense = (typeof SENSES)[number]

export interface KnownMove {
  /** Stable, lower case and hyphens: `us-taliban-july-2018-tension`. */
  readonly code: string
  /** Slug of the relation. */
  readonly relation: string
  readonly measure: Measure
  readonly sense: Sense
  /** The score at the end of `from` is held against that at the end of `to`, which is later. */
  readonly from: Day
  readonly to: Day
  /** Points (0–100 scale) by which it must have moved at the least; above 0. */
  readonly least: number
  /** What happened. */
  readonly note: string
  /** Where that is known from; nothing that depends on weights. */
  readonly source: string
  readonly addedIn: Revision
  readonly supersededIn: Revision | null
}

export type NewMove = Omit<KnownMove, 'addedIn' | 'supersededIn'>

export const VERDICTS = ['PASS', 'FAIL', 'UNDECIDED'] as const
/** UNDECIDED: there is no score on one of the two days, so the data cannot say. */
export type Verdict = (typeof VERDICTS)[number]

/** How often the same comparison passes elsewhere. */
export interface FalseAlarms {
  /** Other pairs of days, as far apart, with a score on both, that share no day with the move. */
  readonly n: number
  /** Those of them that moved as far the same way. */
  readonly alarms: number
  /** Stretches of the move's length that do not overlap, among the n: what the interval rests on. */
  readonly independent: number
  /** alarms / n, 0–1, and its 80 % interval (Wilson's, on the independent ones); null where n is 0. */
  readonly rate: number | null
  readonly low: number | null
  readonly high: number | null
}

export interface Checked {
  readonly verdict: Verdict
  /** The scores on both days, 0–100; null where there is none. */
  readonly before: number | null
  readonly after: number | null
  readonly change: number | null
  readonly placebo: FalseAlarms
}

/** Holds a relation's daily scores against a known move. `lines` null: the relation is not on record. */
export function checked(move: NewMove, lines: DailyLines | null): Checked {
  const line = lines === null ? [] : lines[move.measure === 'TENSION' ? 'tension' : 'engagement']
  const first = lines?.first ?? 0
  const [from, span] = [move.from - first, move.to - move.from]
  const changeAt = (start: number) => differenceOf(line[start] ?? null, line[start + span] ?? null)
  const passes = (change: number) => (move.sense === 'ROSE' ? change : -change) >= move.least
  let n = 0
  let alarms = 0
  let independent = 0
  let next = 0
  for (let start = 0; start + span < line.length; start++) {
    if (Math.abs(start - from) <= span) continue
    const change = changeAt(start)
    if (change === null) continue
    n += 1
    if (passes(change)) alarms += 1
    if (start < next) continue
    independent += 1
    next = start + span
  }
  const change = changeAt(from)
  return {
    verdict: change === null ? 'UNDECIDED' : passes(change) ? 'PASS' : 'FAIL',
    before: line[from] ?? null,
    after: line[from + span] ?? null,
    change,
    placebo: { n, alarms, independent, ...rateOf(alarms, n, independent) },
  }
}

export interface CheckSum {
  readonly pass: number
  readonly fail: number
  readonly undecided: number
  /** Over the placebo days of every move that could be decided. */
  readonly placebo: FalseAlarms
}

export function sumOf(checks: readonly Checked[]): CheckSum {
  const count = (verdict: Verdict) => checks.filter((c) => c.verdict === verdict).length
  const decided = checks.filter((c) => c.verdict !== 'UNDECIDED')
  const total = (key: 'n' | 'alarms' | 'independent') => decided.reduce((sum, c) => sum + c.placebo[key], 0)
  const [n, alarms, independent] = [total('n'), total('alarms'), total('independent')]
  return {
    pass: count('PASS'),
    fail: count('FAIL'),
    undecided: count('UNDECIDED'),
    placebo: { n, alarms, independent, ...rateOf(alarms, n, independent) },
  }
}

/** z of 80 %, like the bands of the scores. */
const Z = 1.2815515655

function rateOf(alarms: number, n: number, independent: number): Pick<FalseAlarms, 'rate' | 'low' | 'high'> {
  if (n === 0) return { rate: null, low: null, high: null }
  const rate = alarms / n
  const size = independent + Z * Z
  const middle = (rate * independent + (Z * Z) / 2) / size
  const half = (Z / size) * Math.sqrt(independent * rate * (1 - rate) + (Z * Z) / 4)
  return { rate, low: Math.max(0, Math.min(rate, middle - half)), high: Math.min(1, Math.max(rate, middle + half)) }
}

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** What is wrong with a move that somebody states, by field; empty where it may stand. */
export function faultsOfMove(
  move: NewMove,
  relations: readonly string[],
): { readonly field: keyof NewMove; readonly refusal: Refusal }[] {
  const code = CODE.test(move.code) && move.code.length <= 80
  const checks: readonly (readonly [keyof NewMove, Refusal | null])[] = [
    [
      'code',
      code ? null : refuse('BAD_CODE', move.code, 'a code is lower case words joined by hyphens', 'Write it so'),
    ],
    [
      'relation',
      relations.includes(move.relation)
        ? null
        : refuse('UNKNOWN_RELATION', move.relation, 'no named relation has this slug', 'Take one that relations lists'),
    ],
    [
      'to',
      move.from < move.to
        ? null
        : refuse('BAD_RANGE', formatDay(move.to), 'the second day lies after the first', 'Give the earlier day first'),
    ],
    [
      'least',
      move.least > 0 && move.least <= 100
        ? null
        : refuse('BAD_NUMBER', move.least, 'the least move is above 0 and at most 100 points', 'Take 2'),
    ],
    ['note', checkText(move.note, 1000)],
    ['source', checkText(move.source, 1000)],
  ]
  return checks.flatMap(([field, refusal]) => (refusal === null ? [] : [{ field, refusal }]))
}
