/**
 * /exchange/codings.jsonl and .csv, for analysts: every coded statement with its judgements, never a document's text;
 * /exchange/codebooks/<version>.json and .md, for whoever may read. The files are those of `npm run export`.
 */
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Need } from '../graphql/access.ts'
import { refusalOf } from '../graphql/access.ts'
import { codedStatements } from '../ingest/coded.store.ts'
import { CODED_FORMATS, type CodedFormat, codedHeader, codedText } from '../ingest/coded.text.ts'
import { codebookText } from '../ingest/exchange.ts'
import type { Door } from './credentials.ts'
import { NoFigure } from './figure.ts'
import type { Answering } from './graphql.ts'

const TYPES = { jsonl: 'application/x-ndjson; charset=utf-8', csv: 'text/csv; charset=utf-8; header=present' }

export function serveExchange(app: FastifyInstance, { db, record, reading }: Answering, door: Door): void {
  const admit = async (request: FastifyRequest, need: Need) => {
    const refused = refusalOf({ caller: await door.callerOf(request), reading }, 'Query', request.url, need)
    if (refused === null) return
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
