/**
 * The words of a sentence with their part of speech and lemma, by winkNLP (MIT) and its English model, each with its
 * exact place in the text. What a word means for us is left to the others.
 */
import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItsFunction } from 'wink-nlp'

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
const LEMMAS: Readonly<Record<string, string>> = { wo: 'will', ca: 'can', felt: 'feel', led: 'lead', met: 'meet' }

/** The words of the sentence that stands from `start` to `end` in the text; what cannot be placed is left out. */
export function wordsOf(text: string, start: number, end: number): Word[] {
  const sentence = text.slice(start, end)
  const tokens = nlp.readDoc(sentence).tokens()
  const values = tokens.out() as string[]
  const tags = tokens.out(its.pos) as string[]
  const lemmas = tokens.out(its.lemma as ItsFunction<string>) as string[]
  const words: Word[] = []
  let at = 0
  for (const [i, value] of values.entries()) {
    const found = sentence.indexOf(value, at)
    if (found < 0 || value.trim() === '') continue
    at = found + value.length
    const lower = value.toLowerCase().replaceAll('’', "'")
    const pos = tags[i] ?? 'X'
    const lemma =
      LEMMAS[lower] ?? singular((lemmas[i] ?? lower).toLowerCase(), lower, words.length === 0 ? 'NOUN' : pos)
    words.push({ text: value, lower, lemma, pos, start: start + found, end: start + at })
  }
  return words
}

/** "airstrikes": a plural that the model does not know. */
function singular(lemma: string, lower: string, pos: string): string {
  return pos === 'NOUN' && lemma === lower && /[^siu]s$/.test(lower) && lower.length > 4 ? lower.slice(0, -1) : lemma
}
