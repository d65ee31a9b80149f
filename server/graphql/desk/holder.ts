/** Holders of documents in the queue: an analyst takes and releases documents, an editor assigns any to anybody. */
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { isAtLeast } from '../../domain/account.ts'
import { refuse } from '../../domain/error.ts'
import type { Document } from '../../domain/record/document.ts'
import { userNamed } from '../../store/account.ts'
import { holderOf, putHolder } from '../../store/desk.ts'
import { userOf } from '../guard/access.ts'
import { hasRole } from '../guard/caller.ts'
import { DocumentType } from '../record/document.ts'
import type { Context } from '../schema/context.ts'
import { change, type Outcome, orUserError, payloadOf } from '../schema/payload.ts'
import { documentOf } from './desk.ts'

@InputType('DeskHolding', { description: 'A document of the queue, and the analyst it is to be assigned to.' })
class DeskHoldingInput {
  @Field(() => ID, { description: 'Global id of the document.' })
  document!: string

  @Field(() => String, { nullable: true, description: 'Name of an analyst; null: nobody.' })
  holder?: string | null
}

const HoldDocumentPayload = payloadOf(
  'HoldDocumentPayload',
  'document',
  () => DocumentType,
  'the document; null if refused.',
)

@Resolver()
export class HolderResolver {
  @Mutation(() => HoldDocumentPayload, {
    description:
      'Assigns a document of the queue to an analyst, or releases it. An analyst may take a free document and release their own; an editor may assign any. Others may still work on it.',
  })
  async holdDocument(
    @Arg('input', () => DeskHoldingInput, { description: 'The document, and its new holder.' }) input: DeskHoldingInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ document: Document }>> {
    return change(ctx, 'holdDocument', async (tx, note) => {
      const document = await documentOf(tx, input.document)
      const own = userOf(ctx.caller).name
      const { holder: wanted = null } = input
      const before = await holderOf(tx, document.id)
      if (!hasRole(ctx.caller, 'EDITOR')) {
        if (before !== null && before !== own) {
          orUserError(refuse('CONFLICT', document.title, `${before} holds it`, 'Ask them, or an editor'), 'document')
        }
        if (wanted !== null && wanted !== own) {
          orUserError(
            refuse('NOT_POSSIBLE', wanted, 'only an editor assigns documents to others', 'Take it yourself'),
            'holder',
          )
        }
      }
      const user = wanted === null ? null : await userNamed(tx, wanted)
      const fit = user !== null && user.disabledAt === null && isAtLeast(user.role, 'ANALYST')
      if (wanted !== null && !fit) {
        const rule = 'no enabled analyst has this name'
        orUserError(refuse('UNKNOWN_NAME', wanted, rule, 'Give the name they sign in with'), 'holder')
      }
      if (before === wanted) return { document }
      await putHolder(tx, document.id, user?.id ?? null)
      await note({ noun: 'Document', key: document.id, before: { holder: before }, after: { holder: wanted } })
      return { document }
    })
  }
}
