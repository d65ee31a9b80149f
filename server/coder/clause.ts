/**
 * Who stands where about each verb: its subject, object, prepositions, and the verb it leads to ("agreed to withdraw").
 * Read from the order of the phrases; what they mean is left to frame.ts.
 */
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
    // "the line that Arnor never recognised": what it hangs on is its object.
    const rel = (clause.subject[0] ?? 0) - 1
    const bare = phrases[rel]?.sort === 'REL' && phrases[rel - 1]?.sort !== 'P'
    if (clause.object.length === 0 && !clause.passive && finite(clause.verb) && bare)
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

const NONE = /^(?:no|not|none|neither|nobody|nothing)$/
const word = (phrases: readonly Phrase[], i: number, words: readonly Word[]) =>
  words[phrases[i]?.from ?? -1]?.lower ?? ''

/** "gunmen disguised as …", "talks held in …": a past form that hangs on the noun before it, for a verb of its own comes. */
function reduced(phrases: readonly Phrase[], at: number, words: readonly Word[]): boolean {
  if (phrases[at - 1]?.sort !== 'NP' && phrases[at - 1]?.sort !== 'COMMA' && at > 0) return false
  // "she said", "Arnor protested": no verb that hangs on them.
  if (/^(?:he|she|they|we|i)$/.test(word(phrases, at - 1, words)) || WHOLE.test(phrases[at]?.verb?.lemma ?? ''))
    return false
  if (word(phrases, at + 1, words) === 'by') return !BYING.test(words[phrases[at]?.head ?? -1]?.lemma ?? '')
  if (at === 0 && (phrases[at + 1]?.sort === 'P' || word(phrases, at + 1, words) === 'whether')) return true
  if (phrases[at + 1]?.sort === 'NP' || (phrases[at + 1]?.sort === 'SUB' && word(phrases, at + 1, words) !== 'as'))
    return false
  // "a fighter convicted in May of plotting, landed": nobody whom he convicted is told.
  const next = phrases[at + 1]?.sort
  if (
    at > 0 &&
    (next === 'P' || next === 'COMMA' || next === 'TIME') &&
    SUFFERED.test(words[phrases[at]?.head ?? -1]?.lemma ?? '')
  )
    return true
  // "refused to allow", "ruled out letting"
  if (phrases[at + 1]?.verb?.bare === 'ING') return false
  if (phrases[at + 1]?.verb?.infinitive) return false
  for (let i = at + 1; i < phrases.length; i++) {
    const { sort, verb } = phrases[i] as Phrase
    if (sort === 'COMMA' || sort === 'C' || sort === 'REL' || sort === 'QUOTE') return false
    if (sort === 'SUB' && word(phrases, i, words) !== 'as') return false
    // "walked away from a truce brokered by Bree"
    if (sort === 'VG' && verb?.bare === 'ED' && word(phrases, i + 1, words) === 'by') continue
    if (sort === 'VG' && finite(verb)) return true
  }
  return false
}

/** Verbs that have nothing done to anybody. */
const WHOLE = /^(?:protest|complain|insist|respond|reply|arrive|vow|appeal|retaliate|apologi[sz]e|speak|talk)$/

/** "stood by Bree", "spoke by phone": no passives. */
const SUFFERED = /^(?:arrest|convict|detain|jail|imprison|sentence|kidnap|abduct|deport|appoint|elect|exile)$/
const BYING = /^(?:stand|speak|abide|swear|pass|come|go|stay|drop|swing|fly|travel)$/

function isConditional(phrases: readonly Phrase[], at: number, words: readonly Word[]): boolean {
  for (let i = at - 1, steps = 0; i >= 0 && steps < 5; i--, steps++) {
    const { sort } = phrases[i] as Phrase
    if (sort === 'SUB') return /^(?:if|unless|whether|lest)$/.test(word(phrases, i, words))
    if (sort === 'VG')
      return i === 0 && /^(?:had|should|were)$/.test(word(phrases, i, words)) && phrases[i + 1]?.sort === 'NP'
    if (sort === 'COMMA') return false
  }
  return false
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
        } else if (phrases[i + 1]?.sort === 'NP' && prepositional(word(phrases, i, words))) {
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

const prepositional = (subordinator: string) =>
  subordinator === 'before' || subordinator === 'after' || subordinator === 'as'

/** Whether a phrase is followed by a finite verb of its own: "said the government offered". */
function isSubjectOfNext(phrases: readonly Phrase[], i: number): boolean {
  let at = i + 1
  if (phrases[at]?.sort === 'C' && phrases[at + 1]?.sort === 'NP') at += 2
  while (phrases[at]?.sort === 'ADV' || phrases[at]?.sort === 'TIME') at++
  const next = phrases[at]
  if (next?.sort === 'P' && phrases[at + 1]?.sort === 'NP' && phrases[at + 2]?.sort === 'VG') {
    return finite(phrases[at + 2]?.verb) && phrases[at + 2]?.verb?.bare === null
  }
  return next?.sort === 'VG' && finite(next.verb) && (next.verb?.bare === null || !looksPassive(phrases, at))
}

const looksPassive = (phrases: readonly Phrase[], at: number) =>
  phrases[at + 1]?.sort === 'P' || phrases[at + 1] === undefined

function nextVerb(phrases: readonly Phrase[], i: number, of: ReadonlyMap<number, number>): number | null {
  for (let at = i + 1; at < phrases.length; at++)
    if (phrases[at]?.sort === 'VG' && finite(phrases[at]?.verb)) return of.get(at) ?? null
  return null
}
