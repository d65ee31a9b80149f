/** Where a sentence names someone, and where it has a role noun: the longest name first, its capitals respected. */
import type { Dictionary, Meaning, Role } from './dictionary.ts'
import { type Atom, atomsOf } from './trie.ts'
import type { Word } from './words.ts'

/** Words `from` to `to` (exclusive) of a sentence, and what they may mean. */
export interface Mention {
  readonly from: number
  readonly to: number
  readonly meanings: readonly Meaning[]
}

export interface RoleNoun {
  readonly from: number
  readonly to: number
  readonly role: Role
}

/** `atoms`: those of the words' texts. */
export function mentionsIn(words: readonly Word[], dictionary: Dictionary, atoms = atomsOf(words)): Mention[] {
  const mentions: Mention[] = []
  for (let i = 0; i < atoms.length; ) {
    const { word } = atoms[i] as Atom
    const found = dictionary.names.longest(atoms, i, (meaning, to) => {
      const last = (atoms[to - 1] as Atom).word
      // A name ends with its word: "Iran" is not in "Iran-born", where the hyphen parts them, but never in "Iranxyz".
      if (to < atoms.length && (atoms[to] as Atom).word === last && !words[last]?.text.includes('-')) return false
      // "Ghani" is not "Abdul Ghani Baradar".
      const next = words[last + 1]
      const person = meaning.sort === 'PERSON' || meaning.sort === 'LEADER'
      const alone = person && !meaning.name.includes(' ') && next?.pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(next.text)
      // "Kashif Abdullah" is another than the king.
      const given = words[word - 1]
      const other = given?.pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(given.text) && mentions.at(-1)?.to !== word
      if (person && other && COMMON.test(meaning.name) && !TITLE.test(given.lower)) return false
      if (alone && !DAY.test(next.lower) && dictionary.names.longest(atoms, to, () => true) === null) return false
      // "the National Security Council" is a country's own.
      if (meaning.name === 'Security Council' && /^(?:national|supreme)$/.test(words[word - 1]?.lower ?? ''))
        return false
      return capitalsFit(meaning.name, words[word] as Word, words[last] as Word)
    })
    if (found && (i === 0 || (atoms[i - 1] as Atom).word !== word || words[word]?.text.includes('-'))) {
      mentions.push({ from: word, to: (atoms[found.to - 1] as Atom).word + 1, meanings: found.values })
      i = found.to
    } else i++
  }
  return mentions
}

/** Surnames of many. */
const COMMON =
  /^(?:Abdullah|Abbas|Sharif|Khalil|Mansour|Cameron|Sharon|Perry|Cohen|Asif|Qureshi|Sharaf|Shafik|Clinton|Blair|Petro|Duque|Salam|Gates)$/
const TITLE =
  /^(?:mr|mrs|ms|dr|president|minister|premier|chancellor|king|prince|emir|sheikh|ayatollah|mullah|mawlawi|maulana|imam|general|gen|marshal|admiral|senator|secretary|governor|pm|leader|ambassador|envoy|spokes\w+|chief|sir|lord|comrade|commander|representative|state|commissioner|speaker|adviser|advisor|kings|presidents|ministers)$/
const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/

/** "US" is not "us", "Who" is not "WHO", "Nice" not "nice"; a name listed in small letters may stand in any. */
function capitalsFit(name: string, first: Word, last: Word): boolean {
  const listed = name.replace(/^the /i, '')
  if (/^\p{Ll}/u.test(listed) && (listed.includes(' ') || !listed.includes('-'))) return true
  // "LeT" is not "Let".
  if (/^\p{Lu}\p{Ll}\p{Lu}$/u.test(listed)) return first.text === listed || first.text === listed.toUpperCase()
  if (/^[\p{Lu}.\-/&]{2,6}$/u.test(listed)) return !/\p{Ll}/u.test(first.text) && !/\p{Ll}/u.test(last.text)
  return /\p{Lu}/u.test(first.text) || /^al$/i.test(first.text)
}

/** Role nouns; where words overlap the longest from the left. `byForm`: the atoms of the words' texts. */
export function rolesIn(words: readonly Word[], dictionary: Dictionary, byForm = atomsOf(words)): RoleNoun[] {
  const roles: RoleNoun[] = []
  let byLemma: readonly Atom[] | null = null
  /** By dictionary forms, where these have as many pieces. */
  const lemmas = (at: number) => {
    byLemma ??= atomsOf(words, 'lemma')
    return byLemma.length === byForm.length ? dictionary.roles.longest(byLemma, at, anyway) : null
  }
  for (let i = 0; i < byForm.length; ) {
    const { word } = byForm[i] as Atom
    const pos = words[word]?.pos
    // "the official recognition": nobody.
    const noun = pos === 'NOUN' || pos === 'PROPN' || (pos === 'ADJ' && words[word]?.lower !== 'official')
    // "charge d'affaires": of several words the tagger's word for the first does not count.
    const longer = pos === 'VERB' ? dictionary.roles.longest(byForm, i, (_, to) => to > i + 1) : null
    const found = longer ? longer : noun ? (dictionary.roles.longest(byForm, i, anyway) ?? lemmas(i)) : null
    if (found) {
      roles.push({ from: word, to: (byForm[found.to - 1] as Atom).word + 1, role: found.values[0] as Role })
      i = found.to
    } else i++
  }
  return roles
}

const anyway = () => true
