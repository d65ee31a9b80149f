/**
 * What a visitor reads on the page of a relation before its scripts have come, and all there is without them: its name, its
 * findings and its panels, drawn; and for the head, how a link to it is shown elsewhere. Runs on the server: no React, no DOM.
 */
import { msg } from '@lingui/core/macro'
import { columnsOf, pointsOf } from '../model/points.ts'
import { escapeText } from '../svg/text.ts'
import { findingOf } from '../words/sentences.ts'
import { type Drawing, drawnFigure, figureTitle, panelsHtml, type Size } from './embedPage.ts'

export interface FirstViewProps extends Drawing {
  /** Of the server, such as `https://detente.example`. */
  readonly origin: string
  readonly slug: string
  /** The view, with its question mark; empty where everything is as at the start. */
  readonly query: string
}

export interface FirstView {
  /** Title, description and what shows a link as a card, for the head of the page. */
  readonly head: string
  readonly main: string
}

/** About as large as the page will draw them. */
const SIZES: readonly Size[] = [
  { name: 'wide', width: 1000, most: 400, height: 230 },
  { name: 'narrow', width: 340, most: 220, height: 230 },
]

export function firstView(props: FirstViewProps): FirstView {
  const { figure, i18n, origin, slug, query } = props
  const { markers, drawn } = drawnFigure(props, SIZES)
  const title = figureTitle(props)
  const figureAt = `${origin}/embed/${slug}${query}`
  const without = i18n._(msg`The same numbers as a table`)
  return {
    head: headHtml(props, title),
    main: [
      `<div class="first-view"><h1 dir="auto">${escapeText(figure.name)}</h1>`,
      panelsHtml({ figure, i18n }, drawn, markers),
      `<noscript><p><a href="${escapeText(figureAt)}">${escapeText(without)}</a></p></noscript></div>`,
    ].join(''),
  }
}

function headHtml({ figure, i18n, origin, slug, query }: FirstViewProps, title: string): string {
  const { series, bucket, measures } = figure
  const findings = measures.map((m) => findingOf(i18n, pointsOf(columnsOf(series, m), bucket), m, bucket))
  const [page, picture] = [`${origin}/r/${slug}${query}`, `${origin}/image/${slug}.png${query}`]
  const properties = {
    'og:site_name': 'Detente',
    'og:type': 'article',
    'og:title': title,
    'og:description': findings.join('. '),
    'og:url': page,
    'og:image': picture,
    'twitter:card': 'summary_large_image',
  }
  const metas = Object.entries(properties).map(
    ([name, content]) => `<meta property="${name}" content="${escapeText(content)}">`,
  )
  const oembed = `${origin}/oembed?url=${encodeURIComponent(page)}`
  return [
    `<title>${escapeText(title)} · Detente</title>`,
    `<meta name="description" content="${escapeText(`${findings.join('. ')}.`)}">`,
    ...metas,
    `<link rel="alternate" type="application/json+oembed" href="${escapeText(oembed)}" title="${escapeText(title)}">`,
    `<link rel="alternate" type="text/csv" href="${escapeText(`${origin}/data/${slug}.csv${query}`)}">`,
  ].join('')
}
