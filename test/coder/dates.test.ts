/** Days read from words against the document's day, Wednesday 4 March 2020. */
import { describe, expect, it } from 'vitest'
import { documentDay } from '../../server/coder/dates.document.ts'
import { datedNear, datesIn } from '../../server/coder/dates.ts'
import { wordsOf } from '../../server/coder/words.ts'
import { formatDay } from '../../server/domain/day.ts'
import { day } from '../support/scoring.ts'

function dated(text: string): string {
  const words = wordsOf(text, 0, text.length)
  const on = day('2020-03-04')
  const found = datedNear(datesIn(words, on), 0, words.length, 1, on, 'DAY')
  return `${found.day === null ? 'none' : formatDay(found.day)} ${found.precision}${found.past ? ' past' : ''}`
}

describe('the day of what is told', () => {
  it.each([
    ['They met on Saturday', '2020-02-29 DAY'],
    ['They met on Wednesday', '2020-03-04 DAY'],
    ['They met last Wednesday', '2020-02-26 DAY'],
    ['They met yesterday', '2020-03-03 DAY'],
    ['They met two days ago', '2020-03-02 DAY'],
    ['They met 10 days earlier', '2020-02-23 DAY'],
    ['They met on 12 May 2019', '2019-05-12 DAY'],
    ['They met on May 12, 2019', '2019-05-12 DAY'],
    ['They met on December 30', '2019-12-30 DAY past'],
    ['They met in January 2020', '2020-01-31 MONTH past'],
    ['They met in February this year', '2020-02-29 MONTH past'],
    ['They met in November', '2019-11-30 MONTH past'],
    ['They met last month', '2020-02-29 MONTH past'],
    ['They met earlier this month', '2020-03-31 MONTH'],
    ['They raided posts in the last three months', '2020-03-31 MONTH'],
    ['They met late last year', 'none UNKNOWN past'],
    ['They met two years ago', 'none UNKNOWN past'],
    ['They met', '2020-03-04 DAY'],
    ['They met on 31 February 2020', '2020-02-29 MONTH'],
  ])('%s: %s', (text, expected) => {
    expect(dated(text)).toBe(expected)
  })
})

describe('the document’s own day', () => {
  it.each([
    ['', '2024-06-30-orim.txt', '2024-06-30 DAY'],
    ['date 2024-06-30 A minister in the image', 'orim.txt', '2024-06-30 DAY'],
    ['Published on June 3, 2021\nIt rained.', null, '2021-06-03 DAY'],
    ['It rained.', '2020-05-orim.txt', '2020-05-31 MONTH'],
    ['It rained.', '2023-orim.txt', '2023-07-01 UNKNOWN'],
    ['It rained.', 'orim.txt', null],
  ])('of %j in %j is %s', (text, file, expected) => {
    const found = documentDay(text, file)
    expect(found && `${formatDay(found.day)} ${found.precision}`).toBe(expected)
  })
})
