import { describe, expect, it } from 'vitest'
import { publishedLambda } from '../../../server/domain/codebook/method.ts'
import { parseCodebook } from '../../../server/domain/codebook/parse.ts'
import { sentenceOf } from '../../../server/domain/error.ts'
import { type Draft, draft, parsed } from './sample.ts'

/** The sentences with which the draft is refused once it has been broken. */
function refusedWhen(breakIt: (codebook: Draft) => unknown): string[] {
  const broken = draft()
  breakIt(broken)
  const result = parseCodebook(broken)
  return Array.isArray(result) ? result.map(sentenceOf) : []
}

describe('a codebook in data', () => {
  it('is read with the hash of its content', () => {
    const codebook = parsed(draft())
    expect(codebook.tags.map((t) => t.code)).toEqual(['say', 'help', 'quarrel', 'refuse-recognition'])
    expect(codebook.tags[2]).toEqual(draft().tags[2])
    expect(codebook.method).toEqual(draft().method)
    expect(codebook.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('may bring its hash, which must then be that of its content', () => {
    const { hash } = parsed(draft())
    expect(parsed({ ...draft(), hash }).hash).toBe(hash)
    expect(refusedWhen((c) => Object.assign(c, { hash: 'abc' }))).toEqual([
      `"abc": the hash of this content is ${hash}. Take the hash out to have it computed, or bring back the content it belongs to.`,
    ])
  })

  it.each([null, 7, 'text', []])('is an object, not %j', (json) => {
    const result = parseCodebook(json)
    expect(Array.isArray(result) && result.map((r) => r.rule)).toContain('a codebook is a JSON object')
  })

  it('names a missing field and an unknown one', () => {
    expect(refusedWhen((c) => delete c.note)).toEqual(['"note": a codebook must have this field. Add "note".'])
    expect(refusedWhen((c) => Object.assign(c, { colour: 'red' }))).toEqual([
      '"colour": a codebook has no such field. Take it out, or write one of name, version, note, tags, method, hash.',
    ])
    expect(refusedWhen((c) => delete c.tags[1].tension)).toEqual([
      '"tension": tag "help" must have this field. Add "tension".',
    ])
    expect(refusedWhen((c) => delete c.tags[1].code)).toEqual([
      '"code": tag number 2 must have this field. Add "code".',
    ])
    expect(refusedWhen((c) => delete c.tags)).toEqual(['"tags": a codebook must have this field. Add "tags".'])
    expect(refusedWhen((c) => delete c.tags[1].quad)).toEqual(['"quad": tag "help" must have this field. Add "quad".'])
    expect(refusedWhen((c) => delete c.tags[1].leaf)).toEqual(['"leaf": tag "help" must have this field. Add "leaf".'])
    expect(refusedWhen((c) => c.tags.push(null))).toContain(
      'null: tag number 5 is a JSON object. Give an object with code, label, quad, tension, engagement, definition, includes, excludes, example, cameo, plover, leaf, reason.',
    )
  })

  it('names all its faults at once', () => {
    const faults = refusedWhen((c) => {
      c.note = ''
      c.tags[0].label = 4
      c.tags[1].engagement = 11
    })
    expect(faults).toHaveLength(3)
  })

  it.each(['label', 'definition', 'includes', 'excludes', 'example', 'reason', 'plover'])('has no empty %s', (key) => {
    expect(refusedWhen((c) => Object.assign(c.tags[1], { [key]: '' }))).toEqual([
      `"": "${key}" of tag "help" is a text, not empty, without spaces around it. Write it in a sentence or a word.`,
    ])
    expect(refusedWhen((c) => Object.assign(c.tags[1], { [key]: ' x' }))).toHaveLength(1)
    expect(refusedWhen((c) => Object.assign(c.tags[1], { [key]: 5 }))).toHaveLength(1)
  })

  it('has tag codes of lower case words and hyphens, or CAMEO codes', () => {
    for (const code of ['Help', 'help_out', '-help', 'help--out', '', 7]) {
      expect(refusedWhen((c) => Object.assign(c.tags[1], { code }))[0]).toMatch(
        /"code" of tag .* is lower case words joined by hyphens, like threaten-force, or a CAMEO code/,
      )
    }
    expect(refusedWhen((c) => Object.assign(c.tags[1], { code: '070' }))).toEqual([])
    expect(refusedWhen((c) => Object.assign(c.tags[1], { code: 'say' }))).toEqual([
      '"say": two tags have this code. Give one of them another.',
    ])
  })

  it('knows five families', () => {
    expect(refusedWhen((c) => Object.assign(c.tags[1], { quad: 'KINDNESS' }))).toEqual([
      '"KINDNESS": "quad" of tag "help" is a word of a closed list. Write one of STATEMENT, VERBAL_COOPERATION, MATERIAL_COOPERATION, VERBAL_CONFLICT, MATERIAL_CONFLICT.',
    ])
  })

  it.each([-0.001, 10.001, 1.0005, Number.NaN, Number.POSITIVE_INFINITY, '3', null])('has no weight %s', (weight) => {
    const said = typeof weight === 'string' ? `"${weight}"` : String(weight)
    expect(refusedWhen((c) => Object.assign(c.tags[2], { tension: weight }))).toEqual([
      `${said}: "tension" of tag "quarrel" is a number from 0 to 10 with at most three decimals. Give such a number.`,
    ])
  })

  it('gives plain comment no weight', () => {
    expect(refusedWhen((c) => Object.assign(c.tags[0], { engagement: 0.1 }))).toEqual([
      '0.1: engagement of "say" is 0, for tags of the family STATEMENT carry no weight. Set it to 0, or move what should count to a tag of another family.',
    ])
  })

  it('holds every CAMEO code in one tag: none missing, none double, none unknown', () => {
    expect(refusedWhen((c) => c.tags[2].cameo.splice(c.tags[2].cameo.indexOf('138'), 1))).toEqual([
      '"138": the CAMEO code stands in no tag. Add it to the tag that should weigh it.',
    ])
    expect(refusedWhen((c) => c.tags[1].cameo.push('138'))).toEqual([
      '"138": the CAMEO code stands in two tags, "help" and "quarrel". Take it out of one of them.',
    ])
    expect(refusedWhen((c) => c.tags[1].cameo.push('70'))).toEqual([
      '"70": tag "help" gathers a code CAMEO does not have. Write a CAMEO code with its leading zero, like "010".',
    ])
    expect(refusedWhen((c) => c.tags[1].cameo.push('070'))).toEqual([
      expect.stringContaining('"cameo" of tag "help" names nothing twice. Take the second one out.'),
    ])
    expect(refusedWhen((c) => c.tags[1].cameo.push(70))).toEqual([
      expect.stringContaining('"cameo" of tag "help" is a list of texts, none empty. Write each in quotes.'),
    ])
    expect(refusedWhen((c) => Object.assign(c.tags[3], { cameo: '120' }))).toEqual([
      '"120": "cameo" of tag "refuse-recognition" is a list. Write it between [ and ].',
    ])
  })

  it('has leaves that lead back to their tags', () => {
    expect(refusedWhen((c) => Object.assign(c.tags[1], { leaf: '120' }))).toEqual([
      '"120": the leaf of tag "help" leads to tag "quarrel". Take a CAMEO code the tag gathers, or refine one after a dot.',
    ])
    expect(refusedWhen((c) => Object.assign(c.tags[1], { leaf: '120.recognition' }))).toEqual([
      '"120.recognition": the leaf of tag "refuse-recognition" leads to tag "help". Take a CAMEO code the tag gathers, or refine one after a dot.',
    ])
    expect(refusedWhen((c) => Object.assign(c.tags[1], { leaf: '999.x' }))).toEqual([
      '"999.x": the leaf of tag "help" begins with a code CAMEO does not have. Begin it with a CAMEO code with its leading zero, like "120.recognition".',
    ])
    expect(refusedWhen((c) => Object.assign(c.tags[1], { leaf: '070.' }))[0]).toMatch(/"leaf" of tag "help" is a CAMEO/)
    const faults = refusedWhen((c) => {
      c.tags[1].cameo.splice(c.tags[1].cameo.indexOf('070'), 1)
      c.tags[1].cameo.splice(c.tags[1].cameo.indexOf('071'), 1)
    })
    // The leaf 070 itself still finds its tag, being its canonical leaf; both codes are missed on record.
    expect(faults.map((f) => f.slice(0, 5))).toEqual(['"070"', '"071"'])
    expect(refusedWhen((c) => Object.assign(c.tags[3], { leaf: '010.x' }))).toEqual([])
  })

  it('calls a version by the name and a number', () => {
    for (const version of ['small', 'small-0', 'small-x', 'large-1', 'small-1.5']) {
      expect(refusedWhen((c) => Object.assign(c, { version }))).toEqual([
        `"${version}": a version is the name, a hyphen and a number. Write it like small-1.`,
      ])
    }
    expect(refusedWhen((c) => Object.assign(c, { name: 'Small Book' }))).toEqual([
      '"Small Book": "name" of a codebook is lower case letters, digits and hyphens, like default. Write it so.',
    ])
  })
})

describe('the method of a codebook', () => {
  it('has a λ that belongs to its half-life', () => {
    // 2^(-1/1) = 0.5
    expect(publishedLambda(1)).toBe(500_000_000_000)
    expect(refusedWhen((c) => Object.assign(c.method, { lambda: 977_159_968_435 }))).toEqual([
      '977159968435: "lambda" of the method is 2^(-1/halfLifeDays) × 10¹², rounded: 977159968434. Give such a number.',
    ])
  })

  it.each(['halfLifeDays', 'priorEvents'])('has %s above 0', (key) => {
    expect(refusedWhen((c) => Object.assign(c.method, { [key]: 0 }))).toContain(
      `0: "${key}" of the method is greater than 0. Give such a number.`,
    )
  })

  it('has κ above 0 for both measures, and says from which panel', () => {
    expect(refusedWhen((c) => Object.assign(c.method.kappa, { engagement: 0 }))).toEqual([
      '0: "engagement" of kappa is greater than 0. Give such a number.',
    ])
    expect(refusedWhen((c) => Object.assign(c.method, { kappaPanel: '' }))).toHaveLength(1)
    expect(refusedWhen((c) => Object.assign(c.method, { kappa: 2 }))[0]).toBe(
      '2: kappa is a JSON object. Give an object with tension, engagement.',
    )
  })

  it('has whole ten-thousandths for evidence, and nothing for what is not counted', () => {
    for (const multiplier of [-1, 10_001, 0.7]) {
      expect(refusedWhen((c) => Object.assign(c.method.evidence, { TWO: multiplier }))).toEqual([
        `${multiplier}: "TWO" of the evidence table is a whole number of ten-thousandths from 0 to 10000. Give such a number.`,
      ])
    }
    expect(refusedWhen((c) => Object.assign(c.method.evidence, { UNCOUNTED: 1 }))).toEqual([
      '1: "UNCOUNTED" of the evidence table is 0: what is not counted has no weight. Give such a number.',
    ])
    expect(refusedWhen((c) => delete c.method.evidence.ONE)).toEqual([
      '"ONE": the evidence table must have this field. Add "ONE".',
    ])
  })
})
