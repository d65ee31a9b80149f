/**
 * One relation as its page shows it, for images, embeds and downloads. It is read by executing the page's own query with
 * the page's variables, under the same limits and access, so that every form has the same numbers.
 */
import { createHash } from 'node:crypto'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { execute, GraphQLError, getOperationAST } from 'graphql'
import { decodeShown, type Shown } from '../figure/address/shown.ts'
import { decodeView } from '../figure/address/url.ts'
import type { RelationView } from '../figure/address/view.ts'
import { type FigureData, relationVariables } from '../figure/figure.ts'
import { FigureDocument } from '../figure/generated/trees.ts'
import { refusalOf } from '../graphql/guard/access.ts'
import { sizesOf } from '../graphql/guard/limits.ts'
import { measureCost } from '../graphql/guard/measure.ts'
import type { Context } from '../graphql/schema/context.ts'
import { FAILED, formatErrors } from '../graphql/schema/errors.ts'
import type { Authenticator } from './credentials.ts'
import { makeContext, type ServerDependencies } from './graphql.ts'

/** Executes a query within the limits and access of the request. Throws HttpRefusal where it is refused. */
export type QueryRunner = <Data, Variables extends Readonly<Record<string, unknown>>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) => Promise<Data>

export interface RequestedFigure {
  readonly relation: FigureData
  readonly view: RelationView
  readonly shown: Shown
  readonly runQuery: QueryRunner
  /** The query string of the address with its question mark; empty if there is none. */
  readonly search: string
}

/** A refusal with its HTTP status; the message is shown to the client. */
export class HttpRefusal extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
    /** Seconds after which to try again; null if that is of no use. */
    readonly retryAfter: number | null = null,
  ) {
    super(message)
  }
}

const STATUSES: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  UNKNOWN_ACTOR: 404,
  UNKNOWN_RELATION: 404,
  INTERNAL_SERVER_ERROR: 500,
}

/** Answers with what `write` makes of the figure, or with 304 if the client has it. Throws HttpRefusal where it is refused. */
export type FigureHandler = (
  request: FastifyRequest,
  reply: FastifyReply,
  slug: string,
  write: (figure: RequestedFigure) => Promise<string | Buffer>,
  /** The view to read, if it differs from the one in the query string. */
  seen?: (view: RelationView, search: string) => RelationView,
) => Promise<FastifyReply>

export function makeFigureHandler(dependencies: ServerDependencies, authenticator: Authenticator): FigureHandler {
  return async (request, reply, slug, write, seen = (view) => view) => {
    const context = await makeContext(dependencies, request.id, await authenticator.identityOf(request, reply))
    const refused = refusalOf(context, 'Query', 'relation', 'READER')
    if (refused) throw refusalFrom(dependencies, [refused])
    const tag = etagOf(context, request.url)
    const scope = dependencies.reading === 'OPEN' ? 'public' : 'private'
    void reply.headers({ etag: tag, 'cache-control': `${scope}, no-cache` })
    const known = request.headers['if-none-match']?.split(',').map((one) => one.trim())
    if (known?.includes(tag)) return reply.code(304).send()

    const at = request.url.indexOf('?')
    const search = at === -1 ? '' : request.url.slice(at)
    const view = seen(decodeView(search), search)
    const runQuery = makeQueryRunner(dependencies, context)
    const { relation } = await runQuery(FigureDocument, relationVariables(slug, view))
    if (relation === null) {
      throw new HttpRefusal(404, `No relation is called "${slug}". Its name is in the address of its page, after /r/.`)
    }
    const body = await write({ relation, view, shown: decodeShown(search), search, runQuery })
    // Data without revisions, such as a draft, must not be cached.
    if (context.unversioned.read) void reply.removeHeader('etag').header('cache-control', 'no-store')
    return reply.send(body)
  }
}

/** Sets status and headers of a refused figure. */
export function applyRefusal(reply: FastifyReply, { statusCode, retryAfter }: HttpRefusal): FastifyReply {
  // These headers were set for the figure.
  reply.removeHeader('etag').removeHeader('content-disposition')
  if (retryAfter !== null) void reply.header('retry-after', retryAfter)
  return reply.code(statusCode).header('cache-control', 'no-store')
}

/** Makes a query runner for the caller of a request. Throws HttpRefusal if the caller may not read. */
export type QueryRunnerFactory = (request: FastifyRequest, reply: FastifyReply) => Promise<QueryRunner>

export function makeQueryRunnerFactory(
  dependencies: ServerDependencies,
  authenticator: Authenticator,
): QueryRunnerFactory {
  return async (request, reply) => {
    const context = await makeContext(dependencies, request.id, await authenticator.identityOf(request, reply))
    const refused = refusalOf(context, 'Query', 'relations', 'READER')
    if (refused) throw refusalFrom(dependencies, [refused])
    return makeQueryRunner(dependencies, context)
  }
}

function makeQueryRunner(dependencies: ServerDependencies, context: Context): QueryRunner {
  const { schema, limits, rate } = dependencies
  return async (document, variables) => {
    const operation = getOperationAST(document)
    try {
      if (operation) {
        const { cost } = measureCost({ schema, document, variables, operation, sizes: sizesOf(context) }, limits)
        rate.spend(context.caller, cost)
      }
    } catch (error) {
      if (error instanceof GraphQLError) throw refusalFrom(dependencies, [error])
      throw error
    }
    const { data, errors } = await execute({ schema, document, variableValues: variables, contextValue: context })
    if (errors) throw refusalFrom(dependencies, errors)
    return data as never
  }
}

/** The first error as a client may read it. Internal errors are logged. */
function refusalFrom({ log }: ServerDependencies, errors: readonly GraphQLError[]): HttpRefusal {
  const [first] = errors.map((error) => formatErrors(log)(error.toJSON(), error))
  const code = String(first?.extensions?.code)
  const wait = first?.extensions?.retryAfter
  return new HttpRefusal(STATUSES[code] ?? 422, first?.message ?? FAILED, typeof wait === 'number' ? wait : null)
}

/** A weak tag, because the same answer may be sent compressed or uncompressed. */
function etagOf({ revision, caller }: Context, url: string): string {
  const hash = createHash('sha256').update(`${revision}\n${caller.role ?? 'anyone'}\n${url}`)
  return `W/"${hash.digest('base64url').slice(0, 27)}"`
}
