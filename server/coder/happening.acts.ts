/** What nouns tell of beside the verbs: "despite Arnor's repeated requests", "attacks by X on Y". */
import type { Act } from './act.ts'
import { type Candidate, rankOf } from './candidate.ts'
import type { Clause } from './clause.ts'
import { isForce, isMaterialConflict, negated } from './compose.ts'
import { EXCHANGING } from './doer.ts'
import { leafOfNoun } from './lexicon.noun.ts'
import { headOf, listFrom } from './phrase.ts'
import { finite, isReaction } from './verb.ts'
import type { Sentence } from './who.ts'

/** What the words of a noun alone are worth. */
const STRENGTH = 0.5

/** The acts of nouns that no verb has told already. */
export function nounActs(sentence: Sentence, clauses: readonly Clause[], acts: readonly Act[]): Act[] {
  // "rejected Arnor's complaint": the complaint is a deed of its own.
  const reactions = acts.filter((a) => a.clause !== null && isReaction((clauses[a.clause] as Clause).verb))
  const told = new Set(acts.flatMap((a) => (reactions.includes(a) ? a.triggers.slice(0, 1) : a.triggers)))
  const found: Act[] = []
  for (const [p, { sort, head }] of sentence.phrases.entries()) {
    const leaf = sort === 'NP' ? leafOfNoun(sentence.words, head) : null
    // "rejected Arnor's charge that …": what is charged is told beside what becomes of it.
    const charged = leaf === '112' && sentence.words[head + 1]?.lower === 'that'
    if (told.has(head) && !charged) continue
    // "its exports" are no deed of a day.
    if (
      leaf === null ||
      leaf === '010' ||
      leaf === '061' ||
      isFought(p, sentence) ||
      isSought(p, sentence, clauses) ||
      isIdle(p, sentence)
    )
      continue
    // What is reacted to is told where it says whose it is.
    const reacted = reactions.some((a) => a.triggers.slice(1).includes(head))
    if (reacted && !charged && (leaf === '112' || !isOwned(p, sentence))) continue
    if (
      !reacted &&
      !charged &&
      acts.some((a) => /^(?:12|16)/.test(a.leaf) && toldOf(clauses[a.clause ?? -1]).includes(p))
    )
      continue
    // "the Organisation of Islamic Cooperation"
    if (sentence.mentions.some((m) => m.to - m.from > 1 && m.from <= head && head < m.to)) continue
    // "the charge d'affaires"
    if (sentence.roles.some((r) => r.from <= head && head < r.to)) continue
    // "does not want war with Bree"
    if (
      clauses.some(
        (c) => c.negated && c.object.includes(p) && /^(?:want|seek|wish|desire|expect|plan)$/.test(c.verb.lemma),
      )
    )
      continue
    // The infinitive after it says what is done: "its order to attack Bree" is told by its own verb.
    if (clauses.some((c) => c.at === p + 1 && c.verb.infinitive)) continue
    // "the recognition of Bree is not on the agenda"
    const not = clauses.some((c) => c.negated && !c.passive && c.verb.lemma === 'be' && c.subject.includes(p))
    const so = not ? negated(leaf) : leaf
    if (so !== null) found.push(nounAct(p, so, sentence, clauses, acts))
  }
  return found
}

/** Whether a phrase names somebody, or what hangs on it does. */
function isOwned(p: number, { phrases, mentions, words }: Sentence): boolean {
  const { from, to } = phrases[p] as Sentence['phrases'][number]
  const next = phrases[p + 1]?.sort === 'P' && /^(?:by|from)$/.test(words[phrases[p + 1]?.from ?? -1]?.lower ?? '')
  const end = next ? (phrases[p + 2]?.to ?? to) : to
  return mentions.some((m) => m.from >= from && m.to <= end)
}

/** "Arnor's missiles": what one has, unless it says at whom they go. */
function isIdle(p: number, sentence: Sentence): boolean {
  const { phrases, words } = sentence
  const weapon = WEAPON.test(headOf(sentence, p))
  return weapon && !/^(?:on|at|against|into|toward|towards)$/.test(words[phrases[p + 1]?.from ?? -1]?.lower ?? '')
}
const WEAPON = /^(?:missile|rocket|shell|artillery|mortar|bomb)$/
const CAUSING = /^(?:prompt|draw|spark|trigger|provoke|cause|elicit|earn|invite|bring|attract)$/
/** Verbs that say of a deed that it was, and no more: what hangs on them hangs on it. */
const OCCURRING =
  /^(?:break|erupt|flare|ensue|occur|happen|take|rage|intensify|escalate|continue|resume|begin|start|end|collapse|fail|stall|go|come|hold|conclude|remain)$/

/** "called off the talks", "walked out of the talks" */
const toldOf = (clause: Clause | undefined) =>
  clause
    ? [...clause.object, ...clause.prepositions.filter((p) => /^(?:of|from)$/.test(p.word)).flatMap((p) => p.phrases)]
    : []

/** "the fight against terrorism", "to curb attacks": spoken of as what is to end. */
function isFought(p: number, { phrases, words }: Sentence): boolean {
  const before = phrases[p - 1]
  const word = words[before?.head ?? -1]
  // "commenting on the talks"
  const spoken = phrases[p - 2]?.sort === 'VG' && SPOKEN.test(headOf({ phrases, words }, p - 2))
  if (before?.sort === 'P') return word?.lower === 'against' || (spoken && /^(?:on|about)$/.test(word?.lower ?? ''))
  return before?.sort === 'VG' && FIGHTING.test(word?.lemma ?? '')
}
/** "approached Bree for the release of": what is asked for is not done. */
function isSought(p: number, { phrases, words }: Sentence, clauses: readonly Clause[]): boolean {
  if (words[phrases[p - 1]?.from ?? -1]?.lower !== 'for') return false
  return clauses.some((c) => SEEKING.test(c.verb.lemma) && c.prepositions.some((x) => x.phrases.includes(p)))
}
const SEEKING =
  /^(?:approach|bargain|negotiate|press|push|campaign|lobby|beg|wait|hope|plead|apply|wish|call|ask|appeal|send|thirst|vote)$/
const SPOKEN = /^(?:comment|ask|speak|remark|elaborate|brief|question)$/
const FIGHTING =
  /^(?:combat|counter|fight|prevent|curb|tackle|stop|end|avoid|thwart|deter|eradicate|eliminate|discuss)$/

interface Named {
  readonly source: number[]
  readonly candidates: Candidate[]
  /** Word after the last that tells of it. */
  readonly to: number
}

/** Who is named by what hangs on a noun: "by Arnor", "between Arnor and Bree", "on Bree". */
function hangingOn(p: number, leaf: string, sentence: Sentence, clauses: readonly Clause[]): Named {
  const { words, phrases } = sentence
  const source: number[] = []
  const candidates: Candidate[] = []
  let to = phrases[p]?.to ?? 0
  // "clashes broke out between Arnor and Bree"
  const occurs =
    phrases[p + 1]?.sort === 'P'
      ? undefined
      : clauses.find((c) => c.subject.includes(p) && OCCURRING.test(c.verb.lemma))
  const start = occurs && phrases[occurs.at + 1]?.sort === 'P' ? occurs.at + 1 : p + 1
  for (let j = start; phrases[j]?.sort === 'P' && phrases[j + 1]?.sort === 'NP'; j += 2) {
    const preposition = words[phrases[j]?.from ?? 0]?.lower ?? ''
    const both = preposition === 'between' ? listFrom(phrases, j + 1, words) : null
    const leaves = /^(?:087|16|174)/.test(leaf)
    // "the arrest of two elves in Arnor"
    const held = /^17/.test(leaf) && /^(?:in|from)$/.test(preposition) && candidates.length > 0 && !isOwned(p, sentence)
    if (both) {
      source.push(...both)
      j = (both.at(-1) as number) - 1
    } else if (preposition === 'by' || held || (preposition === 'from' && !isForce(leaf) && !leaves)) source.push(j + 1)
    else if (rankOf(preposition) <= 3) candidates.push({ phrases: [j + 1], rank: rankOf(preposition), preposition })
    else continue
    to = phrases[j + 1]?.to ?? to
  }
  return { source, candidates, to }
}

function nounAct(p: number, leaf: string, sentence: Sentence, clauses: readonly Clause[], acts: readonly Act[]): Act {
  const { words, phrases } = sentence
  const phrase = phrases[p] as Sentence['phrases'][number]
  const { source, candidates, to } = hangingOn(p, leaf, sentence, clauses)
  // "prompting a complaint from Bree": of whoever did what prompted it.
  // "after days of fighting which cost lives, Arnor and Bree laid down their arms"
  const other = (c: Clause) =>
    c.subject.length > 0 &&
    !(source.length === 0 && EXCHANGING.test(words[phrase.head]?.lemma ?? '') && c.subject.includes(p))
  const near =
    clauses.findLast((c) => c.at < p && other(c) && !(c.verb.bare === 'ING' && CAUSING.test(c.verb.lemma))) ??
    clauses.find((c) => c.at > p && other(c))
  const owner = source.length === 0
  const owned = isOwned(p, sentence)
  const charge =
    owner && !owned && isMaterialConflict(leaf)
      ? (chargeFor(p, clauses, acts) ?? answeredBy(p, sentence, clauses, acts))
      : undefined
  // "thanked Arnor for the release of": Arnor's.
  const [verb, judged, link] = [phrases[p - 3], phrases[p - 2], phrases[p - 1]]
  const thanks = verb?.sort === 'VG' && judged?.sort === 'NP' && link?.sort === 'P' && words[link.from]?.lower === 'for'
  const laid = charge && laidTo(charge, sentence)
  // "concern over the arrest of nurses": not theirs.
  const suffered = laid?.phrases.some((x) => candidates.some((c) => c.phrases.includes(x)))
  if (charge && !suffered) {
    source.push(...(laid?.phrases ?? []))
    candidates.push({ phrases: charge.source, rank: 2, preposition: '' })
  } else if (owner && thanks && !owned) source.push(p - 2)
  else if (owner) source.push(p)
  else candidates.push({ phrases: [p], rank: 2, preposition: 'of' })
  // "following a deal with Bree", "despite Bree's requests, Arnor …": the other is the subject of the clause.
  // "the mission said the strikes killed four": their verb tells whom they hit.
  const told = isForce(leaf) && clauses.some((c) => c.subject.includes(p))
  if (near && !charge && !told && !near.subject.includes(p) && source.length < 2) {
    const claimed = near.verb.lemma === 'claim' && near.at < p
    // "died in an exchange of fire with the rebels": those with whom, and those who did.
    const exchanged = isForce(leaf) && near.at < p && candidates[0]?.preposition === 'with'
    // "deployed troops after a clash": both of whom it tells.
    const both = EXCHANGING.test(words[phrase.head]?.lemma ?? '') && owner && !owned
    if (both) source.splice(0, source.length, ...near.subject)
    else if (exchanged || claimed || (candidates.length > 0 && owner && /^(?:04|057)/.test(leaf)))
      source.push(...near.subject)
    else candidates.push({ phrases: near.subject, rank: 3, preposition: '' })
  }
  const { from, head } = phrase
  const bare = { clause: null, operator: null, hypothetical: false, passive: false, charged: null, says: null }
  return { ...bare, leaf, source, candidates, triggers: [head], strength: STRENGTH, background: true, from, to }
}

/** The first candidate that is no word of the deed itself: "voiced concern to Bree". */
const laidTo = ({ candidates, triggers }: Act, { phrases }: Sentence) =>
  candidates.find((c) => !c.phrases.some((p) => triggers.includes(phrases[p]?.head ?? -1)))

/** "protested to Bree over the shelling", "criticised Bree for the arrests": the act that lays it to whom it is done to. */
function chargeFor(p: number, clauses: readonly Clause[], acts: readonly Act[]): Act | undefined {
  return acts.find((a) => {
    const laid = clauses[a.clause ?? -1]?.prepositions.some(
      (c) => c.phrases.includes(p) && /^(?:over|for|about|after|at)$/.test(c.word),
    )
    return (
      laid &&
      /^(?:11[0124]|012|100)/.test(a.leaf) &&
      !(a.candidates.find((c) => c.rank < 2)?.phrases.includes(p) ?? true)
    )
  })
}

/** "in retaliation for the arrests, Arnor expelled Bree's envoy": the act that answers it. */
function answeredBy(
  p: number,
  { phrases, words }: Sentence,
  clauses: readonly Clause[],
  acts: readonly Act[],
): Act | undefined {
  const answer = /^(?:retaliation|response|reply|answer|reaction|revenge|protest)$/
  if (!answer.test(headOf({ phrases, words }, p - 2)) || phrases[p - 1]?.sort !== 'P') return undefined
  return acts.find(
    (a) => a.clause !== null && finite(clauses[a.clause]?.verb) && /^1/.test(a.leaf) && a.candidates.length > 0,
  )
}
