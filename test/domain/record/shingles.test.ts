import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resemblance, SKETCH_SIZE, sketchOf } from '../../../server/domain/record/shingles.ts'

const words = fc.array(fc.constantFrom(...'abcdefghijklmnop'), { minLength: 1, maxLength: 300 }).map((w) => w.join(' '))
const numbered = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `word${from + i}`).join(' ')

describe('the sketch of a text', () => {
  it('holds the smallest hashes of its runs of four words, ascending and each once', () => {
    // 7 words have 4 runs of four.
    expect(sketchOf('one two three four five six seven')).toHaveLength(4)
    expect(sketchOf('la la la la la la la')).toHaveLength(1)
    fc.assert(
      fc.property(words, (text) => {
        const sketch = sketchOf(text)
        expect(sketch.length).toBeGreaterThan(0)
        expect(sketch.length).toBeLessThanOrEqual(SKETCH_SIZE)
        for (const [i, hash] of sketch.entries()) {
          expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32).toBe(true)
          if (i > 0) expect(hash).toBeGreaterThan(sketch[i - 1] as number)
        }
      }),
    )
  })

  it('does not change with case, marks, quotes, white space or composed letters', () => {
    const plain = sketchOf('the ministry said it would not accept the decision')
    expect(sketchOf('  The Ministry said: “it would\n\nnot accept — the decision”!')).toEqual(plain)
    expect(sketchOf('re\u0301sume\u0301 of a long day')).toEqual(sketchOf('résumé of a long day'))
  })

  it('is one hash for fewer words than a run, and for none', () => {
    expect(sketchOf('two words')).toHaveLength(1)
    expect(sketchOf('')).toHaveLength(1)
    expect(sketchOf('two words')).not.toEqual(sketchOf('three words'))
  })
})

describe('the resemblance of two texts', () => {
  it('is 1 for the same words, symmetric, and between 0 and 1', () => {
    fc.assert(
      fc.property(words, words, (x, y) => {
        const [a, b] = [sketchOf(x), sketchOf(y)]
        expect(resemblance(a, a)).toBe(1)
        expect(resemblance(a, b)).toBe(resemblance(b, a))
        expect(resemblance(a, b)).toBeGreaterThanOrEqual(0)
        expect(resemblance(a, b)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('estimates the share of runs in common', () => {
    // 400 and 400 words, 200 of them in common: 197 runs of 597, so 0.33.
    const half = resemblance(sketchOf(numbered(0, 400)), sketchOf(numbered(200, 600)))
    expect(half).toBeGreaterThan(0.2)
    expect(half).toBeLessThan(0.46)
    expect(resemblance(sketchOf(numbered(0, 400)), sketchOf(numbered(1000, 1400)))).toBe(0)
  })

  it('is exact where both sketches hold all runs', () => {
    // Runs abcd bcde cdef | bcde cdef defg: two in common of four.
    expect(resemblance(sketchOf('a b c d e f'), sketchOf('b c d e f g'))).toBe(0.5)
  })

  it('stays high where a sentence is cut or a few words are changed, as between copies of a wire', () => {
    const text = numbered(0, 500)
    expect(resemblance(sketchOf(text), sketchOf(numbered(0, 430)))).toBeGreaterThan(0.7)
    const edited = text.replace('word50 ', 'changed ').replace('word300 ', 'altered ')
    expect(resemblance(sketchOf(text), sketchOf(edited))).toBeGreaterThan(0.9)
  })
})
