/**
 * Agreement under a codebook version, cached per revision and version: the bootstrap is slow, and everybody may ask for it.
 */
import { type Followed, followedTo } from '../../domain/agreement/lineage.ts'
import { type AgreementReport, agreementReport } from '../../domain/agreement/report.ts'
import type { Codebook } from '../../domain/codebook/codebook.ts'
import { versionsUpTo } from '../../domain/codebook/lineage.ts'
import type { Revision } from '../../domain/record/revision.ts'
import { doubleCodings } from '../../store/coding.ts'
import type { HeldRecord } from '../../store/record.ts'
import type { Context } from '../schema/context.ts'

/** Only this many statements are evaluated, the latest ones. */
export const MAX_STATEMENTS = 5000

export interface VersionAgreement extends Followed {
  readonly codebook: Codebook
  /** The coders of each statement. */
  readonly judges: ReadonlyMap<number, ReadonlySet<string>>
  /** Computed at the first call. */
  readonly report: () => AgreementReport
}

const cache = new WeakMap<
  HeldRecord,
  { readonly revision: Revision; readonly versions: Map<string, Promise<VersionAgreement>> }
>()

/** Agreement of all judgements under this version and those before it, as far as their tags map to tags of this one. */
export function agreementUnder(ctx: Context, codebook: Codebook): Promise<VersionAgreement> {
  const { record, revision } = ctx
  const last = cache.get(record)
  const { versions } = last?.revision === revision ? last : { versions: new Map<string, Promise<VersionAgreement>>() }
  cache.set(record, { revision, versions })
  const found = versions.get(codebook.version) ?? readAgreement(ctx, codebook)
  versions.set(codebook.version, found)
  // A failure is not cached, so the next request tries again.
  found.catch(() => versions.delete(codebook.version))
  return found
}

async function readAgreement({ db, record }: Context, codebook: Codebook): Promise<VersionAgreement> {
  const versions = versionsUpTo(record.codebooks, codebook)
  const made = await doubleCodings(
    db,
    versions.map((c) => c.version),
    MAX_STATEMENTS,
  )
  const judges = new Map<number, Set<string>>()
  for (const { statement, coder } of made) {
    judges.set(statement, (judges.get(statement) ?? new Set<string>()).add(coder))
  }
  const followed = followedTo(codebook, versions, made)
  let report: AgreementReport | null = null
  return {
    ...followed,
    codebook,
    judges,
    report: () => {
      report ??= agreementReport(followed.judgements)
      return report
    },
  }
}
