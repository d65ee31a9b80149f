/** Surgery on the tags of a draft: looked at before it is done, done, and taken back. */
import { Arg, Ctx, Field, InputType, Int, Mutation, Query, Resolver } from 'type-graphql'
import { diffOf } from '../../domain/codebook/diff.ts'
import { type Draft, draftedOn } from '../../domain/codebook/draft.ts'
import { faultsOfOperation, operated, sentenceOfOperation } from '../../domain/codebook/operation.ts'
import { refuse } from '../../domain/error.ts'
import { changeDraft, draftById, draftToChange, editionOf } from '../../store/draft.ts'
import type { Context } from '../schema/context.ts'
import { accepted } from '../schema/errors.ts'
import { change, type Outcome, payloadOf, taken, without } from '../schema/payload.ts'
import { CodebookDiffType } from './codebook.diff.ts'
import { DraftRead } from './draft.read.ts'
import { baseOf, DraftType } from './draft.ts'
import { operationOf, TagOperationInput } from './operation.inputs.ts'

@InputType('TagsChange', { description: 'An operation on the tags of a draft.' })
class TagsChangeInput extends DraftRead {
  @Field(() => TagOperationInput, { description: 'Which.' })
  operation!: TagOperationInput
}

@InputType('DraftReversion', { description: 'A draft to put back.' })
class DraftReversionInput extends DraftRead {
  @Field(() => Int, { description: 'The edition whose tags it is to have again.' })
  to!: number
}

const payload = (name: string) => payloadOf(name, 'draft', () => DraftType, 'the draft; null where refused.')
const ChangeTagsPayload = payload('ChangeTagsPayload')
const RevertDraftPayload = payload('RevertDraftPayload')

@Resolver()
export class OperationResolver {
  @Query(() => CodebookDiffType, {
    description:
      'What an operation on the tags of a draft would do: from the draft as it stands (`a`) to what it would be (`b`). Nothing is changed.',
  })
  async proposedTags(
    @Arg('draft', () => Int, { description: 'Number of the draft.' }) number: number,
    @Arg('operation', () => TagOperationInput, { description: 'Which.' }) operation: TagOperationInput,
    @Ctx() ctx: Context,
  ): Promise<CodebookDiffType> {
    const unknown = refuse('UNKNOWN_ID', `draft ${number}`, 'there is none of this number', 'Look at the query drafts')
    const draft = accepted<Draft>((await draftById(ctx.db, number)) ?? unknown)
    const tags = accepted(operated(draft.tags, operationOf(operation)))
    const base = baseOf(ctx, draft)
    const [a, b] = [draftedOn(base, draft), draftedOn(base, { ...draft, tags })]
    return { a, b, ...diffOf(a, b) }
  }

  @Mutation(() => ChangeTagsPayload, { description: 'Renames, describes, merges, splits or retires tags of a draft.' })
  async changeTags(
    @Arg('input', () => TagsChangeInput, { description: 'Which.' }) input: TagsChangeInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ draft: Draft }>> {
    return change(ctx, 'changeTags', async (tx, note) => {
      const before = taken(await draftToChange(tx, input.draft, input.edition), 'edition')
      const operation = operationOf(input.operation)
      without(faultsOfOperation(operation).map((refusal) => ({ field: 'operation', refusal })))
      const tags = taken(operated(before.tags, operation), 'operation')
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
      'Gives a draft the tags of an earlier edition again, as a new edition: undo, and by the edition before it, redo.',
  })
  async revertDraft(
    @Arg('input', () => DraftReversionInput, { description: 'Which.' }) input: DraftReversionInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ draft: Draft }>> {
    return change(ctx, 'revertDraft', async (tx, note) => {
      const before = taken(await draftToChange(tx, input.draft, input.edition), 'edition')
      const rule = 'the draft has no such edition'
      const unknown = refuse('UNKNOWN_ID', `edition ${input.to}`, rule, 'Take one that its editions list')
      const { tags } = taken((await editionOf(tx, before.id, input.to)) ?? unknown, 'to')
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
