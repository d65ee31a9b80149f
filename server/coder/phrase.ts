/**
 * Noun phrases with what hangs on them ("the minister of defence of Arnor", "envoy for Bree"), lists of them ("Arnor and
 * Bree"), and phrases beside them that say who is meant ("the minister, X,").
 */
import type { Chunk } from './chunk.ts'
import type { Mention, RoleNoun } from './mentions.ts'
import type { Word } from './words.ts'

export interface Phrase extends Chunk {
  /** Of an NP: where its first part ends, before any "of". */
  readonly core: number
}

const TITLE =
  /^(?:minister|ministry|envoy|representative|ambassador|secretary|director|spokes\w+|commissioner|adviser|advisor|chief|head|president|department|coordinator|rapporteur|mission)s?$/
const POSTED = /^(?:ambassador|envoy|representative|embassy|consulate|consul|diplomat|mission|charge|attache)s?$/
const QUANTITY =
  /^(?:most|many|some|several|all|both|part|parts|dozens|hundreds|thousands|millions|scores|tens|one|two|three|number|series|group|groups|members|member|majority|lot|round|rounds|kind|sort|type|bunch|couple|handful|team|rest|half|wave|threat|possibility|prospect|act|acts|campaign|process|issue|use|idea|start|resumption|end|city|town|village|province|district|region|government|republic|state|people|leaders|citizens|acts)$/

/** The head of a phrase as a lexicon has it: "envoy" of "the two envoys of Bree"; empty where there is no such phrase. */
export const headOf = (
  { phrases, words }: { readonly phrases: readonly Phrase[]; readonly words: readonly Word[] },
  p: number | undefined,
): string => words[phrases[p ?? -1]?.head ?? -1]?.lemma ?? ''

/** Whether what a deed noun's "of" has after it is whom it is done to. */
export const isObjective = (noun: string) => OBJECTIVE.test(noun)

/** "hundreds of thousands of elves" */
const MANY = /^(?:dozens|hundreds|thousands|scores|tens|millions)$/

/** Deeds whose "of" tells to whom they are done. */
const OBJECTIVE =
  /^(?:deportation|expulsion|repatriation|recognition|invasion|occupation|bombing|bombardment|shelling|killing|assassination|arrest|detention|eviction|condemnation|kidnapping|abduction|release|blockade|siege|annexation|seizure|capture|criticism|denunciation|sealing|isolation|exclusion|removal|blacklisting|harassment|persecution|poisoning|murder|torture|rejection|endorsement|violation|breach|destruction|demolition|downing|hijacking|resettlement|sheltering|arming|funding|training|surveillance|execution|imprisonment|confiscation|conquest|encirclement|boycott|designation|suspension|withdrawal|targeting)s?$/

/** The chunks with their noun phrases joined; what stands in round brackets is left out. */
export function phrasesOf(
  chunks: readonly Chunk[],
  words: readonly Word[],
  roles: readonly RoleNoun[],
  mentions: readonly Mention[],
): Phrase[] {
  const phrases: Phrase[] = []
  let brackets = 0
  for (let i = 0; i < chunks.length; i++) {
    const chunk = chunks[i] as Chunk
    const text = words[chunk.from]?.text
    if (chunk.sort === 'STOP' && text === '(') brackets++
    else if (chunk.sort === 'STOP' && text === ')') brackets = Math.max(0, brackets - 1)
    else if (brackets > 0) continue
    else if (chunk.sort !== 'NP') {
      const { sort, from, to, head, verb } = chunk
      phrases.push({ sort, from, to, head, core: to, verb })
    } else {
      let { to, head } = chunk
      let last = i
      for (;;) {
        const [prep, next] = [chunks[last + 1], chunks[last + 2]]
        if (prep?.sort !== 'P' || next?.sort !== 'NP') break
        const joins = hangsOn(words[prep.from]?.lower ?? '', chunk, head, next, words, roles, mentions)
        if (!joins) break
        if (joins === 'of' && (last === i ? QUANTITY : MANY).test(words[head]?.lower ?? '')) head = next.head
        to = next.to
        last += 2
      }
      phrases.push({ sort: 'NP', from: chunk.from, to, head, core: chunk.to, verb: null })
      i = last
    }
  }
  return phrases
}

/** Whether the phrase after a preposition belongs to the one before it, as "of" does, or otherwise. */
function hangsOn(
  preposition: string,
  chunk: Chunk,
  head: number,
  next: Chunk,
  words: readonly Word[],
  roles: readonly RoleNoun[],
  mentions: readonly Mention[],
): 'of' | 'other' | null {
  const noun = words[head]?.lower ?? ''
  if (preposition === 'of') return OBJECTIVE.test(noun) ? null : 'of'
  const bearer = roles.find((r) => r.from >= chunk.from && r.to === head + 1)
  const title = TITLE.test(noun) || bearer?.role === 'GOV'
  if (preposition === 'for') return title ? 'other' : null
  if (preposition === 'to')
    return /^(?:ambassador|envoy|representative|adviser|mission|delegate|delegation)/.test(noun) ? 'other' : null
  // "rebels in Arnor", "soldiers from Bree": whose they are is told after them.
  const within = (from: number, to: number) => mentions.some((m) => m.from >= from && m.to <= to)
  // "its ambassador in Bree": posted there, and another's.
  if (preposition === 'in' && POSTED.test(noun)) return null
  const tells = (preposition === 'in' || preposition === 'from') && bearer && !within(chunk.from, chunk.to)
  const both = words.slice(next.from, next.to).some((w) => /^(?:both|two)$/.test(w.lower))
  return tells && (both || within(next.from, next.to)) ? 'other' : null
}

/** Verbs whose next phrase may be the subject of what is said. */
export const SAYING = new Set(
  'say tell announce declare add claim report state note believe think hope fear warn insist stress argue allege maintain confirm suggest indicate'.split(
    ' ',
  ),
)

/**
 * The phrases listed with the one at `i`, itself first: "Arnor, Bree and the elves". A phrase that is the subject of the
 * next verb is no part of a list of objects: "condemned the attack and Arnor said …".
 */
export function listFrom(phrases: readonly Phrase[], i: number, words: readonly Word[]): number[] {
  const list = [i]
  for (let at = i; ; ) {
    let next = at + 1
    const comma = phrases[next]?.sort === 'COMMA'
    if (comma) next++
    const conjunction = phrases[next]?.sort === 'C' && words[phrases[next]?.from ?? 0]?.lower !== 'but'
    if (conjunction) next++
    // "as well as with its allies": the preposition again.
    if (conjunction && phrases[next]?.sort === 'P' && phrases[i - 1]?.sort === 'P') next++
    if (phrases[next]?.sort !== 'NP' || (!comma && !conjunction)) return list
    if (!conjunction && !isListed(phrases, next, words)) return list
    if (conjunction && startsClause(phrases, i, next, words)) return list
    list.push(next)
    if (conjunction) return list
    at = next
  }
}

/** After a comma alone: whether an "and" comes, after more phrases and commas alone. */
function isListed(phrases: readonly Phrase[], i: number, words: readonly Word[]): boolean {
  for (let at = i; phrases[at]?.sort === 'NP'; ) {
    let next = at + 1
    if (phrases[next]?.sort === 'COMMA') next++
    if (phrases[next]?.sort === 'C')
      return phrases[next + 1]?.sort === 'NP' && words[phrases[next]?.from ?? 0]?.lower !== 'but'
    if (next === at + 1) return false
    at = next
  }
  return false
}

function startsClause(phrases: readonly Phrase[], first: number, second: number, words: readonly Word[]): boolean {
  let after = second + 1
  while (phrases[after]?.sort === 'ADV' || phrases[after]?.sort === 'TIME') after++
  const verb = phrases[after]
  if (verb?.sort !== 'VG' || verb.verb?.infinitive || verb.verb?.bare === 'ING') return false
  const before = phrases[first - 1]
  if (!before) return false
  if (before.sort === 'P') return words[before.from]?.lower !== 'between'
  return before.sort === 'VG' && !SAYING.has(words[before.head]?.lemma ?? '')
}

/** Phrases set beside the one at `i` between commas: "the minister, X, said"; also before it: "its neighbour, Bree". */
export function besides(phrases: readonly Phrase[], i: number): number[] {
  if (phrases[i + 1]?.sort !== 'COMMA' && phrases[i + 1]?.sort !== 'STOP') return []
  const next = phrases[i + 2]
  if (next?.sort !== 'NP') return []
  const after = phrases[i + 3]
  return !after ||
    after.sort === 'COMMA' ||
    after.sort === 'STOP' ||
    after.sort === 'VG' ||
    after.sort === 'ADV' ||
    after.sort === 'C'
    ? [i + 2]
    : []
}
