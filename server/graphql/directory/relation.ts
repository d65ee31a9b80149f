/** Relations: series, explanations, events and statements of two parties. */
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { type Day, formatDay } from '../../domain/day.ts'
import { type Party, partyOf } from '../../domain/directory/directory.ts'
import type { Relation, Slug, View } from '../../domain/directory/relation.ts'
import { refuse } from '../../domain/error.ts'
import type { Event } from '../../domain/record/event.ts'
import { type Instant, type Revision, stands } from '../../domain/record/revision.ts'
import type { Statement } from '../../domain/record/statement.ts'
import { viewsOf } from '../../domain/score/slice.ts'
import { stancesOf } from '../../domain/score/stances.ts'
import { EventConnection } from '../record/event.ts'
import { connectionOfPage, ListArgs, soughtOf, storePageOf } from '../record/listing.ts'
import { atRevision } from '../record/loaders.ts'
import { IssueCountType, StatementConnection } from '../record/statement.ts'
import { type Connection, connectionTypes, PageArgs, pageOf, pageOfList } from '../schema/connection.ts'
import type { Context } from '../schema/context.ts'
import { ViewEnum } from '../schema/enums.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { globalId, NodeType } from '../schema/node.ts'
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts'
import { CoverageType, coverageOf, TallyType, tallyOf } from '../scores/coverage.ts'
import { ExplainArgs } from '../scores/explanation.args.ts'
import { ExplanationType, explanationOf, type ShownExplanation } from '../scores/explanation.ts'
import { pointsWithin, rangeOf } from '../scores/range.ts'
import { resolveReading, resolveScore } from '../scores/scoring.ts'
import { shownSeries } from '../scores/series.shown.ts'
import { SeriesArgs, SeriesType, type ShownSeries, StancesArgs } from '../scores/series.ts'
import { type ShownStances, StanceSeriesType } from '../scores/stances.ts'
import { PartyType } from './party.ts'
import { RelationByInput, relationBy } from './relation.by.ts'

@ObjectType('Relation', {
  implements: NodeType,
  description: 'A pair of parties, and everything they said and did to each other.',
})
export class RelationType implements Relation {
  readonly a!: string
  readonly b!: string
  readonly addedIn!: Revision
  readonly supersededIn!: Revision | null

  @Field(() => String, { description: 'Slug of the relation, as in the address of its page; it never changes.' })
  readonly slug!: Slug

  @Field(() => String, { description: 'Name of the relation, in English.' })
  readonly name!: string

  @Field(() => Int, { description: 'Place of the relation in lists, from 1; 0 if it is not a named one.' })
  readonly rank!: number
}

const RelationConnection = connectionTypes('Relation', () => RelationType, 'relations')

/** Arguments of coverage and tally, which do not depend on a codebook. */
@ArgsType()
class CoverageArgs {
  @Field(() => ViewEnum, { nullable: true, description: 'Whom the parties stand for; null: the first of `views`.' })
  view?: View | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Read the record as it stood at this instant; null: as it stands now.',
  })
  asOf?: Instant | null
}

@ArgsType()
class TallyArgs extends CoverageArgs {
  @Field(() => DateScalar, { nullable: true, description: 'First day; null: the first day on record.' })
  from?: Day | null

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null: the last day on record.' })
  to?: Day | null
}

const ALL = { direction: 'BOTH', codebook: 'default', interval: 80 } as const

@Resolver(() => RelationType)
export class RelationResolver {
  @Query(() => RelationType, { nullable: true, description: 'A relation, by slug or by any two parties.' })
  relation(
    @Arg('by', () => RelationByInput, { description: 'The slug or the two parties of the relation.' })
    by: RelationByInput,
    @Ctx() ctx: Context,
  ): Relation {
    return relationBy(ctx, by)
  }

  @Query(() => RelationConnection, { description: 'The named relations, ordered by rank.' })
  relations(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context): Connection<Relation> {
    const standing = ctx.record.directory.relations.filter((r) => stands(r, ctx.revision))
    return pageOfList(standing, orGraphQLError(pageOf(page)), (r) => r.slug)
  }

  @FieldResolver(() => ID, { description: 'Global id, as `node(id)` takes it.' })
  id(@Root() relation: Relation): string {
    return globalId('Relation', relation.slug)
  }

  @FieldResolver(() => PartyType, { description: 'The first party. `A_TO_B` is what it does to the second.' })
  a(@Root() relation: Relation, @Ctx() ctx: Context): Party {
    return orGraphQLError(partyOf(ctx.record.directoryIn(ctx.revision), relation.a))
  }

  @FieldResolver(() => PartyType, { description: 'The second party.' })
  b(@Root() relation: Relation, @Ctx() ctx: Context): Party {
    return orGraphQLError(partyOf(ctx.record.directoryIn(ctx.revision), relation.b))
  }

  @FieldResolver(() => [ViewEnum], {
    description: 'The views that differ for these parties; the first is the default.',
  })
  views(@Root() relation: Relation, @Ctx() ctx: Context): readonly View[] {
    return orGraphQLError(viewsOf(ctx.record.directoryIn(ctx.revision), relation))
  }

  @FieldResolver(() => SeriesType, { description: 'Tension and engagement over time.' })
  async series(
    @Root() relation: Relation,
    @Args(() => SeriesArgs) args: SeriesArgs,
    @Ctx() ctx: Context,
  ): Promise<ShownSeries> {
    const found = await resolveScore(ctx, relation, args, args.to)
    const { from, to } = pointsWithin(ctx, rangeOf(found.scoring, args.from, found.last), args.bucket)
    return shownSeries(ctx, found, from, to, args.bucket)
  }

  @FieldResolver(() => StanceSeriesType, { description: 'Number of events over time, by family of their tag.' })
  async stances(
    @Root() relation: Relation,
    @Args(() => StancesArgs) args: StancesArgs,
    @Ctx() ctx: Context,
  ): Promise<ShownStances> {
    const found = await resolveScore(ctx, relation, { ...ALL, ...args }, args.to)
    const { from, to } = pointsWithin(ctx, rangeOf(found.scoring, args.from, found.last), args.bucket)
    const { leading, ...columns } = stancesOf(found.scoring, found.tagOfLeaf, from, to, args.bucket)
    const leadingTag = leading.map((index) => (index === null ? null : (found.codebook.tags[index]?.code ?? null)))
    return { ...columns, leadingTag, stamp: found.stamp }
  }

  @FieldResolver(() => ExplanationType, { description: 'Why a score has its value on a day.' })
  async explain(
    @Root() relation: Relation,
    @Args(() => ExplainArgs) args: ExplainArgs,
    @Ctx() ctx: Context,
  ): Promise<ShownExplanation> {
    if (args.to != null && args.day > args.to) {
      const rule = `the day lies within the series, which ends on ${formatDay(args.to)}`
      orGraphQLError<never>(
        refuse('BAD_RANGE', formatDay(args.day), rule, 'Take one of series.days, or give a later to'),
      )
    }
    const found = await resolveScore(ctx, relation, args, args.to ?? args.day)
    rangeOf(found.scoring, args.day, args.day)
    return explanationOf(found, args)
  }

  @FieldResolver(() => EventConnection, { description: 'Events of the relation, newest first.' })
  async events(
    @Root() relation: Relation,
    @Args(() => ListArgs) args: ListArgs,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<Event>> {
    const found = await resolveReading(ctx, relation, args, args.to)
    const sought = soughtOf(ctx, found, args)
    const { lists } = ctx.loadersIn(sought.revision)
    return connectionOfPage(
      await lists.events.load({ sought, page: storePageOf(page) }),
      (e) => atRevision(e, sought.revision),
      () => lists.eventCount.load({ sought }),
    )
  }

  @FieldResolver(() => StatementConnection, { description: 'Statements of the relation, newest first.' })
  async statements(
    @Root() relation: Relation,
    @Args(() => ListArgs) args: ListArgs,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<Statement>> {
    const found = await resolveReading(ctx, relation, args, args.to)
    const sought = soughtOf(ctx, found, args)
    const loaders = ctx.loadersIn(sought.revision)
    const rows = await loaders.lists.statements.load({ sought, page: storePageOf(page) })
    for (const { statement, document, coding } of rows.nodes) {
      ctx.loaders.document.prime(document.id, document)
      loaders.coding.prime(statement.id, coding)
    }
    return connectionOfPage(
      rows,
      (row) => atRevision(row.statement, sought.revision),
      () => loaders.lists.statementCount.load({ sought }),
    )
  }

  @FieldResolver(() => [IssueCountType], {
    description: 'Issues in the settled statements, most frequent first; at most 100.',
  })
  async issues(
    @Root() relation: Relation,
    @Args(() => ListArgs) args: ListArgs,
    @Ctx() ctx: Context,
  ): Promise<IssueCountType[]> {
    const found = await resolveReading(ctx, relation, args, args.to)
    const sought = soughtOf(ctx, found, args)
    return ctx.loadersIn(sought.revision).lists.issues.load({ sought })
  }

  @FieldResolver(() => [CoverageType], { description: 'Days on which each collection covers the relation.' })
  async coverage(
    @Root() relation: Relation,
    @Args(() => CoverageArgs) args: CoverageArgs,
    @Ctx() ctx: Context,
  ): Promise<CoverageType[]> {
    const found = await resolveScore(ctx, relation, { ...ALL, ...args }, null)
    return coverageOf(found, found.scoring.slices)
  }

  @FieldResolver(() => TallyType, { description: 'The cells that scoring reads; at most 50,000.' })
  async tally(
    @Root() relation: Relation,
    @Args(() => TallyArgs) args: TallyArgs,
    @Ctx() ctx: Context,
  ): Promise<TallyType> {
    const found = await resolveScore(ctx, relation, { ...ALL, ...args }, args.to)
    const { from, to } = rangeOf(found.scoring, args.from, found.last)
    return tallyOf(ctx, found, from, to)
  }
}
