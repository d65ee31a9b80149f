/**
 * The API of the page answered from invented data, over the committed schema: for component tests and for the states
 * a real database cannot be brought into. Not a server: `answer` is one execution.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSchema, type ExecutionResult, graphql } from 'graphql'
import type { Bucket } from '../../server/domain/day.ts'
import { inventedCells } from '../../web/gallery/fixtures.matrix.ts'
import { FALLING_WORLD, type InventedRelation, STAMP } from './inventedWorld.ts'

const schema = buildSchema(readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../../schema.graphql'), 'utf8'))

export interface Asked {
  readonly query: string
  readonly variables?: Record<string, unknown>
}

/** What GraphQL answers to one question about the invented world. */
export async function answer({ query, variables }: Asked): Promise<ExecutionResult> {
  return await graphql({
    schema,
    source: query,
    variableValues: variables ?? {},
    rootValue: {
      relations: () => ({ nodes: FALLING_WORLD.relations.map(resolved), edges: [], totalCount: 3 }),
      relation: ({ by }: { by: { slug?: string } }) => {
        const found = FALLING_WORLD.relations.find((r) => r.slug === by.slug)
        return found ? resolved(found) : null
      },
      actors: ({ search }: { search: string | null }) => ({
        nodes: FALLING_WORLD.actors.filter((a) => a.name.toLowerCase().includes((search ?? '').toLowerCase())),
      }),
      matrix: inventedMatrix,
      compare: inventedComparison,
      codebooks: () => FALLING_WORLD.codebooks,
      codebook: () => FALLING_WORLD.codebooks[0],
    },
    typeResolver: () => undefined,
  })
}

/** The same as a `fetch`, for a client. */
export const fetchInvented: typeof fetch = async (_url, init) => {
  const asked = JSON.parse(String(init?.body)) as Asked
  const body = JSON.stringify(await answer(asked))
  return new Response(body, { headers: { 'content-type': 'application/graphql-response+json' } })
}

interface SeriesArguments {
  readonly from: string | null
  readonly to: string | null
  readonly bucket: Bucket
}

function resolved(relation: InventedRelation) {
  return {
    ...relation,
    series: ({ from, to, bucket }: SeriesArguments) => relation.seriesOf(from, to, bucket),
    stances: ({ from, to, bucket }: SeriesArguments) => relation.stancesOf(from, to, bucket),
    explain: ({ day, measure }: { day: string; measure: 'TENSION' | 'ENGAGEMENT' }) => relation.explainOf(day, measure),
    events: () => relation.eventPage,
    statements: () => relation.statementPage,
    coverage: () => relation.covered,
  }
}

interface MatrixArguments {
  readonly actors: readonly string[]
  readonly day: string
  readonly measure: string
}

/** Each ordered pair of different parties: scores from the codes alone, none toward whom nobody has news of. */
function inventedMatrix({ actors, day, measure }: MatrixArguments) {
  const pairs = actors.flatMap((a) => actors.filter((b) => b !== a).map((b) => [a, b] as const))
  return {
    day,
    dayBefore: `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`,
    measure,
    ...inventedCells(pairs),
    stamp: STAMP,
  }
}

interface CompareArguments extends SeriesArguments {
  readonly relations: readonly { readonly slug: string }[]
}

function inventedComparison({ relations, from, to, bucket }: CompareArguments) {
  const rows = relations.flatMap(({ slug }) => {
    const found = FALLING_WORLD.relations.find((r) => r.slug === slug)
    return found ? [{ relation: resolved(found), series: found.seriesOf(from, to, bucket) }] : []
  })
  return { bucket, periods: rows[0]?.series.days ?? [], rows }
}
