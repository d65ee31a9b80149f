/**
 * What the tests of the scores are told with: two invented countries, a handful of acts, and a builder that turns plain
 * happenings into what the kernel reads. Each builder says only what matters; the rest is filled in here.
 */

import { QUADS } from '../../server/domain/codebook/codebook.ts'
import { type Day, parseDay } from '../../server/domain/day.ts'
import type { ActorCode } from '../../server/domain/directory/actor.ts'
import { must } from '../../server/domain/error.ts'
import { EVIDENCE_CLASSES } from '../../server/domain/record/evidence.ts'
import type { Revision } from '../../server/domain/record/revision.ts'
import { type LeafWeights, multipliers } from '../../server/domain/score/daily.ts'
import { quantileOf, typicalWeight } from '../../server/domain/score/interval.ts'
import { lambdaOf, priorOf } from '../../server/domain/score/score.ts'
import type { ToneScoring } from '../../server/domain/score/scoring.ts'
import type { Slice } from '../../server/domain/score/slice.ts'
import { type Cells, type Pair, pairOf } from '../../server/domain/score/tally.ts'
import type { Act, Happening, Question, World } from './bruteforce.ts'

export const NOR = 'NOR' as ActorCode
export const SUD = 'SUD' as ActorCode

export const day = (text: string): Day => must(parseDay(text))
/** A Monday, the first day most tests count from. */
export const START = day('2018-01-01')
export const at = (days: number): Day => (START + days) as Day

/** The acts of most examples, by index; weights 0–10. */
export const ACTS: readonly Act[] = [
  { tension: 0, engagement: 0, quad: 'STATEMENT' },
  { tension: 0, engagement: 3, quad: 'VERBAL_COOPERATION' },
  { tension: 0, engagement: 8, quad: 'MATERIAL_COOPERATION' },
  { tension: 4, engagement: 0, quad: 'VERBAL_CONFLICT' },
  { tension: 10, engagement: 0, quad: 'MATERIAL_CONFLICT' },
]
export const [COMMENT, PRAISE, AID, THREAT, ATTACK] = [0, 1, 2, 3, 4] as const

/** One well-evidenced happening (g = 1) from Norland to Sudmark in a monitored collection, but for what is said. */
export function happening(days: number, act: number, rest: Partial<Happening> = {}): Happening {
  return {
    source: NOR,
    target: SUD,
    mutual: false,
    day: at(days),
    act,
    evidence: 'THREE',
    collection: 1,
    added: 1,
    withdrawn: null,
    ...rest,
  }
}

/** A world watched from START for a thousand days, but for what is said. */
export function worldOf(happenings: readonly Happening[], rest: Partial<World> = {}): World {
  return { acts: ACTS, happenings, watches: [{ from: START, to: at(999) }], unmonitored: [], ...rest }
}

/** Norland is A and Sudmark B; Tone with H = 30, n0 = 1, an 80 % band, all collections, the whole record. */
export function questionOf(rest: Partial<Question> = {}): Question {
  return {
    sideOf: (actor) => (actor === NOR ? 'A' : actor === SUD ? 'B' : null),
    direction: 'BOTH',
    revision: 99,
    collections: null,
    halfLifeDays: 30,
    priorEvents: 1,
    z: must(quantileOf(80)),
    ...rest,
  }
}

/** The one slice of two actors who are always themselves, a of the relation first. */
export function wholeSlice(a: ActorCode = NOR, b: ActorCode = SUD): Slice {
  const pair = pairOf(a, b)
  return { pair, flipped: pair.a !== a, from: day('0001-01-01'), to: day('9999-12-31') }
}

/** What Tone reads for this question about this world. */
export function scoringOf(world: World, q: Question, slices: readonly Slice[] = [wholeSlice()]): ToneScoring {
  const { z } = q
  return {
    method: 'TONE',
    slices: slices.map((s) => ({ ...s, cells: cellsOf(world.happenings, s.pair) })),
    watches: world.watches.map((w) => ({ from: w.from as Day, to: w.to as Day })),
    weights: weightsOf(world.acts),
    multipliers: MULTIPLIERS,
    reading: {
      direction: q.direction,
      revision: q.revision as Revision,
      collections: q.collections && new Set(q.collections),
      unmonitored: new Set(world.unmonitored),
    },
    parameters: {
      lambda: must(lambdaOf(q.halfLifeDays)),
      priorEvents: priorOf(q.priorEvents, q.direction),
      typical: {
        tension: typicalWeight(world.acts.map((a) => Math.round(1000 * a.tension))),
        engagement: typicalWeight(world.acts.map((a) => Math.round(1000 * a.engagement))),
      },
      z,
    },
  }
}

export const MULTIPLIERS = multipliers({
  ONE: 7000,
  TWO: 9000,
  THREE: 10_000,
  ONE_REPORTED: 3500,
  TWO_REPORTED: 4500,
  THREE_REPORTED: 5000,
  UNCOUNTED: 0,
})

export function weightsOf(acts: readonly Act[]): LeafWeights {
  return {
    tension: Float64Array.from(acts, (a) => Math.round(1000 * a.tension)),
    engagement: Float64Array.from(acts, (a) => Math.round(1000 * a.engagement)),
    quad: Uint8Array.from(acts, (a) => QUADS.indexOf(a.quad)),
  }
}

/** The ledger of a pair: one row added, and one withdrawn if it was, in order of days; equal rows are one with a count. */
export function cellsOf(happenings: readonly Happening[], pair: Pair): Cells {
  const rows = new Map<string, { row: readonly number[]; count: number }>()
  const put = (row: readonly number[], count: number) => {
    const key = row.join()
    rows.set(key, { row, count: (rows.get(key)?.count ?? 0) + count })
  }
  for (const h of happenings) {
    if (pairOf(h.source as ActorCode, h.target as ActorCode).a !== pair.a) continue
    if (pairOf(h.source as ActorCode, h.target as ActorCode).b !== pair.b) continue
    const direction = h.mutual ? 2 : h.source === pair.a ? 0 : 1
    const cell = [h.day, direction, h.act, EVIDENCE_CLASSES.indexOf(h.evidence), h.collection, h.severity ?? 0]
    put([...cell, h.added], 1)
    if (h.withdrawn !== null) put([...cell, h.withdrawn], -1)
  }
  const sorted = [...rows.values()].sort((x, y) => (x.row[0] as number) - (y.row[0] as number))
  const column = (i: number) => sorted.map(({ row }) => row[i] as number)
  return {
    days: Int32Array.from(column(0)),
    directions: Uint8Array.from(column(1)),
    leaves: Uint16Array.from(column(2)),
    evidence: Uint8Array.from(column(3)),
    collections: Uint16Array.from(column(4)),
    severity: Uint8Array.from(column(5)),
    revisions: Int32Array.from(column(6)),
    counts: Int32Array.from(sorted, ({ count }) => count),
  }
}
