/** Sentences with what others coded in them: PETRARCH's unit tests, PLOVER's gold, the five classes with their spans. */
import type { Coder } from '../../server/coder/coder.ts'
import { suggestSentence } from '../../server/coder/suggest.sentence.ts'
import type { Suggestion } from '../../server/coder/suggestion.ts'
import type { Quad } from '../../server/domain/codebook/codebook.ts'
import { type Day, parseDay } from '../../server/domain/day.ts'
import { isRefusal } from '../../server/domain/error.ts'
import type { Stated } from './coder.reliability.ts'
import { Count, invented, keptAside, QUAD_OF_PLOVER, quadOfWeis, rowsIn, shipped } from './coder.sets.ts'

interface Gold {
  readonly source: string
  readonly target: string
  readonly code: string
}

export interface CodedRow {
  readonly id: string
  readonly text: string
  readonly date?: string
  readonly gold: readonly Gold[]
  readonly source_actors?: readonly { readonly code: string }[]
  readonly target_actors?: readonly { readonly code: string }[]
}

export function coded(coder: Coder, text: string, date: string | undefined): readonly Suggestion[] {
  const day = date === undefined ? null : parseDay(date)
  const known = isRefusal(day) ? null : (day as Day | null)
  const answer = suggestSentence(coder, text, known, known === null ? 'UNKNOWN' : 'DAY')
  return isRefusal(answer) ? [] : answer.suggestions
}

/** Prints the table; what the suggestions of the part kept aside stated. */
export function showSentences(material: string, errors: string | null): Stated[] {
  const stated: Stated[] = []
  const table: Record<string, unknown> = {}
  for (const part of ['open', 'kept aside']) {
    const mine = (id: string) => keptAside(id) === (part === 'kept aside')
    const look = (set: string) => errors === set && part === 'open'
    Object.assign(
      table,
      triples(
        `petrarch-unit, ${part}`,
        rowsIn<CodedRow>(material, 'petrarch-unit.jsonl').filter((r) => mine(r.id)),
        invented(material),
        quadOfWeis,
        (c) => c,
        look('petrarch'),
        part === 'open' ? null : stated,
      ),
    )
    Object.assign(
      table,
      triples(
        `plover-gold, ${part}`,
        rowsIn<CodedRow>(material, 'plover-gold-half.jsonl').filter((r) => mine(r.id)),
        shipped,
        (c) => QUAD_OF_PLOVER[c] ?? null,
        countryCode,
        look('plover'),
        part === 'open' ? null : stated,
      ),
    )
  }
  console.log('\nSentences: who, whom, which family (precision and recall of all three; of who and whom alone)')
  console.table(table)
  console.log(
    'The codes of petrarch-unit are those of WEIS, as far as they are any: its families are read by WEIS root.',
  )
  return stated
}

/** Our codes as the gold has them: countries and `IGO`. */
function countryCode(code: string): string {
  if (code === '') return ''
  const country = /^([A-Z]{3})(?:\.|$)/.exec(code)?.[1] ?? code
  if (
    /^(?:UNO|EUR|NATO|AFU|ASN|ARL|GCC|OSCE|SCO|CSTO|ECO|OPEC|OAS|OIC|IMF|WBK|WTO|ICC|ICRC|MSF|APEC|INT|CIS)$/.test(code)
  )
    return 'IGO'
  if (/^(?:AMN|HRW)$/.test(code)) return 'NGO'
  return { JAP: 'JPN', TAL: 'AFG', TTP: 'PAK', HQN: 'AFG', ISKP: 'AFG', NGO: 'NGO' }[code] ?? country
}

function triples(
  name: string,
  rows: readonly CodedRow[],
  coder: Coder,
  quadOf: (code: string) => Quad | null,
  codeOf: (code: string) => string,
  look: boolean,
  stated: Stated[] | null,
) {
  const [three, two, source, target] = [new Count(), new Count(), new Count(), new Count()]
  for (const row of rows) {
    const found = coded(coder, row.text, row.date)
    const pairs = new Set<string>()
    const whole = new Set<string>()
    for (const s of found) {
      if (s.source === null || s.target === null) continue
      const [a, b] = [codeOf(s.source), codeOf(s.target)]
      for (const pair of s.mutual ? [`${a}>${b}`, `${b}>${a}`] : [`${a}>${b}`]) {
        pairs.add(pair)
        whole.add(`${pair} ${s.quad}`)
      }
    }
    const wanted = goldOf(row, codeOf).filter((g) => g.quadOf(quadOf) !== null)
    const goldPairs = new Set(wanted.map((g) => g.pair))
    const goldWhole = new Set(wanted.map((g) => `${g.pair} ${g.quadOf(quadOf)}`))
    if (row.gold.length > 0 && wanted.length === 0) continue
    for (const s of found) {
      if (s.source === null || s.target === null) continue
      const [a, b] = [codeOf(s.source), codeOf(s.target)]
      const said = [`${a}>${b} ${s.quad}`, ...(s.mutual ? [`${b}>${a} ${s.quad}`] : [])]
      stated?.push({ confidence: s.confidence, right: said.some((one) => goldWhole.has(one)) })
    }
    const both = [...goldWhole].filter((g) => whole.has(g)).length
    // A gold pair is one however many of ours say it; mutual pairs of ours count once where the gold has one side.
    three.add(both, Math.max(both, sides(whole)), goldWhole.size)
    const pairsRight = [...goldPairs].filter((g) => pairs.has(g)).length
    two.add(pairsRight, Math.max(pairsRight, sides(pairs)), goldPairs.size)
    for (const g of wanted) {
      const [a, b] = g.pair.split('>')
      const best = found.filter((s) => s.source !== null || s.target !== null)
      if (a)
        source.add(
          best.some((s) => codeOf(s.source ?? '') === a || (s.mutual && codeOf(s.target ?? '') === a)) ? 1 : 0,
          1,
          1,
        )
      if (b)
        target.add(
          best.some((s) => codeOf(s.target ?? '') === b || (s.mutual && codeOf(s.source ?? '') === b)) ? 1 : 0,
          1,
          1,
        )
    }
    if (look && (both < goldWhole.size || whole.size > goldWhole.size)) {
      console.log(
        `${both}/${goldWhole.size} ${row.id} ${row.text}\n    gold ${[...goldWhole].join('; ')}  (${row.gold.map((g) => g.code)})`,
      )
      for (const s of found)
        console.log(
          `    ours ${s.source} ${s.mutual ? '<>' : '->'} ${s.target} ${s.leaf} ${s.quad} ${s.confidence} ${s.reason}`,
        )
    }
  }
  return {
    [name]: {
      ...three.row,
      'pair precision': two.row.precision,
      'pair recall': two.row.recall,
      'source right': source.row.recall,
      'target right': target.row.recall,
    },
  }
}

/** Pairs, the two directions of one counted once. */
function sides(pairs: ReadonlySet<string>): number {
  return new Set([...pairs].map((p) => p.replace(/^(\S*)>(\S*)/, (_, a: string, b: string) => [a, b].sort().join('>'))))
    .size
}

function goldOf(row: CodedRow, codeOf: (code: string) => string) {
  const code = (c: string) => codeOf(c === 'JAP' ? 'JPN' : c)
  const actors = [...(row.source_actors ?? [])].map((a) => code(a.code))
  return row.gold
    .filter((g) => !/^[-#+]/.test(g.source) && !/^[-#+]/.test(g.target))
    .map((g) => {
      // PLOVER marks the two of an agreement as sources alone.
      const other = g.target === '' ? (actors.find((a) => a !== code(g.source)) ?? '') : code(g.target)
      return { pair: `${code(g.source)}>${other}`, quadOf: (f: (c: string) => Quad | null) => f(g.code) }
    })
    .filter((g) => !g.pair.endsWith('>') && !g.pair.startsWith('>'))
}
