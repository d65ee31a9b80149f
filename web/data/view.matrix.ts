/** What a reader has chosen on the page of the matrix, and its address. `decodeMatrix(encodeMatrix(view))` is `view`. */

import {
  asOfText,
  codeOf,
  isRangeText,
  MEASURES,
  oneOf,
  queryOf,
  reader,
  VIEWS,
} from '../../server/figure/address/url.ts'
import type { View } from '../../server/figure/generated/documents.ts'
import type { Measure } from '../../server/figure/model/points.ts'
import { MATRIX_MODES, type MatrixMode } from '../charts/matrix/DyadMatrix.rows.ts'

export interface MatrixView {
  /** Codes, each once, 2–40; null = the parties of the watched relations. */
  readonly actors: readonly string[] | null
  /** `YYYY-MM-DD`, `YYYY-MM` = its last day on record; null = the month the home page begins with. */
  readonly day: string | null
  readonly measure: Measure
  readonly view: View
  readonly mode: MatrixMode
  /** Are parties without any score shown as well? */
  readonly everyone: boolean
  /** A codebook's name (its latest version) or a version. */
  readonly codebook: string
  /** A day, meaning its end in UTC, or an instant; null = now. */
  readonly asOf: string | null
}

export const MOST_PARTIES = 40

export const MATRIX_START: MatrixView = {
  actors: null,
  day: null,
  measure: 'tension',
  view: 'ENTITY',
  mode: 'level',
  everyone: false,
  codebook: 'default',
  asOf: null,
}

export function encodeMatrix(view: MatrixView): string {
  return queryOf([
    ['a', view.actors?.join('~') ?? null],
    ['day', view.day],
    ['m', view.measure === MATRIX_START.measure ? null : view.measure],
    ['v', view.view === MATRIX_START.view ? null : view.view.toLowerCase()],
    ['mode', view.mode === MATRIX_START.mode ? null : view.mode],
    ['all', view.everyone ? '1' : null],
    ['w', view.codebook === MATRIX_START.codebook ? null : view.codebook],
    ['asof', view.asOf],
  ])
}

export function decodeMatrix(search: string): MatrixView {
  const get = reader(search)
  const day = get('day')
  return {
    actors: partiesOf(get('a')),
    day: day !== null && isRangeText(day) ? day : null,
    measure: oneOf(get('m'), MEASURES) ?? MATRIX_START.measure,
    view: oneOf(get('v')?.toUpperCase(), VIEWS) ?? MATRIX_START.view,
    mode: oneOf(get('mode'), MATRIX_MODES) ?? MATRIX_START.mode,
    everyone: get('all') === '1',
    codebook: codeOf(get('w')) ?? MATRIX_START.codebook,
    asOf: asOfText(get('asof')),
  }
}

/** Is this written like the code of an actor, an office or a country? */
export function isPartyCode(text: string): boolean {
  return /^[A-Z][A-Z0-9]{1,9}(\.[A-Z0-9]{1,10})?$/.test(text)
}

/** A list that is no list of two or more parties stands for the usual ones. */
function partiesOf(text: string | null): readonly string[] | null {
  const codes = [...new Set((text?.split('~') ?? []).filter(isPartyCode))].slice(0, MOST_PARTIES)
  return codes.length < 2 ? null : codes
}
