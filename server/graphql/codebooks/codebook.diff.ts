/** The difference between two codebook versions: tags, and the scores of the named relations. */
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
import { resolveScore } from '../scores/scoring.ts'
import { resolveCodebook } from './codebook.resolve.ts'
import { CodebookType, TagType } from './codebook.ts'
import { AffectedItemsType, affectedOf, impactsOf, ScoreImpactType } from './impact.ts'

@ObjectType('TagChange', { description: 'A tag that both versions have and that differs.' })
export class TagChangeType implements TagChange {
  @Field(() => TagType, { description: 'The tag in version `a`.' })
  readonly before!: Tag

  @Field(() => TagType, { description: 'The tag in version `b`.' })
  readonly after!: Tag

  @Field(() => [TagPartEnum], { description: 'The parts of the tag that differ.' })
  readonly parts!: readonly TagPart[]
}

@ObjectType('ScoreDifference', {
  description: 'The scores of one relation under two codebook versions, on its last covered day.',
})
export class ScoreDifferenceType {
  @Field(() => RelationType, { description: 'The relation.' })
  readonly relation!: Relation

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last covered day of the relation; null if no day is covered.',
  })
  readonly day!: Day | null

  @Field(() => Float, { nullable: true, description: 'Tension under `a`, 0–100; null if there is no score.' })
  readonly tensionBefore!: number | null

  @Field(() => Float, { nullable: true, description: 'Tension under `b`, 0–100; null if there is no score.' })
  readonly tensionAfter!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'Tension under `b` minus tension under `a`, in points; null if one of them is missing.',
  })
  readonly tensionChange!: number | null

  @Field(() => Float, { nullable: true, description: 'Engagement under `a`, 0–100; null if there is no score.' })
  readonly engagementBefore!: number | null

  @Field(() => Float, { nullable: true, description: 'Engagement under `b`, 0–100; null if there is no score.' })
  readonly engagementAfter!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'Engagement under `b` minus engagement under `a`, in points; null if one of them is missing.',
  })
  readonly engagementChange!: number | null
}

@ObjectType('CodebookDiff', { description: 'How codebook version `b` differs from version `a`.' })
export class CodebookDiffType {
  @Field(() => CodebookType, { description: 'The first version.' })
  readonly a!: Codebook

  @Field(() => CodebookType, { description: 'The second version.' })
  readonly b!: Codebook

  @Field(() => [TagType], { description: 'Tags that only `b` has.' })
  readonly added!: readonly Tag[]

  @Field(() => [TagType], { description: 'Tags that only `a` has.' })
  readonly removed!: readonly Tag[]

  @Field(() => [TagChangeType], { description: 'Tags that both have and that differ.' })
  readonly changed!: readonly TagChange[]
}

@Resolver(() => CodebookDiffType)
export class CodebookDiffResolver {
  @Query(() => CodebookDiffType, { description: 'The difference between two codebook versions.' })
  async diffCodebooks(
    @Arg('a', () => String, {
      description:
        'The first version. A version such as `default-1`, or a name such as `default` for its latest version; analysts may also name a draft, such as `draft:7`.',
    })
    a: string,
    @Arg('b', () => String, { description: 'The second version, named in the same way.' }) b: string,
    @Ctx() ctx: Context,
  ): Promise<CodebookDiffType> {
    const [before, after] = [await resolveCodebook(ctx, a), await resolveCodebook(ctx, b)]
    return { a: before, b: after, ...diffOf(before, after) }
  }

  @FieldResolver(() => [ScoreDifferenceType], {
    description: 'The last scores of every named relation under both versions, ordered by the relation’s rank.',
  })
  async scores(@Root() diff: CodebookDiffType, @Ctx() ctx: Context): Promise<ScoreDifferenceType[]> {
    const { relations } = ctx.record.directoryIn(ctx.revision)
    return Promise.all(relations.map((relation) => differenceIn(ctx, relation, diff)))
  }

  @FieldResolver(() => [String], { description: 'The differences as English sentences.' })
  words(@Root() { a, b }: CodebookDiffType): readonly string[] {
    return wordsOf(a, b)
  }

  @FieldResolver(() => [ScoreImpactType], {
    description: 'How far the scores move over all days: tension of every named relation by rank, then engagement.',
  })
  async impact(@Root() { a, b }: CodebookDiffType, @Ctx() ctx: Context): Promise<readonly ScoreImpactType[]> {
    return impactsOf(ctx, a, b)
  }

  @FieldResolver(() => AffectedItemsType, {
    description: 'The statements and events on record whose tag or weights differ.',
  })
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
    [a, b].map(({ version }) => resolveScore(ctx, relation, { ...PLAIN, codebook: version }, lastDay)),
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
