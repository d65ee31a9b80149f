/** The formula of an explanation with its numbers filled in. */
import type { Scoring } from '../score/scoring.ts'
import type { Explanation } from './contribution.ts'

/** How the score of an explanation comes about, with its numbers; empty where there is no score. */
export function formulaOf(e: Explanation, scoring: Pick<Scoring, 'method' | 'parameters'>): string {
  if (e.score === null) return ''
  const n = (x: number) => (Math.round(x * 1000) / 1000).toString()
  const { parameters } = scoring
  if ('priorEvents' in parameters) {
    return `${n(e.score.score)} = 10 × ${n(e.raw / 10)} / (${n(parameters.priorEvents)} + ${n(e.support)})`
  }
  return `${n(e.score.score)} = 100 × ${n(e.raw)} / (${n(e.raw)} + ${n(parameters.constant)})`
}
