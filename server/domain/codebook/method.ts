/**
 * The method's parameters, read from data: half-life, prior, evidence multipliers and the scale of pressure.
 */

import type { Refusal } from '../error.ts'
import { type Fields, fieldsOf } from '../fields.ts'
import { EVIDENCE_CLASSES, type EvidenceClass } from '../record/evidence.ts'
import type { Method } from './codebook.ts'

const METHOD_KEYS = ['halfLifeDays', 'lambda', 'priorEvents', 'evidence', 'kappa', 'kappaPanel'] as const

/** λ = 2^(−1/H) as an integer × 10⁻¹²: kept as a number in data, so that no engine's pow can move a score. */
export function publishedLambda(halfLifeDays: number): number {
  return Math.round(2 ** (-1 / halfLifeDays) * 1e12)
}

/** Reads the method of a codebook; what is wrong is added to `refusals`. */
export function parseMethod(json: unknown, refusals: Refusal[]): Method {
  const method = fieldsOf(json, 'the method', METHOD_KEYS, refusals)
  const halfLifeDays = positive(method, 'halfLifeDays')
  const lambda = publishedLambda(halfLifeDays)
  const kappa = fieldsOf(method.raw('kappa'), 'kappa', ['tension', 'engagement'], refusals)
  return {
    halfLifeDays,
    lambda: method.number('lambda', (n) => n === lambda, `is 2^(-1/halfLifeDays) × 10¹², rounded: ${lambda}`),
    priorEvents: positive(method, 'priorEvents'),
    evidence: parseEvidence(method.raw('evidence'), refusals),
    kappa: { tension: positive(kappa, 'tension'), engagement: positive(kappa, 'engagement') },
    kappaPanel: method.text('kappaPanel'),
  }
}

function positive(fields: Fields, key: string): number {
  return fields.number(key, (n) => n > 0, 'is greater than 0')
}

function parseEvidence(json: unknown, refusals: Refusal[]): Record<EvidenceClass, number> {
  const fields = fieldsOf(json, 'the evidence table', EVIDENCE_CLASSES, refusals)
  const isMultiplier = (n: number) => Number.isInteger(n) && n >= 0 && n <= 10_000
  const read = (key: EvidenceClass) =>
    key === 'UNCOUNTED'
      ? fields.number(key, (n) => n === 0, 'is 0: what is not counted has no weight')
      : fields.number(key, isMultiplier, 'is a whole number of ten-thousandths from 0 to 10000')
  return Object.fromEntries(EVIDENCE_CLASSES.map((key) => [key, read(key)])) as Record<EvidenceClass, number>
}
