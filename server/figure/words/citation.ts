/** How to cite what a view shows: what, from which codebook and data, when, where. Plain text in English, and BibTeX. */

import type { RelationView } from '../address/view.ts'
import type { FigureData } from '../figure.ts'

interface Cited {
  readonly relation: Pick<FigureData, 'name' | 'slug' | 'series' | 'coverage'>
  readonly view: RelationView
  /** Where it can be opened; the frozen link, so that it still shows what was cited. */
  readonly link: string
}

const RHYTHMS = { DAY: 'daily', WEEK: 'weekly', MONTH: 'monthly', QUARTER: 'quarterly', YEAR: 'yearly' } as const

/** What a figure was computed from, in one sentence. */
export function madeFrom({ series }: Pick<FigureData, 'series'>): string {
  const { codebook, codebookHash, method, asOf, revision } = series.stamp
  const data = asOf === null ? 'no data recorded' : `data as of ${asOf}, revision ${revision}`
  return `Codebook ${codebook} (${codebookHash.slice(0, 12)}), method ${method}, ${data}`
}

export function citationText({ relation, view, link }: Cited): string {
  const { series } = relation
  const range = series.days.length === 0 ? '' : `, ${series.days[0]} to ${series.days.at(-1)}`
  const how = `${RHYTHMS[view.bucket]} scores of ${view.measures.join(' and ')}`
  return `Detente: ${relation.name}, ${how}${range}. ${madeFrom(relation)}. ${link}`
}

export function citationBibtex(cited: Cited): string {
  const { relation, link } = cited
  const { stamp } = relation.series
  const key = `detente-${relation.slug}-r${stamp.revision}`.replace(/[^A-Za-z0-9-]/g, '-')
  const year = stamp.asOf?.slice(0, 4)
  return [
    `@misc{${key},`,
    `  title = {Detente: ${braced(relation.name)}},`,
    ...(year === undefined ? [] : [`  year = {${year}},`]),
    `  note = {${braced(madeFrom(relation))}},`,
    `  url = {${link}}`,
    '}',
  ].join('\n')
}

/** What BibTeX would read as its own is left out. */
function braced(text: string): string {
  return text.replace(/[{}\\]/g, '').replace(/[&%$#_]/g, (c) => `\\${c}`)
}
