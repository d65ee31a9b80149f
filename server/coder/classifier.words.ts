/**
 * The words of a sentence as the classifier sees them: lower case, numbers as `0`, and names as `#`, so that what is said
 * about a country never depends on which country it is. Offsets are into the text as given, in UTF-16 units.
 */

export interface Word {
  /** Lower case, plain apostrophes; `0` for a number, `#` for names in a row. */
  readonly word: string
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

/** A sentence is read to this length and no further, so that no text costs more than a long sentence does. */
export const MOST_CHARACTERS = 4000

/** Words, numbers and marks; no two parts can match the same character twice, so it runs in linear time. */
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’ʼ-]\p{L}[\p{L}\p{M}]*)*|\p{N}[\p{N}.,]*|[.,;:?!"“”()%$]/gu

/** What may open a sentence with a capital without being a name. */
const OPENERS: ReadonlySet<string> = new Set(
  `a about according activists actors after against air airstrikes all also although amid an and another any
  around artillery as at attackers attacks authorities aid both before border but by cabinet ceasefire citizens
  civilians clashes companies crowds dear delegates demonstrators despite diplomats dissidents dozens during each earlier
  eight envoys every farmers fearing few fighters fighting fires five following for foreign forces four from furious gunmen
  he her his hackers he however hundreds i if in insurgents investigators it its jets journalists judges last later
  lawmakers leaders leftist local many masked meanwhile members militants military militias ministers mobs more most
  mutinous nationalist negotiations negotiators neither nine no none officers officials on one opposition our over parliament
  peace peacekeepers police politicians president prime prisoners prosecutors protesters rebels refugees residents
  reporters riot rioters rockets security several separatists seven shelling she since six soldiers some speaking
  state still strikers students talks ten tens that the their there these they this those thousands three to today traders
  tribesmen troops truckers two under unidentified union unions unknown until villagers violence voters warplanes we when
  while with women workers yesterday you young`.split(/\s+/),
)

/** What stays small in a headline. */
const SMALL: ReadonlySet<string> = new Set('after amid from into over with'.split(' '))

/** The words in the order of the text; in a headline, where every longer word has a capital, capitals mean nothing. */
export function wordsOf(text: string): Word[] {
  const found: Word[] = []
  const names: boolean[] = []
  let capitals = 0
  let plain = 0
  for (const match of text.slice(0, MOST_CHARACTERS).matchAll(WORD)) {
    const raw = match[0]
    const start = match.index
    const { word, own, capital, number, small } = formOf(raw)
    const end = start + raw.length
    if (number) {
      found.push({ word, start, end })
      names.push(false)
      continue
    }
    if (capital) capitals++
    else if (!small) plain++
    const opens = found.length === 0 || found.at(-1)?.word === '"'
    names.push(capital && !(opens && OPENERS.has(word + own)))
    found.push({ word, start, end: end - own.length })
    if (own !== '') {
      names.push(false)
      found.push({ word: own, start: end - own.length, end })
    }
  }
  return capitals > 3 && plain === 0 ? found : masked(found, names)
}

/** Names in a row become one `#`. */
function masked(words: readonly Word[], names: readonly boolean[]): Word[] {
  const kept: Word[] = []
  for (const [i, word] of words.entries()) {
    const last = kept.at(-1)
    if (!names[i]) kept.push(word)
    else if (last?.word === '#' && names[i - 1]) kept[kept.length - 1] = { ...last, end: word.end }
    else kept.push({ ...word, word: '#' })
  }
  return kept
}

interface Form {
  /** Without "'s". */
  readonly word: string
  /** "'s", or empty. */
  readonly own: string
  readonly capital: boolean
  readonly number: boolean
  /** Whether it stays small in a headline. */
  readonly small: boolean
}

/** By the text of a word: a language has few. */
const FORMS = new Map<string, Form>()
const MOST_FORMS = 50_000
const LONGEST_FORM = 40

function formOf(raw: string): Form {
  const known = FORMS.get(raw)
  if (known !== undefined) return known
  const number = /^\p{N}/u.test(raw)
  const whole = number ? '0' : raw.toLowerCase().replace(/[’ʼ]/g, "'")
  const own = whole.endsWith("'s") ? "'s" : ''
  const word = whole.slice(0, whole.length - own.length)
  const small = whole.length <= 3 || SMALL.has(whole)
  const form = { word, own, capital: /^\p{Lu}/u.test(raw), number, small }
  if (FORMS.size >= MOST_FORMS) FORMS.clear()
  if (raw.length <= LONGEST_FORM) FORMS.set(raw, form)
  return form
}
