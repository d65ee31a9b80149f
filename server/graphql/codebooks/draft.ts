/** Drafts of codebooks. Beginning, weighing and publishing them is draft.change.ts; their tags, operation.ts. */
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Codebook, Tag } from '../../domain/codebook/codebook.ts'
import {
  type Draft,
  type DraftEdition,
  type DraftState,
  publishable,
  weighedTags,
} from '../../domain/codebook/draft.ts'
import { sentenceOf } from '../../domain/error.ts'
import type { Instant } from '../../domain/record/revision.ts'
import { draftById, editionsOf, openDrafts } from '../../store/draft.ts'
import type { Context } from '../schema/context.ts'
import { DateTimeScalar } from '../schema/scalars.ts'
import { codebookOf } from './codebook.asked.ts'
import { CodebookType, TagType } from './codebook.ts'
import { DraftStateEnum } from './draft.state.ts'

@ObjectType('Draft', { description: 'A codebook being worked on. It scores nothing until published.' })
export class DraftType {
  readonly base!: string

  @Field(() => String, { description: 'Name of the codebook it is to be a version of.' })
  readonly codebook!: string

  @Field(() => Int, { description: 'Grows with every change; to be given with the next one.' })
  readonly edition!: number

  @Field(() => DraftStateEnum, { description: 'What has become of it.' })
  readonly state!: DraftState

  @Field(() => String, { description: 'Who began it.' })
  readonly createdBy!: string

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  readonly createdAt!: Instant

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  readonly changedAt!: Instant
}

@ObjectType('DraftEdition', { description: 'A draft as it stood after one change.' })
export class DraftEditionType {
  @Field(() => Int, { description: 'Its edition; revertDraft goes back to it.' })
  readonly edition!: number

  @Field(() => String, { description: 'What the change did, in a sentence.' })
  readonly what!: string

  @Field(() => String, { description: 'Who made it.' })
  readonly by!: string

  @Field(() => DateTimeScalar, { description: 'When.' })
  readonly at!: Instant
}

@Resolver(() => DraftType)
export class DraftResolver {
  @Query(() => DraftType, { nullable: true, description: 'A draft by its number; null if there is none.' })
  async draft(
    @Arg('number', () => Int, { description: 'Number.' }) number: number,
    @Ctx() ctx: Context,
  ): Promise<Draft | null> {
    return draftById(ctx.db, number)
  }

  @Query(() => [DraftType], { description: 'Open drafts, the one changed last first; 100 at most.' })
  async drafts(@Ctx() ctx: Context): Promise<readonly Draft[]> {
    return openDrafts(ctx.db)
  }

  @FieldResolver(() => Int, { description: 'Its number.' })
  number(@Root() draft: Draft): number {
    return draft.id
  }

  @FieldResolver(() => CodebookType, { description: 'The published version it began as.' })
  base(@Root() draft: Draft, @Ctx() ctx: Context): Codebook {
    return codebookOf(ctx.record, draft.base, ctx.revision)
  }

  @FieldResolver(() => [TagType], { description: 'Its tags as they stand; one that has no weight yet weighs 0.' })
  tags(@Root() draft: Draft): readonly Tag[] {
    return weighedTags(draft.tags)
  }

  @FieldResolver(() => [String], {
    description:
      'What stands in the way of publishing it, a sentence each: tags without weights or definition, and the like.',
  })
  blocking(@Root() draft: Draft, @Ctx() ctx: Context): readonly string[] {
    const parsed = publishable(baseOf(ctx, draft), draft, `${draft.codebook}-1`, 'A note')
    return Array.isArray(parsed) ? parsed.map(sentenceOf) : []
  }

  @FieldResolver(() => [DraftEditionType], { description: 'Every step so far, the newest first; 100 at most.' })
  async editions(@Root() draft: Draft, @Ctx() ctx: Context): Promise<readonly DraftEdition[]> {
    return editionsOf(ctx.db, draft.id)
  }
}

export function baseOf(ctx: Context, draft: Draft): Codebook {
  return codebookOf(ctx.record, draft.base, ctx.revision)
}
