/**
 * The command `npm run code -- FILE… [--date YYYY-MM-DD]`: articles in plain text, one JSON line a suggestion; or
 * `--sentences FILE.jsonl`, one `{id, text, date}` a line. `--actors FILE --agents FILE` code with other dictionaries, in
 * PETRARCH's format. What cannot be coded is told on the error output, by name and reason.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { coderOf, type Suggested } from '../coder/coder.ts'
import { documentDay } from '../coder/dates.document.ts'
import { petrarchDictionary } from '../coder/dictionary.petrarch.ts'
import { worldDictionary } from '../coder/dictionary.world.ts'
import { shippedModel } from '../coder/shipped.ts'
import { type Lone, suggestSentences } from '../coder/suggest.sentence.ts'
import { suggest } from '../coder/suggest.ts'
import type { Suggestion } from '../coder/suggestion.ts'
import type { Codebook } from '../domain/codebook/codebook.ts'
import { type Day, formatDay, parseDay } from '../domain/day.ts'
import { isRefusal, must, type Refusal, refuse, sentenceOf } from '../domain/error.ts'
import { SHIPPED_CODEBOOKS } from '../ingest/shipped/codebooks.ts'
import { shippedDirectory } from '../ingest/shipped/reference.ts'

const USAGE =
  'npm run code -- FILE… [--date YYYY-MM-DD], or --sentences FILE.jsonl; with other dictionaries: --actors FILE --agents FILE'

const FLAGS = ['reported', 'denied', 'hypothetical', 'background'] as const

/** A suggestion as it is printed, in the order of its fields, after those of `head`. */
function line(s: Suggestion, head: string): string {
  const flags = FLAGS.filter((flag) => s[flag])
  const fields = JSON.stringify({
    start: s.start,
    end: s.end,
    text: s.text,
    source: s.source,
    target: s.target,
    mutual: s.mutual,
    tag: s.tag,
    cameo: s.leaf.replace(/\..*$/, ''),
    quad: s.quad.toLowerCase().replaceAll('_', '-'),
    day: s.day === null ? null : formatDay(s.day),
    speaker: s.speaker,
    flags,
    confidence: s.confidence,
    reason: s.reason,
  })
  return `${head},${fields.slice(1)}`
}

function main(args: readonly string[]): number {
  const options = {
    date: { type: 'string' },
    sentences: { type: 'string' },
    actors: { type: 'string' },
    agents: { type: 'string' },
  } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  if (positionals.length === 0 && values.sentences === undefined) throw new Error(`No file is named. ${USAGE}`)
  const day = values.date === undefined ? null : must(parseDay(values.date))
  const dictionary =
    values.actors === undefined
      ? worldDictionary(shippedDirectory())
      : petrarchDictionary(textOf(values.actors), values.agents === undefined ? '' : textOf(values.agents))
  const coder = coderOf(dictionary, SHIPPED_CODEBOOKS[0] as Codebook, shippedModel())
  const out = new Lines()
  let failed = false
  const tell = (what: string, why: string) => console.error(`${what}: ${why}`)
  const print = (
    answer: Suggested | Refusal,
    where: { readonly id?: unknown; readonly file: string },
    quiet: boolean,
  ) => {
    if (isRefusal(answer)) {
      failed = true
      tell(where.file, sentenceOf(answer))
    } else {
      if (answer.reason !== null && !quiet) tell(where.file, answer.reason)
      const head = JSON.stringify(where).slice(0, -1)
      for (const s of answer.suggestions) out.line(line(s, head))
    }
  }
  for (const path of positionals) {
    const text = textOf(path)
    const file = basename(path)
    const dated = day === null ? documentDay(text, file) : { day, precision: 'DAY' as const }
    print(suggest(coder, text, dated?.day ?? null, dated?.precision ?? 'UNKNOWN'), { file }, false)
  }
  if (values.sentences !== undefined) {
    const file = basename(values.sentences)
    const rows = textOf(values.sentences).split(/\r?\n/)
    for (let from = 0; from < rows.length; from += BLOCK) {
      const read: SentenceRow[] = []
      for (const [i, row] of rows.slice(from, from + BLOCK).entries()) {
        const one = row.trim() === '' ? null : sentenceRow(row, day)
        if (one === null) continue
        if (isRefusal(one)) {
          failed = true
          tell(`${file}:${from + i + 1}`, sentenceOf(one))
        } else read.push(one)
      }
      for (const [i, answer] of suggestSentences(coder, read).entries()) print(answer, { id: read[i]?.id, file }, true)
    }
  }
  out.flush()
  return failed ? 1 : 0
}

/** Lines on the standard output, many at a time: each write is a call of the system. */
class Lines {
  private waiting = ''

  line(text: string): void {
    this.waiting += `${text}\n`
    if (this.waiting.length > 65_536) this.flush()
  }

  flush(): void {
    process.stdout.write(this.waiting)
    this.waiting = ''
  }
}

/** So many sentences are coded at a time. */
const BLOCK = 256

interface SentenceRow extends Lone {
  readonly id: unknown
}

function sentenceRow(row: string, day: Day | null): SentenceRow | Refusal {
  const cure = 'Write {"id": …, "text": "…", "date": "YYYY-MM-DD"} on one line'
  let json: unknown
  try {
    json = JSON.parse(row)
  } catch {
    return refuse('BAD_TEXT', row.slice(0, 60), 'this line is no JSON', cure)
  }
  const { id = null, text, date } = (json ?? {}) as { id?: unknown; text?: unknown; date?: unknown }
  if (typeof text !== 'string') return refuse('BAD_TEXT', row.slice(0, 60), 'it has no text', cure)
  const precision = (known: Day | null) => (known === null ? 'UNKNOWN' : 'DAY')
  if (date === undefined || date === null || date === '') return { id, text, day, precision: precision(day) }
  const own = parseDay(String(date))
  return isRefusal(own) ? own : { id, text, day: own, precision: precision(own) }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Error(`${path}: it cannot be read (${error instanceof Error ? error.message : error}). ${USAGE}`)
  }
}

// "| head": whoever reads has enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

try {
  process.exitCode = main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
