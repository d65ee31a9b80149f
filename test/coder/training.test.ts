/** Learning: a toy language is learnt, the figures are right, and a worse model takes nobody's place. */
import { describe, expect, it } from 'vitest'
import { classify, likeliest, softmax } from '../../server/coder/classifier.ts'
import { examplesOf, phrases, quadOfCode } from '../../server/coder/examples.ts'
import { type ModelData, readModel } from '../../server/coder/model.ts'
import { isKeptBack, succeed } from '../../server/coder/successor.ts'
import { type Example, train } from '../../server/coder/training.ts'
import { calibrationErrorOf, figuresOf, foldsOf, temperatureOf } from '../../server/coder/validation.ts'
import { QUADS, type Quad } from '../../server/domain/codebook/codebook.ts'
import { must, sentenceOf } from '../../server/domain/error.ts'
import { SMALL, TOY } from './toy.ts'

const named = { version: 'toy-1', sources: ['toy'] }
const say = (data: ModelData, text: string): Quad => likeliest(classify(must(readModel(data)), text))

describe('learning', () => {
  it('learns a toy language, and says it of sentences it has not seen', () => {
    const data = train(TOY, SMALL, named)
    expect(TOY.every(({ text, quad }) => say(data, text) === quad)).toBe(true)
    expect(say(data, 'Yesterday Zubrowka arrested the bell ringers of the town')).toBe('MATERIAL_CONFLICT')
    expect(say(data, 'The queen signed a treaty with the duke')).toBe('VERBAL_COOPERATION')
  })

  it('gives the same model for the same examples, byte by byte', () => {
    expect(train(TOY, SMALL, named)).toEqual(train(TOY, SMALL, named))
  })

  it('leaves no trace of what stands in a single sentence', () => {
    const secret: Example = { text: 'qwxzk vbjfy', quad: 'STATEMENT', weight: 1 }
    const [without, with_] = [train(TOY, SMALL, named), train([...TOY, secret], SMALL, named)].map((data) =>
      must(readModel(data)),
    )
    expect(with_ && [...with_.known].filter((k, i) => k !== without?.known[i]).length).toBeLessThanOrEqual(1)
  })

  it('counts an example by its weight', () => {
    const both = (weight: number): Example[] => [
      ...TOY,
      { text: 'the duke yodels at dawn', quad: 'STATEMENT', weight: 1 },
      { text: 'the duke yodels at dawn', quad: 'MATERIAL_CONFLICT', weight },
    ]
    expect(say(train(both(0.1), SMALL, named), 'the duke yodels at dawn')).toBe('STATEMENT')
    expect(say(train(both(10), SMALL, named), 'the duke yodels at dawn')).toBe('MATERIAL_CONFLICT')
  })

  it('learns on from a model, and keeps what that one knew', () => {
    const from = must(readModel(train(TOY, SMALL, named)))
    const news = ['The duke yodels at dawn', 'The queen yodels at noon'].map(
      (text): Example => ({ text, quad: 'STATEMENT', weight: 1 }),
    )
    const reminders = TOY.filter((_, i) => i % 18 === 0)
    const onward = train([...news, ...reminders], SMALL, { ...named, from })
    expect(say(onward, 'The king yodels at dawn')).toBe('STATEMENT')
    expect(TOY.filter(({ text, quad }) => say(onward, text) === quad).length).toBeGreaterThan(0.9 * TOY.length)
    const anew = train([...news, ...reminders], SMALL, named)
    expect(TOY.filter(({ text, quad }) => say(anew, text) === quad).length).toBeLessThan(0.9 * TOY.length)
  })
})

describe('taking the place of another model', () => {
  // Each act by each of 20 counts: 15 acts × 20 = 300 sentences, of which about 30 are kept back.
  const many: Example[] = TOY.filter((_, i) => i % 6 === 0).flatMap((e) =>
    Array.from({ length: 20 }, (_, n) => ({
      ...e,
      text: `${e.text.slice(0, -1)} on day ${String.fromCharCode(97 + n)}${n}`,
    })),
  )
  const wrong = many.map((e): Example => (isKeptBack(e.text) ? e : { ...e, quad: 'STATEMENT' }))
  const how = { sources: ['toy'], onward: false, recipe: SMALL }

  it('names the new one after the old, with the figures of both on what neither has learnt from', () => {
    const first = must(succeed(null, many, [], how))
    expect(first).toMatchObject({
      data: { version: 'quad-1', sources: ['toy'] },
      before: null,
      figures: { accuracy: 1 },
    })
    expect(first.learnt + first.kept).toBe(300)
    expect(first.kept).toBe(many.filter(({ text }) => isKeptBack(text)).length)
    const second = must(succeed(first.data, many, [], how))
    expect(second).toMatchObject({ data: { version: 'quad-2' }, before: { accuracy: 1 } })
  })

  it('is refused to a worse one, which says by how much; a better one takes the place of that', () => {
    const good = must(succeed(null, many, [], how)).data
    const refused = succeed(good, wrong, [], how)
    expect(refused).toMatchObject({ refused: true, code: 'CONFLICT' })
    expect(sentenceOf(refused as never)).toMatch(/macro-F1 of quad-2 is 0\.\d+ on \d+ sentences kept back.* 1\.000/)
    const bad = must(succeed(null, wrong, [], how))
    expect(must(succeed(bad.data, many, [], how)).before?.accuracy).toBeLessThan(0.5)
  })

  it('is refused where too little is kept back to compare by, or the old file is broken', () => {
    expect(succeed(null, many.slice(0, 50), [], how)).toMatchObject({ code: 'INCOMPLETE' })
    const broken: ModelData = { ...train(TOY, SMALL, named), weights: 'AAAA' }
    expect(succeed(broken, many, [], how)).toMatchObject({ code: 'INCOMPLETE' })
  })

  it('keeps back the same sentences each time, about one in ten, whatever the spaces and capitals', () => {
    const texts = Array.from({ length: 5000 }, (_, i) => `sentence ${i} of ${i * 7}`)
    const kept = texts.filter(isKeptBack)
    expect(kept.length / texts.length).toBeGreaterThan(0.08)
    expect(kept.length / texts.length).toBeLessThan(0.12)
    expect(kept.every((text) => isKeptBack(` ${text.toUpperCase()} `))).toBe(true)
  })
})

describe('the figures', () => {
  const [S, C, K] = ['STATEMENT', 'VERBAL_COOPERATION', 'MATERIAL_CONFLICT'] as const

  it('are precision, recall and F1 by family, their mean, and who was taken for whom', () => {
    // S: 2 of 3 found, 2 of 2 said are right: P 1, R 2/3, F1 0.8. C: 1 of 1 found, 1 of 2 right: P 1/2, R 1, F1 2/3.
    // The other three families: 0. Mean (0.8 + 2/3) / 5.
    const figures = figuresOf([S, S, S, C], [S, S, C, C])
    expect(figures.accuracy).toBe(0.75)
    expect(figures.quads[0]).toMatchObject({ precision: 1, recall: 2 / 3, support: 3 })
    expect(figures.quads[1]).toMatchObject({ precision: 0.5, recall: 1, support: 1 })
    expect(figures.macroF1).toBeCloseTo((0.8 + 2 / 3) / 5, 12)
    expect(figures.confusion[0]).toEqual([2, 1, 0, 0, 0])
    expect(figuresOf([], [])).toMatchObject({ accuracy: 0, macroF1: 0 })
  })

  it('are taken in folds that hold every family alike and are the same for a seed', () => {
    const quads = [...Array(20).fill(S), ...Array(10).fill(C), ...Array(10).fill(K)] as Quad[]
    const folds = foldsOf(quads, 5, 7)
    const held = (fold: number, quad: Quad) => quads.filter((q, i) => q === quad && folds[i] === fold).length
    for (let fold = 0; fold < 5; fold++) expect([held(fold, S), held(fold, C), held(fold, K)]).toEqual([4, 2, 2])
    expect(foldsOf(quads, 5, 7)).toEqual(folds)
    expect(foldsOf(quads, 5, 8)).not.toEqual(folds)
  })

  it('of calibration are the gap between how sure it was and how often it was right', () => {
    // Two at 0.9, one of them right: |1.8 − 1| / 2 = 0.4. One more at 0.6, right: |0.6 − 1| = 0.4; (0.8 + 0.4) / 3 = 0.4.
    const p = [0.9, 0.9, 0.6].map((top) => Float64Array.from([top, 1 - top, 0, 0, 0]))
    expect(calibrationErrorOf(p, [S, C, S])).toBeCloseTo(0.4, 12)
    expect(calibrationErrorOf([], [])).toBe(0)
  })

  it('find the temperature at which log-odds say how often they are right', () => {
    // Log-odds 3 for S against C, right 3 times in 4: the best odds are 3, so T = 3 / ln 3 = 2.731.
    const scores = Array.from({ length: 4 }, () => Float64Array.from([3, 0, -1e6, -1e6, -1e6]))
    const t = temperatureOf(scores, [S, S, S, C])
    expect(t).toBeGreaterThan(2.7)
    expect(t).toBeLessThan(2.76)
    expect(softmax(scores[0] as Float64Array, t)[0]).toBeCloseTo(0.75, 2)
  })
})

describe('examples', () => {
  it('are of the family of the root of their CAMEO code, refined or not', () => {
    const told = ['010', '020', '036', '0841', '112', '120.recognition', '195', '20'].map(quadOfCode)
    expect(told).toEqual([QUADS[0], QUADS[0], QUADS[1], QUADS[2], QUADS[3], QUADS[3], QUADS[4], QUADS[4]])
    expect(['', '00', '21', '1', 'protest', '19345'].map(quadOfCode)).toEqual(Array(6).fill(null))
  })

  it('are read line by line, and lines that are none are left out', () => {
    const lines = [
      '{"text":"a","penta":4}',
      '{"text":"b","cameo":"020"}',
      '{"text":"c"}',
      '{"penta":1}',
      '[]',
      'null',
      '{',
      '',
    ]
    expect(examplesOf(lines.join('\n')).map(({ text, quad }) => [text, quad])).toEqual([
      ['a', 'MATERIAL_CONFLICT'],
      ['b', 'STATEMENT'],
    ])
  })

  it('of the lexicon are in every family, and each phrase stands in one family only', () => {
    const all = phrases()
    const families = new Map<string, Set<Quad>>()
    for (const { text, quad } of all) families.set(text, (families.get(text) ?? new Set()).add(quad))
    expect([...families].filter(([, quads]) => quads.size > 1).map(([text]) => text)).toEqual([])
    for (const quad of QUADS) expect(all.filter((e) => e.quad === quad).length).toBeGreaterThan(100)
  })
})
