/** Who is the subject of a verb: found by going back from it, over what stands in between. */
import { insertedStart, parenthesisStart } from './clause.aside.ts'
import type { ClauseDraft } from './clause.ts'
import { isForce } from './compose.ts'
import { leafOfNoun } from './lexicon.noun.ts'
import { listFrom, type Phrase, SAYING } from './phrase.ts'
import { thankedBy } from './thanks.ts'
import { finite } from './verb.ts'
import type { Word } from './words.ts'

/** The phrases of a clause's subject; empty where none is found. */
export function subjectOf(
  i: number,
  clauses: readonly ClauseDraft[],
  phrases: readonly Phrase[],
  words: readonly Word[],
  of: ReadonlyMap<number, number>,
): readonly number[] {
  const { at, verb, passive } = clauses[i] as ClauseDraft
  if (isInverted(at, phrases, words)) return listFrom(phrases, at + 1, words)
  // "in answer to Arnor's decision to expel": whose decision it is.
  const before = phrases[at - 1]
  const decides = verb.infinitive && before?.sort === 'NP' && DECIDING.test(words[before.head]?.lemma ?? '')
  if (decides && isOwned(before, words)) return [at - 1]
  const leader = clauses.findIndex((c) => c.leadsTo === i)
  if (leader >= 0 && leader < i) {
    const { subject, object } = clauses[leader] as ClauseDraft
    // "grateful to Bree for fighting": Bree fights.
    const thanked = phrases[at - 1]?.sort === 'P' ? thankedBy(clauses[leader] as ClauseDraft, { phrases, words }) : []
    if (thanked.length > 0) return thanked
    return object.length > 0 && controlsObject(clauses[leader] as ClauseDraft) ? object : subject
  }
  let apart = false
  for (let j = at - 1; j >= 0; j--) {
    const { sort } = phrases[j] as Phrase
    if (sort === 'ADV' || sort === 'TIME' || sort === 'QUOTE') continue
    // "on Thursday"
    if (sort === 'P' && phrases[j + 1]?.sort === 'TIME') continue
    if (sort === 'NP') {
      const first = listStart(phrases, j, words)
      // "Bree, whose fighters killed": theirs.
      if (words[phrases[first - 1]?.from ?? -1]?.lower === 'whose') {
        const owner = antecedent(phrases, first - 1, words)
        if (owner.length > 0) return owner
      }
      // "for Arnor allowing"
      if (phrases[first - 1]?.sort === 'P' && verb.bare === 'ING' && j === at - 1)
        return listFrom(phrases, first, words)
      // An object of a participle or infinitive on the way to the subject of a finite verb.
      const over = phrases[first - 1]?.sort === 'VG' ? phrases[first - 1]?.verb : null
      if (
        over &&
        !SAYING.has(over.lemma) &&
        finite(verb) &&
        (verb.bare === null || !passive) &&
        !finite(over) &&
        first - 1 > 0
      ) {
        j = first - 1
        continue
      }
      // "in exchange for three leaders held by Bree"
      const held =
        passive && j === at - 1 && HOLDING.test(verb.lemma) && words[phrases[at + 1]?.from ?? -1]?.lower === 'by'
      if (phrases[first - 1]?.sort === 'P' && !(held && words[phrases[j]?.head ?? -1]?.pos === 'NOUN')) {
        j = first - 1
        continue
      }
      // "has shunned Bree, gives refuge to rebels": the object of the verb before is no subject.
      const lists = j === at - 2 && phrases[at - 1]?.sort === 'COMMA' && finite(verb) && verb.bare === null
      const led = phrases[first - 1]?.sort === 'VG' ? clauses[of.get(first - 1) ?? -1] : undefined
      if (lists && led && finite(led.verb) && !SAYING.has(led.verb.lemma) && led.subject.length > 0) return led.subject
      return listFrom(phrases, first, words)
    }
    if (sort === 'REL') {
      const stands = antecedent(phrases, j, words)
      // "the attack outside the embassy, which killed two"
      const [place = 0] = stands
      const deed = phrases[place - 1]?.sort === 'P' && HARMING.test(verb.lemma) ? phrases[place - 2] : undefined
      return deed?.sort === 'NP' && isForce(leafOfNoun(words, deed.head) ?? '') ? [place - 2] : stands
    }
    if (sort === 'COMMA' || sort === 'STOP') {
      const open = finite(verb)
        ? (insertedStart(phrases, j) ?? parenthesisStart(phrases, j))
        : parenthesisStart(phrases, j)
      if (open !== null) {
        apart = true
        j = open
        continue
      }
      if (sort === 'STOP') break
      // "told Bree that it was wrong, rebuking it": who told.
      const teller = verb.bare === 'ING' && SPEAKING.test(verb.lemma) ? tellerOf(i, clauses) : []
      if (teller.length > 0) return teller
      // "rejected objections to the raid carried out in Bree, saying": who rejected.
      const first =
        verb.bare === 'ING' && /^(?:say|add|warn|stress|note)$/.test(verb.lemma) ? firstSubject(i, clauses) : []
      if (first.length > 0) return first
      if (verb.bare !== null && i > 0) return mainSubject(i, clauses, j)
      continue
    }
    if (sort === 'C' || sort === 'SUB' || sort === 'P') {
      if (sort === 'SUB' && finite(verb) && verb.bare === null) break
      // "told the council that Bree was to blame, and demanded": who told.
      const joint = phrases[j - 1]?.sort === 'COMMA' || words[phrases[j]?.from ?? -1]?.lower === 'but'
      const teller = sort === 'C' && joint && SPEAKING.test(verb.lemma) ? tellerOf(i, clauses) : []
      return teller.length > 0 ? teller : mainSubject(i, clauses, j)
    }
    if (sort === 'VG') {
      const before = of.get(j)
      const draft = before === undefined ? undefined : (clauses[before] as ClauseDraft)
      const hangs = draft && (!finite(draft.verb) || (draft.passive && draft.verb.bare === 'ED'))
      if (hangs && finite(verb)) continue
      // "the mine that Arnor says was laid by Bree": what it hangs on.
      const rel = (draft?.subject[0] ?? 0) - 1
      if (j === at - 1 && draft && SAYING.has(draft.verb.lemma) && phrases[rel]?.sort === 'REL')
        return antecedent(phrases, rel, words)
      // "arrested two elves working for Bree, among them a cook, accusing them"
      if (hangs && apart && verb.bare === 'ING') return mainSubject(i, clauses, j)
      return draft?.subject ?? []
    }
  }
  // Participles at the start: "Talking with …, the minister said".
  if (verb.bare !== null || verb.infinitive) {
    const main = clauses.findIndex((c, k) => k > i && finite(c.verb))
    const from = main < 0 ? -1 : (clauses[main] as ClauseDraft).at
    for (let j = from - 1; j > at; j--) {
      if (phrases[j]?.sort === 'NP') return listFrom(phrases, listStart(phrases, j, words), words)
      if (phrases[j]?.sort !== 'ADV' && phrases[j]?.sort !== 'TIME') break
    }
  }
  // "has x": said after the verb, "…, said the minister".
  const after = phrases[at + 1]
  if (finite(verb) && after?.sort === 'NP' && /^(?:say|add|tell|announce|declare)$/.test(verb.lemma))
    return listFrom(phrases, at + 1, words)
  return []
}

/** ", said the minister": who says it stands after the verb, and what is said before. */
function isInverted(at: number, phrases: readonly Phrase[], words: readonly Word[]): boolean {
  const [before, verb, after] = [phrases[at - 1], phrases[at]?.verb, phrases[at + 1]]
  if (!before || (before.sort !== 'COMMA' && before.sort !== 'QUOTE') || after?.sort !== 'NP') return false
  if (!verb || verb.modal || !/^(?:say|add|note|write)$/.test(verb.lemma)) return false
  if (!words.slice(after.from, after.to).some((w) => w.pos === 'PROPN')) return false
  for (let j = at + 2; j < phrases.length; j++) {
    const { sort, verb: next } = phrases[j] as Phrase
    if (words[phrases[j]?.from ?? 0]?.lower === 'that') return false
    if (sort === 'COMMA' || sort === 'STOP' || sort === 'QUOTE' || sort === 'REL') return true
    if (sort === 'SUB') return true
    if (sort === 'VG' && finite(next)) return false
  }
  return true
}

/** "urged X to stop": X is to stop. "promised X to stop", "agreed with X to stop": the subject is. */
function controlsObject(leader: ClauseDraft): boolean {
  return /^(?:urge|ask|tell|order|force|allow|permit|help|want|expect|persuade|request|invite|encourage|advise|warn|compel|press|pressure|call|accuse|blame|criticize|criticise|condemn|denounce|slam|thank|praise|fault|suspect|charge|appeal|enable|cause|lead|get|require|prompt|push|convince|instruct|demand|implore|oppose|authorize|authorise|leave|plead|hail|laud|applaud|commend|congratulate|rebuke|lambast|lambaste|castigate|chide|berate|scold|reproach|upbraid|reprimand|admonish|punish|sanction|mock|ridicule|honour|salute|fine|remind|lobby|nudge|dare|challenge|pressure|persuade|credit|chastise|blast|cajole|coax|trust|forbid|commission|task|empower|help|let|make|attack)$/.test(
    leader.verb.lemma,
  )
}

const DECIDING =
  /^(?:decision|move|plan|order|promise|pledge|vow|offer|threat|refusal|failure|attempt|bid|effort|proposal|commitment|willingness|readiness|intention|reluctance|call|request|demand|appeal)$/

/** "Arnor's decision", "its decision" */
const isOwned = ({ from, to }: Phrase, words: readonly Word[]) =>
  words.slice(from, to).some((w) => w.pos === 'PROPN' || /^(?:its|their|his|her)$/.test(w.lower))

const HOLDING = /^(?:hold|detain|jail|imprison|arrest|capture|kill|wound|shoot)$/
const HARMING = /^(?:kill|wound|injure|leave|claim|destroy|hit)$/
const SPEAKING =
  /^(?:demand|urge|call|ask|add|say|warn|accuse|insist|stress|vow|pledge|reject|welcome|express|condemn|thank|propose|offer|appeal|praise|rebuke|term|describe|deny|criticise|criticize|denounce|blame|refuse|spurn|dismiss|snub|slam|laud|lament|decry|deplore|brand|hail|reiterate|reaffirm)$/

/** Who tells of what the clause before says; nobody where the text itself tells it. */
function tellerOf(i: number, clauses: readonly ClauseDraft[]): readonly number[] {
  const teller = clauses.findLast((c, k) => k < i && c.says !== null && c.says < i && finite(c.verb))
  return teller?.subject ?? []
}

/** The subject of a main clause after which nothing but what hangs on a noun comes; nobody where another clause may speak. */
function firstSubject(i: number, clauses: readonly ClauseDraft[]): readonly number[] {
  const [main, ...rest] = clauses.slice(0, i)
  const alone = rest.every((c) => c.verb.bare === 'ED' || !finite(c.verb))
  return main && alone && finite(main.verb) ? main.subject : []
}

/** The subject of the nearest earlier finite clause that has one. */
function mainSubject(i: number, clauses: readonly ClauseDraft[], before: number): readonly number[] {
  for (let k = i - 1; k >= 0; k--) {
    const clause = clauses[k] as ClauseDraft
    // "let Bree use its bases and lent a ship": who let it.
    const led = clauses.some((c, k2) => k2 < k && c.leadsTo === k)
    if (clause.at < before && clause.subject.length > 0 && finite(clause.verb) && !led) return clause.subject
  }
  return []
}

function listStart(phrases: readonly Phrase[], j: number, words: readonly Word[]): number {
  let first = j
  for (let k = j - 2; k >= 0 && k >= j - 8; k--) {
    if (phrases[k]?.sort === 'NP' && listFrom(phrases, k, words).includes(j)) first = k
  }
  return first
}

/** What a "who", "which" or "that" stands for: the phrase before it. */
export function antecedent(phrases: readonly Phrase[], rel: number, words: readonly Word[]): readonly number[] {
  let j = quantified(phrases, rel, words) ? rel - 3 : rel - 1
  while (
    phrases[j]?.sort === 'COMMA' ||
    phrases[j]?.sort === 'QUOTE' ||
    phrases[j]?.sort === 'P' ||
    phrases[j]?.sort === 'TIME'
  )
    j--
  return phrases[j]?.sort === 'NP' ? listFrom(phrases, listStart(phrases, j, words), words) : []
}

/** "both of which", "many of whom": all or some of those before. */
function quantified(phrases: readonly Phrase[], rel: number, words: readonly Word[]): boolean {
  const [number, of] = [phrases[rel - 2], phrases[rel - 1]]
  return of?.sort === 'P' && words[of.from]?.lower === 'of' && number?.sort === 'NP' && number.to - number.from === 1
}
