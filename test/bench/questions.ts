/** What is asked of ours and of every peer: the same documents with the same variables, of ten relations in turn. */
import { readFileSync } from 'node:fs'
import { FROM, SLUGS, TO } from './record.ts'

export interface Question {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

const RANGE = '$slug: String!, $from: Date!, $to: Date!'

/** 240 months of both indices, and the newest 20 statements with their tags. */
export const DASHBOARD = `query Dashboard(${RANGE}, $first: Int!) {
  relation(by: {slug: $slug}) {
    slug
    name
    series(from: $from, to: $to, bucket: MONTH) { days tension engagement }
    statements(first: $first) {
      nodes {
        id
        day
        summary
        source { code name }
        target { code name }
        tag { code label quad tension engagement }
        document { title url }
      }
    }
  }
}`

/** 7,305 days of both indices. */
export const DAILY = `query Daily(${RANGE}) {
  relation(by: {slug: $slug}) { slug name series(from: $from, to: $to, bucket: DAY) { days tension engagement } }
}`

/** The same question of each relation. */
export function askedOfAll(query: string): Question[] {
  return SLUGS.map((slug) => ({
    query,
    variables: { slug, from: FROM, to: TO, ...(query === DASHBOARD ? { first: 20 } : {}) },
  }))
}

/** The address by which our own page asks for a relation: no text, but the hash that the server knows. */
export function pageAddressOf(slug: string): string {
  const known: Record<string, string> = JSON.parse(readFileSync('server/figure/generated/trusted.json', 'utf8'))
  const [sha256Hash] = Object.entries(known).find(([, text]) => text.includes('query RelationPage(')) ?? []
  const measured = { codebook: 'default', method: 'TONE', interval: 80, direction: 'BOTH' }
  const variables = { slug, from: FROM, to: TO, bucket: 'MONTH', stanceBucket: 'MONTH', ...measured }
  const extensions = { persistedQuery: { version: 1, sha256Hash } }
  return `/graphql?${new URLSearchParams({ variables: JSON.stringify(variables), extensions: JSON.stringify(extensions) })}`
}
