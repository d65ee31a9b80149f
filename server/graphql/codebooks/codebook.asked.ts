/** Which codebook a client means: a published version, the latest of a name, or, for analysts, a draft as it stands. */
import type { Codebook } from '../../domain/codebook/codebook.ts'
import { draftedOn } from '../../domain/codebook/draft.ts'
import { refuse } from '../../domain/error.ts'
import type { Revision } from '../../domain/record/revision.ts'
import { draftById } from '../../store/draft.ts'
import type { HeldRecord } from '../../store/record.ts'
import { refusalOf } from '../guard/access.ts'
import type { Context } from '../schema/context.ts'
import { accepted } from '../schema/errors.ts'

export function codebookOf(record: HeldRecord, version: string, revision: Revision): Codebook {
  const exact = record.codebooks.find((c) => c.version === version)
  if (exact) return exact
  const named = record.codebooks.filter((c) => c.name === version)
  const found = named.filter((c) => c.publishedAt <= revision).at(-1) ?? named[0]
  if (found) return found
  const known = record.codebooks.map((c) => c.version).join(', ')
  return accepted<Codebook>(
    refuse('UNKNOWN_CODEBOOK', version, 'no codebook of this name or version is published', `Give one of ${known}`),
  )
}

const DRAFT = /^draft:(\d{1,9})$/

/** The codebook of a version or name; `draft:7`, for analysts, a draft as it stands. */
export async function codebookAsked(ctx: Context, version: string, revision = ctx.revision): Promise<Codebook> {
  if (!version.startsWith('draft:')) return codebookOf(ctx.record, version, revision)
  const refused = refusalOf(ctx, 'Query', version, 'ANALYST')
  if (refused) throw refused
  ctx.beside.read = true
  const known = ctx.beside.drafts.get(version) ?? draftAsked(ctx, version)
  ctx.beside.drafts.set(version, known)
  return known
}

async function draftAsked(ctx: Context, version: string): Promise<Codebook> {
  const number = DRAFT.exec(version)?.[1]
  const draft = number === undefined ? null : await draftById(ctx.db, Number(number))
  const rule = 'there is no draft of this number'
  if (draft === null) return accepted<Codebook>(refuse('UNKNOWN_CODEBOOK', version, rule, 'Look at the query drafts'))
  return draftedOn(codebookOf(ctx.record, draft.base, ctx.revision), draft)
}
