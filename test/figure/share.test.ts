import fc from 'fast-check'
import { parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { decodeShown, encodeShown, PARTS, SHOWN_START, SHOWN_THEMES } from '../../server/figure/address/shown.ts'
import { START } from '../../server/figure/address/view.ts'
import type { RelationData } from '../../server/figure/figure.ts'
import { citationBibtex, citationText } from '../../server/figure/words/citation.ts'
import { addressesOf, elementCode, frozenView, iframeCode } from '../../web/data/share.ts'
import { LANGUAGES, seriesQuery, snippetOf } from '../../web/data/snippets.ts'
import { heightIn } from '../../web/embed/message.ts'
import { theSchema } from '../support/api.ts'

const ORIGIN = 'https://detente.example'
const stamp = {
  codebook: 'default-1',
  codebookHash: 'fb8846c31b99aa',
  method: 'detente-1',
  asOf: '2026-11-22T09:04:53.421Z',
  revision: 3,
}
const relation = {
  name: 'Ruritania – Syldavia',
  slug: 'ruritania-syldavia',
  series: { days: ['1901-01-31', '1901-02-28'], stamp },
  coverage: [],
} as unknown as RelationData
const view = { ...START, bucket: 'MONTH', from: '1901-01' } as const

describe('a frozen link', () => {
  it('pins the instant of the record and the version of the codebook', () => {
    const frozen = frozenView(view, relation.series)
    expect(addressesOf(ORIGIN, relation.slug, frozen).page).toBe(
      `${ORIGIN}/r/ruritania-syldavia?t=1901-01..latest&f=month&w=default-1&asof=2026-11-22T09:04:53.421Z`,
    )
  })

  it('keeps the day that a reader looks back to', () => {
    expect(frozenView({ ...view, asOf: '2025-01-01' }, relation.series).asOf).toBe('2025-01-01')
  })
})

describe('the addresses of a view', () => {
  it('carry the query of the page, without what only the page has', () => {
    const looked = { ...view, tab: 'table', point: { day: '1901-01-31', measure: 'tension' } } as const
    const addresses = addressesOf(ORIGIN, 'ruritania-syldavia', looked)
    const query = '?t=1901-01..latest&f=month'
    expect(addresses.page).toContain('&tab=table&p=1901-01-31')
    expect(addresses.figure).toBe(`${ORIGIN}/embed/ruritania-syldavia${query}`)
    expect(addresses.image('png')).toBe(`${ORIGIN}/image/ruritania-syldavia.png${query}`)
    expect(addresses.file('csv', 'all')).toBe(`${ORIGIN}/data/ruritania-syldavia.csv${query}&rows=all`)
    expect(addressesOf(ORIGIN, 'x', START).file('json', 'all')).toBe(`${ORIGIN}/data/x.json?rows=all`)
  })

  it('name the language of who gives them, where it is not English; files of numbers are the same in every one', () => {
    const addresses = addressesOf(ORIGIN, 'ruritania-syldavia', view, 'ur')
    expect(addresses.page).toBe(`${ORIGIN}/r/ruritania-syldavia?t=1901-01..latest&f=month&lang=ur`)
    expect(addresses.figure).toBe(`${ORIGIN}/embed/ruritania-syldavia?t=1901-01..latest&f=month&lang=ur`)
    expect(addresses.file('csv', 'displayed')).not.toContain('lang')
    expect(addressesOf(ORIGIN, 'x', START, 'ps').image('png')).toBe(`${ORIGIN}/image/x.png?lang=ps`)
    expect(elementCode(ORIGIN, 'x', START, 'ar')).toContain('relation="x" query="lang=ar"')
  })

  it('stand in code that their text cannot break', () => {
    const code = iframeCode(ORIGIN, `${ORIGIN}/embed/x?a=1&m="><script>`, 'A "quoted" <name>')
    expect(code).toContain('src="https://detente.example/embed/x?a=1&amp;m=&quot;&gt;&lt;script&gt;"')
    expect(code).toContain('title="A &quot;quoted&quot; &lt;name&gt;"')
    expect(elementCode(ORIGIN, 'ruritania-syldavia', view)).toContain(
      '<relation-chart relation="ruritania-syldavia" query="t=1901-01..latest&amp;f=month"></relation-chart>',
    )
  })
})

describe('the question behind a view', () => {
  const anyView = fc.record({
    measures: fc.subarray(['tension', 'engagement'] as const, { minLength: 1 }),
    direction: fc.constantFrom('BOTH', 'A_TO_B', 'B_TO_A'),
    bucket: fc.constantFrom('DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'),
    from: fc.constantFrom(null, '1901-03', '1901-05-17'),
    view: fc.constantFrom(null, 'ENTITY', 'OFFICE'),
    halfLife: fc.constantFrom(null, 7.5),
    collections: fc.constantFrom(null, ['a-1', 'b.2']),
    asOf: fc.constantFrom(null, '2026-01-01', '2026-01-01T10:00:00.000Z'),
  })

  it('is valid by the schema, whatever was chosen', () => {
    fc.assert(
      fc.property(anyView, (part) => {
        expect(validate(theSchema(), parse(seriesQuery('x~y', { ...START, ...part })))).toEqual([])
      }),
    )
  })

  it('stands whole in every language', () => {
    for (const language of LANGUAGES) {
      const text = snippetOf(language, ORIGIN, 'ruritania-syldavia', view)
      expect(text.replaceAll('\\', ''), language).toContain('relation(by: { slug: "ruritania-syldavia" })')
      if (language !== 'GraphQL') expect(text, language).toContain(`${ORIGIN}/graphql`)
    }
  })
})

describe('a citation', () => {
  const link = addressesOf(ORIGIN, relation.slug, frozenView(view, relation.series)).page

  it('names what, when, and every version it was computed from', () => {
    expect(citationText({ relation, view, link })).toBe(
      'Detente: Ruritania – Syldavia, monthly scores of tension and engagement, 1901-01-31 to 1901-02-28. ' +
        'Codebook default-1 (fb8846c31b99), method detente-1, data as of 2026-11-22T09:04:53.421Z, revision 3. ' +
        link,
    )
  })

  it('in BibTeX holds no letter that BibTeX would run', () => {
    const hostile = { ...relation, name: '}\\input{x} 50 % & co_op' }
    const text = citationBibtex({ relation: hostile, view, link })
    expect(text).toContain('title = {Detente: inputx 50 \\% \\& co\\_op}')
    expect(text).toContain('@misc{detente-ruritania-syldavia-r3,')
  })
})

describe('how a figure is shown', () => {
  it('is read back as it was written, and what cannot be is ignored', () => {
    const anyShown = fc.record({
      theme: fc.constantFrom(...SHOWN_THEMES),
      lang: fc.constantFrom('en', 'ur', 'fa-AF'),
      width: fc.integer({ min: 320, max: 2000 }),
      scale: fc.integer({ min: 1, max: 3 }),
      hide: fc.subarray([...PARTS]),
    })
    fc.assert(
      fc.property(anyShown, (shown) => {
        expect(decodeShown(encodeShown(shown))).toEqual(shown)
      }),
    )
    expect(decodeShown('?theme=pink&lang=%3Cb%3E&width=1e9&scale=0&hide=stamp~x')).toEqual(SHOWN_START)
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decodeShown(encodeShown(decodeShown(text)))).toEqual(decodeShown(text))
      }),
    )
  })
})

describe('a message of a height', () => {
  it('is one number of pixels that a figure can have, and nothing else', () => {
    expect(heightIn({ type: 'detente:height', height: 640.2 })).toBe(641)
    const others = [null, 'x', {}, { type: 'detente:height' }, { type: 'other', height: 5 }]
    const heights = [0, -5, 1e9, Number.NaN, Number.POSITIVE_INFINITY, '640', null]
    for (const data of [...others, ...heights.map((height) => ({ type: 'detente:height', height }))]) {
      expect(heightIn(data)).toBeNull()
    }
  })
})
