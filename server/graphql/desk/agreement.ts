/** How far the coders of a codebook version agree, and the statements on which they differ. */
import { Arg, Args, Ctx, Field, FieldResolver, Float, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Coefficient } from '../../domain/agreement/interval.ts'
import { FEWEST_ITEMS } from '../../domain/agreement/interval.ts'
import { agreementReport, type Confusion, disputedOf, type Figures } from '../../domain/agreement/report.ts'
import type { Codebook } from '../../domain/codebook/codebook.ts'
import type { Revision } from '../../domain/record/revision.ts'
import type { Statement, StatementId } from '../../domain/record/statement.ts'
import { doubleCodings } from '../../store/coding.ts'
import type { Reader } from '../../store/reader.ts'
import type { HeldRecord } from '../../store/record.ts'
import { statementsById } from '../../store/statement.ts'
import { codebookOf } from '../codebooks/codebook.asked.ts'
import { CodebookType } from '../codebooks/codebook.ts'
import { readIn } from '../record/loaders.ts'
import { StatementConnection } from '../record/statement.ts'
import { type Connection, PageArgs, pageOf, pageOfList } from '../schema/connection.ts'
import type { Context } from '../schema/context.ts'
import { accepted } from '../schema/errors.ts'
import { globalId } from '../schema/node.ts'

/** So many statements are weighed at most, the latest. */
const MOST_STATEMENTS = 5000

@ObjectType('Estimate', { description: 'A coefficient with its interval.' })
export class EstimateType {
  @Field(() => Float, { description: 'The value; 1 is full agreement, and for all but `raw` 0 is that of chance.' })
  readonly value!: number

  @Field(() => Float, {
    nullable: true,
    description: 'Lower limit, 95 %, by bootstrap over statements; null: not defined.',
  })
  readonly low!: number | null

  @Field(() => Float, { nullable: true, description: 'Upper limit.' })
  readonly high!: number | null
}

@ObjectType('AgreementFigures', {
  description: `Coefficients over statements coded twice or more; all null under ${FEWEST_ITEMS}: too few to tell.`,
})
export class AgreementFiguresType {
  @Field(() => Int, { description: 'Statements coded by two or more.' })
  readonly n!: number

  @Field(() => EstimateType, { nullable: true, description: 'Raw agreement: the share of pairs that agree, 0–1.' })
  readonly raw!: EstimateType | null

  @Field(() => EstimateType, { nullable: true, description: 'Krippendorff’s α (2011), nominal.' })
  readonly alpha!: EstimateType | null

  @Field(() => EstimateType, { nullable: true, description: 'Cohen’s κ (1960); for two coders.' })
  readonly kappa!: EstimateType | null

  @Field(() => EstimateType, { nullable: true, description: 'Gwet’s AC1 (2008), which skewed labels do not mislead.' })
  readonly ac1!: EstimateType | null
}

@ObjectType('TagAgreement', { description: 'Whether coders agree that it is this tag and not another.' })
export class TagAgreementType {
  @Field(() => String, { description: 'Code of the tag.' })
  readonly tag!: string

  @Field(() => AgreementFiguresType, { description: 'Over the statements on which anybody chose it.' })
  readonly figures!: AgreementFiguresType
}

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
  description: 'How far coders agree under one codebook version. Programs and adjudicators are no coders.',
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

  @Field(() => [TagAgreementType], { description: 'By tag, the lowest α first, those with too few last.' })
  readonly tags!: readonly TagAgreementType[]

  @Field(() => [PairAgreementType], { description: 'By pair of coders, the lowest α first, those with too few last.' })
  readonly pairs!: readonly PairAgreementType[]

  @Field(() => [TagConfusionType], {
    description: 'Which tag is taken for which, the most frequent first; 200 at most.',
  })
  readonly confusion!: readonly TagConfusionType[]
}

@ObjectType('Reliability', {
  description: 'How far coders agree under one codebook version, for everybody: it tells no coder from another.',
})
export class ReliabilityType implements Pick<AgreementReportType, 'overall' | 'tags'> {
  @Field(() => AgreementFiguresType, { description: 'Over all tags.' })
  readonly overall!: AgreementFiguresType

  @Field(() => [TagAgreementType], { description: 'By tag, the lowest α first, those with too few last.' })
  readonly tags!: readonly TagAgreementType[]
}

@Resolver(() => CodebookType)
export class ReliabilityResolver {
  @FieldResolver(() => ReliabilityType, {
    description: `How far coders agree, over the latest ${MOST_STATEMENTS} statements coded twice under this version.`,
  })
  reliability(@Root() { version }: Codebook, @Ctx() ctx: Context): Promise<ReliabilityType> {
    return keptReport(ctx, version)
  }
}

@Resolver()
export class AgreementResolver {
  @Query(() => AgreementReportType, {
    description: `How far coders agree, over the latest ${MOST_STATEMENTS} statements coded twice.`,
  })
  agreement(
    @Arg('codebook', () => String, { defaultValue: 'default', description: 'Version, or name: its latest.' })
    name: string,
    @Ctx() ctx: Context,
  ): Promise<AgreementReportType> {
    return keptReport(ctx, codebookOf(ctx.record, name, ctx.revision).version)
  }

  @Query(() => StatementConnection, {
    description: 'Statements whose coders differ and that nobody has adjudicated, the newest first.',
  })
  async disagreements(
    @Arg('codebook', () => String, { defaultValue: 'default', description: 'Version, or name: its latest.' })
    name: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<Statement>> {
    const { version } = codebookOf(ctx.record, name, ctx.revision)
    const codings = await doubleCodings(ctx.db, version, MOST_STATEMENTS)
    const adjudicated = new Set(codings.filter((c) => c.coder.startsWith('gold:')).map((c) => c.statement))
    const open = disputedOf(codings)
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

/** The bootstrap takes its time, and everybody may ask: worked out once a revision and version. */
const kept = new WeakMap<
  HeldRecord,
  { readonly revision: Revision; readonly reports: Map<string, Promise<AgreementReportType>> }
>()

function keptReport({ db, record, revision }: Context, version: string): Promise<AgreementReportType> {
  const last = kept.get(record)
  const { reports } = last?.revision === revision ? last : { reports: new Map<string, Promise<AgreementReportType>>() }
  kept.set(record, { revision, reports })
  const found = reports.get(version) ?? reportOf(db, version)
  reports.set(version, found)
  // A failure is not kept: the next who asks may have better luck.
  found.catch(() => reports.delete(version))
  return found
}

async function reportOf(db: Reader, version: string): Promise<AgreementReportType> {
  const report = agreementReport(await doubleCodings(db, version, MOST_STATEMENTS))
  return {
    codebook: version,
    overall: shown(report.overall),
    blind: shown(report.blind),
    shown: shown(report.shown),
    tags: report.tags.map(({ tag, ...figures }) => ({ tag, figures: shown(figures) })),
    pairs: report.pairs.map(({ a, b, ...figures }) => ({ a, b, figures: shown(figures) })),
    confusion: report.confusion.slice(0, 200),
  }
}

function shown({ n, tooFew, interval, ...values }: Figures): AgreementFiguresType {
  const estimate = (key: Coefficient): EstimateType | null => {
    const value = values[key]
    if (tooFew || value === null) return null
    const [low, high] = interval?.[key] ?? [null, null]
    return { value, low, high }
  }
  return { n, raw: estimate('raw'), alpha: estimate('alpha'), kappa: estimate('kappa'), ac1: estimate('ac1') }
}
