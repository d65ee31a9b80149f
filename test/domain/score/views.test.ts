/**
 * The three views of a relation whose one party is an office: by entity, by office, by country. Norland is one actor;
 * the palace of Sudmark passes from the Old Order to the New on a random day.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, formatDay } from '../../../server/domain/day.ts'
import type { Directory } from '../../../server/domain/directory/directory.ts'
import type { View } from '../../../server/domain/directory/relation.ts'
import { must } from '../../../server/domain/error.ts'
import { formerShare } from '../../../server/domain/explain/explain.ts'
import { seriesOf } from '../../../server/domain/score/series.ts'
import { slicesOf } from '../../../server/domain/score/slice.ts'
import { type Happening, pointOn, type Question, type World } from '../../support/bruteforce.ts'
import { NORLAND_AND_SUDMARK, relation, tenure } from '../../support/directory.ts'
import { at, questionOf, scoringOf } from '../../support/scoring.ts'
import { anyDirection, anyHalfLife, anyHappening, anyWatchedWorld, SPAN } from '../../support/worlds.ts'

const TO = at(SPAN + 30)
const WITH_PALACE = relation('NOR', 'SUD.GOV')

/** The palace passes on this day. */
function passing(on: Day): Directory {
  return {
    ...NORLAND_AND_SUDMARK,
    tenures: [
      tenure('SUD.GOV', 'SUD.OLD', null, formatDay(addDays(on, -1))),
      tenure('SUD.GOV', 'SUD.NEW', formatDay(on), null),
    ],
  }
}

/** Happenings between some actor of Norland and some actor of Sudmark. */
function among(norlanders: readonly string[], sudmarkers: readonly string[]): fc.Arbitrary<Happening[]> {
  const one = fc
    .tuple(anyHappening, fc.constantFrom(...norlanders), fc.constantFrom(...sudmarkers), fc.boolean())
    .map(([h, n, s, toward]) => ({ ...h, source: toward ? n : s, target: toward ? s : n }))
  return fc.array(one, { maxLength: 40, size: 'max' })
}
const anyone = among(['NOR', 'NOR.PRS'], ['SUD.OLD', 'SUD.NEW', 'SUD.PRS'])
const officials = among(['NOR'], ['SUD.OLD', 'SUD.NEW'])
const commoners = among(['NOR', 'NOR.PRS'], ['SUD.PRS'])
const anyPassing = fc.integer({ min: 1, max: SPAN }).map(at)

const worldWith = (happenings: fc.Arbitrary<Happening[]>) =>
  fc.tuple(anyWatchedWorld, happenings).map(([world, told]): World => ({ ...world, happenings: told }))

const anyPlainQuestion = fc
  .record({ direction: anyDirection, halfLifeDays: anyHalfLife })
  .map((q): Question => questionOf(q))

function seriesIn(view: View, directory: Directory, world: World, q: Question, between = WITH_PALACE) {
  return seriesOf(scoringOf(world, q, must(slicesOf(directory, between, view, TO))), at(0), TO, 'DAY')
}

/** In the office view the palace is whoever holds it on the day. */
const holders = (on: Day) => (who: string, day: number) =>
  who === 'NOR' ? 'A' : who === (day < on ? 'SUD.OLD' : 'SUD.NEW') ? 'B' : null

describe('the office view', () => {
  it('attributes each event to whoever held the office on its day, as brute force over the events does', () => {
    fc.assert(
      fc.property(
        worldWith(anyone),
        anyPlainQuestion,
        anyPassing,
        fc.integer({ min: 0, max: SPAN }),
        (world, q, on, n) => {
          const ours = seriesIn('OFFICE', passing(on), world, q)
          const brute = pointOn(world, { ...q, sideOf: holders(on) }, at(n))
          expect(ours.support[n]).toBeCloseTo(brute.support, 5)
          if (Math.abs(brute.support - 1) > 1e-9 && brute.support > 1) {
            expect(ours.tension[n]).toBeCloseTo(brute.score.tension, 5)
            expect(ours.engagementHigh[n]).toBeCloseTo(brute.band.engagement.high, 5)
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('of one holder who never changes is the entity view', () => {
    fc.assert(
      fc.property(worldWith(anyone), anyPlainQuestion, (world, q) => {
        const never = { ...NORLAND_AND_SUDMARK, tenures: [tenure('SUD.GOV', 'SUD.OLD', null, null)] }
        const office = seriesIn('OFFICE', never, world, q)
        expect(office).toEqual(seriesIn('ENTITY', never, world, q))
        expect(office).toEqual(seriesIn('ENTITY', never, world, q, relation('NOR', 'SUD.OLD')))
      }),
    )
  })

  it('moves with an edit of the tenure; the entity views stay', () => {
    let moved = 0
    fc.assert(
      fc.property(worldWith(officials), anyPlainQuestion, anyPassing, anyPassing, (world, q, x, y) => {
        const [before, after] = [passing(x), passing(y)]
        for (const who of ['SUD.OLD', 'SUD.NEW', 'SUD.GOV']) {
          const pair = relation('NOR', who)
          expect(seriesIn('ENTITY', after, world, q, pair)).toEqual(seriesIn('ENTITY', before, world, q, pair))
        }
        const [was, is] = [before, after].map((d) => seriesIn('OFFICE', d, world, q))
        const changesHands = world.happenings.filter(
          (h) => h.withdrawn === null && Math.min(x, y) <= h.day && h.day < Math.max(x, y) && concerns(h, q),
        )
        if (changesHands.length === 0) expect(is).toEqual(was)
        // Events of both holders may leave and enter with equal effect; those of one can only leave or enter.
        if (new Set(changesHands.flatMap((h) => [h.source, h.target])).size !== 2) return
        expect(is).not.toEqual(was)
        moved++
      }),
      { numRuns: 200 },
    )
    expect(moved).toBeGreaterThan(20)
  })

  it('says which share of the support stems from the former holder', () => {
    fc.assert(
      fc.property(
        worldWith(anyone),
        anyPlainQuestion,
        anyPassing,
        fc.integer({ min: 0, max: SPAN + 30 }),
        (world, q, on, n) => {
          const slices = must(slicesOf(passing(on), WITH_PALACE, 'OFFICE', TO))
          const share = formerShare(scoringOf(world, q, slices), at(n))
          const sideOf = holders(on)
          const all = pointOn(world, { ...q, sideOf }, at(n)).support
          const early = { ...world, happenings: world.happenings.filter((h) => h.day < on) }
          const former = at(n) < on ? 0 : pointOn(early, { ...q, sideOf }, at(n)).support
          if (all === 0) expect(share).toBeNull()
          else expect(share).toBeCloseTo(former / all, 9)
        },
      ),
      { numRuns: 200 },
    )
  })
})

/** Does an event show in a series of this direction, counted or not? */
function concerns(h: Happening, q: Question): boolean {
  return q.direction === 'BOTH' || h.mutual || (h.source === 'NOR') === (q.direction === 'A_TO_B')
}

describe('the country view', () => {
  it('holds all actors of the two countries, as brute force over the events does', () => {
    fc.assert(
      fc.property(worldWith(anyone), anyPlainQuestion, fc.integer({ min: 0, max: SPAN }), (world, q, n) => {
        const ours = seriesIn('COUNTRY', NORLAND_AND_SUDMARK, world, q)
        const brute = pointOn(world, { ...q, sideOf: (who) => (who.startsWith('NOR') ? 'A' : 'B') }, at(n))
        expect(ours.support[n]).toBeCloseTo(brute.support, 5)
        if (brute.support > 1 + 1e-9) expect(ours.engagement[n]).toBeCloseTo(brute.score.engagement, 5)
      }),
      { numRuns: 200 },
    )
  })

  it('holds private persons, whom no other view holds', () => {
    fc.assert(
      fc.property(worldWith(officials), commoners, anyPlainQuestion, (world, told, q) => {
        const more = { ...world, happenings: [...world.happenings, ...told] }
        for (const view of ['ENTITY', 'OFFICE'] as const) {
          expect(seriesIn(view, NORLAND_AND_SUDMARK, more, q)).toEqual(seriesIn(view, NORLAND_AND_SUDMARK, world, q))
        }
        const [without, withThem] = [world, more].map((w) => seriesIn('COUNTRY', NORLAND_AND_SUDMARK, w, q))
        const seen = told.filter((h) => h.withdrawn === null && concernsCountries(h, q)).length
        const events = (s: typeof without) => total(s?.n) + total(s?.uncounted)
        expect(events(withThem) - events(without)).toBe(seen)
      }),
    )
  })

  it('does not move with an edit of a tenure', () => {
    fc.assert(
      fc.property(worldWith(anyone), anyPlainQuestion, anyPassing, (world, q, on) => {
        expect(seriesIn('COUNTRY', passing(on), world, q)).toEqual(seriesIn('COUNTRY', NORLAND_AND_SUDMARK, world, q))
      }),
    )
  })
})

function concernsCountries(h: Happening, q: Question): boolean {
  return q.direction === 'BOTH' || h.mutual || h.source.startsWith('NOR') === (q.direction === 'A_TO_B')
}

function total(column: readonly number[] | undefined): number {
  return (column ?? []).reduce((sum, x) => sum + x, 0)
}
