/** Agreement of coders under a codebook version, and the statements on which they differ. */
import { Arg, Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { type Confusion, disputedOf } from '../../domain/agreement/report.ts'
import type { Codebook } from '../../domain/codebook/codebook.ts'
import type { Statement, StatementId } from '../../domain/record/statement.ts'
import { statementsById } from '../../store/statement.ts'
import { codebookOf } from '../codebooks/codebook.resolve.ts'
import { CodebookType } from '../codebooks/codebook.ts'
import { atRevision } from '../record/loaders.ts'
import { StatementConnection } from '../record/statement.ts'
import { type Connection, PageArgs, pageOf, pageOfList } from '../schema/connection.ts'
import type { Context } from '../schema/context.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { globalId } from '../schema/node.ts'
import { agreementUnder, MAX_STATEMENTS, type VersionAgreement } from './agreement.cache.ts'
import { AgreementFiguresType, figuresOf, TagAgreementType } from './agreement.figures.ts'
import { UncountedJudgementsType, uncountedIn } from './agreement.uncounted.ts'

@ObjectType('PairAgreement', { description: 'How far two coders agree.' })
export class PairAgreementType {
  @Field(() => String, { description: 'Name of one coder.' })
  readonly a!: string

  @Field(() => String, { description: 'Name of the other coder.' })
  readonly b!: string

  @Field(() => AgreementFiguresType, { description: 'Agreement over the statements that both coded.' })
  readonly figures!: AgreementFiguresType
}

@ObjectType('TagConfusion', { description: 'How often one coder chose one tag where another coder chose another.' })
export class TagConfusionType implements Confusion {
  @Field(() => String, { description: 'Code of the one tag.' })
  readonly a!: string

  @Field(() => String, { description: 'Code of the other tag; the same code if they agree.' })
  readonly b!: string

  @Field(() => Int, { description: 'Number of pairs of judgements.' })
  readonly n!: number
}

@ObjectType('AgreementReport', {
  description:
    'How far coders agree in the tags of one codebook version. It takes all judgements made under this version and the versions before it, carried over to the tags of this version. Programs and adjudicators do not count as coders.',
})
export class AgreementReportType {
  @Field(() => String, { description: 'Version of the codebook.' })
  readonly codebook!: string

  @Field(() => AgreementFiguresType, { description: 'Agreement over all tags.' })
  readonly overall!: AgreementFiguresType

  @Field(() => AgreementFiguresType, {
    description:
      'Agreement over all tags, on the statements for which no coder was shown a proposal, as far as is on record.',
  })
  readonly blind!: AgreementFiguresType

  @Field(() => AgreementFiguresType, {
    description:
      'Agreement over all tags, on the statements for which at least one coder was shown a proposal before judging.',
  })
  readonly shown!: AgreementFiguresType

  @Field(() => [TagAgreementType], {
    description: 'Agreement by tag, lowest α first, tags with too few statements last.',
  })
  readonly tags!: readonly TagAgreementType[]

  @Field(() => [PairAgreementType], {
    description: 'Agreement by pair of coders, lowest α first, pairs with too few statements last.',
  })
  readonly pairs!: readonly PairAgreementType[]

  @Field(() => [TagConfusionType], {
    description:
      'Pairs of tags by how often they were chosen for the same statement, most frequent first; at most 200.',
  })
  readonly confusion!: readonly TagConfusionType[]

  @Field(() => [UncountedJudgementsType], {
    description:
      'Judgements that count for no tag of this version because their tag was split or retired, most judgements first.',
  })
  readonly uncounted!: readonly UncountedJudgementsType[]
}

@ObjectType('Reliability', {
  description: 'How far coders agree under one codebook version, without naming coders.',
})
export class ReliabilityType {
  @Field(() => AgreementFiguresType, { description: 'Agreement over all tags.' })
  readonly overall!: AgreementFiguresType

  @Field(() => [TagAgreementType], {
    description: 'Agreement by tag, lowest α first, tags with too few statements last.',
  })
  readonly tags!: readonly TagAgreementType[]

  @Field(() => Int, {
    description:
      'Number of judgements that count for no tag of this version: made under an earlier version, with a tag that was split or retired since.',
  })
  readonly uncounted!: number
}

@Resolver(() => CodebookType)
export class ReliabilityResolver {
  @FieldResolver(() => ReliabilityType, {
    description: `How far coders agree in the tags of this version, over the latest ${MAX_STATEMENTS} statements coded by two or more under it or a version before it.`,
  })
  async reliability(@Root() codebook: Codebook, @Ctx() ctx: Context): Promise<ReliabilityType> {
    const known = await agreementUnder(ctx, codebook)
    const { overall, tags } = reportOf(known)
    return { overall, tags, uncounted: known.uncounted.reduce((sum, { judgements }) => sum + judgements, 0) }
  }
}

@Resolver()
export class AgreementResolver {
  @Query(() => AgreementReportType, {
    description: `How far coders agree, over the latest ${MAX_STATEMENTS} statements coded by two or more under a version or a version before it.`,
  })
  async agreement(
    @Arg('codebook', () => String, {
      defaultValue: 'default',
      description: 'A version such as `default-1`, or a name such as `default` for its latest version.',
    })
    name: string,
    @Ctx() ctx: Context,
  ): Promise<AgreementReportType> {
    const known = await agreementUnder(ctx, codebookOf(ctx.record, name, ctx.revision))
    return { ...reportOf(known), uncounted: uncountedIn(ctx, known) }
  }

  @Query(() => StatementConnection, {
    description:
      'Statements that nobody has adjudicated and whose coders differ in the tags of a version, whichever version they judged under; newest first.',
  })
  async disagreements(
    @Arg('codebook', () => String, {
      defaultValue: 'default',
      description: 'A version such as `default-1`, or a name such as `default` for its latest version.',
    })
    name: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<Statement>> {
    const { judgements } = await agreementUnder(ctx, codebookOf(ctx.record, name, ctx.revision))
    const adjudicated = new Set(judgements.filter((c) => c.coder.startsWith('gold:')).map((c) => c.statement))
    const open = disputedOf(judgements)
      .filter((id) => !adjudicated.has(id))
      .toReversed()
    const { nodes, edges, ...page } = pageOfList(open, orGraphQLError(pageOf(args)), (id) => globalId('Statement', id))
    const rows = new Map((await statementsById(ctx.db, nodes as StatementId[])).map((s) => [s.id as number, s]))
    const read = edges.flatMap(({ cursor, node }) => {
      const row = rows.get(node)
      return row ? [{ cursor, node: atRevision(row, ctx.revision) }] : []
    })
    return { ...page, edges: read, nodes: read.map(({ node }) => node) }
  }
}

function reportOf({ codebook, report }: VersionAgreement): Omit<AgreementReportType, 'uncounted'> {
  const { overall, blind, shown: exposed, tags, pairs, confusion } = report()
  return {
    codebook: codebook.version,
    overall: figuresOf(overall),
    blind: figuresOf(blind),
    shown: figuresOf(exposed),
    tags: tags.map(({ tag, used, ...figures }) => ({ tag, used, figures: figuresOf(figures) })),
    pairs: pairs.map(({ a, b, ...figures }) => ({ a, b, figures: figuresOf(figures) })),
    confusion: confusion.slice(0, 200),
  }
}
