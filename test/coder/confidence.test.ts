/** Confidence as a share: within its limits, and never less for more. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrated } from '../../server/coder/confidence.ts'

describe('confidence', () => {
  it('is the share at a knot, and on the line between two', () => {
    expect(calibrated(0.9)).toBe(0.82)
    // Halfway from 0.75 (0.8) to 0.9 (0.82): 0.8 + 0.02 / 2 = 0.81.
    expect(calibrated(0.825)).toBe(0.81)
    expect(calibrated(0)).toBe(0.3)
    expect(calibrated(1)).toBe(0.84)
  })

  it('never falls where strength grows', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        return calibrated(Math.min(a, b)) <= calibrated(Math.max(a, b))
      }),
    )
  })
})
