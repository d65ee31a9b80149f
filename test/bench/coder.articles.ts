/** The articles coded by hand against what the coder suggests for them: right pair, direction and family. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentDay } from '../../server/coder/dates.document.ts'
import { suggest } from '../../server/coder/suggest.ts'
import type { Suggestion } from '../../server/coder/suggestion.ts'
import { formatDay } from '../../server/domain/day.ts'
import { isRefusal } from '../../server/domain/error.ts'
import hand from '../../server/ingest/reference/articles.json' with { type: 'json' }
import { FLAGS, FlagCounts } from './coder.flags.ts'
import { codebook, share, shipped } from './coder.sets.ts'

const quadOf = new Map(codebook.tags.map((t) => [t.code, t.quad]))

type Hand = (typeof hand.articles)[number]['statements'][number]

/** Same pair, direction and family, and the spans touch. */
function fits(s: Suggestion, h: Hand): boolean {
  if (s.end <= h.start || s.start >= h.end) return false
  return samePair(s, h) && s.quad === quadOf.get(h.tag)
}

function samePair(s: Suggestion, h: Hand): boolean {
  const straight = s.source === h.source && s.target === h.target
  return straight || ((s.mutual || h.mutual) && s.source === h.target && s.target === h.source)
}

export function show(material: string, errors: string | null): void {
  const table: Record<string, unknown> = {}
  const flags = new FlagCounts()
  const sum = { found: 0, wanted: 0, right: 0, given: 0 }
  for (const article of hand.articles) {
    const text = readFileSync(join(material, 'articles', article.file), 'utf8')
    const day = documentDay(text, article.file)
    const answer = suggest(shipped, text, day?.day ?? null, day?.precision ?? 'UNKNOWN')
    const suggestions = isRefusal(answer) ? [] : answer.suggestions
    // What is told twice is found where one of its tellings is.
    const events = new Set(
      article.statements.filter((h) => suggestions.some((s) => fits(s, h))).map((h) => `${h.event} ${h.tag}`),
    )
    const found = article.statements.filter(
      (h) => suggestions.some((s) => fits(s, h)) || events.has(`${h.event} ${h.tag}`),
    )
    const right = suggestions.filter((s) => article.statements.some((h) => fits(s, h)))
    table[article.key] = {
      recall: share(found.length, article.statements.length),
      precision: share(right.length, suggestions.length),
      found: found.length,
      'by hand': article.statements.length,
      suggested: suggestions.length,
    }
    sum.found += found.length
    sum.wanted += article.statements.length
    sum.right += right.length
    sum.given += suggestions.length
    for (const h of article.statements) {
      const wanted = new Set(FLAGS.filter((flag) => (h as Partial<Record<string, unknown>>)[flag] === true))
      flags.add(
        suggestions.filter((s) => fits(s, h)),
        wanted,
      )
    }
    if (errors !== 'articles') continue
    console.log(`\n${article.key}`)
    for (const h of article.statements) {
      const near = suggestions.filter((s) => s.start < h.end && s.end > h.start && samePair(s, h)).map((s) => s.tag)
      console.log(
        `${found.includes(h) ? '  ok ' : ' MISS'} ${h.origin.split('/')[1]} ${h.source}${h.mutual ? '<>' : '->'}${h.target} ${h.tag} ${near.length ? `(pair found as ${near})` : ''} [${h.start}-${h.end}]`,
      )
    }
    for (const s of suggestions)
      console.log(
        `${right.includes(s) ? '  ok ' : ' WRONG'} ${s.start}-${s.end} ${s.source}${s.mutual ? '<>' : '->'}${s.target} ${s.tag} ${s.leaf} ${s.day === null ? '-' : formatDay(s.day)} ${s.precision} ${s.reported ? 'R' : ''}${s.denied ? 'D' : ''}${s.hypothetical ? 'H' : ''}${s.background ? 'B' : ''} ${s.confidence} | ${s.speaker} | ${s.text.slice(0, 110)} | ${s.reason}`,
      )
  }
  table.together = {
    recall: share(sum.found, sum.wanted),
    precision: share(sum.right, sum.given),
    found: sum.found,
    'by hand': sum.wanted,
    suggested: sum.given,
  }
  console.log('\nArticles: right pair, direction and family (bars: recall 0.80, precision 0.70)')
  console.table(table)
  console.log('Flags of the statements found')
  console.table(flags.table)
}
