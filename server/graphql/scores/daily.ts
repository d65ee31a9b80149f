/** The two scores of a relation day by day, without bands: what known moves and comparisons of codebooks read. */
import type { Codebook } from '../../domain/codebook/codebook.ts'
import { leafWeights } from '../../domain/codebook/weights.ts'
import type { Relation } from '../../domain/directory/relation.ts'
import { coveredDays } from '../../domain/record/coverage.ts'
import { multipliers } from '../../domain/score/daily.ts'
import { type DailyLines, dailyLines, numeratorsOf } from '../../domain/score/reweight.ts'
import { priorOf } from '../../domain/score/score.ts'
import type { Context } from '../schema/context.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { coverageOf } from './coverage.ts'
import { cellsOf, resolveReading } from './scoring.ts'

/** Undirected intensity up to the last day on record, under any codebook, published or not. */
export async function dailyLinesOf(ctx: Context, relation: Relation, codebook: Codebook): Promise<DailyLines> {
  const { record } = ctx
  const last = record.lastDayIn(ctx.revision)
  const found = await resolveReading(ctx, relation, { direction: 'BOTH', codebook: codebook.name }, last)
  const slices = found.slices.map((slice) => cellsOf(record, slice))
  const weights = orGraphQLError(leafWeights(codebook, record.leaves, []))
  const { method, tags } = codebook
  const parameters = { lambda: method.lambda / 1e12, priorEvents: priorOf(method.priorEvents, 'BOTH') }
  const counted = { slices, weights, parameters, reading: found.reading, multipliers: multipliers(method.evidence) }
  const n = numeratorsOf(counted, weights.tag, last, last)
  const spans = coverageOf(found, slices).flatMap((c) => c.spans)
  const covered = coveredDays(spans, new Int32Array(n.scale.length), n.first)
  const weighed = (measure: 'tension' | 'engagement') => Float64Array.from(tags, (tag) => tag[measure])
  return dailyLines(n, covered, weighed('tension'), weighed('engagement'))
}
