/** The worked numbers of the methodology page: what some events of one tag make of a relation with no other news. Pure. */
export interface WorkedRow {
  readonly events: number
  /** Days since all of them. */
  readonly age: number
  /** N: recent evidence, in events. */
  readonly support: number
  /** 0–100; null where N < 1. */
  readonly score: number | null
}

interface WorkedMethod {
  readonly halfLifeDays: number
  readonly priorEvents: number
}

/** `weight` 0–10, `quality` the g of each event; undirected, at no age and at one half-life. */
export function workedRows(weight: number, quality: number, method: WorkedMethod): WorkedRow[] {
  return [1, 2, 5, 20].flatMap((events) =>
    [0, method.halfLifeDays].map((age) => {
      const support = events * quality * 2 ** (-age / method.halfLifeDays)
      const score = support < 1 ? null : (10 * weight * support) / (method.priorEvents + support)
      return { events, age, support, score }
    }),
  )
}
