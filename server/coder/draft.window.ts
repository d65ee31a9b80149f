/** Which words the patterns of a verb may see. */
import type { Clause } from './clause.ts'
import type { Window } from './lexicon.ts'
import type { Sentence } from './who.ts'

/** Words before the verb that they may see. */
const BEFORE = 8

/** `leads`: the clause it leads to. */
export function windowOf(clause: Clause, leads: Clause | undefined, sentence: Sentence): Window {
  const { words, phrases } = sentence
  const { at, lemma } = clause.verb
  const particle = clause.verb.particle || lateParticle(clause, sentence)
  // "made efforts for bringing peace": a light verb sees what it leads to.
  const light = /^(?:make|take|have|undertake|launch|hold|give)$/.test(lemma)
  const leadsAt = phrases[leads?.at ?? -1]?.from ?? clause.to
  const end = light ? Math.max(clause.to, leads?.to ?? 0) : Math.min(clause.to, leadsAt)
  const first = clause.passive ? Math.min(at, ...clause.subject.map((p) => phrases[p]?.from ?? at)) : at + 1
  const to = Math.min(words.length, end, lateEnd(clause, sentence))
  return { words, at, particle, from: Math.max(0, at - BEFORE), after: first, to }
}

/** "drove the rebels out of Bree", "called the talks off"; empty where there is none. */
function lateParticle({ at, object }: Clause, { words, phrases }: Sentence): string {
  const last = phrases[object.at(-1) ?? -1] === phrases[at + 1] ? phrases[at + 2] : undefined
  if (!last || last.to - last.from > 1) return ''
  const after = phrases[at + 3]
  const word = words[last.from]?.lower ?? ''
  const over = word === 'over' && words[after?.from ?? -1]?.lower === 'to'
  if (!over && !/^(?:out|off|back|down|away|home|free)$/.test(word)) return ''
  return !after || /^(?:P|ADV|COMMA|TIME|SUB|C|STOP)$/.test(after.sort) ? word : ''
}

/** Where something else begins that the verb's patterns must not see: "leave Arnor following a deal". */
function lateEnd({ verb, prepositions }: Clause, { phrases }: Sentence): number {
  // "came under fire" is one thing.
  const under = /^(?:come|be|remain)$/.test(verb.lemma)
  const late = prepositions.find(
    (p) =>
      /^(?:following|after|since|despite|amid|during|because|without)$/.test(p.word) || (p.word === 'under' && !under),
  )
  return phrases[late?.phrases[0] ?? -1]?.from ?? Infinity
}
