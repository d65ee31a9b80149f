/** Files of numbers: what is in them, what they are called, and what a spreadsheet must not run. */
import { parse as parseCsv } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { addRelations } from '../../server/store/reference.ts'
import { openApi, RELATION } from '../support/api.ts'
import { RUR, SYL } from '../support/store.ts'
import { sheetOf } from '../support/workbook.ts'

describe('a download', () => {
  it('has a file name with its content and versions', async () => {
    const { app } = await openApi()
    const answer = await app.inject({ url: `/data/${RELATION}.csv?f=month&t=1901-03..1901-06` })
    const range = '1901-03-31_1901-06-30'
    expect(answer.headers['content-disposition']).toMatch(
      new RegExp(`^attachment; filename="${RELATION}_${range}_month_default-1_r\\d+\\.csv"$`),
    )
  })

  it('as CSV is RFC 4180 in UTF-8, with a stamp on every row and a link to its notes', async () => {
    const { app } = await openApi()
    const answer = await app.inject({ url: `/data/${RELATION}.csv?f=month` })
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
    expect(answer.body).not.toMatch(/^\ufeff/)
    expect(answer.body).not.toMatch(/[^\r]\n/)
    const rows: Record<string, string>[] = parseCsv(answer.body, { columns: true })
    expect(rows.length).toBeGreaterThan(5)
    for (const row of rows) expect([row.relation, row.codebook]).toEqual(['Ruritania – Syldavia', 'default-1'])
    expect(answer.headers.link).toContain(`/data/${RELATION}.txt?f=month>; rel="describedby"`)
    const withMark = await app.inject({ url: `/data/${RELATION}.csv?f=month&bom=1` })
    expect(withMark.rawPayload.subarray(0, 3).toString('hex')).toBe('efbbbf')
  })

  it('has no cell that a spreadsheet would run', async () => {
    const { app, db } = await openApi()
    const name = '=HYPERLINK("http://evil.example","x")'
    await db.write('test', 'a relation with a formula for a name', (tx) =>
      addRelations(tx, [{ rank: 9, slug: 'formula' as never, name, a: SYL, b: RUR }]),
    )
    const csv: string[][] = parseCsv((await app.inject({ url: '/data/formula.csv?f=month' })).body)
    expect(csv.at(-1)).toContain(`'${name}`)
    // The reader throws where a cell is a formula; the name stands in the notes as text.
    const notes = sheetOf((await app.inject({ url: '/data/formula.xlsx?f=month' })).rawPayload, 2)
    expect(JSON.stringify(notes)).toContain('=HYPERLINK')
  })

  it('of all rows has every period and both measures', async () => {
    const { app } = await openApi()
    const count = async (query: string) => {
      const body = (await app.inject({ url: `/data/${RELATION}.csv${query}` })).body
      return (parseCsv(body) as string[][]).length - 1
    }
    expect(await count('?f=month&t=1901-03..1901-04&m=tension')).toBe(2)
    expect(await count('?f=month&t=1901-03..1901-04&m=tension&rows=all')).toBeGreaterThan(6)
    const all = await app.inject({ url: `/data/${RELATION}.csv?m=tension&rows=all` })
    expect(all.body.split('\r\n')[0]).toContain('engagement_low')
  })

  it('of events and statements has all rows of their tabs, with a stamp on each', async () => {
    const { app, data } = await openApi()
    const { relation } = await data(
      `{ relation(by: { slug: "${RELATION}" }) { events { totalCount } statements { totalCount } } }`,
    )
    // Over a hundred: more than one page.
    expect(relation.events.totalCount).toBeGreaterThan(100)
    for (const list of ['events', 'statements']) {
      const answer = await app.inject({ url: `/data/${RELATION}.${list}.csv` })
      expect(answer.headers['content-disposition']).toContain(`_${list}.csv"`)
      const rows: Record<string, string>[] = parseCsv(answer.body, { columns: true })
      expect(rows.length, list).toBe(relation[list].totalCount)
      expect(new Set(rows.map((row) => row[list.slice(0, -1)])).size, list).toBe(rows.length)
      for (const row of rows) expect([row.codebook, row.source === ''], list).toEqual(['default-1', false])
    }
    const few = await app.inject({ url: `/data/${RELATION}.events.csv?t=1901-03..1901-03&dir=ab` })
    for (const row of parseCsv(few.body, { columns: true }) as Record<string, string>[]) {
      expect([row.day?.slice(0, 7), row.source]).toEqual(['1901-03', 'RUR'])
    }
  })

  it('has notes with the meaning of columns, the sources, the weights and the citation', async () => {
    const { app } = await openApi()
    const text = (await app.inject({ url: `/data/${RELATION}.txt` })).body
    for (const part of [
      'tension_low: Lower end of its 80 % band.',
      'Silence is not zero',
      'Codebook default-1',
      'To cite',
    ])
      expect(text).toContain(part)
    const { notes } = (await app.inject({ url: `/data/${RELATION}.json` })).json()
    expect(notes.codebook.tags.length).toBeGreaterThan(20)
    const workbook = (await app.inject({ url: `/data/${RELATION}.xlsx` })).rawPayload
    expect(sheetOf(workbook, 3).length - 1).toBe(notes.codebook.tags.length)
  })

  it.each([
    [`/data/${RELATION}.pdf`, 404, /\.csv, \.json, \.xlsx or \.txt/],
    ['/data/atlantis.csv', 404, /no relation/],
  ])('%s is refused in plain words (%i)', async (url, status, says) => {
    const { app } = await openApi()
    const answer = await app.inject({ url })
    expect([answer.statusCode, answer.json().error]).toEqual([status, expect.stringMatching(says)])
    expect(answer.headers['content-disposition']).toBeUndefined()
  })
})
