/** The addresses under which a view can be given to others: page, figure, pictures, files. Pure text from view and origin. */

import { encodeView } from '../../server/figure/address/url.ts'
import { type RelationView, START } from '../../server/figure/address/view.ts'
import type { FigureData } from '../../server/figure/figure.ts'
import type { Rows } from '../../server/figure/seriesTable.ts'
import { escapeText } from '../../server/figure/svg/text.ts'

/** Live: shows what is recorded when it is opened. Frozen: what is recorded now, by the codebook version in force now. */
export const LINKS = ['live', 'frozen'] as const
export type LinkKind = (typeof LINKS)[number]

/** The view with its record and codebook version pinned, so that it shows the same for good. */
export function frozenView(view: RelationView, { stamp }: FigureData['series']): RelationView {
  return { ...view, codebook: stamp.codebook, asOf: view.asOf ?? stamp.asOf }
}

/** What of a view bears on its figure, pictures and files: they hold the scores themselves, not what is reckoned from them. */
function figureView(view: RelationView): RelationView {
  const { transform, calendar, against } = START
  return { ...view, point: null, tab: 'chart', quads: null, transform, calendar, against }
}

export interface Addresses {
  readonly page: string
  readonly figure: string
  readonly image: (kind: 'svg' | 'png') => string
  readonly file: (kind: 'csv' | 'json' | 'xlsx' | 'txt', rows: Rows) => string
  /** What stands behind the numbers, of the families that the view lists. */
  readonly list: (list: 'events' | 'statements') => string
}

/** What is read says what its giver saw, in their language; files of numbers are the same in every one. */
export function addressesOf(origin: string, slug: string, view: RelationView, language = 'en'): Addresses {
  const shown = encodeView(figureView(view))
  const spoken = spokenIn(shown, language)
  return {
    page: `${origin}/r/${slug}${spokenIn(encodeView(view), language)}`,
    figure: `${origin}/embed/${slug}${spoken}`,
    image: (kind) => `${origin}/image/${slug}.${kind}${spoken}`,
    file: (kind, rows) => {
      const all = rows === 'all' ? `${shown === '' ? '?' : '&'}rows=all` : ''
      return `${origin}/data/${slug}.${kind}${shown}${all}`
    },
    list: (list) => `${origin}/data/${slug}.${list}.csv${encodeView({ ...figureView(view), quads: view.quads })}`,
  }
}

function spokenIn(query: string, language: string): string {
  return language === 'en' ? query : `${query}${query === '' ? '?' : '&'}lang=${language}`
}

/** For any page: a frame, and the small script that gives it the height it needs. */
export function iframeCode(origin: string, figure: string, title: string): string {
  return [
    `<iframe src="${escapeText(figure)}" title="${escapeText(title)}" width="100%" height="780" style="border:0" loading="lazy"></iframe>`,
    `<script type="module" src="${escapeText(origin)}/embed/height.js"></script>`,
  ].join('\n')
}

export function elementCode(origin: string, slug: string, view: RelationView, language = 'en'): string {
  const query = spokenIn(encodeView(figureView(view)), language).slice(1)
  const asked = query === '' ? '' : ` query="${escapeText(query)}"`
  return [
    `<script type="module" src="${escapeText(origin)}/embed/relation-chart.js"></script>`,
    `<relation-chart relation="${escapeText(slug)}"${asked}></relation-chart>`,
  ].join('\n')
}
