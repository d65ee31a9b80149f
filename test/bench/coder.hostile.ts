/** 10,000 random and hostile texts: no crash, no offset outside the text, the text of every span what stands there. */
import fc from 'fast-check'
import { hostileText, soundly } from '../coder/hostile.ts'
import { shipped } from './coder.sets.ts'

export function showHostile(): void {
  const start = performance.now()
  fc.assert(
    fc.property(hostileText, (text) => soundly(shipped, text)),
    { numRuns: 10_000, seed: 20_240_630 },
  )
  const long = [
    'x'.repeat(5_000_000),
    'word '.repeat(1_000_000),
    '<p'.repeat(100_000),
    '"'.repeat(200_000),
    'a.'.repeat(100_000),
    'Pakistan and '.repeat(15_000),
    '('.repeat(200_000),
  ]
  const times = long.map((text) => {
    const begun = performance.now()
    soundly(shipped, text)
    return Math.round(performance.now() - begun)
  })
  console.log(
    `\nHostile texts: 10,000 without a crash or an offset outside, ${Math.round((performance.now() - start) / 1000)} s; long ones took ${times.join(', ')} ms`,
  )
}
