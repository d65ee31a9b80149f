/** What odd texts cost as they grow: processor time at 50, 100 and 200 thousand characters; twice the text, at most some twice the time. */

import { suggest } from '../../server/coder/suggest.ts'
import type { Day } from '../../server/domain/day.ts'
import { shipped } from './coder.sets.ts'

const SIZES = [50_000, 100_000, 200_000] as const

const UNITS: Readonly<Record<string, string>> = {
  'one word': 'x',
  'words without an end': 'word ',
  'names in a row': 'Pakistan Russia ',
  'names joined': 'Pakistan and ',
  'a sentence repeated': 'Pakistan accused Afghanistan of an attack on Monday.\n',
  'clause in clause': 'said that ',
  'open tags': '<p',
  'open comments': '<!--',
  'open scripts': '<script>',
  quotes: '"',
  brackets: '(',
  dates: '12 May 2020 ',
  'right to left': 'مرحبا بالعالم ',
  'half a pair': '\ud83d ',
}

export function showGrowth(): void {
  const table = Object.entries(UNITS).map(([name, unit]) => {
    const times = SIZES.map((size) => timeOf(unit.repeat(Math.ceil(size / unit.length)).slice(0, size)))
    const [, middle = 0, last = 0] = times
    return [
      name,
      { ms: times.map(Math.round).join(', '), doubling: Math.round((10 * last) / Math.max(1, middle)) / 10 },
    ]
  })
  console.log('\nOdd texts of 50, 100 and 200 thousand characters: milliseconds of processor, and what doubling costs')
  console.table(Object.fromEntries(table))
}

function timeOf(text: string): number {
  const before = process.cpuUsage().user
  suggest(shipped, text, 18_000 as Day, 'DAY')
  return (process.cpuUsage().user - before) / 1000
}
