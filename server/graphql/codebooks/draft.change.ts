/** Beginning a draft, weighing its tags, discarding it, and publishing it as the next version. */
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
import { change, type Outcome, payloadOf, taken, without } from '../schema/payload.ts'
import { CodebookType } from './codebook.ts'
import { DraftRead } from './draft.read.ts'
import { baseOf, DraftType } from './draft.ts'

@InputType('NewDraft', { description: 'A draft to begin.' })
class NewDraftInput {
  @Field(() => String, { defaultValue: 'default', description: 'A published version, or a name: its latest version.' })
  from!: string
}

@InputType('TagWeighing', { description: 'The weights of one tag, and why.' })
class TagWeighingInput {
  @Field(() => String, { description: 'Code of the tag.' })
  tag!: string

  @Field(() => Float, { nullable: true, description: 'Tension weight 0–10; null keeps it.' })
  tension?: number | null

  @Field(() => Float, { nullable: true, description: 'Engagement weight 0–10; null keeps it.' })
  engagement?: number | null

  @Field(() => String, { nullable: true, description: 'Why these two weights; null keeps what is said.' })
  reason?: string | null
}

@InputType('DraftWeights', { description: 'Other weights for some tags of a draft.' })
class DraftWeightsInput extends DraftRead {
  @Field(() => [TagWeighingInput], { description: 'Tags, each once.' })
  weights!: TagWeighingInput[]
}

@InputType('DraftPublishing', { description: 'A draft to publish.' })
class DraftPublishingInput extends DraftRead {
  @Field(() => String, { description: 'What has changed, and why, 10 to 5000 characters; it stands in the version.' })
  note!: string
}

@InputType('DraftDiscarding', { description: 'A draft to discard.' })
class DraftDiscardingInput extends DraftRead {}

const payload = (name: string) => payloadOf(name, 'draft', () => DraftType, 'the draft; null where refused.')
const CreateDraftPayload = payload('CreateDraftPayload')
const SetWeightsPayload = payload('SetWeightsPayload')
const DiscardDraftPayload = payload('DiscardDraftPayload')
const PublishCodebookPayload = payloadOf(
  'PublishCodebookPayload',
  'codebook',
  () => CodebookType,
  'the version; null where refused.',
)

@Resolver()
export class DraftChangeResolver {
  @Mutation(() => CreateDraftPayload, { description: 'Begins a draft as a copy of a published version.' })
  async createDraft(
    @Arg('input', () => NewDraftInput, { description: 'From which.' }) { from }: NewDraftInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ draft: Draft }>> {
    return change(ctx, 'createDraft', async (tx, note) => {
      const { codebooks } = ctx.record
      const found = codebooks.find((c) => c.version === from) ?? codebooks.findLast((c) => c.name === from)
      const cure = `Give one of ${codebooks.map((c) => c.version).join(', ')}`
      const unknown = refuse('UNKNOWN_CODEBOOK', from, 'no codebook of this name is published', cure)
      const { name: codebook, version: base, tags } = taken(found ?? unknown, 'from')
      const draft = await addDraft(tx, { codebook, base, tags, createdBy: userOf(ctx.caller).name })
      await note({ noun: 'Draft', key: draft.id, before: null, after: { codebook, base } })
      return { draft }
    })
  }

  @Mutation(() => SetWeightsPayload, { description: 'Gives tags of a draft other weights.' })
  async setWeights(
    @Arg('input', () => DraftWeightsInput, { description: 'Which.' }) input: DraftWeightsInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ draft: Draft }>> {
    return change(ctx, 'setWeights', async (tx, note) => {
      const before = taken(await draftToChange(tx, input.draft, input.edition), 'edition')
      const overlay = input.weights.map(({ tag, tension = null, engagement = null }) => ({ tag, tension, engagement }))
      const weighed = taken(overlaid(draftedOn(baseOf(ctx, before), before), overlay), 'weights')
      const reasons = new Map(
        input.weights.flatMap(({ tag, reason }) => (reason == null ? [] : [[tag, reason] as const])),
      )
      for (const reason of reasons.values()) taken(checkText(reason, 2000), 'weights')
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
    @Arg('input', () => DraftDiscardingInput, { description: 'Which.' }) input: DraftDiscardingInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ draft: Draft }>> {
    return change(ctx, 'discardDraft', async (tx, note) => {
      const before = taken(await draftToChange(tx, input.draft, input.edition), 'edition')
      const draft = await changeDraft(tx, before, { state: 'DISCARDED' }, 'Discarded')
      await note({ noun: 'Draft', key: draft.id, before: { state: before.state }, after: { state: draft.state } })
      return { draft }
    })
  }

  @Mutation(() => PublishCodebookPayload, {
    description: 'Publishes a draft as the next version; it never changes again.',
  })
  async publishCodebook(
    @Arg('input', () => DraftPublishingInput, { description: 'Which, and why.' }) input: DraftPublishingInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ codebook: Codebook }>> {
    return change(ctx, 'publishCodebook', async (tx, note) => {
      const draft = taken(await draftToChange(tx, input.draft, input.edition), 'edition')
      taken(checkText(input.note, 5000), 'note')
      if (input.note.length < 10) {
        const rule = 'a note says in at least 10 characters what has changed, and why'
        taken(refuse('INCOMPLETE', input.note, rule, 'Write a sentence'), 'note')
      }
      const published = await codebooksAt(tx, tx.revision)
      const numbers = published.filter((c) => c.name === draft.codebook).map((c) => Number(c.version.split('-').at(-1)))
      const version = `${draft.codebook}-${Math.max(0, ...numbers) + 1}`
      const parsed = publishable(baseOf(ctx, draft), draft, version, input.note)
      if (Array.isArray(parsed)) {
        without(parsed.map((refusal) => ({ field: 'draft', refusal })))
        throw new Error('a codebook was refused without a reason')
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
