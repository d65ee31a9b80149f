/**
 * What is known of agreement under a codebook version: worked out once a revision and version, for the bootstrap takes its
 * time and everybody may ask.
 */
import { type Followed, followedTo } from '../../domain/agreement/lineage.ts'
import { type AgreementReport, agreementReport } from '../../domain/agreement/report.ts'
import type { Codebook } from '../../domain/codebook/codebook.ts'
import { versionsUpTo } from '../../domain/codebook/lineage.ts'
import type { Revision } from '../../domain/record/revision.ts'
import { doubleCodings } from '../../store/coding.ts'
import type { HeldRecord } from '../../store/record.ts'
import type { Context } from '../schema/context.ts'

/** So many statements are weighed at most, the latest. */
export const MOST_STATEMENTS = 5000

export interface KnownAgreement extends Followed {
  readonly codebook: Codebook
  /** Who has judged each statement, by whatever tag. */
  readonly judges: ReadonlyMap<number, ReadonlySet<string>>
  /** Worked out when first asked for. */
  readonly report: () => AgreementReport
}

const kept = new WeakMap<
  HeldRecord,
  { readonly revision: Revision; readonly versions: Map<string, Promise<KnownAgreement>> }
>()

/** Of all judgements under this version and those before it, as far as they are tags of this one. */
export function agreementUnder(ctx: Context, codebook: Codebook): Promise<KnownAgreement> {
  const { record, revision } = ctx
  const last = kept.get(record)
  const { versions } = last?.revision === revision ? last : { versions: new Map<string, Promise<KnownAgreement>>() }
  kept.set(record, { revision, versions })
  const found = versions.get(codebook.version) ?? read(ctx, codebook)
  versions.set(codebook.version, found)
  // A failure is not kept: the next who asks may have better luck.
  found.catch(() => versions.delete(codebook.version))
  return found
}

async function read({ db, record }: Context, codebook: Codebook): Promise<KnownAgreement> {
  const versions = versionsUpTo(record.codebooks, codebook)
  const made = await doubleCodings(
    db,
    versions.map((c) => c.version),
    MOST_STATEMENTS,
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
