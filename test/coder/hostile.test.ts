/** Whatever is pasted: no crash, and every span lies in the text. The bench asks 10,000 such texts, this a few hundred. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { masked } from '../../server/coder/mask.ts'
import { suggest } from '../../server/coder/suggest.ts'
import { isRefusal } from '../../server/domain/error.ts'
import { hostileText, soundly } from './hostile.ts'
import { coder } from './world.ts'

describe('a text that is none', () => {
  it('never breaks the coder, and no span leaves it', () => {
    fc.assert(
      fc.property(hostileText, (text) => soundly(coder, text)),
      { numRuns: 400 },
    )
  })

  it.each([
    ['', 'The text is empty.'],
    ['\n \t\n', 'The text is empty.'],
    [
      'Follow us on Facebook',
      'Nothing in it is a sentence of an article: only captions, headlines or lines of the site.',
    ],
    ['It rained all day in the hills.', 'No sentence in it tells what one known actor says or does to another.'],
  ])('%j says why it gives nothing', (text, reason) => {
    expect(suggest(coder, text, null, 'UNKNOWN')).toEqual({ suggestions: [], reason })
  })

  it('of words that objects have by birth is no stranger than others', () => {
    const text =
      'constructor toString __proto__ hasOwnProperty of Valdoria valueOf said that prototype attacked Ormland.'
    expect(soundly(coder, text)).toBe(true)
  })

  it.each([
    ['comments', '<!--'],
    ['scripts', '<script>'],
    ['styles', '<STYLE>'],
  ])('with %s that never end keeps its length and what stands after them', (_, open) => {
    const text = `${open} Valdoria condemned Ormland.`
    expect(masked(text)).toHaveLength(text.length)
    expect(masked(text)).toContain('Valdoria condemned Ormland.')
    const closed = { '<!--': '-->', '<script>': '</script>', '<STYLE>': '</style>' }[open]
    expect(masked(`${open} x ${closed} Valdoria`).trim()).toBe('Valdoria')
  })

  it.each([
    ['x'.repeat(200_001), 'it has 200001 characters, and an article at most 200000'],
    ['\u0000\u0001\u0002\u0003PNG', '4 of its 7 characters are control characters: it is not plain text in UTF-8'],
  ])('is refused with the rule it breaks', (text, rule) => {
    const answer = suggest(coder, text, null, 'UNKNOWN')
    expect(isRefusal(answer) && answer.rule).toBe(rule)
  })
})
