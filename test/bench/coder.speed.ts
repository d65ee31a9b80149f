/** Sentences a second, on one core: the five-class sentences, as many at a time as the command codes. */
import { suggestSentences } from '../../server/coder/suggest.sentence.ts'
import type { PentaRow } from './coder.families.ts'
import { rowsIn, shipped } from './coder.sets.ts'

/** The first rounds are read while the code is still being compiled: a server reads on for days. */
const [WARMING, ROUNDS] = [4, 10]
const BLOCK = 256

export function showSpeed(material: string): void {
  const rows = rowsIn<PentaRow>(material, 'cameo-penta-train.jsonl')
  const sentences = rows.map(({ text }) => ({ text, day: null, precision: 'UNKNOWN' as const }))
  const rates: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage().user
    for (let from = 0; from < sentences.length; from += BLOCK)
      suggestSentences(shipped, sentences.slice(from, from + BLOCK))
    rates.push((1e6 * rows.length) / (process.cpuUsage().user - start))
  }
  const later = rates.slice(WARMING)
  later.sort((a, b) => a - b)
  console.log(
    `\nSpeed: ${Math.round(later[Math.floor(later.length / 2)] as number)} sentences a second of one core (by its own time; median of ${later.length} rounds after ${WARMING} of warming up, of which the first had ${Math.round(rates[0] as number)}; bar: 2,000)`,
  )
}
