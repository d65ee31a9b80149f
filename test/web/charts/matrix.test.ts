/** The matrix before it is drawn: its cells, its sentences, its keys, its shades, its address. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, formatDay } from '../../../server/domain/day.ts'
import {
  MATRIX_MODES,
  type MatrixColumns,
  matrixGrid,
  partiesWithData,
  strongestCell,
} from '../../../web/charts/matrix/DyadMatrix.rows.ts'
import { cellSentence, cellText, matrixFinding } from '../../../web/charts/matrix/DyadMatrix.sentences.ts'
import { gridMove } from '../../../web/charts/matrix/gridKeys.ts'
import { differenceShade, scoreShade } from '../../../web/charts/shade/shades.ts'
import { decodeMatrix, encodeMatrix, MATRIX_START, type MatrixView } from '../../../web/data/view.matrix.ts'
import { inventedMatrix, inventedParties } from '../../../web/gallery/fixtures.matrix.ts'
import { i18n } from '../../../web/i18n.ts'
import { dayAsked, pairAddress, partiesNamed, partiesOf } from '../../../web/pages/matrix/Matrix.rows.ts'

const NOR = { code: 'NOR', name: 'Norland' }
const SUD = { code: 'SUD', name: 'Sudria' }
const FRO = { code: 'FRO', name: 'Marrow Coast Front' }
const GOV = { code: 'SUD.GOV', name: 'Government of Sudria' }

/** Norland does 41 to Sudria (35 a year before), Sudria does 30 back on little evidence; of the Front nobody has news. */
const COLUMNS: MatrixColumns = {
  sources: ['NOR', 'NOR', 'SUD', 'SUD', 'FRO', 'FRO'],
  targets: ['SUD', 'FRO', 'NOR', 'FRO', 'NOR', 'SUD'],
  score: [41.3, null, 30.1, null, null, 12],
  state: ['SCORED', 'NOT_COVERED', 'SPARSE', 'NOT_ENOUGH', 'NOT_ENOUGH', 'SPARSE'],
  n: [18, 0, 6, 1, 0, 4],
  before: [35.2, null, null, null, null, 12.4],
}
const grid = (mode: (typeof MATRIX_MODES)[number]) => matrixGrid([NOR, SUD, FRO], COLUMNS, mode)
const shown = (mode: (typeof MATRIX_MODES)[number]) =>
  grid(mode).map((row) => row.map((cell) => (cell.value === null ? cell.blank : cellText(i18n, cell.value, mode))))

describe('the cells of a matrix', () => {
  it('hold the score of their direction, and say why where there is none', () => {
    expect(shown('level')).toEqual([
      ['SAME', '41', 'NOT_COVERED'],
      ['30', 'SAME', 'NOT_ENOUGH'],
      ['NOT_ENOUGH', '12', 'SAME'],
    ])
    expect(grid('level').map((row) => row.map((cell) => cell.sparse))).toEqual([
      [false, false, false],
      [true, false, false],
      [false, true, false],
    ])
  })

  it('or the change in a year, only where both days have a score', () => {
    // 41.3 − 35.2 = 6.1; 12 − 12.4 = −0.4, which is printed as zero without a sign
    expect(shown('change')).toEqual([
      ['SAME', '+6', 'NOT_COVERED'],
      ['NO_BEFORE', 'SAME', 'NOT_ENOUGH'],
      ['NOT_ENOUGH', '0', 'SAME'],
    ])
  })

  it('or what the row does less what comes back, sparse where either side is', () => {
    // 41.3 − 30.1 = 11.2
    expect(shown('asymmetry')).toEqual([
      ['SAME', '+11', 'NOT_COVERED'],
      ['−11', 'SAME', 'NOT_ENOUGH'],
      ['NOT_ENOUGH', 'NO_RETURN', 'SAME'],
    ])
    expect(grid('asymmetry')[0]?.[1]?.sparse).toBe(true)
  })

  it('of two directions are opposite in every invented world', () => {
    const parties = inventedParties(12)
    const cells = matrixGrid(parties, inventedMatrix(parties), 'asymmetry')
    const numbered = cells.flat().filter((cell) => cell.value !== null)
    expect(numbered.length).toBeGreaterThan(20)
    parties.forEach((_, row) => {
      parties.forEach((__, column) => {
        expect(cells[row]?.[column]?.value ?? 0).toBeCloseTo(-(cells[column]?.[row]?.value ?? 0), 9)
      })
    })
  })
})

describe('the parties of a matrix', () => {
  it('without any score are told apart from those with one', () => {
    const OST = { code: 'OST', name: 'Ostmark' }
    const columns = { ...COLUMNS, sources: [...COLUMNS.sources, 'NOR', 'SUD', 'FRO', 'OST', 'OST', 'OST'] }
    columns.targets = [...COLUMNS.targets, 'OST', 'OST', 'OST', 'NOR', 'SUD', 'FRO']
    columns.score = [...COLUMNS.score, null, null, null, null, null, null]
    const found = partiesWithData([OST, FRO, NOR, SUD], columns)
    expect(found).toEqual({ heard: [FRO, NOR, SUD], silent: [OST], twins: [] })
  })

  it('that are one actor on the day have one row', () => {
    const columns = {
      ...COLUMNS,
      sources: ['NOR', 'NOR', 'SUD', 'SUD.GOV'],
      targets: ['SUD', 'SUD.GOV', 'NOR', 'NOR'],
      score: [1, 1, 2, 2],
    }
    expect(partiesWithData([NOR, GOV, SUD], columns)).toEqual({
      heard: [NOR, GOV],
      silent: [],
      twins: [{ party: SUD, of: GOV }],
    })
  })

  it('are those of the watched relations, each once; an unknown code stands for itself', () => {
    const relations = [
      { slug: 'norland-sudria', views: ['ENTITY'] as const, a: NOR, b: SUD },
      { slug: 'norland-front', views: ['ENTITY'] as const, a: NOR, b: FRO },
    ]
    expect(partiesOf(relations)).toEqual([NOR, SUD, FRO])
    expect(partiesNamed(['FRO', 'XYZ'], [FRO])).toEqual([FRO, { code: 'XYZ', name: 'XYZ' }])
  })
})

describe('a matrix in words', () => {
  it('finds the strongest number', () => {
    expect(matrixFinding(i18n, grid('level'), 'tension', 'level')).toBe(
      'Tension is highest from Norland toward Sudria: 41',
    )
    expect(matrixFinding(i18n, grid('change'), 'tension', 'change')).toBe(
      'Tension moved most from Norland toward Sudria: up in a year from 35 to 41',
    )
    expect(matrixFinding(i18n, grid('asymmetry'), 'tension', 'asymmetry')).toBe(
      'Tension is most one-sided between Norland and Sudria: 41 there, 30 back',
    )
    expect(strongestCell(matrixGrid([NOR, FRO], COLUMNS, 'level'))).toBeNull()
    expect(matrixFinding(i18n, matrixGrid([NOR, FRO], COLUMNS, 'level'), 'engagement', 'level')).toBe(
      'Engagement: no pair has a number to show',
    )
  })

  it('does not call a small difference a move', () => {
    const calm = matrixGrid([SUD, FRO], COLUMNS, 'change')
    expect(matrixFinding(i18n, calm, 'tension', 'change')).toBe('Tension: no pair moved by 3 points or more in a year')
  })

  it('reads out a cell with what stands behind it', () => {
    const [first, second, third] = grid('level')
    const say = (cell: Parameters<typeof cellSentence>[1] | undefined) => cell && cellSentence(i18n, cell, 'tension')
    expect(say(first?.[1])).toBe(
      'Norland toward Sudria: tension 41, up 6 in a year, 30 in the other direction, 18 events in the year',
    )
    expect(say(second?.[0])).toBe(
      'Sudria toward Norland: tension 30, little evidence, no score a year before, 41 in the other direction, 6 events in the year',
    )
    expect(say(first?.[2])).toBe(
      'Norland toward Marrow Coast Front: not covered by any collection, 0 events in the year',
    )
    expect(say(third?.[2])).toContain('one and the same actor')
  })
})

describe('the keys of a grid', () => {
  const go = (key: string, row: number, column: number, ctrlKey = false, rtl = false) => {
    const to = gridMove({ key, ctrlKey }, { row, column }, 4, 6, rtl)
    return to && [to.row, to.column]
  }

  it('step by one, stop at the edges, and leave other keys alone', () => {
    expect([go('ArrowRight', 1, 1), go('ArrowLeft', 1, 0), go('ArrowDown', 3, 2), go('ArrowUp', 2, 2)]).toEqual([
      [1, 2],
      [1, 0],
      [3, 2],
      [1, 2],
    ])
    expect([go('x', 1, 1), go('Tab', 1, 1)]).toEqual([null, null])
  })

  it('go to the ends of a row, and with Control to the ends of all', () => {
    expect([go('Home', 2, 3), go('End', 2, 3), go('Home', 2, 3, true), go('End', 2, 3, true)]).toEqual([
      [2, 0],
      [2, 5],
      [0, 0],
      [3, 5],
    ])
    expect([go('PageDown', 0, 3), go('PageUp', 3, 3)]).toEqual([
      [3, 3],
      [0, 3],
    ])
  })

  it('follow the eye from right to left', () => {
    expect([go('ArrowRight', 1, 1, false, true), go('ArrowLeft', 1, 1, false, true)]).toEqual([
      [1, 0],
      [1, 2],
    ])
  })
})

describe('the shades', () => {
  it('begin where the key says', () => {
    expect([0, 4.9, 5, 29.9, 30, 60, 100].map((n) => scoreShade(n, 'engagement').step)).toEqual([0, 0, 1, 3, 4, 6, 6])
    expect([-2.9, -3, 9.9, 10, 40].map(differenceShade)).toEqual([
      { hue: 'engagement', step: 0 },
      { hue: 'engagement', step: 1 },
      { hue: 'tension', step: 2 },
      { hue: 'tension', step: 3 },
      { hue: 'tension', step: 6 },
    ])
  })

  it('have ink at 4.5 : 1 or more on each, in light and dark', () => {
    const css = readFileSync(new URL('../../../web/styles/shades.css', import.meta.url), 'utf8')
    const blocks = css.split(/:root/).slice(1)
    expect(blocks).toHaveLength(3)
    for (const block of blocks) {
      const found = new Map([...block.matchAll(/--([a-z-]+\d?): (#[0-9a-f]{6});/g)].map((m) => [m[1], m[2] ?? '']))
      for (const hue of ['tension', 'engagement']) {
        for (let step = 0; step < 7; step++) {
          const ink = found.get(step > 4 ? 'on-strong' : 'on-weak') ?? ''
          expect(contrast(ink, found.get(`${hue}-${step}`) ?? ''), `${hue} ${step}`).toBeGreaterThanOrEqual(4.5)
        }
      }
    }
  })
})

describe('where a cell leads', () => {
  const relations = [{ slug: 'norland-sudria', views: ['OFFICE', 'ENTITY'] as const, a: NOR, b: SUD }]

  it('is the watched relation in its direction, a year up to the day, the day explained', () => {
    expect(pairAddress(relations, ['NOR', 'SUD'], '2018-10-31', MATRIX_START)).toBe(
      '/r/norland-sudria?dir=ab&t=2017-11-01..2018-10-31&v=entity&p=2018-10-31',
    )
    expect(
      pairAddress(relations, ['SUD', 'NOR'], '2018-10-31', { ...MATRIX_START, measure: 'engagement', view: 'OFFICE' }),
    ).toBe('/r/norland-sudria?dir=ba&t=2017-11-01..2018-10-31&p=2018-10-31~engagement')
  })

  it('under the codebook and as recorded when the matrix is', () => {
    const shown = { ...MATRIX_START, codebook: 'milder-2', asOf: '2020-01-01' }
    expect(pairAddress(relations, ['NOR', 'SUD'], '2018-10-31', shown)).toBe(
      '/r/norland-sudria?dir=ab&t=2017-11-01..2018-10-31&v=entity&w=milder-2&asof=2020-01-01&p=2018-10-31',
    )
  })

  it('or the two as they are', () => {
    expect(pairAddress(relations, ['SUD', 'FRO'], '2018-10-31', MATRIX_START)).toBe(
      '/r/SUD~FRO?dir=ab&t=2017-11-01..2018-10-31&v=entity&p=2018-10-31',
    )
  })
})

describe('the address of a matrix', () => {
  const anyDay = fc.integer({ min: dayOf(1990, 1, 1), max: dayOf(2030, 12, 31) }).map((n) => formatDay(n as never))
  const anyView: fc.Arbitrary<MatrixView> = fc.record({
    actors: fc.option(fc.uniqueArray(fc.stringMatching(/^[A-Z]{3}(\.[A-Z]{3})?$/), { minLength: 2, maxLength: 40 })),
    day: fc.oneof(
      fc.constant(null),
      anyDay,
      anyDay.map((d) => d.slice(0, 7)),
    ),
    measure: fc.constantFrom('tension', 'engagement'),
    view: fc.constantFrom('ENTITY', 'OFFICE', 'COUNTRY'),
    mode: fc.constantFrom(...MATRIX_MODES),
    everyone: fc.boolean(),
    codebook: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
    asOf: fc.option(anyDay),
  })

  it('gives the same view back, and is empty at the start', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(decodeMatrix(encodeMatrix(view))).toEqual(view)
      }),
    )
    expect(encodeMatrix(MATRIX_START)).toBe('')
  })

  it('ignores what it does not know and what cannot be', () => {
    expect(decodeMatrix('?a=NOR&day=2018-02-31&m=war&v=tribe&mode=3d&all=yes&x=1')).toEqual(MATRIX_START)
    expect(decodeMatrix('?a=NOR~nor~NOR~SUD').actors).toEqual(['NOR', 'SUD'])
  })

  it('means by a month the last day listed in it', () => {
    const series = [{ days: ['2018-09-30', '2018-10-12'] }, { days: ['2018-09-30', '2018-10-28'] }]
    expect([dayAsked('2018-10', series), dayAsked('2018-11', series), dayAsked('2018-10-03', series)]).toEqual([
      '2018-10-28',
      '2018-11-30',
      '2018-10-03',
    ])
  })
})

/** WCAG 2: relative luminance and contrast. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [a, b].map(luminance).sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
