// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { panelModels, sharedScale } from '../../server/figure/model/figure.ts'
import { columnsOf, pointsOf } from '../../server/figure/model/points.ts'
import { PAGE_PAINT } from '../../server/figure/svg/paint.ts'
import { panelSvg } from '../../server/figure/svg/panel.ts'
import { sparklineSvg } from '../../server/figure/svg/sparkline.ts'
import { Sparkline } from '../../web/charts/card/Sparkline.tsx'
import { IndexChart } from '../../web/charts/series/IndexChart.tsx'
import * as fixtures from '../../web/gallery/fixtures.ts'
import { i18n } from '../../web/i18n.ts'

const CASES = [
  ['empty', fixtures.EMPTY, 'MONTH'],
  ['too little', fixtures.TOO_LITTLE, 'MONTH'],
  ['one point', fixtures.ONE_POINT, 'DAY'],
  ['gaps', fixtures.GAPS, 'MONTH'],
  ['islands', fixtures.ISLANDS, 'WEEK'],
  ['all hostile', fixtures.HOSTILE, 'WEEK'],
  ['twenty years', fixtures.TWENTY_YEARS, 'DAY'],
  ['thaw', fixtures.THAW, 'WEEK'],
] as const

type Point = readonly [number, number]

/** The points of a path, a list for each stroke of the pen. */
function strokesOf(d: string): Point[][] {
  return d
    .split('M')
    .slice(1)
    .map((stroke) =>
      stroke
        .replace('Z', '')
        .split('L')
        .map((pair) => pair.split(',').map(Number) as unknown as Point),
    )
}

/** A repeated point draws nothing. */
const withoutRepeats = (stroke: readonly Point[]) =>
  stroke.filter(
    ([x, y], i) => i === 0 || Math.hypot(x - (stroke[i - 1]?.[0] ?? 0), y - (stroke[i - 1]?.[1] ?? 0)) > 0.01,
  )

function expectSame(ours: Point[][], theirs: Point[][], what: string) {
  expect(
    ours.map((stroke) => stroke.length),
    what,
  ).toEqual(theirs.map((stroke) => stroke.length))
  ours.flat().forEach(([x, y], i) => {
    const [x2, y2] = theirs.flat()[i] ?? [Number.NaN, Number.NaN]
    // Ours are rounded to tenths of a pixel.
    expect(Math.abs(x - x2), what).toBeLessThanOrEqual(0.051)
    expect(Math.abs(y - y2), what).toBeLessThanOrEqual(0.051)
  })
}

function onPage(series: fixtures.InventedSeries, bucket: (typeof CASES)[number][2], width: number) {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  const { span, top } = sharedScale(series, bucket)
  const shared = { columns: columnsOf(series, 'tension'), bucket, span, top, width, height: 220 }
  act(() => root.render(<IndexChart measure="tension" {...shared} />))
  return {
    host,
    close: () => {
      act(() => root.unmount())
      host.remove()
    },
  }
}

function onServer(series: fixtures.InventedSeries, bucket: (typeof CASES)[number][2], width: number) {
  const [panel] = panelModels(series, bucket, ['tension'], { width, height: 220 })
  if (!panel) throw new Error('no panel')
  const svg = panelSvg({ ...panel, markers: [], i18n, paint: PAGE_PAINT })
  return new DOMParser().parseFromString(`<svg xmlns="http://www.w3.org/2000/svg">${svg}</svg>`, 'image/svg+xml')
}

const numbers = (elements: Iterable<Element>, ...names: string[]) =>
  [...elements].map((element) => names.map((name) => Math.round(Number(element.getAttribute(name)) * 10) / 10))
const texts = (elements: Iterable<Element>) => [...elements].map((element) => element.textContent)

describe('the picture and the page', () => {
  for (const [name, series, bucket] of CASES) {
    for (const width of [320, 960]) {
      it(`have the same points: ${name}, ${width} pixels wide`, () => {
        const page = onPage(series, bucket, width)
        const drawn = onServer(series, bucket, width)
        const dOf = (list: Iterable<Element>) => [...list].map((path) => path.getAttribute('d') ?? '').filter(Boolean)

        const pageStrokes = dOf(page.host.querySelectorAll('.recharts-line-curve')).map(strokesOf)
        const ourStrokes = dOf(drawn.querySelectorAll('.solid, .sparse, .tail')).map(strokesOf)
        expect(ourStrokes.length).toBe(pageStrokes.length)
        ourStrokes.forEach((strokes, i) => {
          expectSame(strokes, pageStrokes[i] ?? [], `stroke ${i}`)
        })

        const [pageBand = ''] = dOf(page.host.querySelectorAll('.recharts-area-area'))
        const [ourBand = ''] = dOf(drawn.querySelectorAll('.band'))
        // An area of one point draws nothing.
        const bands = strokesOf(pageBand)
          .map(withoutRepeats)
          .filter((stroke) => new Set(stroke.map(([x]) => x)).size > 1)
        expectSame(strokesOf(ourBand).map(withoutRepeats), bands, 'band')

        expect(numbers(drawn.querySelectorAll('.gap'), 'x', 'width')).toEqual(
          numbers(page.host.querySelectorAll('.plot-layer rect:not(pattern *)'), 'x', 'width'),
        )
        expect(numbers(drawn.querySelectorAll('.mark'), 'cx', 'cy')).toEqual(
          numbers(page.host.querySelectorAll('.isolated circle'), 'cx', 'cy'),
        )
        expect(numbers(drawn.querySelectorAll('.end-mark'), 'cx', 'cy')).toEqual(
          numbers(page.host.querySelectorAll('.end-mark'), 'cx', 'cy'),
        )
        expect(texts(drawn.querySelectorAll('.end text')).join('')).toBe(
          texts(page.host.querySelectorAll('.end-label')).join(''),
        )
        expect(texts(drawn.querySelectorAll('text.day'))).toEqual(texts(page.host.querySelectorAll('.axes text.day')))
        expect(texts(drawn.querySelectorAll('text[text-anchor=end]'))).toEqual(
          texts(page.host.querySelectorAll('.axes text.value')),
        )
        page.close()
      })
    }
  }
})

it.each(CASES)('a sparkline is the same text from the server and on the page: %s', (_name, series, bucket) => {
  const points = pointsOf(columnsOf(series, 'tension'), bucket)
  const { span, top } = sharedScale(series, bucket)
  const page = renderToStaticMarkup(<Sparkline points={points} span={span} top={top} className="tension" />)
  expect(sparklineSvg({ points, span, top }, 'tension')).toBe(page)
})
