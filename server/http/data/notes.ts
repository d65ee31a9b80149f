/** The notes of a data file: what the numbers are, and their versions, weights and sources. */

import { encodeView } from '../../figure/address/url.ts'
import type { CodebookPageQuery } from '../../figure/generated/documents.ts'
import { type Column, type Rows, seriesTable } from '../../figure/seriesTable.ts'
import { citationText, madeFrom } from '../../figure/words/citation.ts'
import type { RequestedFigure } from '../figure.ts'

export type Codebook = NonNullable<CodebookPageQuery['codebook']>

export interface Notes {
  readonly title: string
  readonly madeFrom: string
  readonly rows: { readonly which: Rows; readonly count: number }
  /** Address of the page that shows the same numbers. */
  readonly page: string
  readonly citation: string
  readonly reading: readonly string[]
  readonly columns: readonly Column[]
  readonly sources: readonly {
    readonly title: string
    readonly citation: string
    readonly url: string | null
    readonly licence: string | null
  }[]
  readonly codebook: Codebook | null
}

/** What the numbers mean, as on the Method tab of the page. */
const READING = [
  'Tension says how hostile, and engagement how cooperative, the two parties lately were toward each other on average, from 0 to 100. They are never set off against each other.',
  'Silence is not zero: where nobody looked, or too little was found, there is no score.',
  'The band says how far the recency-weighted average could differ had the same behaviour made other news. It does not cover a level that changed yesterday, miscoding, one-sided coverage, or clusters longer than a week.',
  'They measure what was reported and coded, not what was meant or what happened unseen.',
]

export function notesOf(figure: RequestedFigure, rows: Rows, origin: string, codebook: Codebook | null): Notes {
  const { relation, view } = figure
  const page = `${origin}/r/${relation.slug}${encodeView({ ...view, point: null, tab: 'chart' })}`
  const table = seriesTable(relation, view, rows)
  return {
    title: `${relation.name}: ${view.measures.join(' and ')}, one row per ${view.bucket.toLowerCase()}`,
    madeFrom: madeFrom(relation),
    rows: { which: rows, count: table.rows.length },
    page,
    citation: citationText({ relation, view, link: page }),
    reading: READING,
    columns: table.columns,
    sources: relation.coverage.map(({ collection: { title, citation, url, licence } }) => ({
      title,
      citation,
      url,
      licence,
    })),
    codebook,
  }
}

/** The notes as plain text. */
export function notesText(notes: Notes): string {
  const tags = notes.codebook?.tags ?? []
  return [
    notes.title,
    notes.madeFrom,
    notes.page,
    '',
    `Rows: ${notes.rows.count} (${notes.rows.which})`,
    '',
    ...notes.columns.map(({ name, says }) => `${name}: ${says}`),
    '',
    ...notes.reading,
    '',
    'Sources',
    ...notes.sources.map((s) => [s.title, s.citation, s.url, s.licence].filter(Boolean).join('. ')),
    '',
    'To cite',
    notes.citation,
    '',
    ...(notes.codebook === null ? [] : [`Codebook ${notes.codebook.version}, ${notes.codebook.hash}`]),
    'tag; tension, 0 to 10; engagement, 0 to 10; definition',
    ...tags.map((tag) => [tag.code, tag.tension, tag.engagement, tag.definition].join('; ')),
    '',
  ].join('\n')
}
