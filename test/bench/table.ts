/** Interleaved runs and their table: every contender once a round, medians at the end, ratios to ours. */

export interface Contender {
  readonly name: string
  readonly run: () => Promise<unknown> | unknown
}

export interface Measured {
  readonly name: string
  readonly medianMs: number
  readonly lowMs: number
  readonly highMs: number
}

/** Runs all contenders in turn, `rounds` times after one round that is not counted. */
export async function interleaved(contenders: readonly Contender[], rounds: number): Promise<Measured[]> {
  const times = contenders.map(() => [] as number[])
  for (let round = 0; round <= rounds; round++) {
    for (const [i, contender] of contenders.entries()) {
      globalThis.gc?.()
      const start = performance.now()
      await contender.run()
      if (round > 0) times[i]?.push(performance.now() - start)
    }
  }
  return contenders.map(({ name }, i) => {
    const sorted = (times[i] ?? []).sort((x, y) => x - y)
    const at = (p: number) => sorted[Math.floor(p * (sorted.length - 1))] ?? Number.NaN
    return { name, medianMs: at(0.5), lowMs: at(0), highMs: at(1) }
  })
}

/** A table with the ratio of each median to that of the first. */
export function show(title: string, measured: readonly Measured[]): void {
  const ours = measured[0]?.medianMs ?? Number.NaN
  console.log(`\n${title}`)
  console.table(
    measured.map((m) => ({
      what: m.name,
      'median ms': round(m.medianMs),
      'low … high': `${round(m.lowMs)} … ${round(m.highMs)}`,
      'to ours': `× ${round(m.medianMs / ours)}`,
    })),
  )
}

function round(x: number): number {
  return Number(x.toPrecision(3))
}
