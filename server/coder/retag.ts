/** Mends the tagger's parts of speech by what we know: our names, role nouns and verbs. */
import { possessive } from './chunk.noun.ts'
import { isVerb, verbLemma } from './lexicon.ts'
import type { Mention, RoleNoun } from './mentions.ts'
import type { Word } from './words.ts'

const NOMINAL = /^(?:NOUN|PROPN|ADJ)$/

/** Mends what the tagger does not know: our names are names, role nouns nouns, and some verbs look like adjectives. */
export function retag(words: readonly Word[], mentions: readonly Mention[], roles: readonly RoleNoun[]): void {
  for (const { from, to } of mentions)
    for (let i = from; i < to; i++) if (words[i]?.pos !== 'PUNCT') set(words, i, 'PROPN')
  for (const { from, to } of roles) {
    for (let i = from; i < to; i++)
      if (words[i]?.pos === 'VERB' && (i === to - 1 || to - from > 1)) set(words, i, 'NOUN')
    // "the premier criticised"
    const last = words[to - 1]
    if (last?.pos === 'ADJ' && words[to]?.pos !== 'NOUN') set(words, to - 1, 'NOUN')
  }
  const starts = new Set(mentions.map((m) => m.from))
  const ends = new Set(mentions.map((m) => m.to))
  /** Of the word after a name, the word before it. */
  const startOf = new Map(mentions.map((m) => [m.to, m.from - 1]))
  const borne = new Set(roles.map((r) => r.to - 1))
  // "the Arnorian charge d'affaires"
  const titled = new Set(roles.flatMap((r) => (r.to - r.from > 1 ? [r.from] : [])))
  // "our Arnorian partners"
  const owned = new Set(
    mentions
      .filter((m) => /^(?:our|their|his|her|its|the|these|those)$/.test(words[m.from - 1]?.lower ?? ''))
      .map((m) => m.to),
  )
  const verbless = !words.some((w) => w.pos === 'VERB' || w.pos === 'AUX')
  // "Fighting erupted"
  if (words[0]?.pos === 'VERB' && /ing$/.test(words[0].lower) && /^(?:VERB|AUX)$/.test(words[1]?.pos ?? ''))
    set(words, 0, 'NOUN')
  for (let i = 0; i < words.length; i++) if (words[i]?.pos === 'NUM') about(words, i)
  for (let i = 1; i < words.length - 1; i++) {
    const word = words[i] as Word
    if (SETTLED.has(word.pos) || (word.pos === 'PUNCT' && word.text !== "'" && word.text !== '’')) continue
    const [before, after] = [words[i - 1] as Word, words[i + 1] as Word]
    const opensPhrase =
      after.pos === 'DET' || after.pos === 'PROPN' || (after.pos === 'PRON' && possessive(after)) || after.pos === 'NUM'
    const closesPhrase = before.pos === 'NOUN' || before.pos === 'PROPN'
    if (word.pos === 'VERB' && /[^s]s$/.test(word.lower) && /^(?:of|for|with|by|from)$/.test(before.lower))
      set(words, i, 'NOUN')
    // "sought help from", "turned to Bree for help": no verb of its own.
    if (
      word.pos === 'VERB' &&
      word.lower === word.lemma &&
      (/^(?:for|of|with|by|from|under|against|without|after|amid|despite)$/.test(before.lower) ||
        (before.pos === 'VERB' && before.lower !== before.lemma && !BARE_AFTER.test(before.lemma)))
    )
      set(words, i, 'NOUN')
    // "has long accused"
    if (before.lemma === 'have' && /^(?:long|often)$/.test(word.lower) && /(?:ed|ght|ld|en|wn)$/.test(after.lower)) {
      before.pos = 'AUX'
      word.pos = 'ADV'
      set(words, i + 1, 'VERB')
    }
    // "to have sent troops", "had shot down"
    if (
      before.lemma === 'have' &&
      word.pos !== 'VERB' &&
      SENT.test(word.lower) &&
      (/^(?:NOUN|ADJ|NUM|DET|PROPN)$/.test(after.pos) || (before.pos === 'AUX' && after.pos === 'ADP'))
    ) {
      before.pos = 'AUX'
      set(words, i, 'VERB')
    }
    // "will close its border"
    if (opensPhrase && word.pos !== 'VERB' && before.pos !== 'NOUN' && MODAL.test(before.lower) && isVerb(word.lower))
      set(words, i, 'VERB')
    // "to have rounded up", "having threatened Bree"
    if (
      word.pos === 'ADJ' &&
      before.lemma === 'have' &&
      after.pos !== 'NOUN' &&
      after.pos !== 'ADJ' &&
      word.lower.endsWith('ed') &&
      isVerb(verbLemma(word.lower))
    ) {
      if (before.lower !== 'having') before.pos = 'AUX'
      set(words, i, 'VERB')
    }
    // ", and vow to hit Bree"
    if (
      word.pos === 'NOUN' &&
      before.lower === 'and' &&
      words[i - 2]?.text === ',' &&
      after.lower === 'to' &&
      words[i + 2]?.pos === 'VERB' &&
      word.lower === word.lemma &&
      isVerb(word.lemma)
    )
      set(words, i, 'VERB')
    // "made it clear that"
    if (word.lower === 'clear' && word.pos === 'VERB' && before.lower === 'it') word.pos = 'ADJ'
    // "Arnor, armed by Bree,"
    if (word.pos === 'ADJ' && after.lower === 'by' && before.text === ',' && word.lower.endsWith('ed'))
      set(words, i, 'VERB')
    // "the fighting between Arnor and Bree"
    if (
      word.pos === 'VERB' &&
      before.pos === 'DET' &&
      word.lower.endsWith('ing') &&
      /^(?:ADP|AUX|VERB|PUNCT)$/.test(after.pos)
    )
      set(words, i, 'NOUN')
    // "of detained Arnorian sailors"
    if (word.pos === 'VERB' && before.pos === 'ADP' && word.lower.endsWith('ed') && NOMINAL.test(after.pos))
      set(words, i, 'ADJ')
    // "Doctors of the World said"
    if (/^(?:said|says)$/.test(word.lower) && word.pos !== 'VERB' && ends.has(i)) {
      word.pos = 'VERB'
      word.lemma = 'say'
    }
    // "claimed to have rounded up", "is said to have promised"
    const have = before.lower === 'having' || (before.lower === 'have' && words[i - 2]?.lower === 'to')
    const perfect = have && word.lower.endsWith('ed')
    if (perfect) {
      before.pos = 'AUX'
      if (word.pos !== 'VERB') set(words, i, 'VERB')
    }
    // "keeps smuggling arms"
    const goesOn =
      /^(?:keep|stop|start|begin)$/.test(before.lemma) && word.lower.endsWith('ing') && after.pos === 'NOUN'
    if (goesOn && word.pos !== 'VERB' && isVerb(verbLemma(word.lower))) set(words, i, 'VERB')
    // "Ana Morell, standing beside the envoy, said"
    if (
      before.text === ',' &&
      ends.has(i - 1) &&
      word.pos !== 'VERB' &&
      word.lower.endsWith('ing') &&
      (after.pos === 'ADP' || opensPhrase)
    )
      set(words, i, 'VERB')
    // "a football match": one thing has no verb in its plain form.
    if (word.pos === 'VERB' && word.lower === word.lemma && before.pos === 'NOUN' && isOne(words, i - 1))
      set(words, i, 'NOUN')
    // "would not back anyone"
    if (
      word.lower === 'back' &&
      word.pos === 'ADV' &&
      /^(?:AUX|PART)$/.test(before.pos) &&
      (opensPhrase || after.pos === 'PRON')
    )
      set(words, i, 'VERB')
    // "bowed to demands from", "brushed aside protests"
    if (
      word.pos === 'VERB' &&
      word.lower !== word.lemma &&
      /[^su]s$/.test(word.lower) &&
      (before.lower === 'to' ||
        (/^(?:aside|off|down|away|out|back)$/.test(before.lower) && words[i - 2]?.pos === 'VERB'))
    )
      set(words, i, 'NOUN')
    // "demanded that Arnor hand over the base"
    if (ends.has(i) && word.pos === 'NOUN' && word.lower === word.lemma && isVerb(`${word.lemma} ${after.lower}`))
      set(words, i, 'VERB')
    // "Arnor and Bree appeal for calm"
    const joint = ends.has(i) && word.pos === 'NOUN' && word.lower === word.lemma && after.pos === 'ADP'
    const article = words[startOf.get(i) ?? -1]?.pos === 'DET' ? 1 : 0
    const and = joint ? (startOf.get(i) ?? 0) - article : -1
    if (and > 0 && words[and]?.lower === 'and' && ends.has(and) && isVerb(word.lemma)) set(words, i, 'VERB')
    // "went to war", "came to blows"
    if (before.lower === 'to' && /^(?:war|blows|court|arms)$/.test(word.lower)) set(words, i, 'NOUN')
    // "allowed Arnorian trucks to"
    const over =
      ends.has(i) && word.pos === 'VERB' && /[^s]s$/.test(word.lower) ? words[startOf.get(i) ?? -1] : undefined
    if (over?.pos === 'VERB' && !CLAUSE_AFTER.test(over.lemma)) set(words, i, 'NOUN')
    // "to cozy up to", ", compelling Arnor to": verbs by where they stand.
    // "the two countries' ministers", "the military's wing"
    if ((word.text === "'" || word.text === '’') && isOwner(before, word, after)) set(words, i, 'PART')
    if (word.pos === 'ADJ' && after.pos === 'PART' && /^['’]s$/.test(after.text)) set(words, i, 'NOUN')
    if (before.lower === 'to' && word.pos === 'VERB' && after.pos === 'PUNCT' && !isVerb(word.lemma))
      set(words, i, 'NOUN')
    if (before.lower === 'to' && word.pos !== 'VERB' && isVerb(`${word.lemma} ${after.lower}`)) set(words, i, 'VERB')
    if (
      before.text === ',' &&
      (word.pos === 'ADJ' || word.pos === 'NOUN') &&
      word.lower.endsWith('ing') &&
      starts.has(i + 1)
    ) {
      set(words, i, 'VERB')
    }
    if (
      word.pos === 'NOUN' &&
      word.lower.endsWith('ing') &&
      (/^(?:of|from|for|by|without)$/.test(before.pos === 'ADV' ? (words[i - 2]?.lower ?? '') : before.lower) ||
        GERUND_AFTER.test(before.lemma)) &&
      opensPhrase
    ) {
      set(words, i, 'VERB')
    }
    // "accused Bree of firing rockets"
    if (
      word.pos === 'NOUN' &&
      word.lower.endsWith('ing') &&
      /^(?:of|for)$/.test(before.lower) &&
      /^(?:NOUN|ADJ)$/.test(after.pos)
    ) {
      const judged = words.slice(Math.max(0, i - 12), i).some((w) => JUDGING.test(w.lemma))
      if (judged && isVerb(verbLemma(word.lower))) set(words, i, 'VERB')
    }
    // "more than 100 soldiers", "at least 100", "up to 100"
    const two = word.pos === 'NUM' && i > 1 ? `${words[i - 2]?.lower} ${before.lower}` : ''
    if (two !== '' && /^(?:(?:more|less|fewer|greater) than|at (?:least|most)|up to)$/.test(two)) {
      set(words, i - 2, 'DET')
      set(words, i - 1, 'DET')
    }
    // "Around 100 soldiers"
    if (word.pos === 'NUM' && before.pos === 'ADP' && /^(?:about|around|over|nearly|almost)$/.test(before.lower))
      set(words, i - 1, 'DET')
    if (before.lower === 'in' && word.lower === 'turn') set(words, i, 'NOUN')
    // "died in Arnorian shelling"
    if (
      word.pos === 'VERB' &&
      /ing$/.test(word.lower) &&
      ends.has(i) &&
      /^(?:PUNCT|ADP|CCONJ|AUX)$/.test(after.pos) &&
      (words[startOf.get(i) ?? 0]?.pos === 'ADP' || (after.pos === 'AUX' && words[startOf.get(i) ?? 0]?.pos === 'DET'))
    )
      set(words, i, 'NOUN')
    // "both of which back the rebels"
    if (
      (before.lower === 'which' || before.lower === 'who') &&
      /^(?:ADV|ADJ|NOUN)$/.test(word.pos) &&
      opensPhrase &&
      isVerb(word.lemma)
    )
      set(words, i, 'VERB')
    // "honour their promises"
    if (word.pos === 'VERB' && /^(?:its|their|our|my|your|his)$/.test(before.lower) && !/(?:ed|ing)$/.test(word.lower))
      set(words, i, 'NOUN')
    // "was arming the rebels"
    if (
      word.pos === 'NOUN' &&
      word.lower.endsWith('ing') &&
      before.pos === 'AUX' &&
      before.lemma === 'be' &&
      opensPhrase
    )
      set(words, i, 'VERB')
    if (
      ends.has(i) &&
      (opensPhrase || (verbless && after.pos === 'NOUN' && words[startOf.get(i) ?? 0]?.pos === 'CCONJ')) &&
      /^(?:ADJ|INTJ|NOUN)$/.test(word.pos) &&
      word.lower === word.lemma &&
      !titled.has(i) &&
      isVerb(word.lemma)
    ) {
      set(words, i, 'VERB')
    }
    if (
      word.pos === 'ADJ' &&
      word.lower.endsWith('ed') &&
      closesPhrase &&
      (opensPhrase || after.pos === 'ADP' || after.lower === 'that')
    )
      set(words, i, 'VERB')
    // "Arnor's police chief accused the elves"
    if (word.pos === 'NOUN' && word.lower.endsWith('ed') && (closesPhrase || borne.has(i - 1)) && opensPhrase) {
      set(words, i, 'VERB')
    }
    // "Arnor plans to leave", "Gondor addresses new concerns": after a name, what looks like its plural noun.
    // "extradited suspected rebels", "Ousted president X": a past form before a noun, no verb of its own.
    if (
      word.pos === 'VERB' &&
      (word.lower.endsWith('ed') || word.lower === 'frozen' || word.lower === 'stolen') &&
      /^(?:NOUN|PROPN|ADJ)$/.test(after.pos) &&
      (before.pos === 'VERB' || (before.lower === 'of' && after.pos === 'NOUN'))
    ) {
      set(words, i, 'ADJ')
    }
    // "Arnor mediated talks": after a name, where no other verb stands.
    if (
      word.pos === 'ADJ' &&
      word.lower.endsWith('ed') &&
      ends.has(i) &&
      after.pos === 'NOUN' &&
      isVerb(verbLemma(word.lower)) &&
      verbless
    )
      set(words, i, 'VERB')
    // "is seeking closer ties"
    if (word.pos === 'VERB' && /[^s]s$/.test(word.lower) && COMPARATIVE.test(before.lower)) {
      set(words, i, 'NOUN')
      set(words, i - 1, 'ADJ')
    }
    // "had shot down a drone"
    const shot = word.lower === 'shot' && word.pos !== 'VERB' && /^(?:down|dead|at)$/.test(after.lower)
    if (shot && /^(?:have|be)$/.test(before.lemma)) {
      before.pos = 'AUX'
      word.pos = 'VERB'
      word.lemma = 'shoot'
    }
    // "border guards shot at"
    if (word.lower === 'shot' && word.pos !== 'VERB' && (borne.has(i - 1) || ends.has(i))) {
      word.pos = 'VERB'
      word.lemma = 'shoot'
    }
    const plans =
      (after.lower === 'to' && words[i + 2]?.pos === 'VERB') ||
      opensPhrase ||
      after.pos === 'ADJ' ||
      after.lower === 'that' ||
      (verbless && (after.pos === 'NOUN' || after.pos === 'ADP') && !/[^s]s$/.test(after.lower))
    if (
      word.pos === 'NOUN' &&
      ends.has(i) &&
      plans &&
      /[^s]s$/.test(word.lower) &&
      isVerb(word.lemma) &&
      after.pos !== 'NUM' &&
      !borne.has(i) &&
      !owned.has(i)
    ) {
      set(words, i, 'VERB')
    }
  }
}

/** "helped rebuild", "made it leave", "came to see": what may have a bare verb after it. */
const BARE_AFTER = /^(?:help|let|make|see|hear|watch|go|come|dare|have|do|say|think|believe|know|hope|suggest|claim)$/
const MODAL = /^(?:will|would|could|should|must|may|might|can|shall|to)$/
const SENT =
  /^(?:sent|shot|struck|sold|bought|brought|built|held|led|met|made|given|taken|withdrawn|broken|begun|told)$/
/** "says Arnor plans" */
const CLAUSE_AFTER =
  /^(?:say|think|believe|claim|add|hope|know|suggest|fear|warn|report|note|insist|argue|announce|declare|stress|confirm|feel|mean|allege|admit|deny|reveal|expect|see|show|find|conclude|complain|tell|acknowledge|reply|worry|estimate)$/
/** "more than 300 elves", "at least 20": how many, and no phrase of its own. */
function about(words: readonly Word[], number: number): void {
  const [first, second] = [words[number - 2], words[number - 1]]
  if (!first || !second || !ABOUT.has(`${first.lower} ${second.lower}`)) return
  const many = first.lower === 'many' && words[number - 3]?.lower === 'as' ? number - 3 : number - 2
  for (let i = many; i < number; i++) set(words, i, 'DET')
}
const ABOUT = new Set(['more than', 'less than', 'fewer than', 'at least', 'at most', 'up to', 'many as', 'well over'])

/** "a football", "a ruined apartment": a noun of one thing, from its article on. */
function isOne(words: readonly Word[], noun: number): boolean {
  for (let i = noun - 1; i >= Math.max(0, noun - 3); i--) {
    const { lower = '', pos = '' } = words[i] ?? {}
    if (/^(?:a|an|another|each|every)$/.test(lower)) return !SAME_PAST.test(words[noun + 1]?.lower ?? '')
    if (pos !== 'ADJ' && pos !== 'NOUN' && !/ed$/.test(lower)) return false
  }
  return false
}
/** Verbs whose past is their plain form. */
const SAME_PAST =
  /^(?:hit|cut|put|set|shut|let|beat|read|cost|hurt|quit|split|spread|burst|cast|shed|bid|come|become|run)$/

/** Parts of speech that the tagger has right. */
const SETTLED = new Set(['DET', 'ADP', 'CCONJ', 'SCONJ', 'PRON', 'AUX', 'PROPN'])
/** "must stop arming the elves" */
const GERUND_AFTER = /^(?:stop|start|begin|keep|continue|avoid|resume|cease|consider)$/
const JUDGING = /^(?:accuse|blame|criticise|criticize|condemn|denounce|suspect|slam|fault|thank|praise)$/
const COMPARATIVE = /^(?:closer|stronger|better|deeper|wider|warmer|greater|further|worse)$/

/** Whether a mark is the apostrophe of a plural, and no closing quotation mark. */
function isOwner(before: Word, mark: Word, after: Word): boolean {
  const plural = before.lower.endsWith('s') && (before.pos === 'NOUN' || before.pos === 'PROPN')
  return plural && before.end === mark.start && after.start > mark.end && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(after.pos)
}

function set(words: readonly Word[], at: number, pos: string): void {
  const word = words[at]
  if (!word) return
  if (pos === 'VERB' && word.pos !== 'VERB') word.lemma = verbLemma(word.lower)
  word.pos = pos
}
