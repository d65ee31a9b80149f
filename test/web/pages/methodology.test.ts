import { describe, expect, it } from 'vitest'
import { workedRows } from '../../../web/pages/method/Methodology.rows.ts'

describe('the worked numbers of the methodology page', () => {
  const rows = workedRows(10, 0.9, { halfLifeDays: 30, priorEvents: 1 })
  const at = (events: number, age: number) => rows.find((row) => row.events === events && row.age === age)

  it('give no score below one event of recent evidence', () => {
    // One event believed to 0.9: N = 0.9.
    expect(at(1, 0)).toMatchObject({ support: 0.9, score: null })
  })

  it('divide by the evidence and one neutral event', () => {
    // N = 5 × 0.9 = 4.5; 10 × 10 × 4.5 / (1 + 4.5) = 450 / 5.5
    expect(at(5, 0)?.score).toBeCloseTo(450 / 5.5, 12)
  })

  it('halve the evidence, not the score, in one half-life', () => {
    // N = 2.25; 100 × 2.25 / 3.25 = 69.23
    expect(at(5, 30)?.support).toBeCloseTo(2.25, 12)
    expect(at(5, 30)?.score).toBeCloseTo(225 / 3.25, 12)
  })
})
