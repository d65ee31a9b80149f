import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isCameoCode } from '../../../server/domain/codebook/cameo.ts'
import { referenceText } from '../../../server/ingest/files.ts'
import { icewsNames } from '../../../server/ingest/formats/icews.names.ts'
import { importIcews } from '../../../server/ingest/formats/icews.ts'
import { withMutual } from '../../../server/ingest/formats/mutual.ts'
import type { Imported } from '../../../server/ingest/importer.ts'
import { shippedDirectory } from '../../../server/ingest/shipped/reference.ts'
import { MATERIAL, read, told } from '../../support/ingest.ts'
import { day } from '../../support/store.ts'

const HEADER = 'date,source,cameo,event,target\n'
const rows = (...lines: string[]) => read(importIcews, HEADER + lines.map((l) => `${l}\n`).join(''))

describe('the names of ICEWS', () => {
  const resolve = icewsNames(shippedDirectory())
  const on = (name: string, date = '2018-06-01') => {
    const found = resolve(name, day(date))
    return typeof found === 'string' ? found : `– ${found.leftOut}`
  }

  it('mean the state by its organs, and for Afghanistan whoever governs on that day', () => {
    expect([on('Military (Pakistan)'), on('Police (India)'), on('Foreign Affairs (Russia)')]).toEqual([
      'PAK',
      'IND',
      'RUS',
    ])
    expect([on('Afghanistan'), on('Military (Afghanistan)')]).toEqual(['AFG.IRA', 'AFG.IRA'])
    expect([on('Afghanistan', '2000-06-01'), on('Military (Afghanistan)', '2021-08-15')]).toEqual(['TAL', 'TAL'])
  })

  it('keep citizens, media, parties and refugees apart from the state', () => {
    for (const sector of ['Citizen', 'Media', 'Refugee', 'Student', 'Protester', 'Business', 'Political Parties']) {
      expect(on(`${sector} (India)`), sector).toBe('IND.PRV')
    }
    expect([on('Bharatiya Janata'), on('Congress (India)'), on('Congress (United States)')]).toEqual([
      ...['IND.PRV', 'IND.PRV', 'USA'],
    ])
  })

  it('keep armed men of no name apart from the movements that have one', () => {
    expect([on('Militant (Afghanistan)'), on('Militant (Taliban)'), on('Insurgent (Taliban)')]).toEqual([
      ...['AFG.ARM', 'TAL', 'TAL'],
    ])
    expect([on('Tehrik-i-Taliban Pakistan'), on('Militant (Haqqani Network)'), on('Haqqani Network')]).toEqual([
      ...['TTP', 'HQN', 'HQN'],
    ])
  })

  it('mean persons by the post they held on that day', () => {
    expect([on('Khawaja Asif', '2018-04-26'), on('Khawaja Asif', '2018-04-27')]).toEqual(['PAK', 'PAK.PRV'])
    expect([on('Husain Haqqani'), on('Husain Haqqani', '2010-01-01')]).toEqual(['PAK.PRV', 'PAK'])
    expect([on('Donald Trump'), on('Bill Clinton'), on('Sergey Viktorovich Lavrov')]).toEqual(['USA', 'USA.PRV', 'RUS'])
    expect(on('Rex Tillerson', '2018-06-01')).toMatch(/held no post we know of on that day/)
  })

  it('are left out where they are misread or nobody here, with the reason', () => {
    expect(on('Association of American Publishers')).toBe('– misread: the Aam Aadmi Party of India')
    expect(on('Associated Press')).toMatch(/news agency/)
    expect(on('Citizen (Ruritania)')).toMatch(/country or movement that is not followed/)
    expect(on('Wizard (India)')).toMatch(/sector that is not in the table/)
    expect(on('Rudolf Rassendyll')).toMatch(/not in the table of names/)
  })
})

describe('what two did together', () => {
  const row = (source: string, target: string, code: string, line = 1) => ({
    source,
    target,
    code,
    line,
    day: day('2018-01-01'),
  })

  it('is one mutual event where both halves are there', () => {
    const { kept, halves } = withMutual([row('A', 'B', '040', 1), row('C', 'A', '040', 2), row('B', 'A', '040', 3)])
    expect(kept.map((k) => [k.row.line, k.mutual])).toEqual([
      [1, true],
      [2, false],
    ])
    expect(halves.map((h) => h.line)).toEqual([3])
  })

  it('is told by the visitor where one visits and the other hosts, whichever comes first', () => {
    for (const rows of [
      [row('A', 'B', '042', 1), row('B', 'A', '043', 2)],
      [row('B', 'A', '043', 2), row('A', 'B', '042', 1)],
    ]) {
      const { kept, halves } = withMutual(rows)
      expect(kept).toEqual([{ row: rows.find((r) => r.code === '042'), mutual: true }])
      expect(halves.map((h) => h.line)).toEqual([2])
    }
  })

  it('is two visits where each visits the other, and directed where a half stands alone', () => {
    const both = [row('A', 'B', '042'), row('B', 'A', '043'), row('B', 'A', '042'), row('A', 'B', '043')]
    expect(withMutual(both).kept.map((k) => k.mutual)).toEqual([true, true])
    expect(withMutual([row('A', 'B', '043')]).kept.map((k) => k.mutual)).toEqual([false])
  })

  it('is never made of codes that each side can do for itself', () => {
    expect(withMutual([row('A', 'B', '112'), row('B', 'A', '112')]).kept.map((k) => k.mutual)).toEqual([false, false])
    // "Express intent to meet" (036) of both sides is two intentions.
    expect(withMutual([row('A', 'B', '036'), row('B', 'A', '036')]).kept).toHaveLength(2)
  })
})

describe('an extract', () => {
  it('is read row by row, the mutual pairs within a day as one', async () => {
    expect(
      told(
        await rows(
          '2018-01-01,Pakistan,040,Consult,China',
          '2018-01-01,China,040,Consult,Pakistan',
          '2018-01-01,Donald Trump,112,Accuse,Pakistan',
          '2018-01-02,China,040,Consult,Pakistan',
        ),
      ),
    ).toEqual(['PAK ↔ CHN 040', 'USA → PAK 112', 'line 3: other half', 'CHN → PAK 040'])
  })

  it('takes the code from the name of the event where no code stands', async () => {
    const text = 'date,source,event,target\n2014-01-01,China,Make a visit,India\n2014-01-01,China,Make a wish,India\n'
    expect(told(await read(importIcews, text))).toEqual(['line 3 event: no ICEWS event has this name', 'CHN → IND 042'])
  })

  it('knows all 262 names of events, each with a code of CAMEO, not those of one file alone', () => {
    const table = referenceText('icews-codes.csv').trim().split('\n').slice(1)
    expect(table).toHaveLength(262)
    expect(table.map((line) => line.split(',')[0] ?? '').filter((code) => !isCameoCode(code))).toEqual([])
  })

  it('keeps a code as text: 010 is not 10', async () => {
    const found = await rows('2018-01-01,India,010,Make statement,China', '2018-01-01,India,10,Demand,China')
    expect(told(found)).toEqual(['IND → CHN 010', 'IND → CHN 10'])
  })

  it('gives the same origin to the same happening, and another to each other', async () => {
    const origins = async (...lines: string[]) =>
      (await rows(...lines)).flatMap((x) => (x.kind === 'row' ? [x.row.origin] : []))
    const [one] = await origins('2018-01-01,India,040,Consult,China', '2018-01-01,China,040,Consult,India')
    const [turned] = await origins('2018-01-01,China,040,Consult,India', '2018-01-01,India,040,Consult,China')
    expect(one).toBe(turned)
    const others = await origins(
      ...[
        '2018-01-01,India,040,Consult,China',
        '2018-01-02,India,040,Consult,China',
        '2018-01-02,India,112,Accuse,China',
      ],
      '2018-01-02,Military (India),112,Accuse,China',
    )
    expect(new Set([one, ...others]).size).toBe(5)
  })
})

describe('the original format', () => {
  const header = [
    ...['Event ID', 'Event Date', 'Source Name', 'Source Sectors', 'Source Country', 'Event Text', 'CAMEO Code'],
    ...['Intensity', 'Target Name', 'Target Sectors', 'Target Country', 'Story ID', 'Sentence Number', 'Publisher'],
    ...['City', 'District', 'Province', 'Country', 'Latitude', 'Longitude'],
  ]
  const line = (source: string, code: string, target: string) =>
    [
      '1',
      '2018-06-01',
      source,
      'NA',
      'NA',
      'x',
      code,
      '1',
      target,
      'NA',
      'NA',
      '7',
      '2',
      'A "quoted',
      ...Array(6).fill('NA'),
    ].join('\t')

  it('is found out by its header; quotes are letters in it', async () => {
    const text = [header.join('\t'), line('Military (India)', '190', 'Taliban'), line('Nobody', '190', 'India')].join(
      '\n',
    )
    expect(told(await read(importIcews, text))).toEqual([
      'IND → TAL 190',
      'line 3 source: a name that is not in the table of names',
    ])
  })
})

describe('bad input', () => {
  it('is named line by line, and the rest is read', async () => {
    const found = await rows(
      '2018-02-31,India,112,Accuse,China',
      '2018-01-01,India,999,Accuse,China',
      '2018-01-01,India,1l2,Accuse,China',
      '2018-01-01,India,112,Accuse',
      '2018-01-01,=HYPERLINK(1),112,Accuse,China',
      '2018-01-01,India,112,Accuse,Police (India)',
      '2018-01-01,India,112,"Accuse ""loudly""",China',
      '2018-01-01,India,112,"Accuse,China',
    )
    expect(told(found).sort()).toEqual([
      'IND → CHN 112',
      'line 2 date: 2018-02 has 28 days',
      'line 3 cameo: it is no CAMEO code (the leading 0 belongs to it)',
      'line 4 cameo: it is no CAMEO code (the leading 0 belongs to it)',
      'line 5: it has not as many columns as the header',
      'line 6 source: a name that is not in the table of names',
      'line 7 target: source and target are the same actor',
      'line 9: a quote is opened and not closed',
    ])
  })

  it('may begin with a byte order mark, end its lines with CR LF, and lack the last line end', async () => {
    const text = `\uFEFF${HEADER.trim()}\r\n2018-01-01,India,112,Accuse,China\r\n2018-01-02,India,112,Accuse,China`
    expect(told(await read(importIcews, text))).toEqual(['IND → CHN 112', 'IND → CHN 112'])
  })

  it('is the same torn into portions of any size', async () => {
    const text = `${HEADER}2018-01-01,Zabihollah Mojahed,112,"Accuse, é",China\n2018-01-02,Sushma Swaraj,112,Accuse,China\n`
    const whole = await read(importIcews, text, shippedDirectory(), 10_000)
    for (const size of [1, 2, 3, 5]) expect(await read(importIcews, text, shippedDirectory(), size)).toEqual(whole)
    expect(told(whole)).toEqual(['TAL → CHN 112', 'IND → CHN 112'])
  })

  it('is refused as a whole where it is binary, UTF-16, or has no such columns', async () => {
    const binary = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7) % 256)
    expect(told(await read(importIcews, binary, shippedDirectory(), 10_000))[0]).toMatch(/binary|UTF-8/)
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${HEADER}`, 'utf16le'))
    expect(told(await read(importIcews, utf16, shippedDirectory(), 10_000))).toEqual([
      'line 1: it is binary, or text in UTF-16: text in UTF-8 is read',
    ])
    expect(told(await read(importIcews, 'name,price\nbread,2\n'))).toEqual([
      'line 1: the header names no date, source, target and event',
    ])
    expect(await read(importIcews, '')).toEqual([])
  })

  it('is rejected where a line is in another encoding, and the rest is read', async () => {
    const latin = Buffer.from(
      `${HEADER}2018-01-01,Erdo\xf0an,112,Accuse,China\n2018-01-01,India,112,Accuse,China\n`,
      'latin1',
    )
    expect(told(await read(importIcews, latin))).toEqual(['line 2: it holds bytes that are not UTF-8', 'IND → CHN 112'])
  })

  it('gives an open quote up after a hundred lines and reads them again', async () => {
    const many = Array.from({ length: 150 }, () => '2018-01-01,India,112,Accuse,China')
    const found = await rows('2018-01-01,"India,112,Accuse,China', ...many)
    expect(told(found).filter((x) => x.startsWith('line'))).toEqual(['line 2: a quote is opened and not closed'])
    expect(found).toHaveLength(151)
  })
})

describe.skipIf(MATERIAL === undefined)('the extract of 2018 (DETENTE_MATERIAL)', () => {
  const all = async (name: string) => {
    const found: Imported[] = []
    const known = { directory: shippedDirectory(), codebook: null }
    for await (const p of importIcews(createReadStream(join(MATERIAL ?? '', 'data/icews', name)), known))
      found.push(...p)
    return found
  }

  it('gives 4,818 events, 726 other halves and 586 rows left out: 6,130 together', async () => {
    const found = await all('icews18-extract.csv')
    const count = (kind: string) => found.filter((x) => x.kind === kind).length
    expect([count('row'), count('mirrored'), count('rejected'), found.length]).toEqual([4818, 726, 586, 6130])
    // Counted in the file beforehand: 537 rows name the publishers, and 24 others the news agency.
    const because = (reason: RegExp) => found.filter((x) => x.kind === 'rejected' && reason.test(x.reason)).length
    expect([because(/Aam Aadmi/), because(/news agency/), because(/same actor/)]).toEqual([537, 24, 9])
  })

  it('is what the shipped facts were made of, and they hold no name', async () => {
    const found = await all('icews18-extract.csv')
    const facts = referenceText('icews-2018.csv').trim().split('\n').slice(1)
    const origins = found.flatMap((x) => (x.kind === 'row' ? [x.row.origin] : []))
    expect(facts.map((line) => line.split(',')[5])).toEqual(origins)
    expect(new Set(origins).size).toBe(4818)
    for (const line of facts) expect(line).toMatch(/^2018-\d\d-\d\d,[A-Z.]+,[A-Z.]+,\d{3,4},[01],[0-9a-f]{16}$/)
  })

  it('every row of the original sample is read or rejected with a reason', async () => {
    const found = await all('icews-official-first-1000.tab')
    expect(found).toHaveLength(1000)
    expect(told(found).filter((t) => /columns|header|CAMEO/.test(t))).toEqual([])
  })
})
