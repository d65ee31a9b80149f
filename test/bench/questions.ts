/** What is asked of ours and of every peer: the same documents with the same variables, of ten relations in turn. */
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

/** A question in an address, as GET has it. */
export function addressOf({ query, variables }: Question): string {
  return `/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`
}
