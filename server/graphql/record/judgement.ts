/** What a judgement says, as the store keeps it. */
import type { Leaf } from '../../domain/codebook/codebook.ts'
import { type Refusal, refuse } from '../../domain/error.ts'
import type { Placed } from '../../domain/record/desk.ts'
import type { DocumentId } from '../../domain/record/document.ts'
import { checkText } from '../../domain/text.ts'
import type { NewCoding } from '../../store/coding.ts'
import { exposedTo } from '../../store/desk.ts'
import type { Transaction } from '../../store/transaction.ts'
import { userOf } from '../guard/access.ts'
import type { Context } from '../schema/context.ts'
import { orUserError } from '../schema/payload.ts'
import type { JudgementInput } from './statement.inputs.ts'

/**
 * The tag's leaf, and the coding by whoever asks. Where they name no proposal, that is kept which a page displayed to them
 * of what the statement says: who has seen one does not judge blind, however the judgement comes in.
 */
export async function judgedBy(
  ctx: Context,
  tx: Transaction,
  judgement: JudgementInput,
  on: Placed & { readonly document: DocumentId },
  coder = userOf(ctx.caller).name,
): Promise<{ readonly coding: NewCoding; readonly leaf: Leaf }> {
  const { tag: code, codebook: version, shown = null } = judgement
  const reason = judgement.reason ?? ''
  const { codebooks } = ctx.record
  const codebook = codebooks.find((c) => c.version === version) ?? codebooks.findLast((c) => c.name === version)
  const versions = codebooks.map((c) => c.version).join(', ')
  const unpublished = refuse(
    'UNKNOWN_CODEBOOK',
    version,
    'no codebook of this name is published',
    `Give one of ${versions}`,
  )
  const book = orUserError(codebook ?? unpublished, 'judgement.codebook')
  const rule = `the codebook "${book.version}" has no such tag`
  const unknown = refuse('UNKNOWN_TAG', code, rule, 'Take the code of one of its tags')
  const tag = orUserError(book.tags.find((t) => t.code === code) ?? unknown, 'judgement.tag')
  if (reason !== '') orUserError(checkText(reason, 2000), 'judgement.reason')
  // Another version may have proposed it: it need not be a tag of this one.
  if (shown !== null) orUserError(checkText(shown, 100), 'judgement.shown')
  const seen = shown ?? (await exposedTo(tx, userOf(ctx.caller).id, on))
  const reasonBy = orUserError(givenBy(judgement, reason), 'judgement.reasonBy')
  const said = { codebook: book.version, tag: code, reason, reasonBy, shown: seen }
  return { coding: { ...said, coder, state: 'SETTLED', confidence: null }, leaf: tag.leaf }
}

/** Whose words the reason is; refused where they were said of another tag, or of nothing. */
function givenBy({ tag, shown = null, reasonBy = null }: JudgementInput, reason: string): string | null | Refusal {
  if (reasonBy === null || reason === '') return null
  if (!/^(machine|rule):[a-z0-9][a-z0-9.-]{0,60}$/.test(reasonBy)) {
    const rule = 'others who give reasons are called machine:NAME or rule:NAME'
    return refuse('BAD_CODE', reasonBy, rule, 'Take it from the field `coder` of the desk, or leave it out')
  }
  if (shown === tag) return reasonBy
  const rule = `its reason is for ${shown ?? 'nothing that was proposed'}, and the tag is ${tag}`
  return refuse('NOT_POSSIBLE', reasonBy, rule, 'Leave both out, or give a reason of your own')
}
