/** What a statement that somebody writes must be. */
import { expect, it } from 'vitest'
import type { ActorCode } from '../../../server/domain/directory/actor.ts'
import { KILLED_UNKNOWN } from '../../../server/domain/record/killed.ts'
import { faultsOf, type Written } from '../../../server/domain/record/statement.rules.ts'

const WRITTEN: Written = {
  summary: 'Accuses it',
  quote: null,
  speaker: null,
  start: null,
  end: null,
  caption: null,
  ...KILLED_UNKNOWN,
  issues: [],
  source: 'RUR' as ActorCode,
  target: 'SYL' as ActorCode,
}
const fields = (given: Partial<Written>) =>
  faultsOf({ ...WRITTEN, ...given }).map((f) => `${f.field} ${f.refusal.code}`)

it('a statement is refused field by field, and a good one not at all', () => {
  expect(fields({})).toEqual([])
  expect(fields({ quote: 'They do.', speaker: 'Rudolf', start: 0, end: 8, issues: ['border', 'trade-2'] })).toEqual([])
  expect(fields({ summary: '', quote: '', speaker: '' })).toEqual([
    'summary BAD_TEXT',
    'quote BAD_TEXT',
    'speaker BAD_TEXT',
  ])
  expect(fields({ caption: 'Strikes on Estwick', killedBest: 12, killedHigh: 20 })).toEqual([])
  expect(fields({ caption: 'x'.repeat(27) })).toEqual(['caption BAD_TEXT'])
  for (const killed of [{ killedLow: 5, killedBest: 3 }, { killedHigh: -1 }, { killedBest: 1.5 }])
    expect(fields(killed)).toEqual(['killedBest BAD_RANGE'])
  expect(fields({ start: 3 })).toEqual(['start INCOMPLETE'])
  expect(fields({ end: 3 })).toEqual(['start INCOMPLETE'])
  for (const [start, end] of [
    [-1, 3],
    [3, 3],
    [4, 3],
  ] as const)
    expect(fields({ start, end })).toEqual(['start BAD_RANGE'])
  expect(fields({ issues: ['Border'] })).toEqual(['issues BAD_CODE'])
  expect(fields({ issues: [`a${'b'.repeat(50)}`] })).toEqual(['issues BAD_CODE'])
  expect(fields({ issues: ['border', 'border'] })).toEqual(['issues TOO_MUCH'])
  expect(fields({ issues: Array.from({ length: 11 }, (_, i) => `i${i}`) })).toEqual(['issues TOO_MUCH'])
  expect(fields({ target: 'RUR' as ActorCode })).toEqual(['target NOT_POSSIBLE'])
})
