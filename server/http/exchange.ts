/**
 * /exchange/codings.jsonl and .csv, for analysts: every coded statement with its judgements, never a document's text;
 * /exchange/codebooks/<version>.json and .md, for whoever may read. The files are those of `npm run export`. What was sent
 * out comes in again at the same address, by POST, for editors: looked at first, stored where `?store=1` says so.
 */
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { UploadReport, UploadRow } from '../domain/record/upload.ts'
import { type Need, type Root, refusalOf, userOf } from '../graphql/guard/access.ts'
import { codedStatements } from '../ingest/exchange/coded.read.ts'
import { lookAtCoded, type Placed, storeCoded } from '../ingest/exchange/coded.store.ts'
import { CODED_FORMATS, type CodedFormat, codedHeader, codedText, readCoded } from '../ingest/exchange/coded.text.ts'
import { codebookText } from '../ingest/exchange/exchange.ts'
import type { Rejected } from '../ingest/importer.ts'
import type { Door } from './credentials.ts'
import { NoFigure } from './figure.ts'
import type { Answering } from './graphql.ts'

const TYPES = { jsonl: 'application/x-ndjson; charset=utf-8', csv: 'text/csv; charset=utf-8; header=present' }

/** Some 1,500 statements; larger files go by `npm run import`. */
const UPLOAD_BYTES = 2_000_000
/** Statements told one by one; of the rest the sums. */
const MOST_TOLD = 300

export function serveExchange(app: FastifyInstance, { db, record, reading }: Answering, door: Door): void {
  const admit = async (request: FastifyRequest, need: Need, root: Root = 'Query') => {
    const caller = await door.callerOf(request)
    const refused = refusalOf({ caller, reading }, root, request.url, need)
    if (refused === null) return caller
    throw new NoFigure(refused.extensions.code === 'UNAUTHENTICATED' ? 401 : 403, refused.message)
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
          throw new NoFigure(400, 'The body is one JSON string: the text of the file. Send JSON.stringify(text).')
        }
        const rows = new Map<number, UploadRow>()
        const tell = (told: Placed | Rejected) => {
          const row = rowOf(told, rows.get(told.line))
          if (row !== null && (rows.has(row.line) || rows.size < MOST_TOLD)) rows.set(row.line, row)
        }
        const reading = readCoded(bytesOf(text), format)
        const name = userOf(caller).name
        const stored = request.query.store === '1'
        const { reasons, ...report } = stored
          ? await storeCoded(db, name, `codings of a .${format}`, reading, tell)
          : await lookAtCoded(db, reading, tell)
        if (stored) await record.refresh()
        void reply.header('cache-control', 'no-store')
        const told: UploadReport = { ...report, done: stored, rows: [...rows.values()] }
        return { ...told, reasons: Object.fromEntries(reasons) }
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
      throw new NoFigure(
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

/** null: it is the same as on record. */
function rowOf(told: Placed | Rejected, known: UploadRow | undefined): UploadRow | null {
  if (told.kind === 'rejected') {
    const { line, column, value, reason: rule } = told
    const fault = { column, value, rule, cure: cureOf(column) }
    return { line, kind: 'FAULTY', summary: '', differences: [], faults: [...(known?.faults ?? []), fault] }
  }
  const { line, coded, fate } = told
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
  return 'Correct it in the file, and give it again: what is on record already is not stored twice'
}
