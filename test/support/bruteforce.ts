/**
 * The scores a second time, straight from the formulas: sums over single events of λ^(t − s), no recursion, no cells, no
 * columns. Shares no code with the server (types only), so that a mistake made there is not made here as well. Slow.
 */
import type { Quad } from '../../server/domain/codebook/codebook.ts'
import type { Bucket } from '../../server/domain/day.ts'
import type { Direction } from '../../server/domain/directory/relation.ts'
import type { EvidenceClass } from '../../server/domain/record/evidence.ts'
import type { SeriesState } from '../../server/domain/score/score.ts'

/** What can be done or said; weights 0–10. */
export interface Act {
  readonly tension: number
  readonly engagement: number
  readonly quad: Quad
}

export interface Happening {
  readonly source: string
  readonly target: string
  readonly mutual: boolean
  /** Days since 1970-01-01. */
  readonly day: number
  /** Index into the world's acts. */
  readonly act: number
  readonly evidence: EvidenceClass
  readonly collection: number
  readonly added: number
  readonly withdrawn: number | null
  /** Class by the number killed; 0 where it is left out. */
  readonly severity?: 0 | 1 | 2
}

export interface World {
  readonly acts: readonly Act[]
  readonly happenings: readonly Happening[]
  /** Ranges that collections cover whole, both days inclusive. */
  readonly watches: readonly { readonly from: number; readonly to: number }[]
  /** Collections that cover only the days their statements bear. */
  readonly unmonitored: readonly number[]
}

export interface Question {
  /** On which side of the relation an actor stands on a day; null: on neither. */
  readonly sideOf: (actor: string, day: number) => 'A' | 'B' | null
  readonly direction: Direction
  readonly revision: number
  readonly collections: readonly number[] | null
  readonly halfLifeDays: number
  /** n0 of the undirected series. */
  readonly priorEvents: number
  readonly z: number
}

export type Key = 'tension' | 'engagement'

const G: Record<EvidenceClass, number> = {
  ONE: 0.7,
  TWO: 0.9,
  THREE: 1,
  ONE_REPORTED: 0.35,
  TWO_REPORTED: 0.45,
  THREE_REPORTED: 0.5,
  UNCOUNTED: 0,
}

/** One event as it counts for a question. */
interface Counted {
  readonly happening: Happening
  readonly day: number
  readonly g: number
  readonly act: Act
}

const lambdaOf = (q: Question) => Math.round(2 ** (-1 / q.halfLifeDays) * 1e12) / 1e12
const priorOf = (q: Question) => (q.direction === 'BOTH' ? q.priorEvents : q.priorEvents / 2)
const sum = (xs: readonly number[]) => xs.reduce((total, x) => total + x, 0)

/** Events of the two parties that stand in the revision, of the collections asked, in any direction. */
function read(world: World, q: Question): Happening[] {
  return world.happenings.filter((h) => {
    const sides = [q.sideOf(h.source, h.day), q.sideOf(h.target, h.day)].sort().join()
    const stands = h.added <= q.revision && (h.withdrawn === null || h.withdrawn > q.revision)
    return sides === 'A,B' && stands && (q.collections === null || q.collections.includes(h.collection))
  })
}

/** Those of the direction, the mutual ones with g/2 if it is one of two. */
function ofDirection(world: World, q: Question): Happening[] {
  return read(world, q).filter(
    (h) => q.direction === 'BOTH' || h.mutual || (q.sideOf(h.source, h.day) === 'A') === (q.direction === 'A_TO_B'),
  )
}

function counted(world: World, q: Question, upTo: number): Counted[] {
  return ofDirection(world, q)
    .map((happening) => ({
      happening,
      day: happening.day,
      g: G[happening.evidence] * (happening.mutual && q.direction !== 'BOTH' ? 0.5 : 1),
      act: world.acts[happening.act] as Act,
    }))
    .filter((e) => e.day <= upTo && e.g > 0 && e.act.quad !== 'STATEMENT')
}

export function isCovered(world: World, q: Question, day: number): boolean {
  return (
    world.watches.some((w) => w.from <= day && day <= w.to) ||
    read(world, q).some((h) => h.day === day && world.unmonitored.includes(h.collection))
  )
}

export interface Point {
  readonly support: number
  readonly activeDays: number
  readonly state: SeriesState
  readonly phi: number
  /** Unrounded, whatever the state. */
  readonly score: Record<Key, number>
  readonly band: Record<Key, { low: number; high: number }>
}

/** Everything about the end of one day, unrounded. */
export function pointOn(world: World, q: Question, day: number): Point {
  const events = counted(world, q, day)
  const lambda = lambdaOf(q)
  const support = sum(events.map((e) => e.g * lambda ** (day - e.day)))
  const days = [...new Set(events.map((e) => e.day))]
  const activeDays = sum(days.map((s) => lambda ** (day - s)))
  const phi = clustering(events, day)
  const covered = isCovered(world, q, day)
  const state = !covered
    ? 'NOT_COVERED'
    : support < 1
      ? 'NOT_ENOUGH'
      : support >= 5 && activeDays >= 2
        ? 'SCORED'
        : 'SPARSE'
  const score = { tension: scoreOn(world, q, day, 'tension'), engagement: scoreOn(world, q, day, 'engagement') }
  const band = {
    tension: bandOn(world, q, day, 'tension', phi, score.tension),
    engagement: bandOn(world, q, day, 'engagement', phi, score.engagement),
  }
  return { support, activeDays, state, phi, score, band }
}

export function scoreOn(world: World, q: Question, day: number, key: Key): number {
  const events = counted(world, q, day)
  const lambda = lambdaOf(q)
  const weighted = sum(events.map((e) => e.act[key] * e.g * lambda ** (day - e.day)))
  return (10 * weighted) / (priorOf(q) + sum(events.map((e) => e.g * lambda ** (day - e.day))))
}

function bandOn(world: World, q: Question, day: number, key: Key, phi: number, score: number) {
  const events = counted(world, q, day)
  const lambda = lambdaOf(q)
  const age = (e: Counted) => lambda ** (day - e.day)
  const N = sum(events.map((e) => e.g * age(e)))
  if (N === 0) return { low: 0, high: score }
  const show = (limit: number) => 100 * limit
  const x = (e: Counted) => e.act[key] / 10
  const used = world.acts.map((act) => act[key] / 10)
  const A = sum(events.map((e) => x(e) * e.g * age(e)))
  const B = sum(events.map((e) => x(e) ** 2 * e.g * age(e)))
  const Q1 = sum(events.map((e) => e.g ** 2 * age(e)))
  const Q2 = sum(events.map((e) => e.g ** 2 * age(e) ** 2))
  if (sum(used) === 0) return { low: 0, high: Math.max(0, score) }
  const w = sum(used.map((u) => u * u)) / sum(used)
  const ne = Math.min(N ** 2 / Q2, ((1 + lambda) * N ** 2) / Q1) / phi
  const m = A / N
  const r = (ne * m + w / 2) / (ne + 1)
  const v = ((ne * B) / N + w ** 2 / 2) / (ne + 1) - r ** 2
  const n = (ne * r * (1 - r)) / v
  const { z } = q
  const root = z * Math.sqrt(Math.max(0, (m * (1 - m)) / n + z ** 2 / (4 * n ** 2)))
  const limit = (sign: number) => (m + z ** 2 / (2 * n) + sign * root) / (1 + z ** 2 / n)
  return { low: Math.min(A === 0 ? 0 : show(limit(-1)), score), high: Math.max(show(limit(1)), score) }
}

/** φ from the counts by week and family in the last 52 ISO weeks that ended on the day or before. */
function clustering(events: readonly Counted[], day: number): number {
  // Monday 1969-12-29 is day −3.
  const weekOf = (d: number) => Math.floor((d + 3) / 7)
  const lastClosed = weekOf(day + 1) - 1
  let U = 0
  let V = 0
  for (let block = 0; block < 4; block++) {
    const weeks = Array.from({ length: 13 }, (_, i) => lastClosed - 13 * block - i)
    const inBlock = events.filter((e) => weeks.includes(weekOf(e.day)))
    const present = [...new Set(inBlock.map((e) => e.act.quad))]
    const n = inBlock.length
    const K = present.length
    if (n < 3 || K < 2) continue
    for (const week of weeks) {
      const inWeek = inBlock.filter((e) => weekOf(e.day) === week)
      const nb = inWeek.length
      for (const k of present) {
        const pk = inBlock.filter((e) => e.act.quad === k).length / n
        const nbk = inWeek.filter((e) => e.act.quad === k).length
        U += (nbk - nb * pk) ** 2 / pk / (K - 1)
      }
      V += (nb * (1 - nb / n) * n) / (n - 1)
    }
  }
  return Math.min(10, Math.max(1, (U + 40) / (V + 20)))
}

export interface BrutePeriod extends Point {
  readonly day: number
  readonly counted: number
  readonly uncounted: number
  readonly byFamily: Record<Quad, number>
  /** The period ends on the day its value is read. */
  readonly closed: boolean
}

/** The periods of a range; a value is read on the last covered day, else on the last. */
export function periodsOn(world: World, q: Question, from: number, to: number, bucket: Bucket): BrutePeriod[] {
  const groups = new Map<string, number[]>()
  for (let day = from; day <= to; day++)
    groups.set(nameOf(day, bucket), [...(groups.get(nameOf(day, bucket)) ?? []), day])
  return [...groups.values()].map((days) => {
    const day = days.findLast((d) => isCovered(world, q, d)) ?? (days.at(-1) as number)
    const within = (h: Happening) => days.includes(h.day)
    const events = counted(world, q, to).filter((e) => within(e.happening))
    const byFamily = {
      STATEMENT: 0,
      VERBAL_COOPERATION: 0,
      MATERIAL_COOPERATION: 0,
      VERBAL_CONFLICT: 0,
      MATERIAL_CONFLICT: 0,
    }
    for (const h of ofDirection(world, q)) {
      if (within(h) && G[h.evidence] > 0) byFamily[(world.acts[h.act] as Act).quad]++
    }
    return {
      ...pointOn(world, q, day),
      day,
      counted: events.length,
      uncounted: ofDirection(world, q).filter(within).length - events.length,
      byFamily,
      closed: nameOf(day, bucket) !== nameOf(day + 1, bucket),
    }
  })
}

/** A name that all days of one period share. */
function nameOf(day: number, bucket: Bucket): string {
  const date = new Date(day * 86_400_000)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  if (bucket === 'DAY') return `${day}`
  if (bucket === 'WEEK') return `${Math.floor((day + 3) / 7)}`
  if (bucket === 'MONTH') return `${year}-${month}`
  if (bucket === 'QUARTER') return `${year}-Q${Math.floor(month / 3)}`
  return `${year}`
}

/** c_i of each event: they sum to the score. */
export function contributionsOn(
  world: World,
  q: Question,
  day: number,
  key: Key,
): { happening: Happening; share: number }[] {
  const events = counted(world, q, day)
  const lambda = lambdaOf(q)
  const raw = events.map((e) => 10 * e.act[key] * e.g * lambda ** (day - e.day))
  const support = sum(events.map((e) => e.g * lambda ** (day - e.day)))
  return events.map((e, i) => ({ happening: e.happening, share: (raw[i] as number) / (priorOf(q) + support) }))
}

/** The parts of a change: fading, and the pull of each new event. */
export function changeOn(world: World, q: Question, since: number, day: number, key: Key) {
  const lambda = lambdaOf(q)
  const events = counted(world, q, day)
  const old = events.filter((e) => e.day <= since)
  const weighted = sum(old.map((e) => e.act[key] * e.g * lambda ** (day - e.day)))
  const sf = (10 * weighted) / (priorOf(q) + sum(old.map((e) => e.g * lambda ** (day - e.day))))
  const N = sum(events.map((e) => e.g * lambda ** (day - e.day)))
  const pulls = events
    .filter((e) => e.day > since)
    .map((e) => (e.g * lambda ** (day - e.day) * (10 * e.act[key] - sf)) / (priorOf(q) + N))
  return {
    fading: sf - scoreOn(world, q, since, key),
    raised: sum(pulls.filter((p) => p > 0)),
    lowered: sum(pulls.filter((p) => p < 0)),
  }
}
