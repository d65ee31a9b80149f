/** Whether a sentence goes on telling of what lies before an article's news. */
import type { Act } from './act.ts'
import type { Clause } from './clause.ts'
import type { DateFound } from './dates.ts'
import { finite } from './verb.ts'
import type { Sentence } from './who.ts'

/** Tenses of what is so now, or lately. */
const NOW = /^(?:is|are|am|has|have|'s|'re|'ve|will|wo|'ll|shall|can|may)$/

/**
 * `before`: whether the sentence before it did. History begins with an earlier month or year, and goes on in the past tense
 * until there is a day of the news, a verb of the present, or somebody who says something.
 */
export function tellsHistory(
  before: boolean,
  { phrases, words }: Sentence,
  clauses: readonly Clause[],
  acts: readonly Act[],
  dates: readonly DateFound[],
): boolean {
  const main = clauses.find((c) => finite(c.verb) && c.subject.length > 0)
  if (!main) return before
  const present = isNow(main, { phrases, words })
  const news = dates.some(({ dated }) => !dated.past && dated.precision === 'DAY')
  if (present || news || acts.some((a) => a.operator === 'SAY' && a.clause !== null)) return false
  return before || dates.some(({ dated, word }) => dated.past && word <= main.verb.at)
}

/** "accuses", "has accused", "is accusing": no tense in which an earlier day is told. */
export function isNow({ at, verb }: Clause, { phrases, words }: Pick<Sentence, 'phrases' | 'words'>): boolean {
  const from = phrases[at]?.from ?? verb.at
  const main = words[verb.at]
  return NOW.test(words[from]?.lower ?? '') || (verb.at === from && isPresent(main?.lower, main?.lemma))
}

const isPresent = (lower = '', lemma = '') =>
  lower === `${lemma}s` || lower === `${lemma}es` || (lemma.endsWith('y') && lower === `${lemma.slice(0, -1)}ies`)
