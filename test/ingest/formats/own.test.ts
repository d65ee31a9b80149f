import { describe, expect, it } from 'vitest'
import { importCsv } from '../../../server/ingest/formats/csv.ts'
import { importJsonl } from '../../../server/ingest/formats/jsonl.ts'
import { read, told } from '../../support/ingest.ts'
import { day } from '../../support/store.ts'

describe('codings of one’s own as a table', () => {
  it('need day, source, target and a code; the rest may stand in any order', async () => {
    const [row] = await read(
      importCsv,
      'Summary,Target,CAMEO,Source,Date,Mutual,Reported,Issues,Quote\nThey met,CHN,040,PAK,2018-03-05,yes,1,trade; border,"a, b"\n',
    )
    expect(row).toMatchObject({
      kind: 'row',
      row: {
        ...{ source: 'PAK', target: 'CHN', mutual: true, day: day('2018-03-05'), leaf: '040', summary: 'They met' },
        said: { reported: true, denied: false, issues: ['trade', 'border'], quote: 'a, b', speaker: null },
      },
    })
  })

  it('take names as they were used on that day, and tags of the default codebook', async () => {
    const text = 'day,source,target,tag\n2020-01-01,Kabul,Taliban,accuse\n2022-01-01,Kabul,Islamabad,accuse\n'
    const found = told(await read(importCsv, text))
    expect(found.map((f) => f.split(' ').slice(0, 3).join(' '))).toEqual(['AFG.IRA → TAL', 'TAL → PAK'])
  })

  it('put what is known to the month on its last day', async () => {
    const text = 'day,source,target,cameo,precision\n2020-02-03,USA,TAL,057,month\n'
    expect(await read(importCsv, text)).toMatchObject([{ row: { day: day('2020-02-29'), precision: 'MONTH' } }])
  })

  it('tell rows that are alike apart, and give the same origins when read again', async () => {
    const text = 'day,source,target,cameo\n2018-01-01,USA,TAL,190\n2018-01-01,USA,TAL,190\n2018-01-01,USA,TAL,112\n'
    const origins = async () => (await read(importCsv, text)).map((x) => (x.kind === 'row' ? x.row.origin : ''))
    expect(new Set(await origins()).size).toBe(3)
    expect(await origins()).toEqual(await origins())
  })

  it('name line, column and reason of what cannot be taken', async () => {
    const rows = [
      '2018-02-30,USA,TAL,190,,,',
      '2018-01-01,,TAL,190,,,',
      '2018-01-01,Ruritania,TAL,190,,,',
      '2018-01-01,TAL,TAL,190,,,',
      '2018-01-01,USA,TAL,1900,,,',
      '2018-01-01,USA,TAL,,,,',
      '2018-01-01,USA,TAL,190,perhaps,,',
      '2018-01-01,USA,TAL,190,,=1+1,',
      `2018-01-01,USA,TAL,190,,,"${'word '.repeat(26).trim()}"`,
      '2018-01-01,USA,TAL,190,,-3 degrees,',
      '2018-01-01,USA,TAL',
    ]
    expect(told(await read(importCsv, `day,source,target,cameo,mutual,summary,quote\n${rows.join('\n')}`))).toEqual([
      'line 2 day: 2018-02 has 28 days',
      'line 3 source: it is empty',
      'line 4 source: no actor has this code or name',
      'line 5 target: source and target are the same actor',
      'line 6 cameo: it is no CAMEO code (the leading 0 belongs to it)',
      'line 7 cameo: neither a CAMEO code nor a tag is given',
      'line 8 mutual: it is yes or no',
      'line 9 summary: it begins like a formula of a table program',
      'line 10 quote: a quote has at most 25 words',
      'USA → TAL 190',
      'line 12: it has not as many columns as the header',
    ])
    expect(told(await read(importCsv, 'day,source,target,tag\n2018-01-01,USA,TAL,frown\n'))).toEqual([
      'line 2 tag: the codebook has no such tag',
    ])
    expect(told(await read(importCsv, 'day,source,cameo\n'))).toEqual([
      'line 1 target: the header names no column target',
    ])
    expect(told(await read(importCsv, 'day,source,target\n'))).toEqual([
      'line 1 cameo or tag: the header names no column cameo or tag',
    ])
  })

  it('may hold line ends within quotes', async () => {
    const text = 'day,source,target,cameo,summary\n2018-01-01,USA,TAL,190,"one\ntwo"\n2018-01-02,USA,TAL,112,\n'
    const found = await read(importCsv, text)
    expect(found).toMatchObject([
      { line: 2, row: { summary: 'one\ntwo' } },
      { line: 4, row: { summary: null } },
    ])
  })
})

describe('codings of one’s own as JSON lines', () => {
  it('are read like those of a table, line by line', async () => {
    const lines = [
      { day: '2018-01-01', source: 'USA', target: 'TAL', cameo: '190', mutual: false, issues: ['peace talks'] },
      { date: '2018-01-01', source: 'USA', target: 'TAL', tag: 'accuse', origin: 'mine 1', summary: null },
      { day: '2018-01-01', source: 'USA', target: 'TAL', cameo: 190, denied: true },
    ].map((x) => JSON.stringify(x))
    const found = await read(importJsonl, `${[...lines, '[1]', '{"day": '].join('\n')}\n`)
    expect(found).toMatchObject([
      { kind: 'row', line: 1, row: { said: { issues: ['peace talks'] } } },
      { kind: 'row', line: 2, row: { origin: 'mine 1', summary: null } },
      { kind: 'row', line: 3, row: { leaf: '190', said: { denied: true } } },
      { kind: 'rejected', line: 4, reason: 'it is no JSON object' },
      { kind: 'rejected', line: 5, reason: 'it is no JSON object' },
    ])
  })
})
