/** Sentences a second, on one core: the five-class sentences, coded one by one. */
import type { PentaRow } from './coder.families.ts'
import { coded } from './coder.sentences.ts'
import { rowsIn, shipped } from './coder.sets.ts'

export function showSpeed(material: string): void {
  const rows = rowsIn<PentaRow>(material, 'cameo-penta-train.jsonl')
  const rates: number[] = []
  for (let round = 0; round < 4; round++) {
    const start = process.cpuUsage().user
    for (const row of rows) coded(shipped, row.text, undefined)
    rates.push((1e6 * rows.length) / (process.cpuUsage().user - start))
  }
  rates.sort((a, b) => a - b)
  console.log(
    `\nSpeed: ${Math.round(rates[2] as number)} sentences a second of one core (by its own time; median of the later rounds; bar: 2,000)`,
  )
}
