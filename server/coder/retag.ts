/** Mends the tagger's parts of speech by what we know: our names, role nouns and verbs. */
import type { Mention, RoleNoun } from './mentions.ts'
import { knownOf, placeOf, set } from './retag.place.ts'
import { RULES } from './retag.rules.ts'
import type { Word } from './words.ts'

/** Mends what the tagger does not know: our names are names, role nouns nouns, and some verbs look like adjectives. */
export function retag(words: readonly Word[], mentions: readonly Mention[], roles: readonly RoleNoun[]): void {
  for (const { from, to } of mentions)
    for (let i = from; i < to; i++) if (words[i]?.pos !== 'PUNCT') set(words, i, 'PROPN')
  for (const role of roles) setNoun(words, role)
  const known = knownOf(words, mentions, roles)
  // "Fighting erupted"
  if (words[0]?.pos === 'VERB' && /ing$/.test(words[0].lower) && /^(?:VERB|AUX)$/.test(words[1]?.pos ?? ''))
    set(words, 0, 'NOUN')
  for (let i = 0; i < words.length; i++) if (words[i]?.pos === 'NUM') setAbout(words, i)
  for (let i = 1; i < words.length - 1; i++) {
    const { pos, text } = words[i] as Word
    if (SETTLED.has(pos) || (pos === 'PUNCT' && text !== "'" && text !== '’')) continue
    const place = placeOf(words, i, known)
    for (const mend of RULES) mend(place)
  }
}

/** Parts of speech that the tagger has right. */
const SETTLED = new Set(['DET', 'ADP', 'CCONJ', 'SCONJ', 'PRON', 'AUX', 'PROPN'])

function setNoun(words: readonly Word[], { from, to }: RoleNoun): void {
  for (let i = from; i < to; i++) if (words[i]?.pos === 'VERB' && (i === to - 1 || to - from > 1)) set(words, i, 'NOUN')
  // "the premier criticised"
  if (words[to - 1]?.pos === 'ADJ' && words[to]?.pos !== 'NOUN') set(words, to - 1, 'NOUN')
}

/** "more than 300 elves", "at least 20", "around 100": how many, and no phrase of its own. */
function setAbout(words: readonly Word[], number: number): void {
  const [first, second] = [words[number - 2], words[number - 1]]
  if (second?.pos === 'ADP' && /^(?:about|around|over|nearly|almost)$/.test(second.lower)) second.pos = 'DET'
  if (!first || !second || !ABOUT.has(`${first.lower} ${second.lower}`)) return
  const many = first.lower === 'many' && words[number - 3]?.lower === 'as' ? number - 3 : number - 2
  for (let i = many; i < number; i++) set(words, i, 'DET')
}
const ABOUT = new Set(['more than', 'less than', 'fewer than', 'at least', 'at most', 'up to', 'many as', 'well over'])
