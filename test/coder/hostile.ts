/** Texts that nobody would call an article, and what must hold for each. */
import fc from 'fast-check'
import type { Coder } from '../../server/coder/coder.ts'
import { suggestSentence } from '../../server/coder/suggest.sentence.ts'
import { suggest } from '../../server/coder/suggest.ts'
import type { Day } from '../../server/domain/day.ts'
import { isRefusal } from '../../server/domain/error.ts'

const WORDS =
  "Pakistan Russia the Taliban Kabul said that attacked and , . ; : \" “ ” ( ) - — 's U.S. Mr. <p> </p> &quot; &nbsp; <script> was by with talks to not will on Tuesday 12 May 2020 they he both countries who which , , \n \n\n \t 😀 مرحبا 你好 ﷽ \u0000 \ufffd \ud83d ’s n't agreed refused urged".split(
    / /,
  )

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }).map((words) => words.join('')),
)

/** Throws nothing; every span lies in the text and its words are what stands there. */
export function soundly(coder: Coder, text: string): boolean {
  return [suggest, suggestSentence].every((code) => {
    const answer = code(coder, text, 18_000 as Day, 'DAY')
    if (isRefusal(answer)) return answer.rule !== '' && answer.cure !== ''
    const spans = answer.suggestions.every(
      (s) =>
        0 <= s.start &&
        s.start < s.end &&
        s.end <= text.length &&
        text.slice(s.start, s.end) === s.text &&
        s.confidence >= 0 &&
        s.confidence <= 1,
    )
    return spans && answer.suggestions.length > 0 === (answer.reason === null)
  })
}
