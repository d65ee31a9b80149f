import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { CAMEO_CODES, isCameoCode } from '../../../server/domain/codebook/cameo.ts'
import type { Leaf, Tag } from '../../../server/domain/codebook/codebook.ts'
import { tagOfLeaf } from '../../../server/domain/codebook/weights.ts'
import cameoCodes from '../../../server/ingest/reference/codebooks/cameo-codes.json' with { type: 'json' }
import { SHIPPED_CODEBOOKS } from '../../../server/ingest/shipped/codebooks.ts'

const named = (name: string) => {
  const codebook = SHIPPED_CODEBOOKS.find((c) => c.name === name)
  if (!codebook) throw new Error(`no codebook ${name}`)
  return codebook
}
const tagIn = (name: string, code: string): Tag => {
  const tag = named(name).tags.find((t) => t.code === code)
  if (!tag) throw new Error(`no tag ${code}`)
  return tag
}
const material = process.env.DETENTE_MATERIAL

describe('the CAMEO codes', () => {
  it('are 312, the same in the domain as in the data with their names', () => {
    expect(CAMEO_CODES).toHaveLength(312)
    expect(CAMEO_CODES).toEqual(cameoCodes.map((c) => c.code))
    expect(cameoCodes.every((c) => c.name.trim() === c.name && c.name !== '')).toBe(true)
  })

  it('tell "010" from "10", and know no "1"', () => {
    expect(['010', '10', '1', '0', ''].map(isCameoCode)).toEqual([true, true, false, false, false])
  })
})

describe('the shipped codebooks', () => {
  it('are default-1, goldstein-1 and plover-1, each with a hash of its own', () => {
    expect(SHIPPED_CODEBOOKS.map((c) => c.version)).toEqual(['default-1', 'goldstein-1', 'plover-1'])
    expect(new Set(SHIPPED_CODEBOOKS.map((c) => c.hash)).size).toBe(3)
  })

  it.each(SHIPPED_CODEBOOKS.map((c) => [c.version, c] as const))(
    '%s maps every CAMEO code to exactly one tag',
    (_, c) => {
      for (const code of CAMEO_CODES) expect(c.tags.filter((t) => t.cameo.includes(code))).toHaveLength(1)
      const find = tagOfLeaf(c)
      expect(CAMEO_CODES.every((code) => find(code as Leaf)?.cameo.includes(code))).toBe(true)
      expect(find('010' as Leaf)).not.toBe(find('10' as Leaf))
    },
  )

  it.each(SHIPPED_CODEBOOKS.map((c) => [c.version, c] as const))('%s holds the published evidence table', (_, c) => {
    // 0.7, 0.9, 1.0 for one, two, three sources; half of it where a third party reports.
    expect(c.method.evidence).toEqual({
      ONE: 7000,
      TWO: 9000,
      THREE: 10000,
      ONE_REPORTED: 3500,
      TWO_REPORTED: 4500,
      THREE_REPORTED: 5000,
      UNCOUNTED: 0,
    })
  })

  it('keep a leaf of one codebook known to the others: what the default refines falls back on its CAMEO code', () => {
    for (const tag of named('default').tags) {
      for (const other of SHIPPED_CODEBOOKS) expect(tagOfLeaf(other)(tag.leaf)).not.toBeNull()
    }
    expect(tagOfLeaf(named('goldstein'))('120.recognition' as Leaf)?.code).toBe('120')
  })
})

describe('the default codebook', () => {
  it('has some fifty tags in all five families', () => {
    expect(named('default').tags.length).toBeGreaterThan(40)
    expect(named('default').tags.length).toBeLessThan(60)
    expect(new Set(named('default').tags.map((t) => t.quad)).size).toBe(5)
  })

  it('gathers threats of force of every kind in threaten-force', () => {
    expect(tagIn('default', 'threaten-force').cameo).toEqual(
      expect.arrayContaining(['138', '1381', '1382', '1383', '1384', '1385']),
    )
  })

  it('puts denial and gloom into verbal conflict, hope, sympathy and accord into verbal cooperation', () => {
    const quad = (code: string) => tagOfLeaf(named('default'))(code as Leaf)?.quad
    expect(['016', '012'].map(quad)).toEqual(['VERBAL_CONFLICT', 'VERBAL_CONFLICT'])
    expect(new Set(['013', '018', '019'].map(quad))).toEqual(new Set(['VERBAL_COOPERATION']))
    expect(new Set(['010', '011', '014', '015', '017'].map(quad))).toEqual(new Set(['STATEMENT']))
  })

  it('puts words in an order a diplomat would: rebuttal, criticism, accusation, threat, threat of force, force', () => {
    const ladder = ['rebut', 'criticise', 'accuse', 'threaten', 'threaten-force', 'assault-military']
    const weights = ladder.map((code) => tagIn('default', code).tension)
    expect(weights).toEqual([...weights].sort((a, b) => a - b))
    expect(new Set(weights).size).toBe(ladder.length)
  })
})

describe('the Goldstein codebook', () => {
  it('has the CAMEO codes as its tags', () => {
    expect(named('goldstein').tags.map((t) => t.code)).toEqual(CAMEO_CODES)
  })

  it('says of each of the eight disputed codes that it is disputed', () => {
    for (const code of ['016', '022', '124', '1246', '163', '164', '165', '166']) {
      expect(tagIn('goldstein', code).reason).toMatch(/Disputed|disagree/)
    }
    expect(tagIn('goldstein', '016').reason).toContain('−5')
    expect(tagIn('goldstein', '016').reason).toContain('−2')
  })

  it.skipIf(!material)('holds the published values, but for plain comment (needs DETENTE_MATERIAL)', () => {
    const table: { code: string; goldstein: string }[] = parse(
      readFileSync(`${material}/data/cameo/andybega_cameo-codes.csv`),
      { columns: true },
    )
    for (const { code, goldstein } of table) {
      const { quad, tension, engagement } = tagIn('goldstein', code)
      const g = Number(goldstein)
      if (quad === 'STATEMENT') expect([tension, engagement]).toEqual([0, 0])
      else expect([tension, engagement]).toEqual([Math.max(-g, 0), Math.max(g, 0)])
    }
  })
})

describe('the PLOVER codebook', () => {
  it('has all 16 types, and what PLOVER does not record as plain statement', () => {
    const types = new Set(named('plover').tags.map((t) => t.plover?.split('/')[0] ?? 'none'))
    expect(types.size).toBe(17)
    expect(tagIn('plover', 'no-event').quad).toBe('STATEMENT')
  })

  it('holds the published scores', () => {
    expect(tagIn('plover', 'aid').engagement).toBe(10)
    expect(tagIn('plover', 'consult-visit').engagement).toBe(4)
    expect(tagIn('plover', 'assault-heavy-weapons').tension).toBe(9.5)
    expect(tagIn('plover', 'request-assist')).toMatchObject({ tension: 0, engagement: 0.5 })
  })
})
