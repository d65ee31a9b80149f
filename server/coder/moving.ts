/** What goes from one to another by itself, as news tells it: rockets that land, aid that arrives. */
import type { Clause } from './clause.ts'
import type { Sentence } from './who.ts'

const FLYING =
  /^(?:rocket|shell|missile|mortar|bomb|drone|jet|warplane|projectile|bullet|shrapnel|artillery|round|plane|helicopter)$/
const HITTING = /^(?:land|fall|hit|strike|rain|explode|slam|crash|impact)$/
const HARMING = /^(?:kill|wound|injure|destroy|damage|target)$/
const GIVEN =
  /^(?:aid|shipment|consignment|supply|relief|tent|wheat|flour|food|medicine|vaccine|donation|assistance|tonne|ton|truckload|cargo|batch|blanket|loan|grant)$/
const ARRIVING = /^(?:arrive|reach|land|leave|dock|enter|go|come|flow|head|depart)$/

export interface Moved {
  readonly leaf: string
  /** Phrases of whose it is: what moves, or what is named after its "from" or "by". */
  readonly source: readonly number[]
}

/** Null where the subject is no such thing or the verb no such move. */
export function movedBy(clause: Clause, { phrases, words, mentions }: Sentence): Moved | null {
  const [p] = clause.subject
  const phrase = phrases[p ?? -1]
  if (p === undefined || !phrase || clause.passive) return null
  const { lemma } = clause.verb
  const [hits, arrives] = [HITTING.test(lemma) || HARMING.test(lemma), ARRIVING.test(lemma)]
  if (!hits && !arrives) return null
  const inside = words.slice(phrase.from, phrase.to)
  const flies = hits && FLYING.test(words[phrase.head]?.lemma ?? '')
  const given =
    arrives &&
    (inside.some((w) => GIVEN.test(w.lemma)) ||
      words.slice(phrase.to, phrases[clause.at]?.from).some((w) => GIVEN.test(w.lemma)))
  if (!flies && !given) return null
  // "rockets from Arnor", "shells fired by Arnor", "a plane with aid from Arnor"
  let source: readonly number[] = [p]
  for (let at = p + 1; at + 1 < clause.at; at++) {
    const origin = phrases[at]?.sort === 'P' && /^(?:from|by)$/.test(words[phrases[at]?.from ?? -1]?.lower ?? '')
    const next = phrases[at + 1]
    if (origin && next?.sort === 'NP' && mentions.some((m) => m.from >= next.from && m.to <= next.to)) source = [at + 1]
  }
  // "shells killed two": their own verb tells it, unless it says whose they were.
  if (HARMING.test(lemma) && source[0] === p) return null
  return { leaf: flies ? '194' : '070', source }
}
