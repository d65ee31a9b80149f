/** Why a score is what it is, down to the statements. */
import { Arg, Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql'
import type { Day } from '../../domain/day.ts'
import type { Measure } from '../../domain/directory/relation.ts'
import type { Contribution, Explanation } from '../../domain/explain/contribution.ts'
import { explain, formerShare } from '../../domain/explain/explain.ts'
import { formulaOf } from '../../domain/explain/formula.ts'
import type { Instant } from '../../domain/record/revision.ts'
import type { SeriesState } from '../../domain/score/score.ts'
import { PAGE_LIMIT, pageOf } from '../schema/connection.ts'
import type { Context } from '../schema/context.ts'
import { type ContributionGroup, ContributionGroupEnum, MeasureEnum, SeriesStateEnum } from '../schema/enums.ts'
import { accepted } from '../schema/errors.ts'
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts'
import { ChangeType, changeOf, type ShownChange } from './change.ts'
import { byEvent, byTag, ContributionConnectionType, ContributionShareType, eventsOfCells } from './contribution.ts'
import type { ExplainArgs } from './explanation.args.ts'
import type { AskedScore, Stamp } from './scoring.ts'
import { StampType } from './series.ts'

/** An explanation with what was asked, from which its parts are answered. */
export interface ShownExplanation extends Omit<Explanation, 'score' | 'contributions'> {
  readonly measure: Measure
  readonly score: number | null
  readonly low: number | null
  readonly high: number | null
  readonly stamp: Stamp
  readonly asked: AskedScore
  readonly args: ExplainArgs
  readonly cells: readonly Contribution[]
  /** What the cells' shares are to be multiplied by. */
  readonly scale: number
}

/** The explanation of what was asked. */
export function explanationOf(asked: AskedScore, args: ExplainArgs): ShownExplanation {
  const { score, contributions, ...rest } = explain(asked.scoring, args.day, args.measure)
  return {
    ...rest,
    measure: args.measure,
    score: score?.score ?? null,
    low: score?.low ?? null,
    high: score?.high ?? null,
    stamp: asked.stamp,
    asked,
    args,
    cells: contributions,
    scale: score === null ? 1 : scaleOf(score.score, contributions),
  }
}

/** Scores are given to 1e-6; the shares are of the score as given, so that they sum to it to the last digit. */
function scaleOf(score: number, cells: readonly Contribution[]): number {
  const sum = cells.reduce((total, cell) => total + cell.share * cell.count, 0)
  return sum === 0 ? 1 : score / sum
}

@ObjectType('Explanation', { description: 'A score on one day and what made it.' })
export class ExplanationType {
  @Field(() => DateScalar, { description: 'The day.' })
  readonly day!: Day

  @Field(() => MeasureEnum, { description: 'The measure.' })
  readonly measure!: Measure

  @Field(() => SeriesStateEnum, { description: 'What stands behind it.' })
  readonly state!: SeriesState

  @Field(() => Float, { nullable: true, description: '0–100; null where the state gives no score.' })
  readonly score!: number | null

  @Field(() => Float, { nullable: true, description: 'Lower end of the band.' })
  readonly low!: number | null

  @Field(() => Float, { nullable: true, description: 'Upper end of the band.' })
  readonly high!: number | null

  @Field(() => Float, { description: 'Sum of the raw contributions of all events.' })
  readonly raw!: number

  @Field(() => Float, { description: 'N: recent evidence, in events.' })
  readonly support!: number

  @Field(() => StampType, { description: 'What is needed to get the same bytes again.' })
  readonly stamp!: Stamp
}

@Resolver(() => ExplanationType)
export class ExplanationResolver {
  @FieldResolver(() => Float, {
    description: 'n0: the weight of the neutral prior here, in events; 0 under LEVEL, which has none.',
  })
  priorEvents(@Root() e: ShownExplanation): number {
    const { scoring } = e.asked
    return scoring.method === 'TONE' ? scoring.parameters.priorEvents : 0
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Share of the support, 0–1, from an office’s former holders; null outside the office view or without support.',
  })
  formerHolderShare(@Root() e: ShownExplanation): number | null {
    return e.asked.view === 'OFFICE' ? formerShare(e.asked.scoring, e.day) : null
  }

  @FieldResolver(() => String, { description: 'The formula with its numbers; empty where there is no score.' })
  formula(@Root() e: ShownExplanation): string {
    const score = e.score === null ? null : { score: e.score, low: e.low ?? 0, high: e.high ?? 0 }
    return formulaOf({ ...e, score, contributions: [] }, e.asked.scoring)
  }

  @FieldResolver(() => ContributionConnectionType, { description: 'What each event adds, largest first.' })
  async contributions(
    @Root() e: ShownExplanation,
    @Arg('first', () => Int, { nullable: true, description: 'How many, 1–100. Default 20.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which to begin.' }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<ContributionConnectionType> {
    const page = accepted(pageOf({ first, after }))
    const { rows, more } = await eventsOfCells(ctx, e.asked, e.cells, page.size, page.after)
    const edges = rows.map(({ cell, event, cursor }) => ({
      cursor,
      node: {
        share: e.score === null ? null : cell.share * e.scale,
        raw: cell.raw,
        weight: cell.weight,
        quality: cell.quality,
        ageDays: cell.ageDays,
        event,
      },
    }))
    const shown = edges.reduce((sum, edge) => sum + (edge.node.share ?? 0), 0)
    return {
      edges,
      nodes: edges.map((edge) => edge.node),
      pageInfo: {
        hasNextPage: more,
        hasPreviousPage: page.after !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      remainder: (e.score ?? 0) - shown,
      totalCount: e.cells.reduce((n, cell) => n + cell.count, 0),
    }
  }

  @FieldResolver(() => [ContributionShareType], {
    description: 'Shares summed by something, largest first, 100 at most; the rest has an empty key.',
  })
  async groups(
    @Root() e: ShownExplanation,
    @Arg('by', () => ContributionGroupEnum, { description: 'By what.' }) by: ContributionGroup,
    @Ctx() ctx: Context,
  ): Promise<ContributionShareType[]> {
    if (e.score === null) return []
    const sums = by === 'TAG' ? byTag(e.asked, e.cells) : await byEvent(ctx, e.asked, e.cells, by)
    const largest = sums
      .map((group) => ({ ...group, share: group.share * e.scale }))
      .sort((x, y) => y.share - x.share)
      .slice(0, PAGE_LIMIT)
    const rest = e.score - largest.reduce((sum, g) => sum + g.share, 0)
    const events = e.cells.reduce((n, c) => n + c.count, 0) - largest.reduce((n, g) => n + g.events, 0)
    return events > 0 ? [...largest, { key: '', label: '', share: rest, events }] : largest
  }

  @FieldResolver(() => ChangeType, { description: 'What moved the score since an earlier day.' })
  async change(
    @Root() e: ShownExplanation,
    @Arg('since', () => DateScalar, { description: 'The earlier day.' }) since: Day,
    @Arg('sinceAsOf', () => DateTimeScalar, {
      nullable: true,
      description: 'The record in which the earlier score stood; null: the same record.',
    })
    sinceAsOf: Instant | null,
    @Ctx() ctx: Context,
  ): Promise<ShownChange> {
    return changeOf(ctx, e.asked, e.args, since, sinceAsOf ?? null)
  }
}
