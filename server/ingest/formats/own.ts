/**
 * A coding of one's own as named texts, from whichever format: checked field by field, the first fault named. Columns:
 * `day`, `source`, `target` (actor codes, or names as they were used on that day) and `cameo` or `tag` are needed; `mutual`,
 * `precision`, `summary`, `quote`, `speaker`, `reported`, `denied`, `hypothetical`, `background`, `issues`, `origin` may stand.
 */
import { hash } from 'node:crypto'
import { isCameoCode } from '../../domain/codebook/cameo.ts'
import type { Leaf } from '../../domain/codebook/codebook.ts'
import { type Day, monthEnd, PRECISIONS, type Precision, parseDay } from '../../domain/day.ts'
import type { ActorCode } from '../../domain/directory/actor.ts'
import { actorNamed } from '../../domain/directory/directory.ts'
import { isRefusal } from '../../domain/error.ts'
import { type Imported, type Known, type ReadRow, type Rejected, rejected } from '../importer.ts'

/** The text of a column; empty where there is none. */
export type Texts = (column: string) => string

/** Other words for a column. */
export const ALIASES: Readonly<Record<string, readonly string[]>> = { day: ['date'], cameo: ['leaf', 'code'] }

/** Reads row after row of one file: rows that are alike in everything are told apart by their number. */
export function ownCodings(known: Known): (line: number, texts: Texts) => Imported {
  const alike = new Map<string, number>()
  const actors = new Set<string>(known.directory.actors.map((a) => a.code))
  const leaves = new Map(known.codebook?.tags.map((t) => [t.code, t.leaf]))

  const actorOf = (line: number, column: string, text: string, day: Day): ActorCode | Rejected => {
    if (actors.has(text)) return text as ActorCode
    if (text === '') return rejected(line, column, text, 'it is empty')
    const named = actorNamed(known.directory, text, day)
    if (!isRefusal(named)) return named
    const ambiguous = named.code === 'AMBIGUOUS'
    return rejected(
      line,
      column,
      text,
      ambiguous ? 'the name means several actors on that day' : 'no actor has this code or name',
    )
  }

  const leafOf = (line: number, texts: Texts): Leaf | Rejected => {
    const code = texts('cameo')
    if (code !== '') {
      const [cameo = '', refinement] = code.split('.')
      const known = isCameoCode(cameo) && (refinement === undefined || /^[a-z-]+$/.test(refinement))
      return known ? (code as Leaf) : rejected(line, 'cameo', code, 'it is no CAMEO code (the leading 0 belongs to it)')
    }
    const tag = texts('tag')
    if (tag === '') return rejected(line, 'cameo', '', 'neither a CAMEO code nor a tag is given')
    return leaves.get(tag) ?? rejected(line, 'tag', tag, 'the codebook has no such tag')
  }

  return (line, texts) => {
    const given = parseDay(texts('day'))
    if (isRefusal(given)) return rejected(line, 'day', texts('day'), given.rule)
    const precision = (texts('precision') || 'DAY').toUpperCase() as Precision
    if (!PRECISIONS.includes(precision)) {
      return rejected(line, 'precision', texts('precision'), `it is one of ${PRECISIONS.join(', ')}`)
    }
    const day = precision === 'MONTH' ? monthEnd(given) : given
    const source = actorOf(line, 'source', texts('source'), day)
    if (typeof source !== 'string') return source
    const target = actorOf(line, 'target', texts('target'), day)
    if (typeof target !== 'string') return target
    if (source === target) return rejected(line, 'target', target, 'source and target are the same actor')
    const leaf = leafOf(line, texts)
    if (typeof leaf !== 'string') return leaf
    const flags: Record<string, boolean> = {}
    for (const column of ['mutual', 'reported', 'denied', 'hypothetical', 'background']) {
      const flag = FLAGS.get(texts(column).toLowerCase())
      if (flag === undefined) return rejected(line, column, texts(column), 'it is yes or no')
      flags[column] = flag
    }
    for (const column of ['summary', 'quote', 'speaker', 'origin']) {
      // A table program would run it when it is exported again.
      if (/^[=+@\t]|^-[^\s\d]/.test(texts(column))) {
        return rejected(line, column, texts(column), 'it begins like a formula of a table program')
      }
    }
    if (texts('quote').split(/\s+/).length > 25)
      return rejected(line, 'quote', texts('quote'), 'a quote has at most 25 words')
    const { mutual = false, ...said } = flags
    const issues = texts('issues').split(/[;|]/)
    const row: ReadRow['row'] = {
      origin: '',
      source,
      target,
      mutual,
      day,
      precision,
      leaf,
      summary: texts('summary') || null,
      said: {
        ...said,
        speaker: texts('speaker') || null,
        quote: texts('quote') || null,
        issues: issues.map((issue) => issue.trim()).filter((issue) => issue !== ''),
      },
    }
    return { kind: 'row', line, row: { ...row, origin: texts('origin') || originOf(row, alike) } }
  }
}

const FLAGS = new Map<string, boolean>([
  ...['', '0', 'no', 'false', 'n'].map((word) => [word, false] as const),
  ...['1', 'yes', 'true', 'y'].map((word) => [word, true] as const),
])

function originOf(row: ReadRow['row'], alike: Map<string, number>): string {
  const digest = hash('sha1', JSON.stringify(row), 'hex').slice(0, 16)
  const number = (alike.get(digest) ?? 0) + 1
  alike.set(digest, number)
  return number === 1 ? digest : `${digest}#${number}`
}
