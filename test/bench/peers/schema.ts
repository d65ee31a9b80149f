/** The schema of the peers that take one in SDL: the part of ours that is asked, with resolvers over the rows. */
import { columnsOf } from './floor.ts'
import type { Rows } from './rows.ts'

export const SDL = `
  scalar Date
  enum Bucket { DAY MONTH }
  enum Quad { VERBAL_COOPERATION MATERIAL_COOPERATION VERBAL_CONFLICT MATERIAL_CONFLICT STATEMENT }
  input RelationBy { slug: String }
  type Query { relation(by: RelationBy!): Relation }
  type Relation {
    slug: String!
    name: String!
    series(from: Date!, to: Date!, bucket: Bucket!): Series!
    statements(first: Int!): StatementConnection!
  }
  type Series { days: [Date!]! tension: [Float]! engagement: [Float]! }
  type StatementConnection { nodes: [Statement!]! }
  type Statement {
    id: ID!
    day: Date!
    summary: String!
    source: Actor!
    target: Actor!
    tag: Tag
    document: Document!
  }
  type Actor { code: String! name: String! }
  type Tag { code: String! label: String! quad: Quad! tension: Float! engagement: Float! }
  type Document { title: String! url: String }
`

interface Relation {
  readonly slug: string
}

export function resolversOver({ relationOf, scoresOf, statementsOf }: Rows) {
  return {
    Query: { relation: (_: unknown, { by }: { by: { slug: string } }) => relationOf(by.slug) },
    Relation: {
      series: async ({ slug }: Relation, { from, to, bucket }: { from: string; to: string; bucket: string }) =>
        columnsOf(await scoresOf(slug, bucket, from, to)),
      statements: async ({ slug }: Relation, { first }: { first: number }) => ({
        nodes: await statementsOf(slug, first),
      }),
    },
  }
}
