/** Who did it to whom, two by two, where several stand on a side. */
import type { Referent } from './dictionary.ts'

/** What is done by two, whoever is told first. */
const MUTUAL = /^(?:04[01346]|042|043|057|060|062|0312)/

/** What two do with each other, where nobody else is named. */
const TOGETHER = /^(?:03|04(?!5)|05[047]|06|08)/

/** Leaving and conceding is nothing that many do to each other. */
const JOINT = /^(?:03(?!5)|04(?!5)|05[047]|06)/

export interface Pair {
  /** Null where nobody is known. */
  readonly source: Referent | null
  readonly target: Referent | null
  /** Of both alike: one statement, whose order tells nothing. */
  readonly mutual: boolean
}

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
    return sources.flatMap((source, i) => sources.slice(i + 1).map((target) => ({ source, target, mutual: true })))
  }
  const mutual = MUTUAL.test(leaf)
  const other = second ?? others[0]
  if (exchange && first && other && (others.length === 0 || sources.length === 1)) {
    return [
      { source: first, target: other, mutual },
      { source: other, target: first, mutual },
    ]
  }
  const left = sources.length > 0 ? sources : [null]
  const right = others.length > 0 ? others : [null]
  return left.flatMap((source) =>
    right.flatMap((target) => (source !== null && source.code === target?.code ? [] : [{ source, target, mutual }])),
  )
}
