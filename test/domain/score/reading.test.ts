/** Which cells are read, and with which factor. */
import { describe, expect, it } from 'vitest'
import type { Day } from '../../../server/domain/day.ts'
import { directionFactor, eachCell } from '../../../server/domain/score/reading.ts'
import type { Question } from '../../support/bruteforce.ts'
import { ATTACK, at, happening, NOR, questionOf, SUD, scoringOf, wholeSlice, worldOf } from '../../support/scoring.ts'

describe('the factor of a direction', () => {
  it.each([
    // asked, [a → b, b → a, mutual] of a pair as the relation has it, and of one flipped
    ['BOTH', [1, 1, 1], [1, 1, 1]],
    ['A_TO_B', [1, 0, 0.5], [0, 1, 0.5]],
    ['B_TO_A', [0, 1, 0.5], [1, 0, 0.5]],
  ] as const)('%s is %j, flipped %j', (direction, straight, flipped) => {
    expect([0, 1, 2].map((cell) => directionFactor(direction, cell, false))).toEqual(straight)
    expect([0, 1, 2].map((cell) => directionFactor(direction, cell, true))).toEqual(flipped)
  })
})

describe('the cells read', () => {
  const told = [
    happening(0, ATTACK),
    happening(1, ATTACK, { collection: 2 }),
    happening(2, ATTACK, { source: SUD, target: NOR, added: 3 }),
    happening(3, ATTACK),
  ]
  /** Days (counted from START) and factors of what is read. */
  function readUpTo(to: Day, q: Partial<Question> = {}, between: readonly [number, number] = [0, 99]) {
    const slice = { ...wholeSlice(), from: at(between[0]), to: at(between[1]) }
    const scoring = scoringOf(worldOf(told), questionOf(q), [slice])
    const seen: [number, number][] = []
    eachCell(scoring.slices, scoring.reading, to, ({ cells }, row, factor) =>
      seen.push([(cells.days[row] as number) - at(0), factor]),
    )
    return seen
  }

  it('are those up to the day, the events of the other direction with a factor of 0', () => {
    expect(readUpTo(at(2), { direction: 'A_TO_B' })).toEqual([
      [0, 1],
      [1, 1],
      [2, 0],
    ])
  })

  it('are those between the days of the slice', () => {
    expect(readUpTo(at(9), {}, [1, 2]).map(([d]) => d)).toEqual([1, 2])
  })

  it('are those up to the revision, of the collections asked for', () => {
    expect(readUpTo(at(9), { revision: 2 }).map(([d]) => d)).toEqual([0, 1, 3])
    expect(readUpTo(at(9), { collections: [2] }).map(([d]) => d)).toEqual([1])
  })
})
