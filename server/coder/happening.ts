/** What nouns tell of: "held talks with", and beside the verbs "despite Arnor's repeated requests", "attacks by X on Y". */
import type { Act } from './act.ts'
import { type Candidate, rankOf } from './candidate.ts'
import type { Clause } from './clause.ts'
import { isForce, negated } from './compose.ts'
import { leafOfNoun } from './lexicon.noun.ts'
import { listFrom } from './phrase.ts'
import type { Sentence } from './who.ts'

export interface Happening {
  readonly leaf: string
  /** Word. */
  readonly at: number
  /** Phrase. */
  readonly phrase: number
  /** Empty where the phrase is the object. */
  readonly preposition: string
}

const TELLING = /^(?:for|to|on|in|of|at|with|against|under|into|than)$/

/** The first noun of a verb's object, or after a preposition, that tells of something done; null where none does. */
export function happeningOf(clause: Clause, { words, phrases }: Sentence): Happening | null {
  const places = [
    { phrases: clause.object, preposition: '' },
    ...clause.prepositions
      .filter((p) => TELLING.test(p.word))
      .map((p) => ({ phrases: p.phrases, preposition: p.word })),
  ]
  for (const place of places) {
    for (const p of place.phrases) {
      const phrase = phrases[p]
      if (!phrase) continue
      if (place.preposition === 'against') continue
      const order = [phrase.head, ...Array.from({ length: phrase.to - phrase.from }, (_, k) => phrase.from + k)]
      for (const at of order) {
        const leaf = leafOfNoun(words, at)
        if (leaf !== null && leaf !== '010') return { leaf, at, phrase: p, preposition: place.preposition }
      }
    }
  }
  return null
}

/** What the words of a noun alone are worth. */
const STRENGTH = 0.5

/** The acts of nouns that no verb has told already. */
export function nounActs(sentence: Sentence, clauses: readonly Clause[], acts: readonly Act[]): Act[] {
  const told = new Set(acts.flatMap((a) => a.triggers))
  const found: Act[] = []
  for (const [p, { sort, head }] of sentence.phrases.entries()) {
    const leaf = sort === 'NP' ? leafOfNoun(sentence.words, head) : null
    // "rejected Arnor's charge that …": what is charged is told beside what becomes of it.
    const charged = leaf === '112' && sentence.words[head + 1]?.lower === 'that'
    if (leaf === null || leaf === '010' || (told.has(head) && !charged) || isFought(p, sentence)) continue
    // "called off the talks": told by its verb.
    if (acts.some((a) => /^(?:12|16)/.test(a.leaf) && clauses[a.clause ?? -1]?.object.includes(p))) continue
    // "the charge d'affaires"
    if (sentence.roles.some((r) => r.from <= head && head < r.to)) continue
    // The infinitive after it says what is done: "its order to attack Bree" is told by its own verb.
    if (clauses.some((c) => c.at === p + 1 && c.verb.infinitive)) continue
    // "the recognition of Bree is not on the agenda"
    const not = clauses.some((c) => c.negated && !c.passive && c.verb.lemma === 'be' && c.subject.includes(p))
    const so = not ? negated(leaf) : leaf
    if (so !== null) found.push(nounAct(p, so, sentence, clauses))
  }
  return found
}

/** "the fight against terrorism", "to curb attacks": spoken of as what is to end. */
function isFought(p: number, { phrases, words }: Sentence): boolean {
  const before = phrases[p - 1]
  const word = words[before?.head ?? -1]
  // "commenting on the talks"
  const spoken = phrases[p - 2]?.sort === 'VG' && SPOKEN.test(words[phrases[p - 2]?.head ?? -1]?.lemma ?? '')
  if (before?.sort === 'P') return word?.lower === 'against' || (spoken && /^(?:on|about)$/.test(word?.lower ?? ''))
  return before?.sort === 'VG' && FIGHTING.test(word?.lemma ?? '')
}
const SPOKEN = /^(?:comment|ask|speak|remark|elaborate|brief|question)$/
const FIGHTING =
  /^(?:combat|counter|fight|prevent|curb|tackle|stop|end|avoid|thwart|deter|eradicate|eliminate|discuss)$/

function nounAct(p: number, leaf: string, { words, phrases }: Sentence, clauses: readonly Clause[]): Act {
  const phrase = phrases[p] as Sentence['phrases'][number]
  const source: number[] = []
  const candidates: Candidate[] = []
  let to = phrase.to
  for (let j = p + 1; phrases[j]?.sort === 'P' && phrases[j + 1]?.sort === 'NP'; j += 2) {
    const preposition = words[phrases[j]?.from ?? 0]?.lower ?? ''
    const both = preposition === 'between' ? listFrom(phrases, j + 1, words) : null
    if (both) {
      source.push(...both)
      j = (both.at(-1) as number) - 1
    } else if (preposition === 'by' || (preposition === 'from' && !isForce(leaf))) source.push(j + 1)
    else if (rankOf(preposition) <= 3) candidates.push({ phrases: [j + 1], rank: rankOf(preposition), preposition })
    else continue
    to = phrases[j + 1]?.to ?? to
  }
  const near =
    clauses.findLast((c) => c.at < p && c.subject.length > 0) ?? clauses.find((c) => c.at > p && c.subject.length > 0)
  const owner = source.length === 0
  // "thanked Arnor for the release of": Arnor's.
  const [verb, judged, link] = [phrases[p - 3], phrases[p - 2], phrases[p - 1]]
  const thanks = verb?.sort === 'VG' && judged?.sort === 'NP' && link?.sort === 'P' && words[link.from]?.lower === 'for'
  if (owner && thanks) source.push(p - 2)
  else if (owner) source.push(p)
  else candidates.push({ phrases: [p], rank: 2, preposition: 'of' })
  // "following a deal with Bree", "despite Bree's requests, Arnor …": the other is the subject of the clause.
  // "the mission said the strikes killed four": their verb tells whom they hit.
  const told = isForce(leaf) && clauses.some((c) => c.subject.includes(p))
  if (near && !told && !near.subject.includes(p) && source.length < 2) {
    const claimed = near.verb.lemma === 'claim' && near.at < p
    // "died in an exchange of fire with the rebels": those with whom, and those who did.
    const exchanged = isForce(leaf) && near.at < p && candidates[0]?.preposition === 'with'
    if (exchanged || claimed || (candidates.length > 0 && owner && /^(?:04|057)/.test(leaf)))
      source.push(...near.subject)
    else candidates.push({ phrases: near.subject, rank: 3, preposition: '' })
  }
  const { from, head } = phrase
  const bare = { clause: null, operator: null, hypothetical: false, passive: false, charged: null, says: null }
  return { ...bare, leaf, source, candidates, triggers: [head], strength: STRENGTH, background: true, from, to }
}
