/**
 * /exchange/codings.jsonl and .csv, for analysts: every coded statement with its judgements, never a document's text.
 * /exchange/codebooks/<version>.json and .md, for everyone who may read. The files are those of `npm run export`. Editors
 * import codings by POST to the same address: a preview by default, stored with `?store=1`.
 */
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { UploadReport, UploadRow } from '../domain/record/upload.ts'
import { type AccessLevel, type RootType, refusalOf, userOf } from '../graphql/guard/access.ts'
import { codedStatements } from '../ingest/exchange/coded.read.ts'
import { lookAtCoded, type Placed, storeCoded } from '../ingest/exchange/coded.store.ts'
import { CODED_FORMATS, type CodedFormat, codedHeader, codedText, readCoded } from '../ingest/exchange/coded.text.ts'
import { codebookText } from '../ingest/exchange/exchange.ts'
import type { Rejected } from '../ingest/importer.ts'
import type { Authenticator } from './credentials.ts'
import { HttpRefusal } from './figure.ts'
import type { ServerDependencies } from './graphql.ts'

const TYPES = { jsonl: 'application/x-ndjson; charset=utf-8', csv: 'text/csv; charset=utf-8; header=present' }

/** Some 1,500 statements; larger files are imported with `npm run import`. */
const UPLOAD_BYTES = 2_000_000
/** Statements that the report lists one by one; the others are only counted. */
const MAX_ROWS_LISTED = 300

export function serveExchange(
  app: FastifyInstance,
  { db, record, reading }: ServerDependencies,
  authenticator: Authenticator,
): void {
  const admit = async (request: FastifyRequest, need: AccessLevel, root: RootType = 'Query') => {
    const caller = await authenticator.callerOf(request)
    const refused = refusalOf({ caller, reading }, root, request.url, need)
    if (refused === null) return caller
    throw new HttpRefusal(refused.extensions.code === 'UNAUTHENTICATED' ? 401 : 403, refused.message)
  }
  for (const format of CODED_FORMATS) {
    app.get(`/exchange/codings.${format}`, async (request, reply) => {
      await admit(request, 'ANALYST')
      await record.refresh()
      void reply
        .type(TYPES[format])
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="codings_r${record.revision}.${format}"`)
      return Readable.from(textOf(format))
    })
    app.post<{ Querystring: { store?: string } }>(
      `/exchange/codings.${format}`,
      { bodyLimit: UPLOAD_BYTES },
      async (request, reply) => {
        const caller = await admit(request, 'EDITOR', 'Mutation')
        const text = request.body
        if (typeof text !== 'string') {
          throw new HttpRefusal(400, 'The body is one JSON string: the text of the file. Send JSON.stringify(text).')
        }
        const rows = new Map<number, UploadRow>()
        const collect = (result: Placed | Rejected) => {
          const row = rowOf(result, rows.get(result.line))
          if (row !== null && (rows.has(row.line) || rows.size < MAX_ROWS_LISTED)) rows.set(row.line, row)
        }
        const reading = readCoded(bytesOf(text), format)
        const name = userOf(caller).name
        const stored = request.query.store === '1'
        const { reasons, ...report } = stored
          ? await storeCoded(db, name, `codings of a .${format}`, reading, collect)
          : await lookAtCoded(db, reading, collect)
        if (stored) await record.refresh()
        void reply.header('cache-control', 'no-store')
        const uploadReport: UploadReport = { ...report, done: stored, rows: [...rows.values()] }
        return { ...uploadReport, reasons: Object.fromEntries(reasons) }
      },
    )
  }
  async function* textOf(format: CodedFormat): AsyncGenerator<string> {
    const header = codedHeader(format)
    if (header !== '') yield header
    for await (const coded of codedStatements(db, record.revision)) yield codedText(coded, format)
  }
  app.get<{ Params: { file: string } }>('/exchange/codebooks/:file', async (request, reply) => {
    await admit(request, 'READER')
    await record.refresh()
    const [, version, kind] = /^(.+)\.(json|md)$/.exec(request.params.file) ?? []
    const found =
      record.codebooks.find((c) => c.version === version) ?? record.codebooks.findLast((c) => c.name === version)
    if (!found) {
      const known = record.codebooks.map((c) => `${c.version}.json`).join(', ')
      throw new HttpRefusal(
        404,
        `${request.params.file}: no codebook of this name is published. Ask for one of ${known}, or .md.`,
      )
    }
    void reply
      .type(kind === 'md' ? 'text/markdown; charset=utf-8' : 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${found.version}.${kind}"`)
    return codebookText(found, kind === 'md')
  })
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

/** The report's row for one line of the file; null if the statement equals the one on record. */
function rowOf(result: Placed | Rejected, known: UploadRow | undefined): UploadRow | null {
  if (result.kind === 'rejected') {
    const { line, column, value, reason: rule } = result
    const fault = { column, value, rule, cure: cureOf(column) }
    return { line, kind: 'FAULTY', summary: '', differences: [], faults: [...(known?.faults ?? []), fault] }
  }
  const { line, coded, fate } = result
  if (fate.kind === 'SAME') return null
  const { source, target, summary } = coded.statement
  return {
    line,
    kind: fate.kind,
    summary: `${source} → ${target}: ${summary}`,
    differences: fate.differences,
    faults: [],
  }
}

function cureOf(column: string | null): string {
  if (column === 'source' || column === 'target') return 'Add the actor in the directory first, or correct the code'
  if (column === 'coding_codebook') return 'Publish that version here first: npm run import -- codebook FILE'
  if (column === 'coding_tag') return 'Give the code of one of its tags'
  return 'Correct it in the file, and import the file again: statements on record are not stored twice'
}
