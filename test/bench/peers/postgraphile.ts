/**
 * PostGraphile on PostgreSQL: the schema that it makes of tables by itself, in one statement a question. It has the rows
 * of the other peers, in tables with the keys and the index that its questions want, and documents of its own shape.
 */
import { createServer } from 'node:http'
import { Pool } from 'pg'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import sqlite3 from 'sqlite3'
import { type Day, formatDay } from '../../../server/domain/day.ts'
import { DASHBOARD, type Question } from '../questions.ts'
import { columnsOf } from './floor.ts'
import type { Postgres } from './postgres.ts'
import type { Prepared, ScoreRow } from './rows.ts'

const TABLES = `
  CREATE TABLE relation (slug text PRIMARY KEY, name text NOT NULL);
  CREATE TABLE actor (code text PRIMARY KEY, name text NOT NULL);
  CREATE TABLE tag (leaf text PRIMARY KEY, code text NOT NULL, label text NOT NULL, quad text NOT NULL,
    tension float8 NOT NULL, engagement float8 NOT NULL);
  CREATE TABLE document (id int PRIMARY KEY, title text NOT NULL, url text);
  CREATE TABLE score (relation text NOT NULL REFERENCES relation, bucket text NOT NULL, day text NOT NULL,
    tension float8, engagement float8, PRIMARY KEY (relation, bucket, day));
  CREATE TABLE statement (id int PRIMARY KEY, relation text NOT NULL REFERENCES relation, day text NOT NULL,
    summary text NOT NULL, source text NOT NULL REFERENCES actor, target text NOT NULL REFERENCES actor,
    leaf text NOT NULL REFERENCES tag, document int NOT NULL REFERENCES document);
  CREATE INDEX ON statement (relation, day, id);`
const PORTION = 10_000

/** Enters what the other peers read from the copy at `path`. */
export async function fillPostgres(path: string, prepared: Prepared, { host, user }: Postgres): Promise<void> {
  const pool = new Pool({ host, user, database: 'postgres' })
  const db = new sqlite3.Database(path, sqlite3.OPEN_READONLY)
  const read = <T>(sql: string, values: readonly unknown[] = []) =>
    new Promise<T[]>((resolve, reject) =>
      db.all(sql, values, (e: Error | null, rows: T[]) => (e ? reject(e) : resolve(rows))),
    )
  const enter = async (table: string, rows: readonly object[]) => {
    for (let i = 0; i < rows.length; i += PORTION) {
      const portion = JSON.stringify(rows.slice(i, i + PORTION))
      await pool.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(null::${table}, $1)`, [portion])
    }
  }
  await pool.query(TABLES)
  const { relations, actors, tags, revision } = prepared
  await enter('relation', Object.values(relations))
  await enter('actor', Object.values(actors))
  await enter(
    'tag',
    Object.entries(tags).map(([leaf, tag]) => ({ leaf, ...tag })),
  )
  await enter('document', await read('SELECT id, title, url FROM document'))
  await enter('score', await read('SELECT slug AS relation, bucket, day, tension, engagement FROM score'))
  for (const { slug, pair } of Object.values(relations)) {
    const stands = '"addedIn" <= ? AND ("supersededIn" IS NULL OR "supersededIn" > ?) AND leaf IS NOT NULL'
    const rows = await read<{ day: Day }>(
      `SELECT id, day, summary, source, target, leaf, document FROM statement WHERE a = ? AND b = ? AND ${stands}`,
      [...pair, revision, revision],
    )
    await enter(
      'statement',
      rows.map((row) => ({ ...row, relation: slug, day: formatDay(row.day) })),
    )
  }
  await pool.query('ANALYZE')
  await pool.end()
  db.close()
}

/** It asks for Node 22, of which it uses this alone. */
function giveWithResolvers(): void {
  Object.assign(Promise, {
    withResolvers: () => {
      const made: Record<string, unknown> = {}
      const promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }))
      return { promise, ...made }
    },
  })
}

export async function servePostgraphile(host: string): Promise<number> {
  if (!('withResolvers' in Promise)) giveWithResolvers()
  const pgl = postgraphile({
    extends: [PostGraphileAmberPreset],
    pgServices: [makePgService({ poolConfig: { host, user: 'postgres', database: 'postgres' }, schemas: ['public'] })],
    grafserv: { graphiql: false, websockets: false },
  })
  const server = createServer()
  await pgl.createServ(grafserv).addTo(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as { port: number }).port
}

const SERIES = (bucket: string) =>
  `series: scoresByRelation(condition: {bucket: "${bucket}"}, orderBy: DAY_ASC) { nodes { day tension engagement } }`

/** The same questions in the schema that it makes; a relation's scores are those of the range that is asked. */
export function askedInTables({ query, variables: { slug, first } }: Question): Question {
  const dashboard = query === DASHBOARD
  const inside = dashboard
    ? `${SERIES('MONTH')} statements: statementsByRelation(first: $first, orderBy: [DAY_DESC, ROW_ID_DESC]) { nodes {
        id: rowId day summary source: actorBySource { code name } target: actorByTarget { code name }
        tag: tagByLeaf { code label quad tension engagement } document: documentByDocument { title url } } }`
    : SERIES('DAY')
  return {
    query: `query Tables($slug: String!${dashboard ? ', $first: Int!' : ''}) {
      relation: relationBySlug(slug: $slug) { slug name ${inside} } }`,
    variables: dashboard ? { slug, first } : { slug },
  }
}

interface InTables {
  readonly relation: {
    readonly series: { readonly nodes: readonly ScoreRow[] }
    readonly statements?: { readonly nodes: readonly { readonly id: number }[] }
  }
}

/** Its answer in the shape of ours. */
export function fromTables({ relation }: InTables): unknown {
  const { series, statements, ...rest } = relation
  const nodes = statements?.nodes.map((node) => ({ ...node, id: `Statement:${node.id}` }))
  return { relation: { ...rest, series: columnsOf(series.nodes), ...(nodes ? { statements: { nodes } } : {}) } }
}
