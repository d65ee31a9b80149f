/** What a change of codebook changes: tags, and the scores of the named relations. */
import { Arg, Ctx, Field, FieldResolver, Float, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Codebook, Tag } from '../../domain/codebook/codebook.ts'
import { diffOf, type TagChange, type TagPart } from '../../domain/codebook/diff.ts'
import { wordsOf } from '../../domain/codebook/words.ts'
import type { Day } from '../../domain/day.ts'
import type { Relation } from '../../domain/directory/relation.ts'
import { differenceOf, lastCovered, momentsOf } from '../../domain/score/moment.ts'
import { RelationType } from '../directory/relation.ts'
import type { Context } from '../schema/context.ts'
import { TagPartEnum } from '../schema/enums.ts'
import { DateScalar } from '../schema/scalars.ts'
import { askedScore } from '../scores/scoring.ts'
import { codebookAsked } from './codebook.asked.ts'
import { CodebookType, TagType } from './codebook.ts'
import { AffectedItemsType, affectedOf, impactsOf, ScoreImpactType } from './impact.ts'

@ObjectType('TagChange', { description: 'A tag that stands in both versions and differs.' })
export class TagChangeType implements TagChange {
  @Field(() => TagType, { description: 'In version `a`.' })
  readonly before!: Tag

  @Field(() => TagType, { description: 'In version `b`.' })
  readonly after!: Tag

  @Field(() => [TagPartEnum], { description: 'What differs.' })
  readonly parts!: readonly TagPart[]
}

@ObjectType('ScoreDifference', {
  description: 'The scores of one relation on its last covered day under both versions; null: no score.',
})
export class ScoreDifferenceType {
  @Field(() => RelationType, { description: 'The relation.' })
  readonly relation!: Relation

  @Field(() => DateScalar, { nullable: true, description: 'Its last covered day; null: it never was.' })
  readonly day!: Day | null

  @Field(() => Float, { nullable: true, description: 'Tension under `a`.' })
  readonly tensionBefore!: number | null

  @Field(() => Float, { nullable: true, description: 'Tension under `b`.' })
  readonly tensionAfter!: number | null

  @Field(() => Float, { nullable: true, description: 'By how much tension differs.' })
  readonly tensionChange!: number | null

  @Field(() => Float, { nullable: true, description: 'Engagement under `a`.' })
  readonly engagementBefore!: number | null

  @Field(() => Float, { nullable: true, description: 'Engagement under `b`.' })
  readonly engagementAfter!: number | null

  @Field(() => Float, { nullable: true, description: 'By how much engagement differs.' })
  readonly engagementChange!: number | null
}

@ObjectType('CodebookDiff', { description: 'How codebook version `b` differs from `a`.' })
export class CodebookDiffType {
  @Field(() => CodebookType, { description: 'The first.' })
  readonly a!: Codebook

  @Field(() => CodebookType, { description: 'The second.' })
  readonly b!: Codebook

  @Field(() => [TagType], { description: 'Tags of `b` alone.' })
  readonly added!: readonly Tag[]

  @Field(() => [TagType], { description: 'Tags of `a` alone.' })
  readonly removed!: readonly Tag[]

  @Field(() => [TagChangeType], { description: 'Tags of both that differ.' })
  readonly changed!: readonly TagChange[]
}

@Resolver(() => CodebookDiffType)
export class CodebookDiffResolver {
  @Query(() => CodebookDiffType, { description: 'What changes from one codebook version to another.' })
  async diffCodebooks(
    @Arg('a', () => String, {
      description: 'A version such as `default-1`, or a name: its latest; for analysts also a draft, `draft:7`.',
    })
    a: string,
    @Arg('b', () => String, { description: 'The other.' }) b: string,
    @Ctx() ctx: Context,
  ): Promise<CodebookDiffType> {
    const [before, after] = [await codebookAsked(ctx, a), await codebookAsked(ctx, b)]
    return { a: before, b: after, ...diffOf(before, after) }
  }

  @FieldResolver(() => [ScoreDifferenceType], {
    description: 'The named relations, in order of worth, each on its last covered day.',
  })
  async scores(@Root() diff: CodebookDiffType, @Ctx() ctx: Context): Promise<ScoreDifferenceType[]> {
    const { relations } = ctx.record.directoryIn(ctx.revision)
    return Promise.all(relations.map((relation) => differenceIn(ctx, relation, diff)))
  }

  @FieldResolver(() => [String], { description: 'The change in sentences, in English.' })
  words(@Root() { a, b }: CodebookDiffType): readonly string[] {
    return wordsOf(a, b)
  }

  @FieldResolver(() => [ScoreImpactType], {
    description:
      'How far scores move over all days: tension of every named relation in order of worth, then engagement.',
  })
  async impact(@Root() { a, b }: CodebookDiffType, @Ctx() ctx: Context): Promise<readonly ScoreImpactType[]> {
    return impactsOf(ctx, a, b)
  }

  @FieldResolver(() => AffectedItemsType, { description: 'What of the record it bears on.' })
  async affected(@Root() { a, b }: CodebookDiffType, @Ctx() ctx: Context): Promise<AffectedItemsType> {
    return affectedOf(ctx, a, b)
  }
}

const PLAIN = { direction: 'BOTH', method: 'TONE', interval: 80 } as const

async function differenceIn(
  ctx: Context,
  relation: Relation,
  { a, b }: CodebookDiffType,
): Promise<ScoreDifferenceType> {
  const lastDay = ctx.record.lastDayIn(ctx.revision)
  const [before, after] = await Promise.all(
    [a, b].map(({ version }) => askedScore(ctx, relation, { ...PLAIN, codebook: version }, lastDay)),
  )
  const day = before ? lastCovered(before.scoring, lastDay) : null
  const [x, y] = [before, after].map((asked) =>
    asked && day !== null ? momentsOf(asked.scoring, [day]).on[0] : undefined,
  )
  const [tensionBefore, engagementBefore] = [x?.tension ?? null, x?.engagement ?? null]
  const [tensionAfter, engagementAfter] = [y?.tension ?? null, y?.engagement ?? null]
  return {
    ...{ relation, day, tensionBefore, tensionAfter, engagementBefore, engagementAfter },
    tensionChange: differenceOf(tensionBefore, tensionAfter),
    engagementChange: differenceOf(engagementBefore, engagementAfter),
  }
}
