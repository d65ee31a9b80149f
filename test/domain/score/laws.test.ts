/** The laws a score obeys whatever happened: each is one sentence of the method, tried on random worlds. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../../server/domain/day.ts'
import type { Measure } from '../../../server/domain/directory/relation.ts'
import { change, explain } from '../../../server/domain/explain/explain.ts'
import { runOf } from '../../../server/domain/score/run.ts'
import { hasScore } from '../../../server/domain/score/score.ts'
import { type Series, seriesOf } from '../../../server/domain/score/series.ts'
import type { Happening, Question, World } from '../../support/bruteforce.ts'
import { at, SUD, scoringOf, wholeSlice } from '../../support/scoring.ts'
import {
  anyActs,
  anyDayAsked,
  anyHalfLife,
  anyHappening,
  anyMeasure,
  anyQuestion,
  anyWatchedWorld,
  anyWorld,
  SPAN,
} from '../../support/worlds.ts'

const KEYS = { TENSION: 'tension', ENGAGEMENT: 'engagement' } as const
const FROM = at(-5)
const TO = at(SPAN + 60)

const daily = (world: World, q: Question, slices = [wholeSlice()]) =>
  seriesOf(scoringOf(world, q, slices), FROM, TO, 'DAY')

/** The score of a day before rounding, whatever its state, with the support it rests on. */
function scoreOn(world: World, q: Question, day: Day, measure: Measure): { score: number; support: number } {
  let found = { score: 0, support: 0 }
  runOf(scoringOf(world, q), day, day).eachDay(({ scoreOf, support }) => {
    found = { score: scoreOf(KEYS[measure]), support }
  })
  return found
}

function close(x: number, y: number): void {
  expect(Math.abs(x - y), `${x} and ${y}`).toBeLessThan(1e-9)
}

describe('an explanation', () => {
  it('has contributions that sum to the score', () => {
    fc.assert(
      fc.property(anyWorld, anyQuestion, anyDayAsked, anyMeasure, (world, q, day, measure) => {
        const e = explain(scoringOf(world, q), day, measure)
        const sum = e.contributions.reduce((total, c) => total + c.share * c.count, 0)
        close(sum, scoreOn(world, q, day, measure).score)
        // Raw contributions carry up to 1,000 points an event.
        close(e.contributions.reduce((total, c) => total + c.raw * c.count, 0) / 1000, e.raw / 1000)
        if (e.score !== null) expect(Math.abs(sum - e.score.score)).toBeLessThan(0.6e-6)
      }),
      { numRuns: 300 },
    )
  })

  it('of a change between two records has a fourth part, revised, and the four sum to the total', () => {
    fc.assert(
      fc.property(
        anyWatchedWorld,
        anyQuestion,
        fc.integer({ min: 0, max: 9 }),
        anyMeasure,
        (world, q, former, measure) => {
          const then = scoringOf(world, { ...q, revision: former })
          const c = change(scoringOf(world, q), at(30), at(60), measure, then)
          close(c.fading + c.raised + c.lowered + c.revised, c.total)
          close(c.before, scoreOn(world, { ...q, revision: former }, at(30), measure).score)
          close(c.revised, scoreOn(world, q, at(30), measure).score - c.before)
        },
      ),
    )
  })

  it('of a change has fading, raised and lowered that sum to the total', () => {
    fc.assert(
      fc.property(anyWatchedWorld, anyQuestion, anyDayAsked, anyDayAsked, anyMeasure, (world, q, x, y, measure) => {
        const [since, day] = x < y ? [x, y] : [y, x]
        const c = change(scoringOf(world, q), since, day, measure)
        close(c.fading + c.raised + c.lowered, c.total)
        close(c.before + c.total, c.after)
        close(c.before, scoreOn(world, q, since, measure).score)
        close(c.after, scoreOn(world, q, day, measure).score)
        close(
          c.pulls.reduce((total, p) => total + p.pull * p.count, 0),
          c.raised + c.lowered,
        )
        expect(c.fading).toBeLessThan(1e-9)
        expect(c.raised).toBeGreaterThanOrEqual(0)
        expect(c.lowered).toBeLessThanOrEqual(0)
      }),
      { numRuns: 300 },
    )
  })

  it('of a change over which nothing happened is fading alone', () => {
    fc.assert(
      fc.property(
        anyWatchedWorld,
        anyQuestion,
        fc.integer({ min: 0, max: 400 }),
        anyMeasure,
        (world, q, days, measure) => {
          const c = change(scoringOf(world, q), at(SPAN), at(SPAN + days), measure)
          expect([c.raised, c.lowered, c.pulls]).toEqual([0, 0, []])
          close(c.fading, c.total)
        },
      ),
    )
  })
})

describe('the intensity of both directions together', () => {
  it('lies between the intensities of the two', () => {
    fc.assert(
      fc.property(anyWorld, anyQuestion, anyDayAsked, anyMeasure, (world, q, day, measure) => {
        const [both, there, back] = (['BOTH', 'A_TO_B', 'B_TO_A'] as const).map((direction) =>
          scoreOn(world, { ...q, direction }, day, measure),
        ) as [Weighed, Weighed, Weighed]
        expect(both.score).toBeGreaterThan(Math.min(there.score, back.score) - 1e-9)
        expect(both.score).toBeLessThan(Math.max(there.score, back.score) + 1e-9)
        // Exactly: s = (D₁ s₁ + D₂ s₂) / (D₁ + D₂) with D = n0/2 + N
        const [d1, d2] = [q.priorEvents / 2 + there.support, q.priorEvents / 2 + back.support]
        close(both.score, (d1 * there.score + d2 * back.score) / (d1 + d2))
        close(both.support, there.support + back.support)
      }),
      { numRuns: 300 },
    )
  })
})
interface Weighed {
  readonly score: number
  readonly support: number
}

describe('weights', () => {
  /** Even thousandths, so that half of each is a weight again. */
  const evenActs = anyActs.map((acts) =>
    acts.map((a) => ({ ...a, tension: even(a.tension), engagement: even(a.engagement) })),
  )
  const even = (weight: number) => (2 * Math.floor(weight * 500)) / 1000

  it('halved halve the intensity', () => {
    fc.assert(
      fc.property(anyWorld, evenActs, anyQuestion, anyDayAsked, anyMeasure, (world, acts, q, day, measure) => {
        const halved = acts.map((a) => ({ ...a, tension: a.tension / 2, engagement: a.engagement / 2 }))
        const full = scoreOn({ ...world, acts }, q, day, measure).score
        close(2 * scoreOn({ ...world, acts: halved }, q, day, measure).score, full)
      }),
    )
  })

  it('of 0 give a score of 0 with a band of 0 to 0', () => {
    fc.assert(
      fc.property(anyWorld, anyQuestion, (world, q) => {
        const acts = world.acts.map((a) => ({ ...a, tension: 0, engagement: 0 }))
        const s = daily({ ...world, acts }, q)
        for (const column of SCORES) expect(s[column].filter((x) => x !== null && x !== 0)).toEqual([])
      }),
    )
  })

  it('equal to the published ones, given as an overlay, change no byte', () => {
    fc.assert(
      fc.property(anyWorld, anyQuestion, (world, q) => {
        const overlay = world.acts.map((a) => ({ ...a, tension: Number(a.tension.toFixed(3)) }))
        expect(JSON.stringify(daily({ ...world, acts: overlay }, q))).toBe(JSON.stringify(daily(world, q)))
      }),
    )
  })

  it('of plain comment do not count, whatever is set', () => {
    fc.assert(
      fc.property(anyWorld, anyQuestion, (world, q) => {
        const weights = scoringOf(world, q).weights
        const loud = { ...weights, tension: weights.tension.map((w, i) => (i === 0 ? 10_000 : w)) }
        const [quiet, noisy] = [weights, loud].map((w) =>
          seriesOf({ ...scoringOf(world, q), weights: w }, FROM, TO, 'DAY'),
        )
        expect(noisy).toEqual(quiet)
      }),
    )
  })
})
const SCORES = ['tension', 'tensionLow', 'tensionHigh', 'engagement', 'engagementLow', 'engagementHigh'] as const

describe('every score', () => {
  it('lies in 0–100 and inside its band', () => {
    fc.assert(
      fc.property(anyWorld, anyQuestion, (world, q) => {
        const s = daily(world, q)
        s.days.forEach((_, i) => {
          for (const key of ['tension', 'engagement'] as const) {
            const [low, score, high] = [s[`${key}Low`][i], s[key][i], s[`${key}High`][i]] as (number | null)[]
            expect([low, high].map((x) => x === null)).toEqual([score === null, score === null])
            if (low == null || score == null || high == null) continue
            expect(0 <= low && low <= score && score <= high && high <= 100, `${low} ${score} ${high}`).toBe(true)
          }
          const balance = s.balance[i] as number | null
          expect(balance === null || Math.abs(balance) < 1).toBe(true)
        })
      }),
      { numRuns: 150 },
    )
  })

  it('is the same in whatever order the record arrived', () => {
    const shuffled = anyWorld.chain((world) =>
      fc.tuple(
        fc.constant(world),
        fc.shuffledSubarray([...world.happenings], { minLength: world.happenings.length }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 40, maxLength: 40 }),
      ),
    )
    fc.assert(
      fc.property(shuffled, anyQuestion, ([world, order, revisions], question) => {
        // All of the record is read, so what is withdrawn by then is left out from the start.
        const standing = (h: Happening) => h.withdrawn === null
        const again = order.filter(standing).map((h, i) => ({ ...h, added: revisions[i] ?? 1 }))
        const q = { ...question, revision: 99 }
        expect(JSON.stringify(daily({ ...world, happenings: again }, q))).toBe(JSON.stringify(daily(world, q)))
      }),
    )
  })

  it('swaps its directions where the parties are swapped', () => {
    fc.assert(
      fc.property(anyWorld, anyQuestion, (world, q) => {
        const opposite = ({ BOTH: 'BOTH', A_TO_B: 'B_TO_A', B_TO_A: 'A_TO_B' } as const)[q.direction]
        const swapped = daily(world, { ...q, direction: opposite }, [wholeSlice(SUD, wholeSlice().pair.a)])
        expect(swapped).toEqual(daily(world, q))
      }),
    )
  })

  it('is continuous in the half-life', () => {
    fc.assert(
      fc.property(anyWatchedWorld, anyQuestion, anyHalfLife, anyDayAsked, anyMeasure, (world, q, h, day, measure) => {
        const near = [1e-3, 1e-5].map((step) =>
          Math.abs(
            scoreOn(world, { ...q, halfLifeDays: h }, day, measure).score -
              scoreOn(world, { ...q, halfLifeDays: h + step }, day, measure).score,
          ),
        ) as [number, number]
        // A jump would not shrink with the step. λ is published to 12 decimals, so below 1e-6 the step is not resolved.
        expect(near[0]).toBeLessThan(1)
        expect(near[1]).toBeLessThan(1e-6 + near[0] / 10)
      }),
    )
  })

  it('never rises in silence', () => {
    fc.assert(
      fc.property(anyWatchedWorld, anyQuestion, (world, q) => {
        const s = seriesOf(scoringOf(world, q), at(SPAN), at(SPAN + 400), 'DAY')
        for (const key of ['tension', 'engagement'] as const) {
          // Where the score ends it ends for good, for support only falls.
          const scores = s[key].map((x) => x ?? 0)
          expect(scores.filter((score, i) => score > (scores[i - 1] ?? 100))).toEqual([])
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is left as it was by every event of a later day, band, state and all', () => {
    fc.assert(
      fc.property(anyWorld, fc.array(anyHappening, { minLength: 1, maxLength: 8 }), anyQuestion, (world, more, q) => {
        const first = Math.min(...more.map((h) => h.day)) as Day
        const before = addDays(first, -1)
        const later = { ...world, happenings: [...world.happenings, ...more] }
        const [then, now] = [world, later].map((w) => seriesOf(scoringOf(w, q), FROM, before, 'DAY'))
        expect(now).toEqual(then)
        // The same asked in one long range: its days before that event are the same too.
        expect(upTo(daily(later, q), before)).toEqual(upTo(daily(world, q), before))
      }),
    )
  })

  it('and its state, band and support do not depend on the range asked', () => {
    fc.assert(
      fc.property(anyWorld, anyQuestion, anyDayAsked, (world, q, day) => {
        const long = daily(world, q)
        const short = seriesOf(scoringOf(world, q), day, day, 'DAY')
        const i = long.days.indexOf(day)
        expect(row(long, i)).toEqual(row(short, 0))
        const e = explain(scoringOf(world, q), day, 'TENSION')
        expect([e.state, e.score?.score ?? null, e.score?.low ?? null]).toEqual([
          short.state[0],
          short.tension[0],
          short.tensionLow[0],
        ])
        expect(hasScore(e.state)).toBe(e.score !== null)
      }),
    )
  })
})

const COLUMNS = [...SCORES, 'n', 'uncounted', 'support', 'balance', 'state'] as const

function row(s: Series, i: number) {
  return COLUMNS.map((column) => s[column][i])
}

function upTo(s: Series, day: Day) {
  return s.days.flatMap((d, i) => (d <= day ? [row(s, i)] : []))
}
