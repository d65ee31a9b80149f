/** Who settled what is on record of each item, as far as the page is told. */
import type { DeskData } from './item.ts'

export interface SettledBy {
  readonly own: boolean
  /** Name of the editor who decided it; null: nobody has. */
  readonly decidedBy: string | null
  /** Why, as the record says; null: nobody said. */
  readonly reason: string | null
}

/** By item; `settled`: the statement it is on record as. */
export function settlersOf(
  { settlings, statements }: Pick<DeskData, 'settlings' | 'statements'>,
  settled: ReadonlyMap<string, string>,
): ReadonlyMap<string, SettledBy> {
  const found = new Map(settlings.map((s) => [s.statement, s]))
  const reasons = new Map(statements.map((s) => [s.id, s.reason]))
  return new Map(
    [...settled].flatMap(([key, id]): [string, SettledBy][] => {
      const by = found.get(id)
      return by ? [[key, { own: by.own, decidedBy: by.decidedBy, reason: reasons.get(id) ?? null }]] : []
    }),
  )
}

export function decidedIn(by: ReadonlyMap<string, SettledBy>): ReadonlySet<string> {
  return new Set([...by].filter(([, { decidedBy }]) => decidedBy !== null).map(([key]) => key))
}
