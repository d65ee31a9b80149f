/** Where sentences end, and what in a pasted page is no sentence of the article. */
import { describe, expect, it } from 'vitest'
import { masked } from '../../server/coder/mask.ts'
import { segmentsOf } from '../../server/coder/segment.ts'

const sentences = (text: string) => segmentsOf(masked(text)).map((s) => text.slice(s.start, s.end))
const kinds = (text: string) => segmentsOf(masked(text)).map((s) => s.chaff)

describe('a sentence', () => {
  it.each([
    ['It rained. It snowed.', ['It rained.', 'It snowed.']],
    ['Mr. Brook met Gen. Hale in St. Orim. He left.', ['Mr. Brook met Gen. Hale in St. Orim.', 'He left.']],
    ['The U.S. envoy left the U.S. The talks failed.', ['The U.S. envoy left the U.S.', 'The talks failed.']],
    ['“We will go. We must,” she said. He stayed.', ['“We will go.', 'We must,” she said.', 'He stayed.']],
    ['“Will it hold?” he asked. It did.', ['“Will it hold?” he asked.', 'It did.']],
    ['It cost 3.5 million. Then 4.2 more.', ['It cost 3.5 million.', 'Then 4.2 more.']],
    ['They left the hills.Orim was quiet.', ['They left the hills.', 'Orim was quiet.']],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })

  it('ends with its line, whatever comes', () => {
    expect(sentences('It rained\r\nand snowed.')).toEqual(['It rained', 'and snowed.'])
  })

  it('is cut where no end is found', () => {
    const pieces = sentences('word '.repeat(2000))
    expect(pieces.length).toBeGreaterThan(5)
    expect(Math.max(...pieces.map((p) => p.length))).toBeLessThanOrEqual(1200)
  })
})

describe('what is none of the article', () => {
  it.each([
    ['Follow us on Facebook, Twitter and Instagram.', 'BOILERPLATE'],
    ['Also Read: Ten facts about the hills of Orim.', 'BOILERPLATE'],
    ['We use cookies to improve your experience. ', 'BOILERPLATE'],
    ['Share', 'BOILERPLATE'],
    ['Minister Ana Morell in this undated image. —Facebook/ @morell', 'CAPTION'],
    ['Soldiers at the border. Photo: Reuters', 'CAPTION'],
  ])('%s', (text, kind) => {
    expect(kinds(text)).toContain(kind)
  })

  it('is the headline, and a sentence printed twice in nearly the same words', () => {
    const text = [
      'Valdoria condemns Ormland over border',
      'The Red Banner, which wants the hills, has claimed over ninety raids on the army this year.',
      'The Red Banner, which wants the hills, has claimed more than ninety raids on the army this year.',
    ].join('\n')
    expect(kinds(text)).toEqual(['HEADLINE', null, 'REPEAT'])
  })
})
