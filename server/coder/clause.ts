/**
 * Who stands where about each verb: its subject, object, prepositions, and the verb it leads to ("agreed to withdraw").
 * Read from the order of the phrases; what they mean is left to act.ts.
 */
import { isSubjectOfNext, nextVerb } from './clause.ahead.ts'
import { alongWith, endsObject, isConditional, NONE, reduced, word } from './clause.form.ts'
import { antecedent, subjectOf } from './clause.subject.ts'
import { listFrom, type Phrase, SAYING } from './phrase.ts'
import { finite, isReaction, type VerbGroup } from './verb.ts'
import type { Word } from './words.ts'

export interface Clause {
  /** Index of the verb group among the phrases. */
  readonly at: number
  readonly verb: VerbGroup
  /** Passive as far as can be told: "was attacked by", "[was] attacked by". */
  readonly passive: boolean
  /** Indexes of the phrases of the subject; empty where none was found. */
  readonly subject: readonly number[]
  readonly object: readonly number[]
  readonly prepositions: readonly { readonly word: string; readonly phrases: readonly number[] }[]
  /** Index of the clause of the infinitive or "-ing" form it leads to; null where none. */
  readonly leadsTo: number | null
  /** Index of the clause of what is said, believed, hoped; null where none. */
  readonly says: number | null
  /** Word after the last that belongs to it. */
  readonly to: number
  /** "if", "had they …", "unless": not said to be so. */
  readonly conditional: boolean
  /** By its verb, or by "no" before its subject or object. */
  readonly negated: boolean
}

/** A clause while it is read. */
export type ClauseDraft = { -readonly [K in keyof Clause]: Clause[K] }

/** The clauses of a sentence in the order of their verbs. */
export function clausesOf(phrases: readonly Phrase[], words: readonly Word[]): Clause[] {
  const clauses: ClauseDraft[] = []
  const of = new Map<number, number>()
  for (const [at, { sort, verb }] of phrases.entries()) {
    if (sort !== 'VG' || !verb) continue
    of.set(at, clauses.length)
    const passive = verb.passive || (verb.bare === 'ED' && reduced(phrases, at, words))
    const conditional = isConditional(phrases, at, words)
    clauses.push({
      at,
      verb,
      passive,
      subject: [],
      object: [],
      prepositions: [],
      leadsTo: null,
      says: null,
      to: 0,
      conditional,
      negated: verb.negated,
    })
  }
  for (const clause of clauses) complete(clause, phrases, words, of)
  for (const [i, clause] of clauses.entries()) {
    const modal = sharedModal(clauses[i - 1], clause, phrases, words)
    if (modal !== null) clause.verb = { ...clause.verb, modal }
    clause.subject = subjectOf(i, clauses, phrases, words, of)
    if (clause.subject.length > 0) clause.subject = [...clause.subject, ...alongWith(clause.subject, phrases, words)]
    // "the line that Arnor never recognised": what it hangs on is its object.
    const rel = (clause.subject[0] ?? 0) - 1
    const bare = phrases[rel]?.sort === 'REL' && phrases[rel - 1]?.sort !== 'P'
    const told = clauses.some((c) => c.says === i)
    if (clause.object.length === 0 && !clause.passive && finite(clause.verb) && bare && !told)
      clause.object = antecedent(phrases, rel, words)
    const none = [...clause.subject, ...clause.object].some((p) => NONE.test(word(phrases, p, words)))
    if (none) clause.negated = !clause.negated
  }
  return clauses
}

/** "must release the funds and lift the sanctions": the modal of the first verb is the second's too; null where it is not. */
function sharedModal(
  before: ClauseDraft | undefined,
  { at, verb }: ClauseDraft,
  phrases: readonly Phrase[],
  words: readonly Word[],
): string | null {
  if (!before?.verb.modal || verb.modal !== null || verb.infinitive || phrases[at - 1]?.sort !== 'C') return null
  const main = words[verb.at]
  const bare = main?.lower === main?.lemma && phrases[at]?.from === verb.at
  return bare ? before.verb.modal : null
}

/** What comes after the verb. */
function complete(
  clause: ClauseDraft,
  phrases: readonly Phrase[],
  words: readonly Word[],
  of: ReadonlyMap<number, number>,
): void {
  const prepositions: { word: string; phrases: readonly number[] }[] = []
  let object: readonly number[] = []
  let i = clause.at + 1
  let end = (phrases[clause.at] as Phrase).to
  let quoted = false
  // "Arnor's decision to expel the envoy caused anger": what comes after is of the decision.
  const nominal =
    clause.verb.infinitive &&
    !SAYING.has(clause.verb.lemma) &&
    phrases[clause.at - 1]?.sort === 'NP' &&
    phrases[clause.at - 2]?.sort !== 'VG'
  scan: for (; i < phrases.length; i++) {
    const phrase = phrases[i] as Phrase
    switch (phrase.sort) {
      case 'QUOTE':
        quoted = !quoted
        continue
      case 'ADV':
      case 'TIME':
        end = phrase.to
        continue
      case 'NP': {
        // "let Bree use", "helped Bree fight"
        const bare = phrases[i + 1]?.verb
        if (
          object.length === 0 &&
          LETTING.test(clause.verb.lemma) &&
          bare &&
          words[bare.at]?.lower === bare.lemma &&
          !bare.infinitive
        ) {
          object = [i]
          clause.leadsTo ??= of.get(i + 1) ?? null
          end = (phrases[i + 1] as Phrase).to
          break scan
        }
        if (isSubjectOfNext(phrases, i) && !(nominal && object.length === 0)) {
          if (clause.says === null) clause.says = nextVerb(phrases, i, of)
          break scan
        }
        const list = listFrom(phrases, i, words)
        if (object.length === 0 && prepositions.length === 0) object = list
        else if (prepositions.length === 0) object = [...object, ...list]
        i = list.at(-1) as number
        end = (phrases[i] as Phrase).to
        continue
      }
      case 'P': {
        const next = phrases[i + 1]
        const prep = word(phrases, i, words)
        // "many countries including Arnor": those, for that matter.
        const before = prepositions.at(-1)
        if (prep === 'including' && next?.sort === 'NP' && before) {
          const list = listFrom(phrases, i + 1, words)
          prepositions[prepositions.length - 1] = { ...before, phrases: list }
          i = list.at(-1) as number
          end = (phrases[i] as Phrase).to
          continue
        }
        if (next?.sort === 'NP' && !(isSubjectOfNext(phrases, i + 1) && prepositions.length > 3)) {
          const list = listFrom(phrases, i + 1, words)
          i = list.at(-1) as number
          // "thanked Arnor for its help and Bree for its patience"
          if (object.length > 0 && list.length > 1 && word(phrases, i + 1, words) === prep && before === undefined) {
            object = [...object, i]
            list.pop()
          }
          prepositions.push({ word: prep, phrases: list })
          end = (phrases[i] as Phrase).to
        } else if (next?.sort === 'VG' || (next?.sort === 'ADV' && phrases[i + 2]?.verb?.bare === 'ING')) {
          // "of secretly arming"
          const at = next.sort === 'VG' ? i + 1 : i + 2
          clause.leadsTo ??= of.get(at) ?? null
          end = (phrases[at] as Phrase).to
          break scan
        }
        continue
      }
      case 'VG':
        if (phrase.verb?.infinitive || (phrase.verb?.bare === 'ING' && i === clause.at + 1)) {
          clause.leadsTo ??= of.get(i) ?? null
          end = phrase.to
          break scan
        }
        // "the mine that Arnor says was laid by Bree"
        if (i === clause.at + 1 && SAYING.has(clause.verb.lemma) && finite(phrase.verb))
          clause.says ??= of.get(i) ?? null
        if (phrase.verb?.bare === 'ED' && phrases[i - 1]?.sort === 'NP' && phrases[i + 1]?.sort === 'P') {
          // "agreed to a truce brokered by Bree", "sent lorries loaded with food to Bree"
          const by = word(phrases, i + 1, words) === 'by' && phrases[i + 2]?.sort === 'NP'
          if ((by && !SAYING.has(clause.verb.lemma)) || LADEN.test(phrase.verb.lemma)) {
            end = phrase.to
            if (by && isReaction(clause.verb)) {
              // "condemned the raid carried out by Bree"
              prepositions.push({ word: 'of', phrases: listFrom(phrases, i + 2, words) })
              break scan
            }
            if (by) i = listFrom(phrases, i + 2, words).at(-1) as number
            continue
          }
        }
        if (phrase.verb?.bare === 'ED' && endsObject(phrases, i, words) && word(phrases, i + 1, words) !== 'by')
          break scan
        if (phrase.verb?.bare === 'ING' || (phrase.verb?.bare === 'ED' && reduced(phrases, i, words))) {
          end = phrase.to
          continue
        }
        break scan
      case 'SUB':
        if (word(phrases, i, words) === 'before' && phrases[i + 1]?.sort === 'NP' && !isSubjectOfNext(phrases, i + 1)) {
          prepositions.push({ word: 'before', phrases: listFrom(phrases, i + 1, words) })
          i++
          continue
        }
        if (word(phrases, i, words) === 'that' || (i === clause.at + 1 && word(phrases, i, words) !== 'because')) {
          clause.says ??= nextVerb(phrases, i, of)
        } else if (phrases[i + 1]?.sort === 'NP' && PREPOSITIONAL.test(word(phrases, i, words))) {
          prepositions.push({ word: word(phrases, i, words), phrases: listFrom(phrases, i + 1, words) })
          i++
          continue
        }
        break scan
      case 'REL':
        // "told X that": a verb of saying has its clause after its object.
        if (word(phrases, i, words) === 'that') clause.says ??= nextVerb(phrases, i, of)
        break scan
      case 'COMMA':
        if (clause.says === null && phrases[i + 1]?.sort === 'QUOTE') clause.says = nextVerb(phrases, i, of)
        if (prepositions.length === 0 && object.length === 0 && i === clause.at + 1 && clause.says === null) {
          clause.says = phrases[i + 1]?.sort === 'NP' ? nextVerb(phrases, i, of) : null
        }
        break scan
      default:
        break scan
    }
  }
  // "said the manner in which X spoke was …": the verb after the relative clause, else the one in it.
  if (clause.says === null && object.length > 0 && SAYING.has(clause.verb.lemma)) {
    const verbs = phrases.flatMap((p, at) =>
      at >= i && p.sort === 'VG' && finite(p.verb) && p.verb?.bare === null ? [at] : [],
    )
    const free = verbs.find((at) => phrases[at - 1]?.sort !== 'REL' && phrases[at - 2]?.sort !== 'REL')
    clause.says = of.get(free ?? verbs[0] ?? -1) ?? null
  }
  clause.object = object
  clause.prepositions = prepositions
  clause.to = end
}

const LADEN = /^(?:load|lade|pack|fill)$/
const LETTING = /^(?:let|help|make)$/
/** What joins a clause, and may stand before a noun alone: "after the raid". */
const PREPOSITIONAL = /^(?:before|after|as)$/
