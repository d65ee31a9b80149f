/** The rules by which a word gets another part of speech. Their order counts: each sees what those before it did. */
import { isVerb, verbLemma } from './lexicon.ts'
import { endsInS, ing, nominal, past, plain } from './retag.form.ts'
import { followsTwoNames, isOne, isOwner, mayFollowVerb, type Place, set } from './retag.place.ts'

export type Rule = (place: Place) => void

/** A word that was taken for `from`, or for anything else where that is null, is `into` where that holds. */
const rule =
  (from: string | null, into: string, holds: (place: Place) => boolean): Rule =>
  (place) => {
    const { pos } = place.word
    if ((from === null ? pos !== into : pos === from) && holds(place)) set(place.words, place.at, into)
  }

export const RULES: readonly Rule[] = [
  // "turned to Bree for help", "an end of strikes"
  rule('VERB', 'NOUN', ({ word, before }) => (plain(word) || endsInS(word)) && NOUN_AFTER.test(before.lower)),
  // "sought help from": no verb of its own.
  rule(
    'VERB',
    'NOUN',
    ({ word, before }) => plain(word) && before.pos === 'VERB' && !plain(before) && !BARE_AFTER.test(before.lemma),
  ),
  // "has long accused"
  ({ words, at, word, before, after }) => {
    if (before.lemma !== 'have' || !/^(?:long|often)$/.test(word.lower) || !/(?:ed|ght|ld|en|wn)$/.test(after.lower))
      return
    before.pos = 'AUX'
    word.pos = 'ADV'
    set(words, at + 1, 'VERB')
  },
  // "to have sent troops", "had shot down"
  ({ words, at, word, before, after }) => {
    const goesOn = /^(?:NOUN|ADJ|NUM|DET|PROPN)$/.test(after.pos) || (before.pos === 'AUX' && after.pos === 'ADP')
    if (before.lemma !== 'have' || word.pos === 'VERB' || !SENT.test(word.lower) || !goesOn) return
    before.pos = 'AUX'
    set(words, at, 'VERB')
  },
  // "will close its border"
  rule(
    null,
    'VERB',
    ({ word, before, opens }) => opens && before.pos !== 'NOUN' && MODAL.test(before.lower) && isVerb(word.lower),
  ),
  // "to have rounded up", "having threatened Bree"
  ({ words, at, word, before, after }) => {
    const verb = word.pos === 'ADJ' && past(word) && isVerb(verbLemma(word.lower))
    if (!verb || before.lemma !== 'have' || after.pos === 'NOUN' || after.pos === 'ADJ') return
    if (before.lower !== 'having') before.pos = 'AUX'
    set(words, at, 'VERB')
  },
  // ", and vow to hit Bree"
  rule(
    'NOUN',
    'VERB',
    ({ words, at, word, before, after }) =>
      before.lower === 'and' &&
      words[at - 2]?.text === ',' &&
      after.lower === 'to' &&
      words[at + 2]?.pos === 'VERB' &&
      plain(word) &&
      isVerb(word.lemma),
  ),
  // "made it clear that"
  rule('VERB', 'ADJ', ({ word, before }) => word.lower === 'clear' && before.lower === 'it'),
  // "Arnor, armed by Bree,"
  rule('ADJ', 'VERB', ({ word, before, after }) => past(word) && before.text === ',' && after.lower === 'by'),
  // "the fighting between Arnor and Bree"
  rule(
    'VERB',
    'NOUN',
    ({ word, before, after }) => ing(word) && before.pos === 'DET' && /^(?:ADP|AUX|VERB|PUNCT)$/.test(after.pos),
  ),
  // "of detained Arnorian sailors"
  rule('VERB', 'ADJ', ({ word, before, after }) => past(word) && before.pos === 'ADP' && nominal(after)),
  // "Doctors of the World said"
  rule(null, 'VERB', ({ word, afterName }) => afterName && /^(?:said|says)$/.test(word.lower)),
  // "claimed to have rounded up", "is said to have promised"
  ({ words, at, word, before }) => {
    const have = before.lower === 'having' || (before.lower === 'have' && words[at - 2]?.lower === 'to')
    if (!have || !past(word)) return
    before.pos = 'AUX'
    set(words, at, 'VERB')
  },
  // "keeps smuggling arms"
  rule(
    null,
    'VERB',
    ({ word, before, after }) =>
      ing(word) &&
      /^(?:keep|stop|start|begin)$/.test(before.lemma) &&
      after.pos === 'NOUN' &&
      isVerb(verbLemma(word.lower)),
  ),
  // "a football match": one thing has no verb in its plain form.
  rule('VERB', 'NOUN', ({ words, at, word, before }) => plain(word) && before.pos === 'NOUN' && isOne(words, at - 1)),
  // "bowed to demands from", "brushed aside protests"
  rule(
    'VERB',
    'NOUN',
    ({ words, at, word, before }) =>
      !plain(word) &&
      /[^su]s$/.test(word.lower) &&
      (before.lower === 'to' ||
        (/^(?:aside|off|down|away|out|back)$/.test(before.lower) && words[at - 2]?.pos === 'VERB')),
  ),
  // "demanded that Arnor hand over the base"
  rule(
    'NOUN',
    'VERB',
    ({ word, after, afterName }) => afterName && plain(word) && isVerb(`${word.lemma} ${after.lower}`),
  ),
  // "Arnor and Bree appeal for calm"
  rule('NOUN', 'VERB', (place) => {
    const { word, after } = place
    return plain(word) && after.pos === 'ADP' && followsTwoNames(place) && isVerb(word.lemma)
  }),
  // "went to war", "came to blows"
  rule(null, 'NOUN', ({ word, before }) => before.lower === 'to' && /^(?:war|blows|court|arms)$/.test(word.lower)),
  // "allowed Arnorian trucks to"
  rule(
    'VERB',
    'NOUN',
    ({ word, afterName, beforeName }) =>
      afterName && endsInS(word) && beforeName?.pos === 'VERB' && !CLAUSE_AFTER.test(beforeName.lemma),
  ),
  // "the two countries' ministers", "the military's wing"
  rule(null, 'PART', ({ word, before, after }) => isOwner(before, word, after)),
  // "came to grief."
  rule(
    'VERB',
    'NOUN',
    ({ word, before, after }) => before.lower === 'to' && after.pos === 'PUNCT' && !isVerb(word.lemma),
  ),
  // "must stop arming the elves", "without formally naming Bree"
  rule('NOUN', 'VERB', ({ words, at, word, before, opens }) => {
    const led = before.pos === 'ADV' ? (words[at - 2]?.lower ?? '') : before.lower
    return ing(word) && opens && (/^(?:of|from|for|by|without)$/.test(led) || GERUND_AFTER.test(before.lemma))
  }),
  // "accused Bree of firing rockets"
  rule(
    'NOUN',
    'VERB',
    ({ words, at, word, before, after }) =>
      ing(word) &&
      /^(?:of|for)$/.test(before.lower) &&
      /^(?:NOUN|ADJ)$/.test(after.pos) &&
      words.slice(Math.max(0, at - 12), at).some((w) => JUDGING.test(w.lemma)) &&
      isVerb(verbLemma(word.lower)),
  ),
  // "both of which back the rebels"
  rule(
    null,
    'VERB',
    ({ word, before, opens }) =>
      /^(?:which|who)$/.test(before.lower) && opens && /^(?:ADV|ADJ|NOUN)$/.test(word.pos) && isVerb(word.lemma),
  ),
  // "honour their promises"
  rule(
    'VERB',
    'NOUN',
    ({ word, before }) => /^(?:its|their|our|my|your|his)$/.test(before.lower) && !past(word) && !ing(word),
  ),
  // "was arming the rebels"
  rule(
    'NOUN',
    'VERB',
    ({ word, before, opens }) => ing(word) && before.pos === 'AUX' && before.lemma === 'be' && opens,
  ),
  // "that Arnor back the truce"
  rule(
    null,
    'VERB',
    ({ known: { titled, verbless }, at, word, after, afterName, beforeName, opens }) =>
      afterName &&
      (opens || (verbless && after.pos === 'NOUN' && beforeName?.pos === 'CCONJ')) &&
      /^(?:ADJ|INTJ|NOUN)$/.test(word.pos) &&
      plain(word) &&
      !titled.has(at) &&
      isVerb(word.lemma),
  ),
  // "the elves detained at the border"
  rule(
    'ADJ',
    'VERB',
    ({ word, after, opens, closes }) =>
      past(word) && closes && (opens || after.pos === 'ADP' || after.lower === 'that'),
  ),
  // "Arnor's police chief accused the elves"
  rule(
    'NOUN',
    'VERB',
    ({ known: { borne }, at, word, opens, closes }) => past(word) && opens && (closes || borne.has(at - 1)),
  ),
  // "extradited suspected rebels", "Ousted president X": a past form before a noun, no verb of its own.
  rule(
    'VERB',
    'ADJ',
    ({ word, before, after }) =>
      (past(word) || /^(?:frozen|stolen)$/.test(word.lower)) &&
      nominal(after) &&
      (before.pos === 'VERB' || (before.lower === 'of' && after.pos === 'NOUN')),
  ),
  // "Arnor mediated talks": after a name, where no other verb stands.
  rule(
    'ADJ',
    'VERB',
    ({ known: { verbless }, word, after, afterName }) =>
      verbless && afterName && past(word) && after.pos === 'NOUN' && isVerb(verbLemma(word.lower)),
  ),
  // "is seeking closer ties"
  ({ words, at, word, before }) => {
    if (word.pos !== 'VERB' || !endsInS(word) || !COMPARATIVE.test(before.lower)) return
    set(words, at, 'NOUN')
    before.pos = 'ADJ'
  },
  // "border guards shot at"
  rule(
    null,
    'VERB',
    ({ known: { borne }, at, word, afterName }) => word.lower === 'shot' && (afterName || borne.has(at - 1)),
  ),
  // "Arnor plans to leave", "Arnor addresses new concerns": after a name, what looks like its plural noun.
  rule('NOUN', 'VERB', (place) => {
    const { known, at, word, after, afterName } = place
    const apart = !known.borne.has(at) && !known.owned.has(at) && after.pos !== 'NUM'
    return afterName && endsInS(word) && apart && isVerb(word.lemma) && mayFollowVerb(place)
  }),
]

/** "for help": no verb stands in its plain form after these. */
const NOUN_AFTER = /^(?:for|of|with|by|from|under|against|without|after|amid|despite)$/
/** "helped rebuild", "made it leave", "came to see": what may have a bare verb after it. */
const BARE_AFTER = /^(?:help|let|make|see|hear|watch|go|come|dare|have|do|say|think|believe|know|hope|suggest|claim)$/
const MODAL = /^(?:will|would|could|should|must|may|might|can|shall|to)$/
const SENT =
  /^(?:sent|shot|struck|sold|bought|brought|built|held|led|met|made|given|taken|withdrawn|broken|begun|told)$/
/** "says Arnor plans" */
const CLAUSE_AFTER =
  /^(?:say|think|believe|claim|add|hope|know|suggest|fear|warn|report|note|insist|argue|announce|declare|stress|confirm|feel|mean|allege|admit|deny|reveal|expect|see|show|find|conclude|complain|tell|acknowledge|reply|worry|estimate)$/
/** "must stop arming the elves" */
const GERUND_AFTER = /^(?:stop|start|begin|keep|continue|avoid|resume|cease|consider)$/
const JUDGING = /^(?:accuse|blame|criticise|criticize|condemn|denounce|suspect|slam|fault|thank|praise)$/
const COMPARATIVE = /^(?:closer|stronger|better|deeper|wider|warmer|greater|further|worse)$/
