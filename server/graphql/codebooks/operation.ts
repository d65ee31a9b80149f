/** Operations on the tags of a draft: preview, apply, revert. */
import { Arg, Ctx, Field, InputType, Int, Mutation, Query, Resolver } from 'type-graphql'
import { diffOf } from '../../domain/codebook/diff.ts'
import { type Draft, draftedOn } from '../../domain/codebook/draft.ts'
import { faultsOfOperation, operated, sentenceOfOperation } from '../../domain/codebook/operation.ts'
import { refuse } from '../../domain/error.ts'
import { changeDraft, draftById, draftToChange, editionOf } from '../../store/draft.ts'
import type { Context } from '../schema/context.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { change, type Outcome, orUserError, payloadOf, throwIfAny } from '../schema/payload.ts'
import { CodebookDiffType } from './codebook.diff.ts'
import { DraftEditionInput } from './draft.input.ts'
import { baseOf, DraftType } from './draft.ts'
import { operationOf, TagOperationInput } from './operation.inputs.ts'

@InputType('TagsChange', { description: 'The draft, and the operation on its tags.' })
class TagsChangeInput extends DraftEditionInput {
  @Field(() => TagOperationInput, { description: 'The operation to carry out.' })
  operation!: TagOperationInput
}

@InputType('DraftReversion', { description: 'The draft to revert, and the edition to return to.' })
class DraftReversionInput extends DraftEditionInput {
  @Field(() => Int, { description: 'Number of the edition whose tags the draft is to have again.' })
  to!: number
}

const payload = (name: string) => payloadOf(name, 'draft', () => DraftType, 'the draft; null if refused.')
const ChangeTagsPayload = payload('ChangeTagsPayload')
const RevertDraftPayload = payload('RevertDraftPayload')

@Resolver()
export class OperationResolver {
  @Query(() => CodebookDiffType, {
    description:
      'What an operation on the tags of a draft would change: `a` is the draft as it stands, `b` the draft after the operation. Nothing is stored.',
  })
  async proposedTags(
    @Arg('draft', () => Int, { description: 'Number of the draft.' }) number: number,
    @Arg('operation', () => TagOperationInput, { description: 'The operation to preview.' })
    operation: TagOperationInput,
    @Ctx() ctx: Context,
  ): Promise<CodebookDiffType> {
    const unknown = refuse(
      'UNKNOWN_ID',
      `draft ${number}`,
      'there is none of this number',
      'Take the number from the query drafts',
    )
    const draft = orGraphQLError<Draft>((await draftById(ctx.db, number)) ?? unknown)
    const tags = orGraphQLError(operated(draft.tags, operationOf(operation)))
    const base = baseOf(ctx, draft)
    const [a, b] = [draftedOn(base, draft), draftedOn(base, { ...draft, tags })]
    return { a, b, ...diffOf(a, b) }
  }

  @Mutation(() => ChangeTagsPayload, { description: 'Renames, describes, merges, splits or retires tags of a draft.' })
  async changeTags(
    @Arg('input', () => TagsChangeInput, { description: 'The draft, and the operation to carry out.' })
    input: TagsChangeInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ draft: Draft }>> {
    return change(ctx, 'changeTags', async (tx, note) => {
      const before = orUserError(await draftToChange(tx, input.draft, input.edition), 'edition')
      const operation = operationOf(input.operation)
      throwIfAny(faultsOfOperation(operation).map((refusal) => ({ field: 'operation', refusal })))
      const tags = orUserError(operated(before.tags, operation), 'operation')
      const draft = await changeDraft(tx, before, { tags }, sentenceOfOperation(operation))
      const { edition } = draft
      await note({
        noun: 'Draft',
        key: draft.id,
        before: { edition: before.edition },
        after: { edition, ...operation },
      })
      return { draft }
    })
  }

  @Mutation(() => RevertDraftPayload, {
    description:
      'Gives a draft the tags of an earlier edition again, as a new edition. Reverting to the edition before that undoes it.',
  })
  async revertDraft(
    @Arg('input', () => DraftReversionInput, { description: 'The draft, and the edition to return to.' })
    input: DraftReversionInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ draft: Draft }>> {
    return change(ctx, 'revertDraft', async (tx, note) => {
      const before = orUserError(await draftToChange(tx, input.draft, input.edition), 'edition')
      const rule = 'the draft has no such edition'
      const unknown = refuse('UNKNOWN_ID', `edition ${input.to}`, rule, 'Take one that its editions list')
      const { tags } = orUserError((await editionOf(tx, before.id, input.to)) ?? unknown, 'to')
      const draft = await changeDraft(tx, before, { tags }, `Back to edition ${input.to}`)
      const { edition } = draft
      await note({
        noun: 'Draft',
        key: draft.id,
        before: { edition: before.edition },
        after: { edition, as: input.to },
      })
      return { draft }
    })
  }
}
