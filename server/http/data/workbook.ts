/** A series as an Excel workbook with sheets for numbers, notes and codebook. Text cells are never formulas. */
import writeWorkbook, { type Row } from 'write-excel-file/node'
import type { SeriesTable } from '../../figure/seriesTable.ts'
import type { Notes } from './notes.ts'

const head = (names: readonly string[]): Row => names.map((value) => ({ value, type: String, fontWeight: 'bold' }))
const text = (value: string | null) => (value === null ? null : { value, type: String })

export async function workbook(table: SeriesTable, notes: Notes): Promise<Buffer> {
  const series: Row[] = [
    head(table.columns.map(({ name }) => name)),
    ...table.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? text(cell) : cell))),
  ]
  const sheets = [
    {
      data: series,
      sheet: 'Series',
      stickyRowsCount: 1,
      columns: table.columns.map(({ name }) => ({ width: Math.max(11, name.length + 2) })),
    },
    { data: notesSheet(notes), sheet: 'Notes', columns: [{ width: 20 }, { width: 110 }] },
    {
      data: codebookSheet(notes),
      sheet: 'Codebook',
      stickyRowsCount: 1,
      columns: [{ width: 26 }, { width: 30 }, { width: 24 }, { width: 9 }, { width: 12 }, { width: 90 }],
    },
  ]
  return await writeWorkbook(sheets).toBuffer()
}

function notesSheet(notes: Notes): Row[] {
  const row = (name: string, value: string): Row => [text(name), text(value)]
  return [
    row('What', notes.title),
    row('Made from', notes.madeFrom),
    row('Page', notes.page),
    row('Rows', `${notes.rows.count} (${notes.rows.which})`),
    row('To cite', notes.citation),
    ...notes.reading.map((sentence, i) => row(i === 0 ? 'How to read it' : '', sentence)),
    ...notes.sources.map((source) =>
      row('Source', [source.title, source.citation, source.url, source.licence].filter(Boolean).join('. ')),
    ),
    ...notes.columns.map(({ name, says }) => row(name, says)),
  ]
}

function codebookSheet({ codebook }: Notes): Row[] {
  return [
    head(['tag', 'label', 'family', 'tension', 'engagement', 'definition']),
    ...(codebook?.tags ?? []).map(
      (tag): Row => [
        text(tag.code),
        text(tag.label),
        text(tag.quad),
        tag.tension,
        tag.engagement,
        text(tag.definition),
      ],
    ),
  ]
}
