/** Invented parties and what they do to each other, for the gallery and the tests. */

import type { PointState } from '../../server/figure/model/points.ts'
import type { MatrixColumns, MatrixParty } from '../charts/matrix/DyadMatrix.rows.ts'
import { wobble } from './fixtures.ts'

const NAMES = [
  'Norland',
  'Sudria',
  'Ostmark',
  'Westerby',
  'the United Upper Valleys of Estwick-Norland',
  'Marrow Coast Front',
]

/** As many parties as wanted; the fifth has a long name. */
export function inventedParties(count: number): MatrixParty[] {
  return Array.from({ length: count }, (_, i) => {
    const code = `${String.fromCharCode(65 + Math.floor(i / 26))}${String.fromCharCode(65 + (i % 26))}X`
    return { code, name: NAMES[i] ?? `Canton of ${code}` }
  })
}

/** Every ordered pair of different parties; another salt gives other scores. */
export function inventedMatrix(parties: readonly MatrixParty[], salt = 0): MatrixColumns {
  const pairs = parties.flatMap((a) => parties.filter((b) => b !== a).map((b) => [a.code, b.code] as const))
  return inventedCells(pairs, salt)
}

/** Scores from the codes alone: some sparse, some without a year before, some not covered, some too few. */
export function inventedCells(pairs: readonly (readonly [string, string])[], salt = 0): MatrixColumns {
  const cells = pairs.map(([source, target]) => cellOf(numberOf(source) + salt, numberOf(target)))
  return {
    sources: pairs.map(([source]) => source),
    targets: pairs.map(([, target]) => target),
    score: cells.map((c) => c.score),
    state: cells.map((c) => c.state),
    n: cells.map((c) => c.n),
    before: cells.map((c) => c.before),
  }
}

function cellOf(source: number, target: number) {
  const kind = Math.abs(wobble(source + target))
  const state: PointState = kind < 0.12 ? 'NOT_COVERED' : kind < 0.25 ? 'NOT_ENOUGH' : kind < 0.4 ? 'SPARSE' : 'SCORED'
  const scored = state === 'SCORED' || state === 'SPARSE'
  const score = 50 + 50 * wobble(source * 7 + target)
  const before = kind > 0.9 ? null : 50 + 25 * wobble(source * 7 + target) + 25 * wobble(source * 13 + target * 5)
  return {
    state,
    score: scored ? score : null,
    before: scored ? before : null,
    n: state === 'NOT_COVERED' ? 0 : state === 'NOT_ENOUGH' ? 1 : Math.round(kind * 90),
  }
}

function numberOf(code: string): number {
  return [...code].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 0) % 99_991
}
