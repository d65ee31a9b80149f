/** One number, wherever it is read: chart, table, CSV, XLSX, JSON, SVG and GraphQL agree on every cell of fifty views. */
import { parse as parseCsv } from 'csv-parse/sync'
import fc from 'fast-check'
import { print } from 'graphql'
import { expect, it } from 'vitest'
import { encodeView } from '../../server/figure/address/url.ts'
import { type RelationView, START } from '../../server/figure/address/view.ts'
import { figureOf, relationVariables } from '../../server/figure/figure.ts'
import { RelationPageDocument } from '../../server/figure/generated/trees.ts'
import { xOf, yOf } from '../../server/figure/model/chart.ts'
import { panelModels } from '../../server/figure/model/figure.ts'
import { strokePath } from '../../server/figure/svg/lines.ts'
import { textsOf } from '../../server/http/texts.ts'
import { seriesRows } from '../../web/pages/relation/SeriesTable.rows.ts'
import { openApi } from '../support/api.ts'
import { sheetOf } from '../support/workbook.ts'

const anyView = fc.record({
  slug: fc.constantFrom('ruritania-syldavia', 'syldavia-borduria', 'ruritania-borduria'),
  view: fc.record({
    measures: fc.subarray(['tension', 'engagement'] as const, { minLength: 1 }),
    direction: fc.constantFrom('BOTH', 'A_TO_B', 'B_TO_A'),
    bucket: fc.constantFrom('DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'),
    interval: fc.constantFrom(50, 80, 90, 95, 99),
    from: fc.constantFrom(null, '1901-03', '1901-05-17'),
    to: fc.constantFrom(null, '1901-07', '1901-08-02'),
    codebook: fc.constantFrom('default', 'goldstein', 'plover'),
    method: fc.constantFrom(null, 'LEVEL', 'TONE'),
    halfLife: fc.constantFrom(null, 7, 90),
  }),
  rows: fc.constantFrom('displayed', 'all'),
})

const VIEWS = fc.sample(anyView, { numRuns: 50, seed: 1901 })

it('chart, table, CSV, XLSX, JSON, SVG and GraphQL agree cell by cell in fifty views', async () => {
  const { app, ask } = await openApi()
  const get = async (url: string) => {
    const answer = await app.inject({ url })
    expect(answer.statusCode, `${url}: ${answer.body.slice(0, 300)}`).toBe(200)
    return answer
  }
  let cells = 0
  for (const { slug, rows, view: part } of VIEWS) {
    const view: RelationView = { ...START, ...part }
    const search = encodeView(view)
    const query = rows === 'all' ? `${search || '?'}${search ? '&' : ''}rows=all` : search
    const asked = rows === 'all' ? { ...view, from: null, to: null, measures: START.measures } : view
    const answered = await ask(print(RelationPageDocument), { ...relationVariables(slug, asked) })
    expect(answered.errors, `${slug}${query}`).toEqual([])
    const { relation } = answered.data
    const { series } = relation
    const what = `${slug}${query}`

    const json = (await get(`/data/${slug}.json${query}`)).json()
    expect(json.relation, what).toEqual(relation)

    const csv: string[][] = parseCsv((await get(`/data/${slug}.csv${query}`)).body)
    const sheet = sheetOf((await get(`/data/${slug}.xlsx${query}`)).rawPayload)
    const names = csv[0] ?? []
    expect(sheet[0], what).toEqual(names.slice(0, sheet[0]?.length))
    // What the page lists, from the page's own rows: all periods, or those somebody looked at; latest first.
    const page = seriesRows(series, asked.bucket, rows === 'all').reverse()
    expect([csv.length - 1, sheet.length - 1, json.notes.rows.count], what).toEqual(Array(3).fill(page.length))

    const column = (name: string) => names.indexOf(name)
    page.forEach((row, i) => {
      const at = row.tension.index
      const [line, cellsOfRow] = [csv[i + 1] ?? [], sheet[i + 1] ?? []]
      const expectCell = (name: string, value: number | null) => {
        const text = line[column(name)]
        expect(text === '' ? null : Number(text), `${what} ${name} row ${i} CSV`).toBe(value)
        expect(cellsOfRow[column(name)] ?? null, `${what} ${name} row ${i} XLSX`).toBe(value)
        cells += 2
      }
      expect(line[column('day')], what).toBe(series.days[at])
      expect(cellsOfRow[column('day')], what).toBe(series.days[at])
      for (const measure of asked.measures) {
        expect(row[measure].value, what).toBe(series[measure][at])
        expectCell(measure, series[measure][at])
        expectCell(`${measure}_low`, series[`${measure}Low`][at])
        expectCell(`${measure}_high`, series[`${measure}High`][at])
      }
      expectCell('events', series.n[at])
      expectCell('uncounted', series.uncounted[at])
      expectCell('support', series.support[at])
      expect([line[column('state')], cellsOfRow[column('state')]], what).toEqual([series.state[at], series.state[at]])
    })

    if (rows === 'all') continue
    // The picture and the chart: the page's model of these numbers, and every stroke of it as it stands in the SVG.
    const svg = (await get(`/image/${slug}.svg${search}`)).body
    const { measures, bucket } = figureOf(relation, view, textsOf('en'))
    for (const { measure, model } of panelModels(series, bucket, measures, { width: 1000 - 32, height: 220 })) {
      for (const stroke of ['solid', 'sparse', 'tail'] as const) {
        const path = strokePath(model, stroke)
        if (path !== '') expect(svg, what).toContain(`d="${path}"`)
      }
      const tenth = (value: number) => String(Math.round(value * 10) / 10)
      const drawn = new Set(
        [...svg.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)|cx="(-?[\d.]+)" cy="(-?[\d.]+)"/g)].map(
          (m) => `${m[1] ?? m[3]},${m[2] ?? m[4]}`,
        ),
      )
      // Marks of engagement are squares: their middle is the point.
      for (const [, x, y, width] of svg.matchAll(
        /<rect class="[a-z-]*mark" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/g,
      )) {
        drawn.add(`${tenth(Number(x) + Number(width) / 2)},${tenth(Number(y) + Number(width) / 2)}`)
      }
      series.days.forEach((_: string, at: number) => {
        const value = series[measure][at]
        const point = model.points.find((p) => p.index === at)
        if (value === null || !point) return
        const place = `${tenth(xOf(point.day, model.span, model.plot))},${tenth(yOf(value, model))}`
        expect(drawn.has(place), `${what} ${measure} ${series.days[at]} at ${place}`).toBe(true)
        cells++
      })
    }
  }
  // It has looked at something: some thousands of cells.
  expect(cells).toBeGreaterThan(5000)
}, 120_000)
