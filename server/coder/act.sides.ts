/** Who stands on which side of what a verb tells: turned, owned, held, raised to its subject. */
import { type Candidate, rankOf } from './candidate.ts'
import type { Clause } from './clause.ts'
import type { Draft } from './draft.ts'
import { listFrom } from './phrase.ts'
import type { Sentence } from './who.ts'

/** Verbs that turn what their noun tells around: to draw criticism from, to face attacks by. */
export const INVERSE =
  /^(?:draw|face|receive|suffer|win|gain|enjoy|attract|get|undergo|sustain|earn|incur|await|have|come|secure|obtain|extract|wring|elicit|provoke|prompt|spark|trigger|invite|cause|be|hear)$/
/** "angered Bree": the feeling is Bree's, and what caused it the other's. */
export const FEELING =
  /^(?:anger|infuriate|irk|outrage|rile|incense|enrage|irritate|offend|annoy|antagoni[sz]e|exasperate|alarm|unsettle|unnerve|dismay|rattle|shock|appall?|worry|disappoint|frustrate|upset|sadden|perturb|spook|please|delight|hearten|gladden|impress|reassure|relieve)$/

/** "is expected to visit", "is said to have armed": of the subject it is said that it does it. */
export const RAISING =
  /^(?:expect|schedule|plan|poise|slate|set|tip|bind|anticipate|say|report|believe|think|know|understand|allege|rumou?r)$/

/** Verbs by which others than their subject expect what it does. */
export const RAISED =
  /^(?:expect|believe|say|report|understand|think|know|schedule|slate|tip|allege|rumou?r|see|suspect|suppose|assume|estimate|due|set)$/

/** "prisoners held by Bree were freed": by whom. */
export function holderOf({ subject, at }: Clause, phrases: Sentence['phrases'], words: Sentence['words']): number[] {
  for (let p = (subject.at(-1) ?? at) + 1; p + 2 < at; p++) {
    const holds = /^(?:hold|detain|jail|imprison|capture|seize|abduct|kidnap)$/.test(phrases[p]?.verb?.lemma ?? '')
    if (holds && words[phrases[p + 1]?.from ?? -1]?.lower === 'by' && phrases[p + 2]?.sort === 'NP') return [p + 2]
  }
  return []
}

export const LAUNCHING = /^(?:launch|fire|lob|mount|stage)$/

/** What only one of two does. */
export const ONE_WAY = /^(?:01[238]|03|05[1-6]|07|1)/

/** The object, or what follows "under", that tells what is done and names who does it. */
export function ownersOf(
  { object, prepositions }: Clause,
  { triggers }: Draft,
  { phrases, mentions }: Sentence,
): number[] {
  const places = [...object, ...prepositions.filter((p) => /^(?:under|of)$/.test(p.word)).flatMap((p) => p.phrases)]
  return places.filter((p) => {
    const { from, to } = phrases[p] as Sentence['phrases'][number]
    return triggers.some((t) => t >= from && t < to) && mentions.some((m) => m.from >= from && m.to <= to)
  })
}

/** What stands between the subject and its verb, after prepositions. */
export function hangingOn(
  { subject, at }: Clause,
  phrases: Sentence['phrases'],
  words: Sentence['words'],
): Candidate[] {
  const found: Candidate[] = []
  for (let p = (subject.at(-1) ?? at) + 1; p + 1 < at; p++) {
    if (phrases[p]?.sort !== 'P' || phrases[p + 1]?.sort !== 'NP') continue
    const preposition = words[phrases[p]?.from ?? -1]?.lower ?? ''
    found.push({ phrases: listFrom(phrases, p + 1, words), rank: rankOf(preposition), preposition })
  }
  return found
}
