/** What a page has displayed of the coder's proposals, so that it is known who judged blind and who did not. */
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { refuse } from '../../domain/error.ts'
import type { Proposal } from '../../domain/record/desk.ts'
import type { Document } from '../../domain/record/document.ts'
import { checkText } from '../../domain/text.ts'
import { logExposure } from '../../store/desk.ts'
import { userOf } from '../guard/access.ts'
import { DocumentType } from '../record/document.ts'
import type { Context } from '../schema/context.ts'
import { change, type Outcome, orUserError, payloadOf } from '../schema/payload.ts'
import { documentOf } from './desk.ts'

const MOST_PROPOSALS = 500

@InputType('Proposal', { description: 'A proposal of the coder, as it was displayed.' })
class ProposalInput implements Proposal {
  @Field(() => Int, { description: 'Where it begins in the text, in UTF-16 units.' })
  start!: number

  @Field(() => Int, { description: 'Where it ends, exclusive.' })
  end!: number

  @Field(() => String, { defaultValue: '', description: 'Code of who acts; empty where the coder does not know.' })
  source!: string

  @Field(() => String, { defaultValue: '', description: 'Code of toward whom; empty where the coder does not know.' })
  target!: string

  @Field(() => Boolean, { description: 'Did both do it to each other?' })
  mutual!: boolean

  @Field(() => String, { description: 'Code of the tag.' })
  tag!: string
}

@InputType('Exposure', { description: 'What a page has displayed to you.' })
class ExposureInput {
  @Field(() => ID, { description: 'Id of the document.' })
  document!: string

  @Field(() => [ProposalInput], { description: 'The proposals, at most 500.' })
  proposals!: ProposalInput[]
}

const LogExposurePayload = payloadOf(
  'LogExposurePayload',
  'document',
  () => DocumentType,
  'the document; null where refused.',
)
@Resolver()
export class ExposureResolver {
  @Mutation(() => LogExposurePayload, {
    description:
      'Tells that proposals were displayed to you. What you judge afterwards of what they say counts as judged with them in view, not as blind.',
  })
  async logExposure(
    @Arg('input', () => ExposureInput, { description: 'Which.' }) input: ExposureInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ document: Document }>> {
    // It is a log itself, and so has no line in the audit.
    return change(ctx, 'logExposure', async (tx) => {
      const { proposals } = input
      if (proposals.length > MOST_PROPOSALS) {
        const rule = `at most ${MOST_PROPOSALS} proposals at once`
        orUserError(refuse('TOO_MUCH', `${proposals.length} proposals`, rule, 'Send them in parts'), 'proposals')
      }
      for (const { tag, source, target } of proposals)
        for (const code of [tag, ...[source, target].filter((side) => side !== '')])
          orUserError(checkText(code, 100), 'proposals')
      const document = await documentOf(tx, input.document)
      await logExposure(tx, { document: document.id, user: userOf(ctx.caller).id }, proposals)
      return { document }
    })
  }
}
