/** Which state a coding may go to. */
import { describe, expect, it } from 'vitest'
import { CODING_STATES, mayBecome } from '../../../server/domain/agreement/coding.ts'

describe('a coding', () => {
  it.each([
    ['SUGGESTED', ['SUBMITTED', 'SETTLED', 'REJECTED']],
    ['SUBMITTED', ['SETTLED', 'REJECTED']],
    ['SETTLED', []],
    ['REJECTED', []],
  ] as const)('that is %s may become %j and nothing else', (from, states) => {
    expect(CODING_STATES.filter((to) => mayBecome(from, to))).toEqual(states)
  })
})
