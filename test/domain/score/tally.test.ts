/** From an event to the cell it adds one to. */
import { describe, expect, it } from 'vitest'
import type { Leaf } from '../../../server/domain/codebook/codebook.ts'
import type { ActorCode } from '../../../server/domain/directory/actor.ts'
import type { CollectionId } from '../../../server/domain/record/document.ts'
import type { Revision } from '../../../server/domain/record/revision.ts'
import { cellOf, pairOf } from '../../../server/domain/score/tally.ts'
import { at, NOR, SUD } from '../../support/scoring.ts'

const event = (source: ActorCode, target: ActorCode, mutual = false) => ({
  source,
  target,
  mutual,
  day: at(3),
  leaf: '010' as Leaf,
  evidence: 'ONE_REPORTED' as const,
  severity: 1 as const,
  caption: null,
  collection: 7 as CollectionId,
  addedIn: 5 as Revision,
  supersededIn: null,
})

describe('a pair', () => {
  it('has its actors in the order of their codes', () => {
    expect(pairOf(SUD, NOR)).toEqual({ a: 'NOR', b: 'SUD' })
    expect(pairOf(NOR, SUD)).toEqual({ a: 'NOR', b: 'SUD' })
  })
})

describe('the cell of an event', () => {
  it('has one event of its day, leaf, evidence, collection and revision', () => {
    // ONE_REPORTED is the fourth of the classes; "010" stays as it is written.
    expect(cellOf(event(NOR, SUD))).toEqual({
      pair: { a: 'NOR', b: 'SUD' },
      direction: 0,
      day: at(3),
      leaf: '010',
      evidence: 3,
      severity: 1,
      collection: 7,
      revision: 5,
      count: 1,
    })
  })

  it('has the direction 0 from the first actor of the pair, 1 from the second, 2 if both did it', () => {
    expect(cellOf(event(NOR, SUD)).direction).toBe(0)
    expect(cellOf(event(SUD, NOR)).direction).toBe(1)
    expect([cellOf(event(NOR, SUD, true)), cellOf(event(SUD, NOR, true))].map((c) => c.direction)).toEqual([2, 2])
  })
})
