/** What the page of the matrix asks, and where a cell leads. Pure. */
import { addDays, formatDay } from '../../../server/domain/day.ts'
import { encodeView, monthOf, rangeDay } from '../../../server/figure/address/url.ts'
import { START } from '../../../server/figure/address/view.ts'
import type { View } from '../../../server/figure/generated/documents.ts'
import { dayFrom } from '../../../server/figure/model/points.ts'
import type { MatrixParty } from '../../charts/matrix/DyadMatrix.rows.ts'
import type { MatrixView } from '../../data/view.matrix.ts'

export interface MatrixRelation {
  readonly slug: string
  readonly views: readonly View[]
  readonly a: MatrixParty
  readonly b: MatrixParty
}

/** The parties of the watched relations, each once, in the order in which they first stand there. */
export function partiesOf(relations: readonly MatrixRelation[]): MatrixParty[] {
  const parties = new Map<string, MatrixParty>()
  for (const { a, b } of relations) {
    for (const { code, name } of [a, b]) if (!parties.has(code)) parties.set(code, { code, name })
  }
  return [...parties.values()]
}

/** The parties of the codes; a code nobody knows by name stands for itself. */
export function partiesNamed(codes: readonly string[], known: readonly MatrixParty[]): MatrixParty[] {
  return codes.map((code) => ({ code, name: known.find((party) => party.code === code)?.name ?? code }))
}

/** The day of a day, or the last day listed for any series in a month; without one, the month's last. */
export function dayAsked(text: string, series: readonly { readonly days: readonly string[] }[]): string {
  if (text.length > 7) return text
  const listed = series.flatMap(({ days }) => days.filter((day) => monthOf(day) === text))
  return listed.sort().at(-1) ?? rangeDay(text, 'to') ?? text
}

/**
 * The page of a pair, with the year up to the day and the day explained. A watched relation opens under its own name, in
 * the direction of the cell; any other two as the pair they are.
 */
export function pairAddress(
  relations: readonly MatrixRelation[],
  [source, target]: readonly [string, string],
  day: string,
  shown: Pick<MatrixView, 'measure' | 'view' | 'codebook' | 'asOf'>,
): string {
  const { measure, view, codebook, asOf } = shown
  const along = relations.find((r) => r.a.code === source && r.b.code === target)
  const against = relations.find((r) => r.a.code === target && r.b.code === source)
  const relation = along ?? against
  const at = dayFrom(day)
  const query = encodeView({
    ...START,
    direction: against && !along ? 'B_TO_A' : 'A_TO_B',
    from: at === null ? null : formatDay(addDays(at, -364)),
    to: day,
    view: relation?.views[0] === view ? null : view,
    codebook,
    asOf,
    point: { day, measure },
  })
  return `/r/${relation?.slug ?? `${source}~${target}`}${query}`
}
