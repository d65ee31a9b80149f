/** Who did it to whom, two by two, where several stand on a side. */
import type { Referent } from './dictionary.ts'

/** What two do with each other, where nobody else is named. */
const TOGETHER = /^(?:03|04(?!5)|05[047]|06|08)/

/** Leaving and conceding is nothing that many do to each other. */
const JOINT = /^(?:03(?!5)|04(?!5)|05[047]|06)/

/** Source and target; null where nobody is known. */
export type Pair = readonly [Referent | null, Referent | null]

/** Everyone on one side with everyone on the other; of two who do something together, the one with the other. */
export function pairsOf(
  sources: readonly Referent[],
  targets: readonly Referent[],
  leaf: string,
  exchange: boolean,
): Pair[] {
  const [first, second] = sources
  const others = targets.filter((t) => sources.length !== 1 || t.code !== first?.code)
  // "the three said they would leave": none of the others.
  const together = sources.length > 2 ? JOINT : TOGETHER
  if (first && second && others.length === 0 && together.test(leaf)) {
    return sources.flatMap((s, i) => sources.slice(i + 1).map((t) => [s, t] as const))
  }
  if (exchange && first && (second ?? others[0]) && (others.length === 0 || sources.length === 1)) {
    const other = second ?? (others[0] as Referent)
    return [
      [first, other],
      [other, first],
    ]
  }
  const left = sources.length > 0 ? sources : [null]
  const right = others.length > 0 ? others : [null]
  return left.flatMap((s) => right.flatMap((t) => (s !== null && s.code === t?.code ? [] : [[s, t] as const])))
}
