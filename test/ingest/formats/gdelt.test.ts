import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importGdelt } from '../../../server/ingest/formats/gdelt.ts'
import { shippedDirectory } from '../../../server/ingest/shipped/reference.ts'
import { MATERIAL, read, told } from '../../support/ingest.ts'

/** A row of as many columns, with day, two actors (code, group, role) and an event code. */
function row(
  id: number,
  day: string,
  one: readonly string[],
  two: readonly string[],
  code: string,
  width = 61,
): string {
  const fields: string[] = Array(width).fill('')
  const set = (at: number, [actor = '', group = '', role = '']: readonly string[]) => {
    fields[at] = actor
    fields[at + 3] = group
    fields[at + 7] = role
  }
  fields[0] = String(id)
  fields[1] = day
  set(5, one)
  set(15, two)
  fields[26] = code
  return fields.join('\t')
}

const TALIBAN = ['AFGINSTAL', 'TAL', 'INS']

describe('a GDELT export', () => {
  it('is read in both versions; the Taliban are AFGINSTAL, and a country alone is its state', async () => {
    const text = [
      row(1, '20151027', ['USA'], TALIBAN, '112'),
      row(2, '20151027', ['AFGMIL', '', 'MIL'], TALIBAN, '190', 58),
      row(3, '20220101', ['AFGGOV', '', 'GOV'], ['PAK'], '010', 57),
      row(4, '20151027', ['AFGREB', '', 'REB'], ['AFGCVL', '', 'CVL'], '190'),
      row(5, '20151027', ['IGOUNO', 'UNO', 'IGO'], ['PAKMOS'], '070'),
    ].join('\n')
    expect(told(await read(importGdelt, text))).toEqual([
      'USA → TAL 112',
      'AFG.IRA → TAL 190',
      'TAL → PAK 010',
      'AFG.ARM → AFG.PRV 190',
      'UNO → PAK.PRV 070',
    ])
  })

  it('has what two did together twice: it is one mutual event, if both halves are of one day', async () => {
    const text = [
      row(1, '20151027', ['USA'], TALIBAN, '046'),
      row(2, '20151026', TALIBAN, ['USA'], '046'),
      row(3, '20151027', TALIBAN, ['USA'], '046'),
    ].join('\n')
    expect(told(await read(importGdelt, text))).toEqual(['line 3: other half', 'USA ↔ TAL 046', 'TAL → USA 046'])
  })

  it('names what is left out', async () => {
    const text = [
      row(1, '20150229', ['USA'], TALIBAN, '046'),
      row(2, '20151027', ['USA'], ['AFGINS', '', 'XYZ'], '046'),
      row(3, '20151027', [], ['USA'], '046'),
      row(4, '20151027', ['USA'], ['RUR'], '046'),
      row(5, '20151027', ['USA'], ['USAGOV', '', 'GOV'], '046'),
      row(6, '20151027', ['USA'], TALIBAN, '46'),
      '7\t20151027\tUSA',
    ].join('\n')
    expect(told(await read(importGdelt, text)).sort()).toEqual([
      'line 1 SQLDATE: 2015-02 has 28 days',
      'line 2 Actor2Code: a role that is not in the table of actors',
      'line 3 Actor1Code: no actor is named',
      'line 4 Actor2Code: a country or movement that is not followed',
      'line 5 Actor2Code: source and target are the same actor',
      'line 6 EventCode: it is no CAMEO code (the leading 0 belongs to it)',
      'line 7: it has not the 57, 58 or 61 columns of a GDELT export',
    ])
  })

  it.skipIf(MATERIAL === undefined)('of either version is read to its end (DETENTE_MATERIAL)', async () => {
    for (const [name, rows] of [
      ['gdelt2-export-first-500.tsv', 500],
      ['gdelt1-export-100.tsv', 100],
    ] as const) {
      const found = []
      const known = { directory: shippedDirectory(), codebook: null }
      for await (const p of importGdelt(createReadStream(join(MATERIAL ?? '', 'data/gdelt', name)), known))
        found.push(...p)
      expect(found).toHaveLength(rows)
      expect(told(found).filter((t) => /columns|CAMEO|SQLDATE/.test(t))).toEqual([])
    }
  })
})
