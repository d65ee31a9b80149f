import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Leaf, TagWeights } from '../../../server/domain/codebook/codebook.ts'
import { hashOf } from '../../../server/domain/codebook/hash.ts'
import { leafWeights, type TaggedWeights, tagOfLeaf } from '../../../server/domain/codebook/weights.ts'
import { isRefusal, must, sentenceOf } from '../../../server/domain/error.ts'
import { draft, parsed } from './sample.ts'

const codebook = parsed(draft())
const leaves = ['010', '070', '120', '120.recognition', '120.other', '138'] as Leaf[]

describe('the tag of a leaf', () => {
  const find = tagOfLeaf(codebook)

  it('is the tag that gathers the code, or has the refinement as its leaf, or else gathers the code before the dot', () => {
    expect(leaves.map((leaf) => find(leaf)?.code)).toEqual([
      'say',
      'help',
      'quarrel',
      'refuse-recognition',
      'quarrel',
      'quarrel',
    ])
  })

  it('is none for what is no code: "010" is not "10", which is not "1"', () => {
    expect(find('010' as Leaf)?.code).toBe('say')
    expect(find('10' as Leaf)?.code).toBe('quarrel')
    expect(['1', '', '10.', 'x.010', '999.recognition'].map((leaf) => find(leaf as Leaf)?.code)).toEqual([
      undefined,
      undefined,
      'quarrel',
      undefined,
      undefined,
    ])
  })
})

describe('the weights of leaves', () => {
  const with_ = (overlay: readonly TagWeights[]) => leafWeights(codebook, leaves, overlay)
  const saidNo = (overlay: readonly TagWeights[]) => {
    const no = with_(overlay)
    return isRefusal(no) ? sentenceOf(no) : null
  }

  it('are whole thousandths, beside family and tag', () => {
    const weights = must(with_([]))
    expect([...weights.tension]).toEqual([0, 0, 3000, 2500, 3000, 3000])
    expect([...weights.engagement]).toEqual([0, 7125, 500, 0, 500, 500])
    // STATEMENT 0, MATERIAL_COOPERATION 2, VERBAL_CONFLICT 3
    expect([...weights.quad]).toEqual([0, 2, 3, 3, 3, 3])
    expect([...weights.tag]).toEqual([0, 1, 2, 3, 2, 2])
  })

  it('follow an overlay where it names a weight, and keep what it leaves null', () => {
    const weights = must(with_([{ tag: 'quarrel', tension: 0.001, engagement: null }]))
    expect([...weights.tension]).toEqual([0, 0, 1, 2500, 1, 1])
    expect([...weights.engagement]).toEqual([0, 7125, 500, 0, 500, 500])
  })

  it('are the same bytes under an overlay equal to the published weights', () => {
    const bytes = (w: TaggedWeights) =>
      [w.tension, w.engagement, w.quad, w.tag].map((column) => [
        ...new Uint8Array(column.buffer, column.byteOffset, column.byteLength),
      ])
    const same = codebook.tags.map(({ code, tension, engagement }) => ({ tag: code, tension, engagement }))
    fc.assert(
      fc.property(fc.subarray(same), (overlay) => {
        expect(bytes(must(with_(overlay)))).toEqual(bytes(must(with_([]))))
      }),
    )
  })

  it('take every thousandth from 0 to 10 exactly, and nothing finer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (thousandths) => {
        const weights = must(with_([{ tag: 'quarrel', tension: thousandths / 1000, engagement: null }]))
        return weights.tension[2] === thousandths
      }),
    )
    expect(saidNo([{ tag: 'quarrel', tension: 0.0005, engagement: null }])).toBe(
      '0.0005: tension of "quarrel" is a number from 0 to 10 with at most three decimals. Give such a number, or null.',
    )
  })

  it('refuse a weight below 0 or above 10, an unknown tag, a tag twice, a weight on plain comment', () => {
    expect(saidNo([{ tag: 'help', tension: -1, engagement: null }])).toMatch(
      /^-1: tension of "help" is a number from 0/,
    )
    expect(saidNo([{ tag: 'help', tension: null, engagement: 11 }])).toMatch(/^11: engagement of "help"/)
    expect(saidNo([{ tag: 'help', tension: Number.NaN, engagement: null }])).toMatch(/^NaN/)
    expect(saidNo([{ tag: 'hug', tension: 1, engagement: null }])).toBe(
      '"hug": the codebook "small-1" has no such tag. Take the code of one of its tags.',
    )
    const half = { tag: 'help', tension: null, engagement: 1 }
    expect(saidNo([half, half])).toBe('"help": an overlay names a tag once. Put both weights into one entry.')
    expect(saidNo([{ tag: 'say', tension: 1, engagement: 0 }])).toMatch(
      /^1: tension of "say" is 0, for tags of the family STATEMENT carry no weight/,
    )
  })

  it('refuse a leaf the codebook does not know', () => {
    const no = leafWeights(codebook, ['1'] as Leaf[], [])
    expect(isRefusal(no) && no.code).toBe('UNKNOWN_LEAF')
    expect(isRefusal(no) && sentenceOf(no)).toBe(
      '"1": the codebook "small-1" has no tag for this code. Give a CAMEO code as text, like "010", or a leaf of the codebook.',
    )
  })
})

describe('the hash of a codebook', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([k, v]) => [k, shuffled(v)]),
    )
  }

  it('does not depend on the order of keys, of tags, or of the codes in a tag', () => {
    const other = draft()
    other.tags.reverse()
    for (const tag of other.tags) tag.cameo.reverse()
    expect(parsed(shuffled(other)).hash).toBe(codebook.hash)
    expect(parsed(JSON.parse(JSON.stringify(draft(), null, 7))).hash).toBe(codebook.hash)
  })

  it('changes when any weight changes by a thousandth', () => {
    const weighing = ['help', 'quarrel', 'refuse-recognition']
    fc.assert(
      fc.property(fc.constantFrom(...weighing), fc.constantFrom('tension', 'engagement'), (code, measure) => {
        const other = draft()
        const tag = other.tags.find((t: { code: string }) => t.code === code)
        tag[measure] = (Math.round(tag[measure] * 1000) + 1) / 1000
        return parsed(other).hash !== codebook.hash
      }),
    )
  })

  it('changes with a word of a definition, the note, the version, or a parameter of the method', () => {
    const changes = [
      { ...codebook, note: 'Other.' },
      { ...codebook, version: 'small-2' },
      { ...codebook, method: { ...codebook.method, priorEvents: 2 } },
      { ...codebook, tags: codebook.tags.map((t) => ({ ...t, definition: 'other' })) },
    ]
    const hashes = changes.map(hashOf)
    expect(new Set([codebook.hash, ...hashes]).size).toBe(5)
  })
})
