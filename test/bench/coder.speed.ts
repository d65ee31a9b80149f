/** Sentences a second, on one core: the five-class sentences, coded one by one. */
import { coded, type PentaRow } from './coder.sentences.ts'
import { rowsIn, world } from './coder.sets.ts'

export function showSpeed(material: string): void {
  const rows = rowsIn<PentaRow>(material, 'cameo-penta-train.jsonl')
  const rates: number[] = []
  for (let round = 0; round < 4; round++) {
    const start = performance.now()
    for (const row of rows) coded(world, row.text, undefined)
    rates.push((1000 * rows.length) / (performance.now() - start))
  }
  rates.sort((a, b) => a - b)
  console.log(`\nSpeed: ${Math.round(rates[2] as number)} sentences a second (median of the later rounds; bar: 2,000)`)
}
