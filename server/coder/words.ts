/**
 * The words of a sentence with their part of speech and lemma, by winkNLP (MIT) and its English model, each with its
 * exact place in the text. What a word means for us is left to the others.
 */
import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItsFunction } from 'wink-nlp'
import { isVerb, verbLemma } from './lexicon.ts'

export interface Word {
  readonly text: string
  readonly lower: string
  /** Dictionary form, lower case. */
  lemma: string
  /** Universal part of speech: NOUN, VERB … */
  pos: string
  /** UTF-16 units into the text. */
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

const nlp = winkNLP(model, ['pos'])
const { its } = nlp

/** Forms the model's lemmas get wrong and the lexicon asks for. */
const LEMMAS = new Map(
  Object.entries({
    wo: 'will',
    ca: 'can',
    felt: 'feel',
    led: 'lead',
    met: 'meet',
    raped: 'rape',
    raping: 'rape',
    slew: 'slay',
    raged: 'rage',
    raging: 'rage',
  }),
)

/** The words of the sentence that stands from `start` to `end` in the text; what cannot be placed is left out. */
export function wordsOf(text: string, start: number, end: number): Word[] {
  const sentence = text.slice(start, end)
  const tokens = nlp.readDoc(sentence).tokens()
  const values = tokens.out() as string[]
  const tags = tokens.out(its.pos) as string[]
  let lemmas: readonly string[] | null = null
  const words: Word[] = []
  let at = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as string
    const found = sentence.indexOf(value, at)
    if (found < 0 || value.trim() === '') continue
    at = found + value.length
    const pos = tags[i] ?? 'X'
    const known = FORMS[words.length === 0 ? 'first' : 'later']
    const forms = known.get(value)
    let form = forms?.[pos]
    if (form === undefined) {
      lemmas ??= tokens.out(its.lemma as ItsFunction<string>) as string[]
      form = formOf(value, lemmas[i], words.length === 0 ? 'NOUN' : pos)
      if (known.size >= MOST_FORMS) known.clear()
      if (forms) forms[pos] = form
      else if (value.length <= LONGEST_FORM) known.set(value, { [pos]: form })
    }
    words.push({ text: value, lower: form.lower, lemma: form.lemma, pos, start: start + found, end: start + at })
  }
  return words
}

interface Form {
  readonly lower: string
  readonly lemma: string
}

/** By text and part of speech, for the words of a language are few; the first of a sentence has a capital anyway. */
type Forms = Map<string, Record<string, Form>>
const FORMS: Readonly<Record<'first' | 'later', Forms>> = { first: new Map(), later: new Map() }
const MOST_FORMS = 50_000
const LONGEST_FORM = 40

function formOf(value: string, lemma: string | undefined, pos: string): Form {
  const lower = lowered(value)
  const known = LEMMAS.get(lower)
  if (known !== undefined) return { lower, lemma: known }
  const given = lowered(lemma ?? lower)
  // "staged" is no "stag".
  const verb = pos === 'VERB' && !isVerb(given) ? verbLemma(lower) : given
  return { lower, lemma: pos === 'VERB' ? (isVerb(verb) ? verb : given) : singular(given, lower, pos) }
}

const lowered = (text: string) => (text.includes('’') ? text.replaceAll('’', "'") : text).toLowerCase()

/** "airstrikes": a plural that the model does not know. */
function singular(lemma: string, lower: string, pos: string): string {
  const plural = pos === 'NOUN' && lower.length > 4 && lower.endsWith('s') && lemma === lower
  if (plural && /(?:ch|sh|ss|x|z)es$/.test(lower)) return lower.slice(0, -2)
  return plural && /[^siu]s$/.test(lower) ? lower.slice(0, -1) : lemma
}
