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
import { orGraphQLError } from '../schema/errors.ts'
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts'
import { ChangeType, changeOf, type ShownChange } from './change.ts'
import { byEvent, byTag, ContributionConnectionType, ContributionShareType, eventsOfCells } from './contribution.ts'
import type { ExplainArgs } from './explanation.args.ts'
import type { ResolvedScore, Stamp } from './scoring.ts'
import { StampType } from './series.ts'

/** An explanation with what was asked, from which its parts are answered. */
export interface ShownExplanation extends Omit<Explanation, 'score' | 'contributions'> {
  readonly measure: Measure
  readonly score: number | null
  readonly low: number | null
  readonly high: number | null
  readonly stamp: Stamp
  readonly asked: ResolvedScore
  readonly args: ExplainArgs
  readonly cells: readonly Contribution[]
  /** What the cells' shares are to be multiplied by. */
  readonly scale: number
}

/** The explanation of what was asked. */
export function explanationOf(asked: ResolvedScore, args: ExplainArgs): ShownExplanation {
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

@ObjectType('Explanation', { description: 'The score of one measure on one day, and what it is made of.' })
export class ExplanationType {
  @Field(() => DateScalar, { description: 'The day.' })
  readonly day!: Day

  @Field(() => MeasureEnum, { description: 'The measure.' })
  readonly measure!: Measure

  @Field(() => SeriesStateEnum, { description: 'Whether there is a score, and how much evidence it rests on.' })
  readonly state!: SeriesState

  @Field(() => Float, { nullable: true, description: 'The score, 0–100; null if the state gives no score.' })
  readonly score!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'Lower end of the band, 0–100; null if there is no score or no band.',
  })
  readonly low!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'Upper end of the band, 0–100; null if there is no score or no band.',
  })
  readonly high!: number | null

  @Field(() => Float, { description: 'Sum of the raw contributions of all events, 0 or more.' })
  readonly raw!: number

  @Field(() => Float, { description: 'N: recent evidence in events, weighted by evidence class and decay, 0 or more.' })
  readonly support!: number

  @Field(() => StampType, {
    description: 'Codebook version, method, instant and revision that reproduce the result exactly.',
  })
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
      'Share of the support that comes from former holders of an office, 0–1; null outside the view OFFICE, or if the support is 0.',
  })
  formerHolderShare(@Root() e: ShownExplanation): number | null {
    return e.asked.view === 'OFFICE' ? formerShare(e.asked.scoring, e.day) : null
  }

  @FieldResolver(() => String, { description: 'The formula with its numbers; empty if there is no score.' })
  formula(@Root() e: ShownExplanation): string {
    const score = e.score === null ? null : { score: e.score, low: e.low ?? 0, high: e.high ?? 0 }
    return formulaOf({ ...e, score, contributions: [] }, e.asked.scoring)
  }

  @FieldResolver(() => ContributionConnectionType, {
    description: 'The contribution of each event, largest share first.',
  })
  async contributions(
    @Root() e: ShownExplanation,
    @Arg('first', () => Int, { nullable: true, description: 'Number of contributions, 1–100; null: 20.' }) first:
      | number
      | null,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Cursor of the contribution to start after; null: start at the beginning.',
    })
    after: string | null,
    @Ctx() ctx: Context,
  ): Promise<ContributionConnectionType> {
    const page = orGraphQLError(pageOf({ first, after }))
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
    description:
      'Shares summed by tag, speaker, event or document, largest first, at most 100; the rest has an empty key.',
  })
  async groups(
    @Root() e: ShownExplanation,
    @Arg('by', () => ContributionGroupEnum, { description: 'What the shares are summed by.' }) by: ContributionGroup,
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
      description:
        'The instant at which the record for the earlier score is read; null: the same record as for the later one.',
    })
    sinceAsOf: Instant | null,
    @Ctx() ctx: Context,
  ): Promise<ShownChange> {
    return changeOf(ctx, e.asked, e.args, since, sinceAsOf ?? null)
  }
}
