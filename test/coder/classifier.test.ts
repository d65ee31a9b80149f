/** Which family a sentence belongs to, and by which words: laws of the classifier, and what the shipped weights know. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify, evidenceFor, likeliest } from '../../server/coder/classifier.ts'
import { MOST_CHARACTERS } from '../../server/coder/classifier.words.ts'
import { type ModelData, readModel } from '../../server/coder/model.ts'
import { SHIPPED, shippedModel } from '../../server/coder/shipped.ts'
import { train } from '../../server/coder/training.ts'
import { QUADS } from '../../server/domain/codebook/codebook.ts'
import { isRefusal, must } from '../../server/domain/error.ts'
import { SMALL, TOY } from './toy.ts'

const toyData = train(TOY, SMALL, { version: 'toy-1', sources: [] })
const toy = must(readModel(toyData))
const sum = (x: object) => Object.values(x).reduce((a: number, b: number) => a + b, 0)

describe('the shipped weights', () => {
  const model = shippedModel()

  it.each([
    ['Ruritania declined to comment on the reports from the border.', 'STATEMENT'],
    ['The foreign minister of Syldavia called on both sides to show restraint.', 'STATEMENT'],
    ['Ruritania and Syldavia agreed to resume talks on the lake next month.', 'VERBAL_COOPERATION'],
    ['The president of Borduria will visit Ruritania on Monday.', 'VERBAL_COOPERATION'],
    ['Borduria praised the efforts of Syldavia.', 'VERBAL_COOPERATION'],
    ['Syldavia sent medical supplies and tents to the flooded valleys of Ruritania.', 'MATERIAL_COOPERATION'],
    ['Borduria released forty prisoners on Tuesday.', 'MATERIAL_COOPERATION'],
    ['Ruritania lifted the sanctions on Borduria.', 'MATERIAL_COOPERATION'],
    ['Ruritania will not lift the sanctions on Borduria.', 'VERBAL_CONFLICT'],
    ['Borduria accused Syldavia of sheltering the rebels.', 'VERBAL_CONFLICT'],
    ['Syldavia threatened to close the pass.', 'VERBAL_CONFLICT'],
    ['Bordurian forces shelled a village across the river, killing 12 people.', 'MATERIAL_CONFLICT'],
    ['Ruritania expelled two diplomats of Borduria.', 'MATERIAL_CONFLICT'],
    ['Police arrested dozens of demonstrators in the capital.', 'MATERIAL_CONFLICT'],
  ])('puts "%s" into %s', (text, quad) => {
    expect(likeliest(classify(model, text))).toBe(quad)
  })

  it('say what they are and what they were learnt from, and lie in a small file', () => {
    expect(SHIPPED.version).toMatch(/^quad-\d+$/)
    expect(SHIPPED.sources.length).toBeGreaterThan(0)
    expect(JSON.stringify(SHIPPED).length).toBeLessThan(400_000)
  })

  it('judge all parties alike: the names may be exchanged', () => {
    const names = fc.constantFrom(
      'Ruritania',
      'Syldavia',
      'Borduria',
      'Grand Fenwick',
      'Zubrowka',
      'Vulgarian Republic',
    )
    const acts = fc.constantFrom('accused', 'shelled', 'praised', 'declined to meet', 'sent relief supplies to')
    fc.assert(
      fc.property(names, names, acts, (a, b, act) => {
        expect(classify(model, `${a} ${act} ${b} on Friday.`)).toEqual(classify(model, `${b} ${act} ${a} on Friday.`))
      }),
    )
  })
})

describe('the probabilities', () => {
  it('are five, from 0 to 1, together 1, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.lorem({ maxCount: 20 })), (text) => {
        const p = classify(toy, text)
        expect(Object.keys(p)).toEqual([...QUADS])
        expect(Object.values(p).every((x) => x >= 0 && x <= 1)).toBe(true)
        expect(sum(p)).toBeCloseTo(1, 9)
      }),
    )
  })

  it('of a text without a known word are those of the empty text', () => {
    const empty = classify(toy, '')
    for (const text of [' \n\t', '…', '中文句子', 'Ωμέγα', '\u0000\uFFFF', '<>'])
      expect(classify(toy, text)).toEqual(empty)
  })

  it('read a text of five million characters no further than a long sentence', () => {
    const sentence = 'The Bordurian army shelled the lighthouse. '
    const long = sentence.repeat(120_000)
    expect(classify(toy, long)).toEqual(classify(toy, long.slice(0, MOST_CHARACTERS)))
  })

  it('do not depend on capitals of a headline, on the kind of apostrophe, or on which number stands there', () => {
    const same = (a: string, b: string) => expect(classify(toy, a)).toEqual(classify(toy, b))
    same('SYLDAVIA SHELLED THE LIGHTHOUSE OF THE DUKE', 'Syldavia Shelled The Lighthouse Of The Duke')
    same('The duke’s offer was rejected', "The duke's offer was rejected")
    same('It shelled 12 villages', 'It shelled 3,400 villages')
  })

  it('depend on the order of words', () => {
    expect(classify(toy, 'the ban was lifted')).not.toEqual(classify(toy, 'was lifted the ban'))
  })
})

describe('the evidence', () => {
  it('is the words that spoke for the family, strongest first, by their place in the text', () => {
    const text = 'On Friday Syldavia shelled the lighthouse.'
    const found = evidenceFor(toy, text, 'MATERIAL_CONFLICT', 3)
    expect(found.map(({ start, end }) => text.slice(start, end)).sort()).toEqual(['lighthouse', 'shelled', 'the'])
    expect(found.map(({ weight }) => weight)).toEqual(found.map(({ weight }) => weight).sort((a, b) => b - a))
  })

  it('lies within the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...QUADS), (text, quad) => {
        for (const { start, end, weight } of evidenceFor(toy, text, quad, 50)) {
          expect(start >= 0 && start < end && end <= text.length && weight > 0).toBe(true)
        }
      }),
    )
  })

  it('is none where nothing is known', () => {
    expect(evidenceFor(toy, 'xyzzy', 'STATEMENT', 5)).toEqual([])
  })
})

describe('a file of weights', () => {
  const told = (changed: Partial<ModelData>) => {
    const found = readModel({ ...toyData, ...changed })
    return isRefusal(found) ? found.code : 'read'
  }

  it('is refused where it is cut off, not base64, or its numbers cannot be', () => {
    expect(told({})).toBe('read')
    expect(told({ weights: toyData.weights.slice(0, 400) })).toBe('INCOMPLETE')
    expect(told({ weights: 'not base64!' })).toBe('INCOMPLETE')
    expect(told({ known: toyData.known.slice(4) })).toBe('INCOMPLETE')
    expect(told({ bits: 13 })).toBe('INCOMPLETE')
    expect(told({ bits: 40 })).toBe('BAD_NUMBER')
    expect(told({ bits: 3.5 })).toBe('BAD_NUMBER')
    expect(told({ temperature: 0 })).toBe('BAD_NUMBER')
    expect(told({ bias: [1, 2] })).toBe('BAD_NUMBER')
    expect(told({ scale: [1, 1, 1, 1, Number.NaN] })).toBe('BAD_NUMBER')
  })
})
