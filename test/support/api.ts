/**
 * The real server over a real database with invented countries: Ruritania and Syldavia, which quarrel all year, and
 * Borduria, whose government falls to its rebels on 1 July 1901.
 */
import 'reflect-metadata'
import type { FastifyInstance } from 'fastify'
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql'
import { expect, onTestFinished } from 'vitest'
import { defaultConfig, type Limits, type Transport } from '../../server/config.ts'
import type { ActorCode } from '../../server/domain/directory/actor.ts'
import type { Slug } from '../../server/domain/directory/relation.ts'
import type { OfficeCode } from '../../server/domain/directory/tenure.ts'
import type { RateLimiter } from '../../server/graphql/guard/rate.ts'
import { makeSchema } from '../../server/graphql/schema/schema.ts'
import { makeServer } from '../../server/http/server.ts'
import type { TrustedDocuments } from '../../server/http/trusted.ts'
import { SHIPPED_CODEBOOKS } from '../../server/ingest/shipped/codebooks.ts'
import type { Database } from '../../server/store/database.ts'
import { publishCodebook } from '../../server/store/directory.ts'
import { HeldRecord } from '../../server/store/record.ts'
import { addActors, addNames, addOffices, addRelations, addTenures } from '../../server/store/reference.ts'
import { settle } from '../../server/store/settle.ts'
import { BOR, day, leaf, openCopy, putCountries, RUR, SYL, statement, type TestStore } from './store.ts'
import { templateOf } from './template.ts'

export const KINGDOM = 'BOR.KGD' as ActorCode
export const REBELS = 'BOR.REB' as ActorCode
export const MERCHANTS = 'SYL.PRV' as ActorCode
export const GOVERNMENT = 'BOR.GOV' as OfficeCode
export const RELATION = 'ruritania-syldavia'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  /** The text as sent. */
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: a test reads into an answer whose shape its own query says
  readonly data: any
  readonly errors: readonly GraphQLFormattedError[]
  readonly extensions: Readonly<Record<string, unknown>>
}

type Headers = Readonly<Record<string, string>>

export interface Api extends TestStore {
  readonly record: HeldRecord
  readonly app: FastifyInstance
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>, headers?: Headers) => Promise<Answer>
  /** The same, and there must be no error. */
  readonly data: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer['data']>
  /** The SQL statements that a question took. */
  readonly sqlOf: (query: string, variables?: Readonly<Record<string, unknown>>, headers?: Headers) => Promise<string[]>
  /** What was logged for operators. */
  readonly logged: unknown[]
}

let schema: GraphQLSchema | undefined

/** The schema is built once: type-graphql registers its classes for good. */
export function theSchema(): GraphQLSchema {
  schema ??= makeSchema()
  return schema
}

export interface ApiOptions {
  readonly fillIn?: (store: TestStore) => Promise<void>
  readonly limits?: Partial<Limits>
  readonly transport?: Partial<Transport>
  readonly reading?: 'OPEN' | 'CLOSED'
  /** Counts what callers spend; without it nothing limits them together, whatever the setting's default. */
  readonly rate?: RateLimiter
  /** Those of the page where left out. */
  readonly trusted?: TrustedDocuments
}

const putReference = async (db: Database) => {
  const filled = await putCountries(db)
  await db.write('test', 'codebooks, offices and relations', reference)
  return filled
}
const copyReference = templateOf(putReference)
const copyQuarrels = templateOf(async (db) => {
  const filled = await putReference(db)
  await quarrels({ db, ...filled })
  return filled
})

export async function openApi({ fillIn = quarrels, ...settings }: ApiOptions = {}): Promise<Api> {
  let seen: string[] = []
  const copy = fillIn === quarrels ? copyQuarrels : copyReference
  const { db, filled } = await openCopy(copy, { onRead: (sql) => seen.push(sql) })
  const store = { db, ...filled }
  if (fillIn !== quarrels) await fillIn(store)
  const record = await HeldRecord.load(store.db)
  const logged: unknown[] = []
  const preset = defaultConfig()
  const app = await makeServer({
    db: store.db,
    record,
    schema: theSchema(),
    limits: { ...preset.limits, rate: 0, ...settings.limits },
    ...(settings.rate ? { rate: settings.rate } : {}),
    ...(settings.trusted ? { trusted: settings.trusted } : {}),
    transport: { ...preset.transport, ...settings.transport },
    reading: settings.reading ?? preset.reading,
    operations: preset.operations,
    log: (error) => logged.push(error),
  })
  onTestFinished(() => app.close())
  const ask: Api['ask'] = async (query, variables = {}, headers = {}) => {
    const response = await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } })
    const { data, errors = [], extensions = {} } = JSON.parse(response.body)
    return { status: response.statusCode, headers: response.headers, text: response.body, data, errors, extensions }
  }
  return {
    ...store,
    record,
    app,
    logged,
    ask,
    data: async (query, variables) => {
      const answer = await ask(query, variables)
      expect(answer.errors, query).toEqual([])
      return answer.data
    },
    sqlOf: async (query, variables, headers) => {
      await record.refresh()
      seen = []
      const answer = await ask(query, variables, headers)
      expect(answer.errors, query).toEqual([])
      return [...seen]
    },
  }
}

type Tx = Parameters<Parameters<Database['write']>[2]>[0]

async function reference(tx: Tx): Promise<void> {
  for (const codebook of SHIPPED_CODEBOOKS) await publishCodebook(tx, codebook)
  await addActors(tx, [
    { code: KINGDOM, name: 'Kingdom of Borduria', kind: 'GOVERNMENT', country: 'BOR' },
    { code: REBELS, name: 'Free Borduria', kind: 'DE_FACTO_AUTHORITY', country: 'BOR' },
    { code: MERCHANTS, name: 'Merchants of Syldavia', kind: 'PRIVATE', country: 'SYL' },
  ])
  await addNames(tx, [
    { name: 'Strelsau', actor: RUR, office: null, from: null, to: null },
    { name: 'the Crown', actor: KINGDOM, office: null, from: null, to: day('1901-06-30') },
  ])
  await addOffices(tx, [{ code: GOVERNMENT, name: 'Government of Borduria', country: 'BOR' }])
  const tenure = { office: GOVERNMENT, basis: 'DE_FACTO', citation: 'The Gazetteer, 1901' } as const
  await addTenures(tx, [
    { ...tenure, holder: KINGDOM, from: null, to: day('1901-06-30') },
    { ...tenure, holder: REBELS, from: day('1901-07-01'), to: null },
  ])
  await addRelations(tx, [
    { rank: 1, slug: 'ruritania-syldavia' as Slug, name: 'Ruritania – Syldavia', a: RUR, b: SYL },
    { rank: 2, slug: 'syldavia-borduria' as Slug, name: 'Syldavia – Borduria', a: SYL, b: GOVERNMENT },
    { rank: 3, slug: 'ruritania-borduria' as Slug, name: 'Ruritania – Borduria', a: RUR, b: BOR },
  ])
}

const LEAVES = ['112', '040', '190', '057', '036', '138', '010', '061', '120.recognition', '111']
const SPEAKERS = ['Rudolf, King', 'Flavia, Chancellor', null]

/** 120 happenings between Ruritania and Syldavia from February to August, every third told by two papers. */
export async function quarrels({ db, herald, gazette, releaseDocument }: TestStore): Promise<void> {
  await db.write('test', 'a year of quarrels', async (tx) => {
    for (let i = 0; i < 120; i++) {
      const given = {
        day: day('1901-02-01') + ((i * 37) % 200),
        leaf: leaf(LEAVES[i % LEAVES.length] as string),
        mutual: i % 10 === 1,
        speaker: SPEAKERS[i % 3] ?? null,
        denied: i % 29 === 7,
        summary: `Happening ${i}`,
        ...(i % 4 === 3 ? { source: SYL, target: RUR } : {}),
      } as Parameters<typeof statement>[1]
      const document = i % 5 === 0 ? herald : i % 5 === 1 ? gazette : releaseDocument
      const { event } = await settle(tx, statement(document, given))
      if (i % 3 === 0 && event !== null) await settle(tx, statement(i % 2 ? gazette : herald, given), event)
    }
    // Borduria: its kingdom until June, its rebels from then on, and merchants who count for their country alone.
    for (let i = 0; i < 30; i++) {
      const [before, other] = [i < 15, i % 2 === 0]
      const borduria = before ? KINGDOM : REBELS
      await settle(
        tx,
        statement(releaseDocument, {
          day: (day('1901-05-20') + i * 3) as ReturnType<typeof day>,
          leaf: leaf(before ? '112' : '057'),
          source: other ? SYL : borduria,
          target: other ? borduria : SYL,
          summary: `Bordurian happening ${i}`,
        }),
      )
    }
    for (let i = 0; i < 8; i++) {
      const given = { source: MERCHANTS, target: RUR, leaf: leaf('190'), summary: `Merchants ${i}` }
      await settle(tx, statement(releaseDocument, { ...given, day: (day('1901-03-01') + i) as ReturnType<typeof day> }))
    }
  })
}
