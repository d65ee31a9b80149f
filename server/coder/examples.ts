/** Coded sentences as they come: the lexicon that is shipped, and the files of others, brought to the five families. */
import { QUADS, type Quad } from '../domain/codebook/codebook.ts'
import type { Example } from './training.ts'
import lexicon from './wordings.json' with { type: 'json' }

/** A phrase of the lexicon beside a coded sentence. */
const PHRASE_WEIGHT = 0.4

/**
 * The family of a CAMEO code by its root, as the annotated sentences have them: 01–02 statement, 03–05 verbal
 * cooperation, 06–08 material cooperation, 09–13 verbal conflict, 14–20 material conflict; null where it is no code.
 * A codebook's tags may be placed otherwise: a denial (016) is a statement here.
 */
export function quadOfCode(code: string): Quad | null {
  const root = /^(0[1-9]|1\d|20)\d{0,2}(\.|$)/.test(code) ? Number(code.slice(0, 2)) : 0
  if (root === 0) return null
  const last = [2, 5, 8, 13, 20]
  return QUADS[last.findIndex((end) => root <= end)] ?? null
}

/** What each CAMEO code is commonly said with, in our own words. */
export function phrases(): Example[] {
  return lexicon.flatMap(({ cameo, phrases: texts }) => {
    const quad = quadOfCode(cameo)
    return quad === null ? [] : texts.map((text) => ({ text, quad, weight: PHRASE_WEIGHT }))
  })
}

/** A file of one JSON object a line with `text` and a family by number (`penta`, 0–4) or by `cameo` code; other lines are left out. */
export function examplesOf(jsonl: string): Example[] {
  return jsonl.split('\n').flatMap((line) => {
    const row = objectOf(line)
    if (row === null || typeof row.text !== 'string') return []
    const quad = typeof row.penta === 'number' ? QUADS[row.penta] : quadOfCode(String(row.cameo ?? ''))
    return quad ? [{ text: row.text, quad, weight: 1 }] : []
  })
}

function objectOf(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
