/** Level on random worlds: what the domain reads for a question, and the same a second time from single events. */
import fc from 'fast-check'
import { formatDay } from '../../server/domain/day.ts'
import { DIRECTIONS, type Direction } from '../../server/domain/directory/relation.ts'
import type { Collection } from '../../server/domain/record/document.ts'
import { leadOf } from '../../server/domain/score/level/lead.ts'
import { constantOf, DEFAULT_LEVEL } from '../../server/domain/score/level/parameters.ts'
import type { LevelScoring } from '../../server/domain/score/scoring.ts'
import type { Act, Happening } from './bruteforce.ts'
import { actor, collection } from './directory.ts'
import { at, MULTIPLIERS, NOR, questionOf, scoringOf, weightsOf, wholeSlice, worldOf } from './scoring.ts'
import { anyActs, anyHappening } from './worlds.ts'

export const LAMBDA = 0.977159968434
const ACTORS = new Map(['NOR', 'SUD'].map((code) => [code, actor(code, code)]))

export interface LevelWorld {
  readonly acts: readonly Act[]
  readonly happenings: readonly Happening[]
  readonly collections: readonly Collection[]
}

export interface LevelQuestion {
  readonly direction: Direction
  readonly lambda: number
  readonly collections: readonly number[] | null
  readonly z: number
}

export const ASKED: LevelQuestion = { direction: 'BOTH', lambda: LAMBDA, collections: null, z: 1.2815515655 }

/** What Level reads for this question about this world, whose parties are Norland and Sudmark. */
export function levelScoringOf(world: LevelWorld, q: LevelQuestion = ASKED): LevelScoring {
  const base = scoringOf(
    worldOf(world.happenings, { acts: world.acts }),
    questionOf({ direction: q.direction, collections: q.collections }),
  )
  const only = q.collections === null ? null : new Set(q.collections)
  const slice = wholeSlice()
  const lead = leadOf(world.collections, slice, ACTORS, base.reading.revision, only)
  const typical = (key: 'tension' | 'engagement') => {
    const weights = world.acts.map((act) => act[key])
    const sum = weights.reduce((x, y) => x + y, 0)
    return sum === 0 ? 0 : weights.reduce((x, y) => x + y * y, 0) / (6 * sum)
  }
  return {
    ...base,
    method: 'LEVEL',
    watches: lead.spans,
    weights: weightsOf(world.acts),
    multipliers: MULTIPLIERS,
    leads: [lead],
    handCoded: new Set(world.collections.filter((c) => c.kind === 'ARTICLES').map((c) => c.id as number)),
    parameters: {
      lambda: q.lambda,
      constant: constantOf(DEFAULT_LEVEL.constant, q.direction, LAMBDA, q.lambda),
      severity: DEFAULT_LEVEL.severity,
      typical: { tension: typical('tension'), engagement: typical('engagement') },
      z: q.z,
    },
  }
}

/** What the day of a level should be, by sums over single events of λ^(t − s): no recursion, no cells, no code of ours. */
export function levelByHand(world: LevelWorld, q: LevelQuestion, day: number, key: 'tension' | 'engagement') {
  const g = { ONE: 0.7, TWO: 0.9, THREE: 1, ONE_REPORTED: 0.35, TWO_REPORTED: 0.45, THREE_REPORTED: 0.5, UNCOUNTED: 0 }
  const taken = world.collections.filter((c) => q.collections === null || q.collections.includes(c.id))
  const isHand = (id: number) => taken.some((c) => c.id === id && c.kind === 'ARTICLES')
  const volume = (c: Collection) => (c.kind === 'ARTICLES' ? 1 : (c.volume ?? (q.collections === null ? 0 : 10)) / 10)
  const watching = (d: number) =>
    taken.filter((c) => c.from !== null && c.to !== null && c.from <= d && d <= c.to && volume(c) > 0)
  const leader = (d: number): number | 'HAND' | null => {
    const on = watching(d)
    if (on.some((c) => c.kind === 'ARTICLES')) return 'HAND'
    const best = [...on].sort((x, y) => volume(y) - volume(x) || (x.code < y.code ? -1 : 1))[0]
    return best?.id ?? null
  }
  const standing = world.happenings.filter((h) => h.withdrawn === null)
  const counts = (h: Happening) => {
    const c = taken.find(({ id }) => id === h.collection)
    if (c === undefined || volume(c) === 0) return false
    return q.collections !== null || c.kind === 'ARTICLES' || leader(h.day) === c.id
  }
  const half = (h: Happening) => {
    if (q.direction === 'BOTH') return 1
    if (h.mutual) return 0.5
    return (q.direction === 'A_TO_B') === (h.source === NOR) ? 1 : 0
  }
  const read = standing.filter((h) => h.day <= day && counts(h))
  const counted = read.filter((h) => half(h) > 0 && g[h.evidence] > 0 && world.acts[h.act]?.quad !== 'STATEMENT')
  const x = (h: Happening) => {
    const act = world.acts[h.act] as Act
    const s = act.quad === 'MATERIAL_CONFLICT' ? ([1, 1.5, 2][h.severity ?? 0] as number) : 1
    const v = volume(taken.find(({ id }) => id === h.collection) as Collection)
    return act[key] * g[h.evidence] * s * v * half(h)
  }
  const sum = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0)
  const age = (h: Happening) => q.lambda ** (day - h.day)
  const days = Array.from({ length: 2000 }, (_, i) => day - i)
  const watched = sum(days.map((d) => (leader(d) === null ? 0 : q.lambda ** (day - d))))
  const isBorne = read.some((h) => h.day === day && isHand(h.collection))
  const support = sum(counted.map((h) => g[h.evidence] * half(h) * age(h)))
  const active = sum([...new Set(counted.map((h) => h.day))].map((d) => q.lambda ** (day - d)))
  const mentions = read.filter((h) => half(h) > 0 && h.evidence !== 'UNCOUNTED' && h.day > day - 365).length
  const u = (1 - q.lambda) * watched
  const state =
    leader(day) === null && !isBorne
      ? 'NOT_COVERED'
      : support < 1 && (u < 0.75 || mentions < 5)
        ? 'NOT_ENOUGH'
        : support >= 3 && active >= 2 && u >= 0.75
          ? 'SCORED'
          : 'SPARSE'
  const variance = sum(counted.map((h) => (Math.round(1e10 * x(h) ** 2) / 1e10) * age(h) ** 2))
  return { sum: sum(counted.map((h) => x(h) * age(h))), support, active, mentions, u, variance, state, leader }
}

const anyCollection = (id: number, kind: 'ARTICLES' | 'RELEASE'): fc.Arbitrary<Collection> =>
  fc
    .record({
      from: fc.integer({ min: -400, max: 100 }),
      length: fc.integer({ min: 0, max: 600 }),
      volume: fc.constantFrom(null, 2, 5),
    })
    .map(({ from, length, volume }) =>
      collection(id, formatDay(at(from)), formatDay(at(from + length)), {
        kind,
        volume: kind === 'ARTICLES' ? null : volume,
      }),
    )

/** One monitored collection of articles, two data sets, and articles that are not monitored. */
const anyCollections = fc
  .tuple(anyCollection(1, 'ARTICLES'), anyCollection(2, 'RELEASE'), anyCollection(3, 'RELEASE'))
  .map((some) => [...some, collection(4, null, null, { kind: 'ARTICLES' })])

export const anyLevelWorld: fc.Arbitrary<LevelWorld> = fc.record({
  acts: anyActs,
  happenings: fc.array(
    fc
      .record({
        happening: anyHappening,
        collection: fc.integer({ min: 1, max: 4 }),
        severity: fc.constantFrom(0 as const, 1 as const, 2 as const),
      })
      .map(({ happening, ...rest }) => ({ ...happening, ...rest, withdrawn: null })),
    { maxLength: 30, size: 'max' },
  ),
  collections: anyCollections,
})

export const anyLevelQuestion: fc.Arbitrary<LevelQuestion> = fc.record({
  direction: fc.constantFrom(...DIRECTIONS),
  lambda: fc.constantFrom(LAMBDA, 0.5, 0.9),
  collections: fc.oneof(fc.constant(null), fc.subarray([1, 2, 3, 4])),
  z: fc.constantFrom(0.6744897502, 1.2815515655, 2.5758293035),
})
