/**
 * The shipped history of 2018 out of an extract of ICEWS: facts alone (day, our actor codes, CAMEO code, mutual or not) and
 * an opaque origin, so that importing the extract itself later adds nothing twice. No original row or name is kept.
 * Run by `npm run import -- icews --facts FILE`; beside the table stands its provenance, with what was left out and why.
 */
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { type Day, formatDay } from '../../domain/day.ts'
import { referencePath } from '../files.ts'
import { shippedDirectory } from '../shipped/reference.ts'
import { importIcews } from './icews.ts'

const OUTER = ['PAK', 'RUS', 'USA', 'CHN', 'IND', 'UNO']
const AFGHAN = ['AFG.IRA', 'AFG.PRV', 'AFG.ARM']
const MOVEMENTS = ['TAL', 'HQN']

/** The pairs the extract was made for, and no others: it says nothing of, for instance, Russia and the United States. */
const PAIRS: readonly (readonly [string, string])[] = [
  ...OUTER.flatMap((x) => [...AFGHAN, ...MOVEMENTS].map((y) => [x, y] as const)),
  ...AFGHAN.flatMap((x) => MOVEMENTS.map((y) => [x, y] as const)),
  ...['IND', 'USA', 'CHN', 'RUS', 'UNO', 'TTP'].map((y) => ['PAK', y] as const),
  ['IND', 'USA'],
]

export async function writeFacts(extract: string): Promise<{ read: number; stored: number; leftOut: number }> {
  const lines = ['day,source,target,cameo,mutual,origin']
  const reasons = new Map<string, number>()
  let read = 0
  let halves = 0
  let from = Infinity
  let to = -Infinity
  for await (const portion of importIcews(createReadStream(extract), {
    directory: shippedDirectory(),
    codebook: null,
  })) {
    for (const x of portion) {
      read += 1
      if (x.kind === 'mirrored') halves += 1
      if (x.kind === 'rejected') reasons.set(x.reason, (reasons.get(x.reason) ?? 0) + 1)
      if (x.kind !== 'row') continue
      const { day, source, target, leaf, mutual, origin } = x.row
      lines.push([formatDay(day), source, target, leaf, mutual ? 1 : 0, origin].join())
      from = Math.min(from, day)
      to = Math.max(to, day)
    }
  }
  const stored = lines.length - 1
  const leftOut = [...reasons.values()].reduce((n, count) => n + count, 0)
  const provenance = {
    about:
      'Facts taken from machine-coded events among Afghanistan, the Taliban, the Haqqani network, Pakistan, its Taliban, ' +
      'Russia, the United States, China, India and the United Nations: day, actors by our codes, CAMEO code. ' +
      'Not the original rows, names or texts.',
    collection: {
      code: 'icews-2018',
      title: 'ICEWS, January to October 2018',
      kind: 'RELEASE',
      from: formatDay(from as Day),
      to: formatDay(to as Day),
      pairs: PAIRS,
      citation:
        'Boschee, Lautenschlager, O’Brien, Shellman, Starz and Ward: ICEWS Coded Event Data, Harvard Dataverse, ' +
        'doi:10.7910/DVN/28075; by way of the ICEWS18 benchmark distribution.',
      url: 'https://doi.org/10.7910/DVN/28075',
      licence: 'Facts alone (day, our actor codes, code); the data set itself is under the terms of its publisher.',
    },
    rows: { read, kept: stored, secondHalvesOfMutualEvents: halves, leftOut },
    leftOut: Object.fromEntries([...reasons].sort(([, m], [, n]) => n - m)),
    rules: [
      'Names are read by icews-names.csv; a state organ speaks for the state, or for whoever holds the government that day.',
      'Citizens, media, parties and the like are private persons of their country and count in the country view alone.',
      'What two did together stands twice in the source and once here, as a mutual event.',
    ],
  }
  await writeFile(referencePath('icews-2018.csv'), `${lines.join('\n')}\n`)
  await writeFile(referencePath('icews-2018.json'), `${JSON.stringify(provenance, null, 2)}\n`)
  return { read, stored, leftOut }
}
