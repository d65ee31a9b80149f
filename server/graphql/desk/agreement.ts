/** How far the coders of a codebook version agree, and the statements on which they differ. */
import { Arg, Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { type Confusion, disputedOf } from '../../domain/agreement/report.ts'
import type { Codebook } from '../../domain/codebook/codebook.ts'
import type { Statement, StatementId } from '../../domain/record/statement.ts'
import { statementsById } from '../../store/statement.ts'
import { codebookOf } from '../codebooks/codebook.asked.ts'
import { CodebookType } from '../codebooks/codebook.ts'
import { readIn } from '../record/loaders.ts'
import { StatementConnection } from '../record/statement.ts'
import { type Connection, PageArgs, pageOf, pageOfList } from '../schema/connection.ts'
import type { Context } from '../schema/context.ts'
import { accepted } from '../schema/errors.ts'
import { globalId } from '../schema/node.ts'
import { AgreementFiguresType, shown, TagAgreementType } from './agreement.figures.ts'
import { agreementUnder, type KnownAgreement, MOST_STATEMENTS } from './agreement.kept.ts'
import { UncountedJudgementsType, uncountedIn } from './agreement.uncounted.ts'

@ObjectType('PairAgreement', { description: 'How far two coders agree.' })
export class PairAgreementType {
  @Field(() => String, { description: 'One coder.' })
  readonly a!: string

  @Field(() => String, { description: 'The other.' })
  readonly b!: string

  @Field(() => AgreementFiguresType, { description: 'Over the statements both coded.' })
  readonly figures!: AgreementFiguresType
}

@ObjectType('TagConfusion', { description: 'How often one tag was chosen where another coder chose the other.' })
export class TagConfusionType implements Confusion {
  @Field(() => String, { description: 'Code of a tag.' })
  readonly a!: string

  @Field(() => String, { description: 'Code of the other; the same where they agree.' })
  readonly b!: string

  @Field(() => Int, { description: 'Pairs of judgements.' })
  readonly n!: number
}

@ObjectType('AgreementReport', {
  description:
    'How far coders agree in the tags of one codebook version: all that was judged under it and under the versions before it, which follows what became of its tags. Programs and adjudicators are no coders.',
})
export class AgreementReportType {
  @Field(() => String, { description: 'Version of the codebook.' })
  readonly codebook!: string

  @Field(() => AgreementFiguresType, { description: 'Over all tags.' })
  readonly overall!: AgreementFiguresType

  @Field(() => AgreementFiguresType, {
    description: 'Over all tags, of the statements of which no coder was shown a proposal, as far as is on record.',
  })
  readonly blind!: AgreementFiguresType

  @Field(() => AgreementFiguresType, {
    description: 'Over all tags, of the statements of which one coder or more was shown a proposal before judging.',
  })
  readonly shown!: AgreementFiguresType

  @Field(() => [TagAgreementType], {
    description: 'By tag, the lowest α first, those with too little to tell from last.',
  })
  readonly tags!: readonly TagAgreementType[]

  @Field(() => [PairAgreementType], { description: 'By pair of coders, the lowest α first, those with too few last.' })
  readonly pairs!: readonly PairAgreementType[]

  @Field(() => [TagConfusionType], {
    description: 'Which tag is taken for which, the most frequent first; 200 at most.',
  })
  readonly confusion!: readonly TagConfusionType[]

  @Field(() => [UncountedJudgementsType], {
    description: 'What counts for no tag here, since its tag was split or retired, by tag, the most judgements first.',
  })
  readonly uncounted!: readonly UncountedJudgementsType[]
}

@ObjectType('Reliability', {
  description: 'How far coders agree under one codebook version, for everybody: it tells no coder from another.',
})
export class ReliabilityType {
  @Field(() => AgreementFiguresType, { description: 'Over all tags.' })
  readonly overall!: AgreementFiguresType

  @Field(() => [TagAgreementType], {
    description: 'By tag, the lowest α first, those with too little to tell from last.',
  })
  readonly tags!: readonly TagAgreementType[]

  @Field(() => Int, {
    description:
      'Judgements of statements coded twice that count for no tag here: made under an earlier version, with a tag that was split or retired since.',
  })
  readonly uncounted!: number
}

@Resolver(() => CodebookType)
export class ReliabilityResolver {
  @FieldResolver(() => ReliabilityType, {
    description: `How far coders agree in its tags, over the latest ${MOST_STATEMENTS} statements coded twice under this version or one before it.`,
  })
  async reliability(@Root() codebook: Codebook, @Ctx() ctx: Context): Promise<ReliabilityType> {
    const known = await agreementUnder(ctx, codebook)
    const { overall, tags } = toldOf(known)
    return { overall, tags, uncounted: known.uncounted.reduce((sum, { judgements }) => sum + judgements, 0) }
  }
}

@Resolver()
export class AgreementResolver {
  @Query(() => AgreementReportType, {
    description: `How far coders agree, over the latest ${MOST_STATEMENTS} statements coded twice under a version or one before it.`,
  })
  async agreement(
    @Arg('codebook', () => String, { defaultValue: 'default', description: 'Version, or name: its latest.' })
    name: string,
    @Ctx() ctx: Context,
  ): Promise<AgreementReportType> {
    const known = await agreementUnder(ctx, codebookOf(ctx.record, name, ctx.revision))
    return { ...toldOf(known), uncounted: uncountedIn(ctx, known) }
  }

  @Query(() => StatementConnection, {
    description:
      'Statements whose coders differ in the tags of a version, whatever version they judged under, and that nobody has adjudicated, the newest first.',
  })
  async disagreements(
    @Arg('codebook', () => String, { defaultValue: 'default', description: 'Version, or name: its latest.' })
    name: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<Statement>> {
    const { judgements } = await agreementUnder(ctx, codebookOf(ctx.record, name, ctx.revision))
    const adjudicated = new Set(judgements.filter((c) => c.coder.startsWith('gold:')).map((c) => c.statement))
    const open = disputedOf(judgements)
      .filter((id) => !adjudicated.has(id))
      .toReversed()
    const { nodes, edges, ...page } = pageOfList(open, accepted(pageOf(args)), (id) => globalId('Statement', id))
    const rows = new Map((await statementsById(ctx.db, nodes as StatementId[])).map((s) => [s.id as number, s]))
    const read = edges.flatMap(({ cursor, node }) => {
      const row = rows.get(node)
      return row ? [{ cursor, node: readIn(row, ctx.revision) }] : []
    })
    return { ...page, edges: read, nodes: read.map(({ node }) => node) }
  }
}

function toldOf({ codebook, report }: KnownAgreement): Omit<AgreementReportType, 'uncounted'> {
  const { overall, blind, shown: exposed, tags, pairs, confusion } = report()
  return {
    codebook: codebook.version,
    overall: shown(overall),
    blind: shown(blind),
    shown: shown(exposed),
    tags: tags.map(({ tag, used, ...figures }) => ({ tag, used, figures: shown(figures) })),
    pairs: pairs.map(({ a, b, ...figures }) => ({ a, b, figures: shown(figures) })),
    confusion: confusion.slice(0, 200),
  }
}
