/**
 * Judgements made under earlier versions of a codebook, as judgements under a later one: each follows what became of its
 * tag. What is no longer any tag counts for none, and is listed.
 */

import type { Codebook } from '../codebook/codebook.ts'
import { type Heir, heirsOf, type LossReason } from '../codebook/lineage.ts'
import { isCoder } from './coding.ts'
import type { Judgement } from './report.ts'

/** A judgement as it was made: its tag is one of this codebook version. */
export interface MadeJudgement extends Judgement {
  readonly codebook: string
}

/** Coders’ judgements by one tag of an earlier version that is no tag any more. */
export interface Uncounted {
  /** The version they were made under. */
  readonly codebook: string
  /** Code of the tag in that version. */
  readonly tag: string
  readonly because: LossReason
  /** How many. */
  readonly judgements: number
  /** The statements, each once, the newest first. */
  readonly statements: readonly number[]
}

export interface Followed {
  /** In the tags of the version asked for. */
  readonly judgements: readonly Judgement[]
  /** By tag, the most judgements first; at equal number in the order of version and code. */
  readonly uncounted: readonly Uncounted[]
}

type Version = Pick<Codebook, 'version' | 'tags'>

/**
 * `made` in the order in which they were made, under any of the `versions`; of a coder’s judgements of one statement the
 * last counts, whatever version it was made under. What was made under another version is left out.
 */
export function followedTo(version: Version, versions: readonly Version[], made: readonly MadeJudgement[]): Followed {
  const heirs = new Map(versions.map((earlier) => [earlier.version, heirsOf(earlier.tags, version.tags)]))
  const judgements: Judgement[] = []
  const lost: (MadeJudgement & { readonly because: LossReason })[] = []
  for (const judgement of lastOf(made.filter(({ codebook }) => heirs.has(codebook)))) {
    const heir: Heir = heirs.get(judgement.codebook)?.get(judgement.tag) ?? { lost: 'RETIRED' }
    const { codebook: _, ...said } = judgement
    if ('tag' in heir) judgements.push({ ...said, tag: heir.tag })
    else if (isCoder(judgement.coder)) lost.push({ ...judgement, because: heir.lost })
  }
  return { judgements, uncounted: byTag(lost) }
}

function lastOf(made: readonly MadeJudgement[]): MadeJudgement[] {
  const last = new Map<string, MadeJudgement>()
  for (const judgement of made) last.set(`${judgement.statement} ${judgement.coder}`, judgement)
  return [...last.values()]
}

function byTag(lost: readonly (MadeJudgement & { readonly because: LossReason })[]): Uncounted[] {
  const found = new Map<string, (typeof lost)[number][]>()
  for (const judgement of lost) {
    const key = `${judgement.codebook} ${judgement.tag}`
    found.set(key, [...(found.get(key) ?? []), judgement])
  }
  return [...found.values()]
    .map((own): Uncounted => {
      const { codebook, tag, because } = own[0] as (typeof lost)[number]
      const statements = [...new Set(own.map(({ statement }) => statement))].sort((x, y) => y - x)
      return { codebook, tag, because, judgements: own.length, statements }
    })
    .sort((x, y) => placeOf(x).localeCompare(placeOf(y), 'en'))
}

/** Sorts by the number of judgements, most first, then by version and tag. */
function placeOf({ judgements, codebook, tag }: Uncounted): string {
  return `${String(1e9 - judgements).padStart(10, '0')} ${codebook} ${tag}`
}
