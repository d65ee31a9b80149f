/** A coded statement of nobody, and files of such. */
import { type CodedFormat, codedHeader, codedText } from '../../server/ingest/exchange/coded.text.ts'
import type { Coded } from '../../server/ingest/exchange/coded.ts'

export const bytes = async function* (text: string, size = 7): AsyncGenerator<Uint8Array> {
  const all = new TextEncoder().encode(text)
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size)
}
export async function all<T>(reading: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const one of reading) found.push(one)
  return found
}
export const textOf = (coded: readonly Coded[], format: CodedFormat) =>
  codedHeader(format) + coded.map((c) => codedText(c, format)).join('')

export const SAMPLE = {
  collection: {
    ...{
      code: 'own',
      title: 'Own',
      kind: 'ARTICLES',
      from: null,
      to: null,
      pairs: null,
      volume: null,
      citation: 'Own codings',
    },
    ...{ url: null, licence: null },
  },
  outlet: null,
  document: { title: 'A paper', url: null, published: null, language: 'en', contentHash: null },
  statement: {
    ...{
      origin: 'o1',
      start: null,
      end: null,
      speaker: null,
      source: 'PAK',
      target: 'TAL',
      mutual: false,
      day: 19_000,
    },
    ...{ precision: 'DAY', summary: 'Something is said.', quote: null, leaf: '112', reported: false, denied: false },
    ...{
      hypothetical: false,
      background: false,
      killedLow: null,
      killedBest: null,
      killedHigh: null,
      caption: null,
      issues: [],
    },
  },
  event: 'own:o1',
  codings: [
    {
      codebook: 'default-1',
      tag: 'accuse',
      coder: 'zoe',
      state: 'SETTLED',
      confidence: null,
      reason: 'It is one.',
      reasonBy: null,
      shown: 'demand',
    },
  ],
} as unknown as Coded
