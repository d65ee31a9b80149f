/** Resolves a codebook by version, by name (its latest version), or, for analysts, by draft number. */
import type { Codebook } from '../../domain/codebook/codebook.ts'
import { draftedOn } from '../../domain/codebook/draft.ts'
import { refuse } from '../../domain/error.ts'
import type { Revision } from '../../domain/record/revision.ts'
import { draftById } from '../../store/draft.ts'
import type { HeldRecord } from '../../store/record.ts'
import { refusalOf } from '../guard/access.ts'
import type { Context } from '../schema/context.ts'
import { orGraphQLError } from '../schema/errors.ts'

export function codebookOf(record: HeldRecord, version: string, revision: Revision): Codebook {
  const exact = record.codebooks.find((c) => c.version === version)
  if (exact) return exact
  const named = record.codebooks.filter((c) => c.name === version)
  const found = named.filter((c) => c.publishedAt <= revision).at(-1) ?? named[0]
  if (found) return found
  const known = record.codebooks.map((c) => c.version).join(', ')
  return orGraphQLError<Codebook>(
    refuse('UNKNOWN_CODEBOOK', version, 'no codebook of this name or version is published', `Give one of ${known}`),
  )
}

const DRAFT = /^draft:(\d{1,9})$/

/** The codebook of a version or name, or the draft of `draft:7`, which only analysts may read. */
export async function resolveCodebook(ctx: Context, version: string, revision = ctx.revision): Promise<Codebook> {
  if (!version.startsWith('draft:')) return codebookOf(ctx.record, version, revision)
  const refused = refusalOf(ctx, 'Query', version, 'ANALYST')
  if (refused) throw refused
  ctx.unversioned.read = true
  const known = ctx.unversioned.drafts.get(version) ?? resolveDraft(ctx, version)
  ctx.unversioned.drafts.set(version, known)
  return known
}

async function resolveDraft(ctx: Context, version: string): Promise<Codebook> {
  const number = DRAFT.exec(version)?.[1]
  const draft = number === undefined ? null : await draftById(ctx.db, Number(number))
  const rule = 'there is no draft of this number'
  if (draft === null)
    return orGraphQLError<Codebook>(refuse('UNKNOWN_CODEBOOK', version, rule, 'Take the number from the query drafts'))
  return draftedOn(codebookOf(ctx.record, draft.base, ctx.revision), draft)
}
