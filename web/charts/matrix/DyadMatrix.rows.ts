/**
 * Who does what to whom as a grid: a row a source, a column a target. The columns of `Query.matrix` become cells that
 * know their number, why there is none, and the score of the other direction.
 */
import type { PointState } from '../../../server/figure/model/points.ts'

/** The score of the day, its difference to the year before, or what A does to B less what B does to A. */
export const MATRIX_MODES = ['level', 'change', 'asymmetry'] as const
export type MatrixMode = (typeof MATRIX_MODES)[number]

export interface MatrixParty {
  readonly code: string
  readonly name: string
}

/** Columns of equal length, one row an ordered pair, as `Query.matrix` answers. */
export interface MatrixColumns {
  readonly sources: readonly string[]
  readonly targets: readonly string[]
  /** 0–100; null where there is no score. */
  readonly score: readonly (number | null)[]
  readonly state: readonly PointState[]
  /** Counted events of the year that ends on the day. */
  readonly n: readonly number[]
  /** The score a year before. */
  readonly before: readonly (number | null)[]
}

/** Why a cell has no number. SAME: the two are one actor in this view. */
export type Blank = 'SAME' | 'NOT_COVERED' | 'NOT_ENOUGH' | 'NO_BEFORE' | 'NO_RETURN'

export interface MatrixCell {
  readonly source: MatrixParty
  readonly target: MatrixParty
  /** What the mode shows; null: see `blank`. */
  readonly value: number | null
  readonly blank: Blank | null
  readonly score: number | null
  readonly before: number | null
  /** The score of the other direction. */
  readonly back: number | null
  /** Does a score it shows rest on little evidence? */
  readonly sparse: boolean
  readonly n: number
}

export type MatrixGrid = readonly (readonly MatrixCell[])[]

export function matrixGrid(parties: readonly MatrixParty[], columns: MatrixColumns, mode: MatrixMode): MatrixGrid {
  const found = rowsByPair(columns)
  return parties.map((source) =>
    parties.map((target) => {
      const at = found.get(pairKey(source.code, target.code))
      const back = found.get(pairKey(target.code, source.code))
      return cellOf(source, target, columns, at, back, mode)
    }),
  )
}

function cellOf(
  source: MatrixParty,
  target: MatrixParty,
  columns: MatrixColumns,
  at: number | undefined,
  other: number | undefined,
  mode: MatrixMode,
): MatrixCell {
  const blankCell = { source, target, value: null, score: null, before: null, back: null, sparse: false, n: 0 }
  if (at === undefined) return { ...blankCell, blank: 'SAME' }
  const score = columns.score[at] ?? null
  const before = columns.before[at] ?? null
  const back = other === undefined ? null : (columns.score[other] ?? null)
  const isSparse = (i: number | undefined) => i !== undefined && columns.state[i] === 'SPARSE'
  const told = { source, target, score, before, back, n: columns.n[at] ?? 0 }
  const sparse = score !== null && (isSparse(at) || (mode === 'asymmetry' && isSparse(other)))
  if (score === null) {
    return { ...told, sparse, value: null, blank: columns.state[at] === 'NOT_COVERED' ? 'NOT_COVERED' : 'NOT_ENOUGH' }
  }
  if (mode === 'level') return { ...told, sparse, value: score, blank: null }
  const against = mode === 'change' ? before : back
  return against === null
    ? { ...told, sparse, value: null, blank: mode === 'change' ? 'NO_BEFORE' : 'NO_RETURN' }
    : { ...told, sparse, value: score - against, blank: null }
}

export interface PartiesHeard {
  /** With a score in some cell. */
  readonly heard: readonly MatrixParty[]
  /** Without any. */
  readonly silent: readonly MatrixParty[]
  /** The same actor in this view as an earlier party, whose row says all of theirs. */
  readonly twins: readonly { readonly party: MatrixParty; readonly of: MatrixParty }[]
}

/** Which parties have something to show, each list in the order given. */
export function partiesWithData(parties: readonly MatrixParty[], columns: MatrixColumns): PartiesHeard {
  const scored = new Set<string>()
  columns.score.forEach((score, i) => {
    if (score === null) return
    scored.add(columns.sources[i] ?? '')
    scored.add(columns.targets[i] ?? '')
  })
  const pairs = rowsByPair(columns)
  const heard: MatrixParty[] = []
  const twins: { party: MatrixParty; of: MatrixParty }[] = []
  for (const party of parties.filter((p) => scored.has(p.code))) {
    const of = heard.find((other) => !pairs.has(pairKey(other.code, party.code)))
    if (of) twins.push({ party, of })
    else heard.push(party)
  }
  return { heard, silent: parties.filter((p) => !scored.has(p.code)), twins }
}

/** The cell whose number is largest in size; null where none has one. */
export function strongestCell(grid: MatrixGrid): MatrixCell | null {
  const numbered = grid.flat().filter((cell) => cell.value !== null)
  return numbered.reduce<MatrixCell | null>((most, cell) => (most && sizeOf(most) >= sizeOf(cell) ? most : cell), null)
}

function sizeOf(cell: MatrixCell): number {
  return Math.abs(cell.value ?? 0)
}

function rowsByPair({ sources, targets }: MatrixColumns): ReadonlyMap<string, number> {
  return new Map(sources.map((source, i) => [pairKey(source, targets[i] ?? ''), i]))
}

function pairKey(source: string, target: string): string {
  return `${source}~${target}`
}
