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

const here = dirname(fileURLToPath(import.meta.url))
const schema = buildSchema(readFileSync(join(here, '../../schema.graphql'), 'utf8'))

/** The texts of the page's questions, by hash. */
const texts = JSON.parse(readFileSync(join(here, '../../server/figure/generated/trusted.json'), 'utf8')) as Record<
  string,
  string
>

export interface Asked {
  readonly query: string
  readonly variables?: Record<string, unknown>
}

/** What the page asked: by GET in the address, by POST in the body; the document by its hash, or as it is. */
export function askedBy(url: string, body: string | null | undefined): Asked {
  const parameters = new URL(url, 'http://localhost').searchParams
  const json = (name: string) => JSON.parse(parameters.get(name) ?? '{}')
  const given = body
    ? JSON.parse(body)
    : { query: parameters.get('query'), variables: json('variables'), extensions: json('extensions') }
  return { query: given.query ?? texts[given.extensions?.persistedQuery?.sha256Hash] ?? '', variables: given.variables }
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
export const fetchInvented: typeof fetch = async (url, init) => {
  const body = JSON.stringify(await answer(askedBy(String(url), init?.body as string | undefined)))
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
