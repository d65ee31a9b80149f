/** Sentences in the invented world, each with the pairs, directions and families it yields: a table is the specification. */
import { describe, expect, it } from 'vitest'
import type { Quad } from '../../server/domain/codebook/codebook.ts'
import { article } from './world.ts'

const FAMILY: Readonly<Record<Quad, string>> = {
  STATEMENT: 'S',
  VERBAL_COOPERATION: 'V+',
  MATERIAL_COOPERATION: 'M+',
  VERBAL_CONFLICT: 'V-',
  MATERIAL_CONFLICT: 'M-',
}

/** By what it tells of: a sentence, then `VAL>ORM V-`, or `ORM=VAL V+` where mutual, for each pair and family, sorted. */
export type Table = Readonly<Record<string, readonly (readonly [string, ...string[]])[]>>

/** The pairs and families of a text of 10 March 2021, each once, sorted. */
export function found(text: string): string[] {
  const all = article(text, '2021-03-10').map((s) => {
    const pair = s.mutual ? [s.source, s.target].sort().join('=') : `${s.source}>${s.target}`
    return `${pair} ${FAMILY[s.quad]}`
  })
  return [...new Set(all)].sort()
}

export function specify(table: Table): void {
  describe.each(Object.entries(table))('a sentence %s', (_, sentences) => {
    it.each(sentences.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) => {
      expect(found(text)).toEqual(expected)
    })
  })
}
