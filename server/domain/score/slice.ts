/**
 * Which cells a view of a relation reads: slices, each one pair of actors between two days. Tallies are kept by actor,
 * so a changed tenure changes slices and nothing else.
 */

import { addDays, type Day, dayOf, formatDay } from '../day.ts'
import type { Actor, ActorCode } from '../directory/actor.ts'
import { type Directory, type Party, partyOf } from '../directory/directory.ts'
import type { Relation, View } from '../directory/relation.ts'
import { holdingsOf, type OfficeCode, tenureOn } from '../directory/tenure.ts'
import { isRefusal, type Refusal, refuse } from '../error.ts'
import { type Pair, pairOf } from './tally.ts'

/** One pair of actors between two days, both inclusive. */
export interface Slice {
  readonly pair: Pair
  /** True where the relation's a is the pair's b: then a → b of the relation is b → a of the cells. */
  readonly flipped: boolean
  readonly from: Day
  readonly to: Day
}

/** A change of the holder of an office that is a party. */
export interface Succession {
  /** The new holder's first day; where nobody follows, the day after the former's last. */
  readonly day: Day
  readonly office: OfficeCode
  readonly former: ActorCode | null
  readonly holder: ActorCode | null
}

/** Who stands for a party, from when to when. */
interface Stand {
  readonly actor: Actor
  readonly from: Day
  readonly to: Day
}

const FIRST_DAY = dayOf(1, 1, 1)

/** The views that differ for these parties; the first is what the relation means as declared. */
export function viewsOf(directory: Directory, relation: Relation): readonly View[] | Refusal {
  const a = partyOf(directory, relation.a)
  if (isRefusal(a)) return a
  const b = partyOf(directory, relation.b)
  if (isRefusal(b)) return b
  const distinct = countryKey(a) !== countryKey(b)
  if (a.country !== null || b.country !== null) return distinct ? ['COUNTRY'] : ['ENTITY']
  const offices = a.office !== null || b.office !== null
  const views: View[] = offices ? ['OFFICE', 'ENTITY'] : ['ENTITY']
  return distinct ? [...views, 'COUNTRY'] : views
}

/**
 * The slices of a view up to the day `to`; ENTITY takes an office's holder on `to` for all days before as well.
 * Refused where the view has no meaning: one country on both sides, one actor on both sides, nobody in office.
 */
export function slicesOf(directory: Directory, relation: Relation, view: View, to: Day): readonly Slice[] | Refusal {
  const a = partyOf(directory, relation.a)
  if (isRefusal(a)) return a
  const b = partyOf(directory, relation.b)
  if (isRefusal(b)) return b
  if (view === 'COUNTRY' && countryKey(a) === countryKey(b)) {
    return refuse(
      'NOT_POSSIBLE',
      relation.slug,
      'both parties belong to one country, so a country view has nothing to set against each other',
      'Ask for the view ENTITY',
    )
  }
  const aStands = standsOf(directory, a, view, to)
  if (isRefusal(aStands)) return aStands
  const bStands = standsOf(directory, b, view, to)
  if (isRefusal(bStands)) return bStands
  const slices: Slice[] = []
  for (const x of aStands) {
    for (const y of bStands) {
      const from = Math.max(x.from, y.from) as Day
      const until = Math.min(x.to, y.to) as Day
      if (x.actor.code === y.actor.code || from > until) continue
      const pair = pairOf(x.actor.code, y.actor.code)
      slices.push({ pair, flipped: pair.a !== x.actor.code, from, to: until })
    }
  }
  if (slices.length > 0) return slices
  return refuse(
    'NOT_POSSIBLE',
    relation.slug,
    `both parties are the same actor on ${formatDay(to)}`,
    'Give an earlier last day, or another view',
  )
}

/** Changes of holder of an office among the parties, after `from` and up to `to`, in order of days. */
export function successionsOf(directory: Directory, relation: Relation, from: Day, to: Day): Succession[] {
  const found: Succession[] = []
  for (const office of directory.offices) {
    if (office.code !== relation.a && office.code !== relation.b) continue
    const holdings = holdingsOf(directory.tenures, office.code, FIRST_DAY, to)
    holdings.forEach((holding, i) => {
      const next = holdings[i + 1]
      const day = next?.from ?? (holding.to === null ? null : addDays(holding.to, 1))
      if (day === null || day <= from || day > to) return
      found.push({ day, office: office.code, former: holding.holder, holder: next?.holder ?? null })
    })
  }
  return found.sort((x, y) => x.day - y.day)
}

function standsOf(directory: Directory, party: Party, view: View, to: Day): readonly Stand[] | Refusal {
  const whole = (actor: Actor): Stand => ({ actor, from: FIRST_DAY, to })
  const country = party.country ?? (view === 'COUNTRY' ? (party.actor?.country ?? party.office?.country ?? null) : null)
  if (country !== null) return directory.actors.filter((x) => x.country === country).map(whole)
  if (party.actor !== null) return [whole(party.actor)]
  const office = party.code as OfficeCode
  const holdings =
    view === 'ENTITY'
      ? [tenureOn(directory.tenures, office, to)].flatMap((t) => (t === null ? [] : [{ ...t, from: null, to: null }]))
      : holdingsOf(directory.tenures, office, FIRST_DAY, to)
  const stands = holdings.flatMap((t) => {
    const actor = directory.actors.find((x) => x.code === t.holder)
    return actor ? [{ actor, from: t.from ?? FIRST_DAY, to: Math.min(t.to ?? to, to) as Day }] : []
  })
  if (stands.length > 0) return stands
  return refuse(
    'NOT_POSSIBLE',
    party.code,
    `nobody is on record as holding this office ${view === 'ENTITY' ? 'on' : 'up to'} ${formatDay(to)}`,
    'Give another last day, or add the tenure',
  )
}

/** What the country view would take for this party: two parties with one key cannot be set against each other. */
function countryKey(party: Party): string {
  return party.country ?? party.actor?.country ?? party.office?.country ?? party.code
}
