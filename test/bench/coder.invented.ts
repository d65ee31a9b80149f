/**
 * Articles written for this bench (test/coder/articles), each paragraph followed by what a careful reader finds in it: pair,
 * direction, family, the day where it is told, and the flags where the file says that it has them. Those with `# kept aside`
 * are measured and never looked at one by one; who mends by them takes the mark away and writes new ones.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suggest } from '../../server/coder/suggest.ts'
import type { Suggestion } from '../../server/coder/suggestion.ts'
import type { Quad } from '../../server/domain/codebook/codebook.ts'
import { formatDay, parseDay } from '../../server/domain/day.ts'
import { isRefusal, must } from '../../server/domain/error.ts'
import { FLAGS, type Flag, FlagCounts } from './coder.flags.ts'
import type { Stated } from './coder.reliability.ts'
import { Count, share, shipped } from './coder.sets.ts'

const FOLDER = 'test/coder/articles'
const QUAD: Readonly<Record<string, Quad>> = {
  S: 'STATEMENT',
  'V+': 'VERBAL_COOPERATION',
  'M+': 'MATERIAL_COOPERATION',
  'V-': 'VERBAL_CONFLICT',
  'M-': 'MATERIAL_CONFLICT',
}

export interface Wanted {
  /** Any of these: a citizen of a state may be taken for it. */
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly mutual: boolean
  /** Any of these: a call may be read as a demand. */
  readonly quad: readonly Quad[]
  /** ISO; null where none is asked for. */
  readonly day: string | null
  /** Null where the file does not tell of flags. */
  readonly flags: ReadonlySet<Flag> | null
  /** May be found or not: a matter of judgement. */
  readonly open: boolean
}

export interface Paragraph {
  /** UTF-16 units into the text. */
  readonly start: number
  readonly end: number
  readonly wanted: Wanted[]
}

/** A file's article with its day and paragraphs; lines with `#` are about the file, those with `|` what is found in the line before. */
export function annotated(file: string): {
  readonly text: string
  readonly day: string
  readonly kept: boolean
  readonly paragraphs: Paragraph[]
} {
  let text = ''
  let day = ''
  const flagged = file.includes('\n# flags\n')
  const kept = file.includes('\n# kept aside\n')
  const paragraphs: Paragraph[] = []
  for (const line of file.split('\n')) {
    const mark = /^\| (\??)([\w./]+)([>=])([\w./]+) (\S+)((?: \S+)*)$/.exec(line)
    if (line.startsWith('|') && !mark) throw new Error(`Not a statement found: ${line}`)
    if (line.startsWith('#')) day = /# day (\S+?),/.exec(line)?.[1] ?? day
    else if (mark) {
      const [, open, source = '', how, target = '', quad = '', rest = ''] = mark
      const words = rest.split(' ').filter((word) => word !== '')
      const known = {
        source: source.split('/'),
        target: target.split('/'),
        mutual: how === '=',
        quad: quad.split('/').map((q) => QUAD[q] as Quad),
        day: words.find((word) => /^\d/.test(word)) ?? null,
        flags: flagged ? new Set(FLAGS.filter((flag) => words.includes(flag))) : null,
        open: open === '?',
      }
      paragraphs.at(-1)?.wanted.push(known)
    } else {
      paragraphs.push({ start: text.length, end: text.length + line.length, wanted: [] })
      text += `${line}\n`
    }
  }
  return { text, day, kept, paragraphs }
}

function fits(s: Suggestion, w: Wanted): boolean {
  const pair = (source: string | null, target: string | null) =>
    w.source.includes(source ?? '') && w.target.includes(target ?? '')
  const turned = (s.mutual || w.mutual) && pair(s.target, s.source)
  return (pair(s.source, s.target) || turned) && w.quad.includes(s.quad)
}

/** Whether it is told; what two do, by a statement of both or by one of each: one way alone is half of it. */
function tells(mine: readonly Suggestion[], w: Wanted): boolean {
  const one = mine[0]
  return one !== undefined && (!w.mutual || mine.some((s) => s.mutual || s.source !== one.source))
}

/** Prints the table; what the suggestions of the part kept aside stated. */
export function showInvented(errors: string | null): Stated[] {
  const stated: Stated[] = []
  const sums = { open: new Sum(), 'kept aside': new Sum() }
  const table: Record<string, unknown> = {}
  for (const name of readdirSync(FOLDER).sort()) {
    const { text, day, kept, paragraphs } = annotated(readFileSync(join(FOLDER, name), 'utf8'))
    const part = kept ? 'kept aside' : 'open'
    const sum = new Sum()
    const answer = suggest(shipped, text, must(parseDay(day)), 'DAY')
    const suggestions = isRefusal(answer) ? [] : answer.suggestions
    const look = part === 'open' && (errors === 'invented' || errors === name.split('-')[0])
    for (const p of paragraphs) {
      const given = suggestions.filter((s) => s.start >= p.start && s.start < p.end)
      sum.add(p, given)
      sums[part].add(p, given)
      if (part === 'kept aside') {
        stated.push(...given.map((s) => ({ confidence: s.confidence, right: p.wanted.some((w) => fits(s, w)) })))
      }
      if (look) explain(text.slice(p.start, p.end), p, given)
    }
    table[`${name.slice(0, -4)}${part === 'open' ? '' : ' (kept aside)'}`] = sum.row
  }
  console.log('\nInvented articles: right pair, direction and family')
  console.table({ ...table, open: sums.open.row, 'kept aside': sums['kept aside'].row })
  console.log('\nFlags of the statements found, where the article tells of them')
  for (const part of ['open', 'kept aside'] as const) {
    console.log(part)
    console.table(sums[part].flags.table)
  }
  return stated
}

class Sum {
  private readonly found = new Count()
  private readonly right = new Count()
  private readonly days = new Count()
  readonly flags = new FlagCounts()

  add({ wanted }: Paragraph, given: readonly Suggestion[]): void {
    for (const w of wanted) {
      const mine = given.filter((s) => fits(s, w))
      if (!w.open) this.found.add(tells(mine, w) ? 1 : 0, 0, 1)
      const dated = w.day !== null && mine.length > 0
      if (w.flags !== null) this.flags.add(mine, w.flags)
      if (dated) this.days.add(mine.some((s) => s.day !== null && formatDay(s.day) === w.day) ? 1 : 0, 1, 1)
    }
    for (const s of given) this.right.add(wanted.some((w) => fits(s, w)) ? 1 : 0, 1, 0)
  }

  get row() {
    return {
      recall: this.found.row.recall,
      'by hand': this.found.wanted,
      precision: this.right.row.precision,
      suggested: this.right.found,
      'day right': share(this.days.right, this.days.wanted),
      days: this.days.wanted,
    }
  }
}

function explain(text: string, { wanted }: Paragraph, given: readonly Suggestion[]): void {
  console.log(`\n${text}`)
  for (const w of wanted) {
    const hit = given.find((s) => fits(s, w))
    const late = hit && w.day !== null && (hit.day === null || formatDay(hit.day) !== w.day)
    const state = hit ? (late ? 'DAY ' : 'ok  ') : w.open ? '-   ' : 'MISS'
    console.log(
      `  ${state} ${w.open ? '?' : ''}${w.source.join('/')}${w.mutual ? '=' : '>'}${w.target.join('/')} ${w.quad.join('/')} ${w.day ?? ''} ${[...(w.flags ?? [])].join(' ')}`,
    )
  }
  for (const s of given) {
    const right = wanted.some((w) => fits(s, w))
    const flags = FLAGS.filter((f) => s[f]).join(' ')
    console.log(
      `    ${right ? 'ok' : 'WRONG'} ${s.source}${s.mutual ? '=' : '>'}${s.target} ${s.tag} ${s.leaf} ${s.day === null ? '-' : formatDay(s.day)} ${s.precision} ${flags} ${s.confidence} | ${s.speaker} | ${s.reason}`,
    )
  }
}
