/**
 * /data/<relation>.csv, .json, .xlsx and .txt: the numbers of a page as files; they take the query string of the page.
 * `rows=all` asks for every period on record. The .txt holds the notes that .json and .xlsx contain and .csv links to.
 * /data/<relation>.events.csv and .statements.csv list the events and statements behind the numbers.
 */
import { stringify } from 'csv-stringify/sync'
import type { FastifyInstance } from 'fastify'
import { relationVariables } from '../../figure/figure.ts'
import { CodebookPageDocument, StancesDocument } from '../../figure/generated/trees.ts'
import { type Cell, ROWS, type Rows, seriesTable, viewOfRows } from '../../figure/seriesTable.ts'
import { type FigureHandler, HttpRefusal, type RequestedFigure } from '../figure.ts'
import { LISTS, listTable } from './lists.ts'
import { notesOf, notesText } from './notes.ts'
import { workbook } from './workbook.ts'

const CSV = 'text/csv; charset=utf-8; header=present'
const TYPES = {
  csv: CSV,
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain; charset=utf-8',
} as const
type Kind = keyof typeof TYPES

export function serveData(app: FastifyInstance, answer: FigureHandler): void {
  serveLists(app, answer)
  app.get<{ Params: { file: string } }>('/data/:file', async (request, reply) => {
    const [, slug, kind] = /^(.+)\.(csv|json|xlsx|txt)$/.exec(request.params.file) ?? []
    if (slug === undefined || kind === undefined) {
      throw new HttpRefusal(
        404,
        'The name of a file ends in .csv, .json, .xlsx or .txt. Ask for one such as /data/us-taliban.csv.',
      )
    }
    const origin = `${request.protocol}://${request.host}`
    const write = async (figure: RequestedFigure) => {
      const rows = rowsOf(figure.search)
      void reply.type(TYPES[kind as Kind])
      void reply.header(
        'content-disposition',
        `${kind === 'json' || kind === 'txt' ? 'inline' : 'attachment'}; filename="${nameOf(figure, rows)}.${kind}"`,
      )
      if (kind === 'csv') {
        void reply.header('link', `<${origin}/data/${slug}.txt${figure.search}>; rel="describedby"; type="text/plain"`)
        const { columns, rows: cells } = seriesTable(figure.relation, figure.view, rows)
        return csvOf(
          figure,
          columns.map(({ name }) => name),
          cells,
        )
      }
      if (kind === 'json' && wantsNoNotes(figure.search)) return JSON.stringify(await bareJson(figure))
      const { codebook } = await figure.runQuery(CodebookPageDocument, {
        version: figure.relation.series.stamp.codebook,
      })
      const notes = notesOf(figure, rows, origin, codebook)
      if (kind === 'json') return JSON.stringify({ notes, ...(await bareJson(figure)) })
      return kind === 'txt' ? notesText(notes) : await workbook(seriesTable(figure.relation, figure.view, rows), notes)
    }
    return answer(request, reply, slug, write, (view, search) => viewOfRows(view, rowsOf(search)))
  })
}

function serveLists(app: FastifyInstance, answer: FigureHandler): void {
  for (const list of LISTS) {
    app.get<{ Params: { slug: string } }>(`/data/:slug.${list}.csv`, async (request, reply) =>
      answer(request, reply, request.params.slug, async (figure) => {
        const { names, rows } = await listTable(figure, list)
        const name = `${nameOf(figure, 'displayed')}_${list}.csv`
        void reply.type(CSV).header('content-disposition', `attachment; filename="${name}"`)
        return csvOf(figure, names, rows)
      }),
    )
  }
}

/** The relation in columns, as the API answers it. Periods without a score are kept, so that silence stays visible. */
async function bareJson({ relation, view, runQuery }: RequestedFigure) {
  const stances = await runQuery(StancesDocument, relationVariables(relation.slug, view))
  return { relation: { ...relation, ...stances.relation }, view }
}

/**
 * A CSV file as in RFC 4180, in UTF-8. It has a byte order mark only with `bom=1`: some spreadsheets need it, but R and
 * Python take it for a letter of the first column. A cell that a spreadsheet would run as a formula gets an apostrophe.
 */
function csvOf(
  { relation, search }: RequestedFigure,
  names: readonly string[],
  rows: readonly (readonly Cell[])[],
): string {
  const { codebook, codebookHash, method, asOf, revision } = relation.series.stamp
  const stamp = [relation.name, codebook, codebookHash, method, asOf, revision]
  const stampNames = ['relation', 'codebook', 'codebook_hash', 'method', 'as_of', 'revision']
  return stringify(
    rows.map((row) => [...row, ...stamp]),
    {
      header: true,
      columns: [...names, ...stampNames],
      record_delimiter: 'windows',
      escape_formulas: true,
      bom: new URLSearchParams(search).get('bom') === '1',
      cast: { boolean: String },
    },
  )
}

function rowsOf(search: string): Rows {
  return ROWS.find((known) => known === new URLSearchParams(search).get('rows')) ?? 'displayed'
}

function wantsNoNotes(search: string): boolean {
  return new URLSearchParams(search).get('notes') === '0'
}

/** File name with relation, range, interval, codebook and revision, in characters that any system accepts. */
function nameOf({ relation, view }: RequestedFigure, rows: Rows): string {
  const { days, stamp } = relation.series
  const range = days.length === 0 ? 'empty' : `${days[0]}_${days.at(-1)}`
  const parts = [relation.slug, range, view.bucket.toLowerCase(), ...(rows === 'all' ? ['all'] : []), stamp.codebook]
  return [...parts, `r${stamp.revision}`].join('_').replace(/[^A-Za-z0-9._-]/g, '-')
}
