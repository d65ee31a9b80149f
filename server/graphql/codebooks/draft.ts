/** Drafts of codebooks. draft.change.ts creates, weighs and publishes them; operation.ts changes their tags. */
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
import { codebookOf } from './codebook.resolve.ts'
import { CodebookType, TagType } from './codebook.ts'
import { DraftStateEnum } from './draft.state.ts'

@ObjectType('Draft', { description: 'A codebook that is being worked on. It scores nothing until it is published.' })
export class DraftType {
  readonly base!: string

  @Field(() => String, { description: 'Name of the codebook that the draft will be a version of.' })
  readonly codebook!: string

  @Field(() => Int, { description: 'Grows by one with every change; give it with your next change.' })
  readonly edition!: number

  @Field(() => DraftStateEnum, { description: 'Whether the draft is open, published or discarded.' })
  readonly state!: DraftState

  @Field(() => String, { description: 'Name of the user who began the draft.' })
  readonly createdBy!: string

  @Field(() => DateTimeScalar, { description: 'When the draft was begun.' })
  readonly createdAt!: Instant

  @Field(() => DateTimeScalar, { description: 'When the draft was last changed.' })
  readonly changedAt!: Instant
}

@ObjectType('DraftEdition', { description: 'A draft as it stood after one change.' })
export class DraftEditionType {
  @Field(() => Int, { description: 'Number of the edition, as `revertDraft` takes it.' })
  readonly edition!: number

  @Field(() => String, { description: 'What the change did, as an English sentence.' })
  readonly what!: string

  @Field(() => String, { description: 'Name of the user who made the change.' })
  readonly by!: string

  @Field(() => DateTimeScalar, { description: 'When the change was made.' })
  readonly at!: Instant
}

@Resolver(() => DraftType)
export class DraftResolver {
  @Query(() => DraftType, { nullable: true, description: 'A draft by its number; null if there is none.' })
  async draft(
    @Arg('number', () => Int, { description: 'Number of the draft.' }) number: number,
    @Ctx() ctx: Context,
  ): Promise<Draft | null> {
    return draftById(ctx.db, number)
  }

  @Query(() => [DraftType], { description: 'The open drafts, last changed first; at most 100.' })
  async drafts(@Ctx() ctx: Context): Promise<readonly Draft[]> {
    return openDrafts(ctx.db)
  }

  @FieldResolver(() => Int, { description: 'Number of the draft.' })
  number(@Root() draft: Draft): number {
    return draft.id
  }

  @FieldResolver(() => CodebookType, { description: 'The published version that the draft was copied from.' })
  base(@Root() draft: Draft, @Ctx() ctx: Context): Codebook {
    return codebookOf(ctx.record, draft.base, ctx.revision)
  }

  @FieldResolver(() => [TagType], {
    description: 'The tags of the draft as they stand. A tag without a weight has weight 0 here.',
  })
  tags(@Root() draft: Draft): readonly Tag[] {
    return weighedTags(draft.tags)
  }

  @FieldResolver(() => [String], {
    description: 'What must be done before the draft can be published, one English sentence each; empty if nothing.',
  })
  blocking(@Root() draft: Draft, @Ctx() ctx: Context): readonly string[] {
    const parsed = publishable(baseOf(ctx, draft), draft, `${draft.codebook}-1`, 'A note')
    return Array.isArray(parsed) ? parsed.map(sentenceOf) : []
  }

  @FieldResolver(() => [DraftEditionType], {
    description: 'The changes of the draft so far, newest first; at most 100.',
  })
  async editions(@Root() draft: Draft, @Ctx() ctx: Context): Promise<readonly DraftEdition[]> {
    return editionsOf(ctx.db, draft.id)
  }
}

export function baseOf(ctx: Context, draft: Draft): Codebook {
  return codebookOf(ctx.record, draft.base, ctx.revision)
}
