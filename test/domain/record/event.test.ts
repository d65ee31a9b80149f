/** From reports to the evidence for an event. */
import { describe, expect, it } from 'vitest'
import type { Precision } from '../../../server/domain/day.ts'
import { evidenceOf, isUncounted } from '../../../server/domain/record/evidence.ts'

const report = (rest: Partial<Parameters<typeof isUncounted>[0]> = {}) => ({
  ...{ reported: false, denied: false, hypothetical: false, background: false, precision: 'DAY' as Precision },
  ...rest,
})

describe('a report', () => {
  it('is kept but not counted where it is denied, hypothetical, or background of no known day', () => {
    expect(isUncounted(report())).toBe(false)
    expect(isUncounted(report({ reported: true }))).toBe(false)
    expect(isUncounted(report({ denied: true }))).toBe(true)
    expect(isUncounted(report({ hypothetical: true }))).toBe(true)
    expect(isUncounted(report({ background: true, precision: 'UNKNOWN' }))).toBe(true)
  })

  it('of the past with a known day or month counts on that day', () => {
    expect(isUncounted(report({ background: true }))).toBe(false)
    expect(isUncounted(report({ background: true, precision: 'MONTH' }))).toBe(false)
    expect(isUncounted(report({ precision: 'UNKNOWN' }))).toBe(false)
  })
})

describe('the evidence for an event', () => {
  it.each([
    [0, 'ONE'],
    [1, 'ONE'],
    [2, 'TWO'],
    [3, 'THREE'],
    [7, 'THREE'],
  ] as const)('of %d independent sources is %s, and …_REPORTED if a third party says so', (sources, evidence) => {
    expect(evidenceOf([report()], sources)).toBe(evidence)
    expect(evidenceOf([report({ reported: true })], sources)).toBe(`${evidence}_REPORTED`)
  })

  it('is lifted out of the reported by one report at first hand', () => {
    expect(evidenceOf([report({ reported: true }), report()], 2)).toBe('TWO')
  })

  it('does not take a denied report at first hand for that', () => {
    expect(evidenceOf([report({ reported: true }), report({ denied: true })], 1)).toBe('ONE_REPORTED')
  })

  it('is none where no report counts', () => {
    expect(evidenceOf([], 3)).toBe('UNCOUNTED')
    expect(evidenceOf([report({ denied: true }), report({ hypothetical: true })], 2)).toBe('UNCOUNTED')
  })
})
