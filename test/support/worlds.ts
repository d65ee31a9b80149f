/** Random small worlds and questions for the laws: few events, many kinds, so that a counterexample can be read. */
import fc from 'fast-check'
import { DIRECTIONS, MEASURES } from '../../server/domain/directory/relation.ts'
import { EVIDENCE_CLASSES } from '../../server/domain/record/evidence.ts'
import type { Act, Happening, Question, World } from './bruteforce.ts'
import { at, NOR, questionOf, SUD } from './scoring.ts'

/** A weight 0–10 with three decimals, often one of the ends. */
export const anyWeight = fc
  .oneof(fc.constantFrom(0, 10_000), fc.integer({ min: 0, max: 10_000 }))
  .map((thousandths) => thousandths / 1000)

/** One act of plain comment and at least one of each other family, all weights free. */
export const anyActs: fc.Arbitrary<readonly Act[]> = fc
  .array(fc.record({ tension: anyWeight, engagement: anyWeight }), { minLength: 6, maxLength: 6 })
  .map((weights) => [
    { tension: 0, engagement: 0, quad: 'STATEMENT' },
    ...weights.map((w, i) => ({ ...w, quad: FAMILIES[i % FAMILIES.length] as Act['quad'] })),
  ])
const FAMILIES = ['VERBAL_COOPERATION', 'MATERIAL_COOPERATION', 'VERBAL_CONFLICT', 'MATERIAL_CONFLICT'] as const

/** Days on which random happenings fall, counted from START. */
export const SPAN = 120

export const anyHappening: fc.Arbitrary<Happening> = fc
  .record({
    toward: fc.boolean(),
    mutual: fc.boolean(),
    // Often on the same few days, so that days with several events are common.
    days: fc.oneof(fc.integer({ min: 0, max: SPAN }), fc.constantFrom(10, 11, 40)),
    act: fc.integer({ min: 0, max: 6 }),
    evidence: fc.constantFrom(...EVIDENCE_CLASSES),
    collection: fc.integer({ min: 1, max: 3 }),
    added: fc.integer({ min: 1, max: 4 }),
    lasts: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 3 }),
  })
  .map(({ toward, days, lasts, ...h }) => ({
    ...h,
    day: at(days),
    source: toward ? NOR : SUD,
    target: toward ? SUD : NOR,
    withdrawn: lasts === null ? null : h.added + lasts,
  }))

/** Collections 1 and 2 watch whole ranges, 3 only the days it bears. */
export const anyWorld: fc.Arbitrary<World> = fc.record({
  acts: anyActs,
  happenings: fc.array(anyHappening, { maxLength: 40, size: 'max' }),
  watches: fc.array(
    fc
      .record({ first: fc.integer({ min: -20, max: SPAN }), length: fc.integer({ min: 0, max: 90 }) })
      .map(({ first, length }) => ({ from: at(first), to: at(first + length) })),
    { maxLength: 2 },
  ),
  unmonitored: fc.constant([3]),
})

/** A world on which every day is looked at, so that only evidence decides the state. */
export const anyWatchedWorld: fc.Arbitrary<World> = anyWorld.map((world) => ({
  ...world,
  watches: [{ from: at(-20), to: at(2000) }],
}))

export const anyHalfLife = fc.constantFrom(1, 2, 7, 30, 45.5, 365)
export const anyDirection = fc.constantFrom(...DIRECTIONS)

export const anyQuestion: fc.Arbitrary<Question> = fc
  .record({
    direction: anyDirection,
    revision: fc.oneof(fc.constant(99), fc.integer({ min: 0, max: 7 })),
    collections: fc.oneof(fc.constant(null), fc.subarray([1, 2, 3])),
    halfLifeDays: anyHalfLife,
    priorEvents: fc.constantFrom(0.5, 1, 3),
    z: fc.constantFrom(0.6744897502, 1.2815515655, 2.5758293035),
  })
  .map((q) => questionOf(q))

export const anyMeasure = fc.constantFrom(...MEASURES)
export const anyDayAsked = fc.integer({ min: -5, max: SPAN + 60 }).map(at)
