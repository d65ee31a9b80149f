/** Mutations of drafts: create, set weights, discard, and publish as the next version. */
import { Arg, Ctx, Field, Float, InputType, Mutation, Resolver } from 'type-graphql'
import type { Codebook } from '../../domain/codebook/codebook.ts'
import { type Draft, draftedOn, publishable } from '../../domain/codebook/draft.ts'
import { overlaid } from '../../domain/codebook/weights.ts'
import { refuse } from '../../domain/error.ts'
import { checkText } from '../../domain/text.ts'
import { codebooksAt, publishCodebook } from '../../store/directory.ts'
import { addDraft, changeDraft, draftToChange } from '../../store/draft.ts'
import { userOf } from '../guard/access.ts'
import type { Context } from '../schema/context.ts'
import { change, type Outcome, orUserError, payloadOf, throwIfAny } from '../schema/payload.ts'
import { CodebookType } from './codebook.ts'
import { DraftEditionInput } from './draft.input.ts'
import { baseOf, DraftType } from './draft.ts'

@InputType('NewDraft', { description: 'The draft to begin.' })
class NewDraftInput {
  @Field(() => String, {
    defaultValue: 'default',
    description: 'The published version to copy: a version such as `default-1`, or a name for its latest version.',
  })
  from!: string
}

@InputType('TagWeighing', { description: 'New weights for one tag, and the reason for them.' })
class TagWeighingInput {
  @Field(() => String, { description: 'Code of the tag.' })
  tag!: string

  @Field(() => Float, { nullable: true, description: 'Tension weight, 0–10; null keeps the present one.' })
  tension?: number | null

  @Field(() => Float, { nullable: true, description: 'Engagement weight, 0–10; null keeps the present one.' })
  engagement?: number | null

  @Field(() => String, {
    nullable: true,
    description: 'Why the tag has these two weights, at most 2000 characters; null keeps the present text.',
  })
  reason?: string | null
}

@InputType('DraftWeights', { description: 'New weights for some tags of a draft.' })
class DraftWeightsInput extends DraftEditionInput {
  @Field(() => [TagWeighingInput], { description: 'The tags to weigh, each at most once.' })
  weights!: TagWeighingInput[]
}

@InputType('DraftPublishing', { description: 'The draft to publish, and the note of the version.' })
class DraftPublishingInput extends DraftEditionInput {
  @Field(() => String, {
    description: 'What has changed, and why, 10 to 5000 characters. It becomes the note of the version.',
  })
  note!: string
}

@InputType('DraftDiscarding', { description: 'The draft to discard.' })
class DraftDiscardingInput extends DraftEditionInput {}

const payload = (name: string) => payloadOf(name, 'draft', () => DraftType, 'the draft; null if refused.')
const CreateDraftPayload = payload('CreateDraftPayload')
const SetWeightsPayload = payload('SetWeightsPayload')
const DiscardDraftPayload = payload('DiscardDraftPayload')
const PublishCodebookPayload = payloadOf(
  'PublishCodebookPayload',
  'codebook',
  () => CodebookType,
  'the published version; null if refused.',
)

@Resolver()
export class DraftChangeResolver {
  @Mutation(() => CreateDraftPayload, { description: 'Begins a draft as a copy of a published version.' })
  async createDraft(
    @Arg('input', () => NewDraftInput, { description: 'The version to copy.' }) { from }: NewDraftInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ draft: Draft }>> {
    return change(ctx, 'createDraft', async (tx, note) => {
      const { codebooks } = ctx.record
      const found = codebooks.find((c) => c.version === from) ?? codebooks.findLast((c) => c.name === from)
      const cure = `Give one of ${codebooks.map((c) => c.version).join(', ')}`
      const unknown = refuse('UNKNOWN_CODEBOOK', from, 'no codebook of this name is published', cure)
      const { name: codebook, version: base, tags } = orUserError(found ?? unknown, 'from')
      const draft = await addDraft(tx, { codebook, base, tags, createdBy: userOf(ctx.caller).name })
      await note({ noun: 'Draft', key: draft.id, before: null, after: { codebook, base } })
      return { draft }
    })
  }

  @Mutation(() => SetWeightsPayload, { description: 'Sets weights of tags in a draft.' })
  async setWeights(
    @Arg('input', () => DraftWeightsInput, { description: 'The draft, and the weights to set.' })
    input: DraftWeightsInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ draft: Draft }>> {
    return change(ctx, 'setWeights', async (tx, note) => {
      const before = orUserError(await draftToChange(tx, input.draft, input.edition), 'edition')
      const overlay = input.weights.map(({ tag, tension = null, engagement = null }) => ({ tag, tension, engagement }))
      const weighed = orUserError(overlaid(draftedOn(baseOf(ctx, before), before), overlay), 'weights')
      const reasons = new Map(
        input.weights.flatMap(({ tag, reason }) => (reason == null ? [] : [[tag, reason] as const])),
      )
      for (const reason of reasons.values()) orUserError(checkText(reason, 2000), 'weights')
      const given = new Map(overlay.map((o) => [o.tag, o]))
      const tags = before.tags.map((tag, i) => ({
        ...tag,
        tension: given.get(tag.code)?.tension == null ? tag.tension : (weighed[i]?.tension ?? null),
        engagement: given.get(tag.code)?.engagement == null ? tag.engagement : (weighed[i]?.engagement ?? null),
        reason: reasons.get(tag.code) ?? tag.reason,
      }))
      const named = new Set(given.keys())
      const draft = await changeDraft(tx, before, { tags }, `Weighed ${[...named].join(', ') || 'nothing'}`)
      await note({ noun: 'Draft', key: draft.id, before: weightsOf(before, named), after: weightsOf(draft, named) })
      return { draft }
    })
  }

  @Mutation(() => DiscardDraftPayload, { description: 'Closes a draft without publishing it.' })
  async discardDraft(
    @Arg('input', () => DraftDiscardingInput, { description: 'The draft to discard.' }) input: DraftDiscardingInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ draft: Draft }>> {
    return change(ctx, 'discardDraft', async (tx, note) => {
      const before = orUserError(await draftToChange(tx, input.draft, input.edition), 'edition')
      const draft = await changeDraft(tx, before, { state: 'DISCARDED' }, 'Discarded')
      await note({ noun: 'Draft', key: draft.id, before: { state: before.state }, after: { state: draft.state } })
      return { draft }
    })
  }

  @Mutation(() => PublishCodebookPayload, {
    description: 'Publishes a draft as the next version, which never changes again.',
  })
  async publishCodebook(
    @Arg('input', () => DraftPublishingInput, { description: 'The draft to publish, and the note of the version.' })
    input: DraftPublishingInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ codebook: Codebook }>> {
    return change(ctx, 'publishCodebook', async (tx, note) => {
      const draft = orUserError(await draftToChange(tx, input.draft, input.edition), 'edition')
      orUserError(checkText(input.note, 5000), 'note')
      if (input.note.length < 10) {
        const rule = 'a note says in at least 10 characters what has changed, and why'
        orUserError(refuse('INCOMPLETE', input.note, rule, 'Write a sentence'), 'note')
      }
      const published = await codebooksAt(tx, tx.revision)
      const numbers = published.filter((c) => c.name === draft.codebook).map((c) => Number(c.version.split('-').at(-1)))
      const version = `${draft.codebook}-${Math.max(0, ...numbers) + 1}`
      const parsed = publishable(baseOf(ctx, draft), draft, version, input.note)
      if (Array.isArray(parsed)) {
        throwIfAny(parsed.map((refusal) => ({ field: 'draft', refusal })))
        throw new Error('A codebook was refused without a reason')
      }
      await publishCodebook(tx, parsed)
      await changeDraft(tx, draft, { state: 'PUBLISHED' }, `Published as ${version}`)
      const { hash } = parsed
      await note({
        noun: 'Codebook',
        key: version,
        before: { draft: draft.id, base: draft.base },
        after: { version, hash },
      })
      return { codebook: parsed }
    })
  }
}

function weightsOf({ tags, edition }: Draft, named: ReadonlySet<string>): object {
  const weights = tags.filter((t) => named.has(t.code))
  return {
    edition,
    weights: weights.map(({ code, tension, engagement, reason }) => ({ code, tension, engagement, reason })),
  }
}
