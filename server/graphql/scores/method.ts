/** Which method is meant, and the scoring that it makes of what was asked. */
import type { Codebook } from '../../domain/codebook/codebook.ts'
import type { Actor } from '../../domain/directory/actor.ts'
import type { Directory } from '../../domain/directory/directory.ts'
import type { Direction } from '../../domain/directory/relation.ts'
import { type Refusal, refuse } from '../../domain/error.ts'
import { leadOf } from '../../domain/score/level/lead.ts'
import { constantOf, DEFAULT_LEVEL } from '../../domain/score/level/parameters.ts'
import type { Reading } from '../../domain/score/reading.ts'
import { priorOf, type ScoringMethod } from '../../domain/score/score.ts'
import type { Scoring } from '../../domain/score/scoring.ts'
import type { Slice } from '../../domain/score/slice.ts'

/** What a client may ask for; the last two are names of version 0.1. */
export type AskedMethod = ScoringMethod | 'INTENSITY' | 'PRESSURE'

/** The method that is meant; left out, Level for codebooks that have its parameters, and Tone for those before it. */
export function methodOf(asked: AskedMethod | null | undefined, codebook: Codebook): ScoringMethod | Refusal {
  if (asked === 'PRESSURE') {
    return refuse('NOT_POSSIBLE', asked, 'this method is no longer computed', 'Ask for LEVEL, which takes its place')
  }
  if (asked === 'INTENSITY') return 'TONE'
  return asked ?? (codebook.method.level === undefined ? 'TONE' : 'LEVEL')
}

/** What both methods have in common. */
export type ScoringBase = Pick<Scoring, 'slices' | 'watches' | 'weights' | 'multipliers' | 'reading'>

export interface MethodAsked {
  readonly method: ScoringMethod
  readonly lambda: number
  readonly direction: Direction
  /** w̄ of each measure, 0–1 (typicalWeight). */
  readonly typical: { readonly tension: number; readonly engagement: number }
  readonly z: number
}

/** What of a question decides who counts. */
interface ReadBy {
  readonly codebook: Codebook
  readonly directory: Directory
  readonly reading: Reading
  readonly slices: readonly Slice[]
}

/** The scoring of a method over the same cells, weights and days. */
export function scoringBy(asked: ReadBy, base: ScoringBase, how: MethodAsked): Scoring {
  const { method } = asked.codebook
  const { lambda, direction, typical, z } = how
  if (how.method === 'TONE') {
    const priorEvents = priorOf(method.priorEvents, direction)
    return { ...base, method: 'TONE', parameters: { lambda, priorEvents, typical, z } }
  }
  const level = method.level ?? DEFAULT_LEVEL
  return {
    ...base,
    method: 'LEVEL',
    parameters: {
      lambda,
      constant: constantOf(level.constant, direction, method.lambda / 1e12, lambda),
      severity: level.severity,
      // w̄ is a tenth of the weight in points.
      typical: { tension: (10 * typical.tension) / 6, engagement: (10 * typical.engagement) / 6 },
      z,
    },
    ...leadsOf(asked, asked.slices),
  }
}

/** Who counts for each slice, and which collections are coded by hand. */
export function leadsOf(asked: Pick<ReadBy, 'directory' | 'reading'>, slices: readonly Slice[]) {
  const { directory, reading } = asked
  const { collections } = directory
  const actors = new Map<string, Actor>(directory.actors.map((a) => [a.code, a]))
  return {
    leads: slices.map((slice) => leadOf(collections, slice, actors, reading.revision, reading.collections)),
    handCoded: new Set<number>(collections.filter((c) => c.kind === 'ARTICLES').map((c) => c.id)),
  }
}
