/** Where a dateline ends and the sentence begins. */
import { expect, it } from 'vitest'
import { datelineOf } from '../../server/coder/dateline.ts'

it.each([
  'KABUL — ',
  'ISLAMABAD: ',
  'DOHA, Qatar (AP) — ',
  'BEIJING, May 22 (Xinhua) -- ',
  'ISLAMABAD, March 20 (Reuters) - ',
  'UNITED NATIONS (AP) — ',
  'TEHRAN/KABUL: ',
  'New Delhi, Feb 25 (PTI) ',
])('is “%s”', (dateline) => {
  expect(datelineOf(`${dateline}The two countries met.`)).toBe(dateline.length)
})

it.each([
  'The TTP said it was ready: talks could begin.',
  'US officials met the Taliban.',
  'Pakistan said on May 22 (a Thursday) - that it would.',
  'UN: all sides must talk.',
])('is none in “%s”', (sentence) => {
  expect(datelineOf(sentence)).toBe(0)
})
