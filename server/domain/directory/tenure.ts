/**
 * Offices and who held them. The default rule (UCDP): the government of a country is whoever controls its capital.
 */

import type { Day } from '../day.ts'
import type { Revision } from '../record/revision.ts'
import type { ActorCode, CountryCode } from './actor.ts'

/** `AFG.GOV`, `AFG.UN`. */
export type OfficeCode = string & { readonly __brand: 'OfficeCode' }

export interface Office {
  readonly code: OfficeCode
  readonly name: string
  readonly country: CountryCode
}

export const TENURE_BASES = ['DE_FACTO', 'DE_JURE', 'RECOGNISED'] as const
export type TenureBasis = (typeof TENURE_BASES)[number]

/** An office held by an actor from one day to another, both inclusive; null = open. Tenures of one office do not overlap. */
export interface Tenure {
  readonly id: number
  readonly office: OfficeCode
  readonly holder: ActorCode
  readonly from: Day | null
  readonly to: Day | null
  readonly basis: TenureBasis
  /** Where this is known from. */
  readonly citation: string
  readonly addedIn: Revision
  readonly supersededIn: Revision | null
}

/** The holder's tenure on a day; null where nobody held the office. Of two that overlap, the later begun. */
export function tenureOn(tenures: readonly Tenure[], office: OfficeCode, day: Day): Tenure | null {
  let found: Tenure | null = null
  for (const t of tenures) {
    if (t.office !== office || !holdsOn(t, day)) continue
    if (found === null || (t.from ?? -Infinity) > (found.from ?? -Infinity)) found = t
  }
  return found
}

/** Tenures of an office that touch a range, oldest first. */
export function tenuresOf(tenures: readonly Tenure[], office: OfficeCode, from: Day, to: Day): Tenure[] {
  return tenures
    .filter((t) => t.office === office && (t.from ?? -Infinity) <= to && (t.to ?? Infinity) >= from)
    .sort((x, y) => (x.from ?? -Infinity) - (y.from ?? -Infinity))
}

/** An office in the hands of one actor, whatever the basis; both days inclusive, null = open. */
export interface Holding {
  readonly holder: ActorCode
  readonly from: Day | null
  readonly to: Day | null
}

/** Who held an office within a range, oldest first. Tenures of one holder that adjoin (a new basis, say) are one holding. */
export function holdingsOf(tenures: readonly Tenure[], office: OfficeCode, from: Day, to: Day): Holding[] {
  const holdings: Holding[] = []
  for (const t of tenuresOf(tenures, office, from, to)) {
    const last = holdings.at(-1)
    const continues = last?.holder === t.holder && (t.from ?? -Infinity) <= (last.to ?? Infinity) + 1
    if (last && continues) holdings[holdings.length - 1] = { ...last, to: laterOf(last.to, t.to) }
    else holdings.push({ holder: t.holder, from: t.from, to: t.to })
  }
  return holdings
}

function laterOf(x: Day | null, y: Day | null): Day | null {
  return x === null || y === null ? null : (Math.max(x, y) as Day)
}

export function holdsOn(span: { readonly from: Day | null; readonly to: Day | null }, day: Day): boolean {
  return (span.from ?? -Infinity) <= day && day <= (span.to ?? Infinity)
}
