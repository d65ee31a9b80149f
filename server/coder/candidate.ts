/** The phrases that may be the target of a verb, ranked by where they stand. */
import type { Clause } from './clause.ts'
import type { Phrase } from './phrase.ts'
import type { Sentence } from './who.ts'
import type { Word } from './words.ts'

export interface Candidate {
  readonly phrases: readonly number[]
  /** 0 the object … 5 a place, 6 another matter. */
  readonly rank: number
  /** Empty for the object or the subject of a passive. */
  readonly preposition: string
}

/** How near what follows a preposition is to being whom it is done to. */
const RANKS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    1: 'with against to toward towards between',
    2: 'on upon before of from',
    3: 'for about at into',
    4: 'over through by',
    5: 'in near inside across outside under after',
    6: 'according as despite following during amid including since because regarding concerning',
  }).flatMap(([rank, words]) => words.split(' ').map((word) => [word, Number(rank)] as const)),
)
const UNKNOWN_RANK = 4

export const rankOf = (preposition: string) => RANKS.get(preposition) ?? UNKNOWN_RANK

/** Whom one calls something. */
const NAMING = /^(?:call|label|brand|dub|term|deem|consider|declare|designate|name)$/
/** "took part in the talks of Bree": what one joins. */
const JOINING = /^(?:participate|join|attend|engage|interfere|meddle|intervene|take)$/
/** "supports a seat for Bree on the council": whom one is for. */
const BACKING = /^(?:support|back|endorse|favour|favor|welcome)$/
/** "pinned the attack on Bree", "attributed the attack to Bree". */
const LAYING = /^(?:blame|pin|lay|put|place|shift|attribute|ascribe|trace|point)$/
/** "left for Bree", "arrived in Bree": where one goes to. */
const GOING = /^(?:leave|depart|arrive|head|travel|fly|return|go|visit|land)$/

export function candidatesOf({ verb, object, prepositions }: Clause, { phrases, words }: Sentence): Candidate[] {
  // "blamed the attack on Bree": whom it is laid to.
  const laid = LAYING.test(verb.lemma) && prepositions.some((p) => /^(?:on|to|at)$/.test(p.word))
  // "called it Arnor's puppet", "labels Bree a rogue state": the former.
  const named = NAMING.test(verb.lemma) && object.length === 2 ? object.slice(0, 1) : object
  const candidates: Candidate[] = named.length > 0 ? [{ phrases: named, rank: laid ? 4 : 0, preposition: '' }] : []
  const head = words[phrases[object[0] ?? -1]?.head ?? -1]?.lemma ?? ''
  const joining = JOINING.test(verb.lemma) ? verb.lemma !== 'take' || head === 'part' : head === 'participation'
  const against = prepositions.some((p) => p.word === 'against')
  candidates.push(...ownersAfter(object, phrases, words))
  let rank = 0
  let relation = false
  for (const { word, phrases: of } of prepositions) {
    const blamed = laid && /^(?:on|to|at)$/.test(word)
    const backed = BACKING.test(verb.lemma) && word === 'for'
    const near =
      blamed || backed || (joining && word === 'in') || (GOING.test(verb.lemma) && /^(?:for|to|in|at)$/.test(word))
    // "concerned about Arnor's ties with Bree": with whom theirs are, and no more.
    // "complained to the council about Bree": to whom is not of whom.
    const addressed =
      (/^(?:complain|protest|object)$/.test(verb.lemma) && word === 'to') ||
      (against && /^(?:lodge|file|raise|register|submit)$/.test(verb.lemma) && /^(?:with|to|at|before)$/.test(word))
    rank = addressed
      ? 5.5
      : near
        ? 0.2
        : relation && word === 'with'
          ? Math.max(rank + 0.5, rankOf(word))
          : rankOf(word)
    relation = of.some((p) => isOwnedRelation(phrases[p], words))
    candidates.push({ phrases: of, rank, preposition: word })
  }
  return candidates
}

/** "seized a ship linked to Arnor", "a firm owned by Arnor": whose the object is. */
function ownersAfter(object: readonly number[], phrases: readonly Phrase[], words: readonly Word[]): Candidate[] {
  const at = (object.at(-1) ?? -3) + 1
  const [hangs, link, owner] = [phrases[at], phrases[at + 1], phrases[at + 2]]
  const owned = hangs?.sort === 'VG' && hangs.verb?.bare !== null && OWNED.test(hangs.verb?.lemma ?? '')
  if (!owned || link?.sort !== 'P' || owner?.sort !== 'NP') return []
  return [{ phrases: [at + 2], rank: 0.5, preposition: words[link.from]?.lower ?? '' }]
}
const OWNED = /^(?:link|own|belong|tie|operate|affiliate|charter|register|connect|bind)$/

/** "Arnor's ties" */
function isOwnedRelation(phrase: Phrase | undefined, words: readonly Word[]): boolean {
  if (!phrase || !RELATION.test(words[phrase.head]?.lemma ?? '')) return false
  return words.slice(phrase.from, phrase.to).some((w) => w.pos === 'PART' || w.lower === 'of')
}
const RELATION =
  /^(?:tie|relation|relationship|cooperation|war|conflict|talk|border|dispute|alliance|partnership|trade|deal|agreement)$/

/** Of whom it is said, hoped, feared. */
export function candidatesSaid(said: Clause | undefined, sentence: Sentence): Candidate[] {
  if (!said) return []
  const subject: Candidate[] =
    said.subject.length > 0 ? [{ phrases: said.subject, rank: 1.5, preposition: 'that' }] : []
  return [...subject, ...candidatesOf(said, sentence).map((c) => ({ ...c, rank: c.rank + 2 }))]
}
