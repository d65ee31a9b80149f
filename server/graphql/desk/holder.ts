/** Who has a document of the queue in hand: an analyst takes a free one and gives it back, an editor hands any to anybody. */
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { isAtLeast } from '../../domain/account.ts'
import { refuse } from '../../domain/error.ts'
import type { Document } from '../../domain/record/document.ts'
import { userNamed } from '../../store/account.ts'
import { holderOf, putHolder } from '../../store/desk.ts'
import { userOf } from '../guard/access.ts'
import { has } from '../guard/caller.ts'
import { DocumentType } from '../record/document.ts'
import type { Context } from '../schema/context.ts'
import { change, type Outcome, payloadOf, taken } from '../schema/payload.ts'
import { documentOf } from './desk.ts'

@InputType('DeskHolding', { description: 'A document of the queue, and who is to have it in hand.' })
class DeskHoldingInput {
  @Field(() => ID, { description: 'Id of the document.' })
  document!: string

  @Field(() => String, { nullable: true, description: 'Name of an analyst; null: nobody.' })
  holder?: string | null
}

const HoldDocumentPayload = payloadOf(
  'HoldDocumentPayload',
  'document',
  () => DocumentType,
  'the document; null where refused.',
)

@Resolver()
export class HolderResolver {
  @Mutation(() => HoldDocumentPayload, {
    description:
      'Gives a document of the queue into a hand, or back. An analyst takes what is free and gives back what they have; an editor gives any to anybody. It keeps nobody from working on it.',
  })
  async holdDocument(
    @Arg('input', () => DeskHoldingInput, { description: 'Which, and whose.' }) input: DeskHoldingInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ document: Document }>> {
    return change(ctx, 'holdDocument', async (tx, note) => {
      const document = await documentOf(tx, input.document)
      const own = userOf(ctx.caller).name
      const { holder: asked = null } = input
      const before = await holderOf(tx, document.id)
      if (!has(ctx.caller, 'EDITOR')) {
        if (before !== null && before !== own) {
          taken(refuse('CONFLICT', document.title, `${before} has it in hand`, 'Ask them, or an editor'), 'document')
        }
        if (asked !== null && asked !== own) {
          taken(refuse('NOT_POSSIBLE', asked, 'an editor gives documents to others', 'Take it yourself'), 'holder')
        }
      }
      const user = asked === null ? null : await userNamed(tx, asked)
      const fit = user !== null && user.disabledAt === null && isAtLeast(user.role, 'ANALYST')
      if (asked !== null && !fit) {
        const rule = 'no analyst of this name is let in'
        taken(refuse('UNKNOWN_NAME', asked, rule, 'Give the name they sign in with'), 'holder')
      }
      if (before === asked) return { document }
      await putHolder(tx, document.id, user?.id ?? null)
      await note({ noun: 'Document', key: document.id, before: { holder: before }, after: { holder: asked } })
      return { document }
    })
  }
}
