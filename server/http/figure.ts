/**
 * One relation as a link shows it, for images, embeds and downloads: asked of the API from within, with the fields and the
 * variables of the page, under the same limits and the same access, so that every form of it has the same numbers.
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
import { measure } from '../graphql/guard/measure.ts'
import type { Context } from '../graphql/schema/context.ts'
import { FAILED, formatErrors } from '../graphql/schema/errors.ts'
import type { Door } from './credentials.ts'
import { type Answering, contextOf } from './graphql.ts'

/** Asks the API within the request's own limits and access; a refusal is thrown as NoFigure. */
export type Ask = <Data, Variables extends Readonly<Record<string, unknown>>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) => Promise<Data>

export interface AskedFigure {
  readonly relation: FigureData
  readonly view: RelationView
  readonly shown: Shown
  readonly ask: Ask
  /** The query as it came, with its question mark; empty where there was none. */
  readonly search: string
}

/** Why there is no figure, with the status that says it. */
export class NoFigure extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
    /** Seconds after which it is worth asking again. */
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

/** Answers a figure with `write`, or 304 where the client has it; a refusal is thrown as NoFigure. */
export type FigureRoute = (
  request: FastifyRequest,
  reply: FastifyReply,
  slug: string,
  write: (figure: AskedFigure) => Promise<string | Buffer>,
  /** The view that is asked for, where it is not the one of the query. */
  seen?: (view: RelationView, search: string) => RelationView,
) => Promise<FastifyReply>

export function figureRoutes(answering: Answering, door: Door): FigureRoute {
  return async (request, reply, slug, write, seen = (view) => view) => {
    const context = await contextOf(answering, request.id, await door.entryOf(request, reply))
    const refused = refusalOf(context, 'Query', 'relation', 'READER')
    if (refused) throw refusalIn(answering, [refused])
    const tag = tagOf(context, request.url)
    const kept = answering.reading === 'OPEN' ? 'public' : 'private'
    void reply.headers({ etag: tag, 'cache-control': `${kept}, no-cache` })
    const known = request.headers['if-none-match']?.split(',').map((one) => one.trim())
    if (known?.includes(tag)) return reply.code(304).send()

    const at = request.url.indexOf('?')
    const search = at === -1 ? '' : request.url.slice(at)
    const view = seen(decodeView(search), search)
    const ask = asking(answering, context)
    const { relation } = await ask(FigureDocument, relationVariables(slug, view))
    if (relation === null) {
      throw new NoFigure(404, `No relation is called "${slug}". Its name is in the address of its page, after /r/.`)
    }
    const body = await write({ relation, view, shown: decodeShown(search), search, ask })
    // What changes without a revision, such as a draft, is not to be kept.
    if (context.beside.read) void reply.removeHeader('etag').header('cache-control', 'no-store')
    return reply.send(body)
  }
}

/** What every refusal of a figure carries, whatever page or text says it. */
export function refuseFigure(reply: FastifyReply, { statusCode, retryAfter }: NoFigure): FastifyReply {
  // What was promised for the figure is not promised for its refusal.
  reply.removeHeader('etag').removeHeader('content-disposition')
  if (retryAfter !== null) void reply.header('retry-after', retryAfter)
  return reply.code(statusCode).header('cache-control', 'no-store')
}

/** Answers a question of ours for whom a page is drawn; a refusal is thrown as NoFigure. */
export type AskRoute = (request: FastifyRequest, reply: FastifyReply) => Promise<Ask>

export function askRoutes(answering: Answering, door: Door): AskRoute {
  return async (request, reply) => {
    const context = await contextOf(answering, request.id, await door.entryOf(request, reply))
    const refused = refusalOf(context, 'Query', 'relations', 'READER')
    if (refused) throw refusalIn(answering, [refused])
    return asking(answering, context)
  }
}

function asking(answering: Answering, context: Context): Ask {
  const { schema, limits, rate } = answering
  return async (document, variables) => {
    const operation = getOperationAST(document)
    try {
      if (operation) {
        const { cost } = measure({ schema, document, variables, operation, sizes: sizesOf(context) }, limits)
        rate.spend(context.caller, cost)
      }
    } catch (error) {
      if (error instanceof GraphQLError) throw refusalIn(answering, [error])
      throw error
    }
    const { data, errors } = await execute({ schema, document, variableValues: variables, contextValue: context })
    if (errors) throw refusalIn(answering, errors)
    return data as never
  }
}

/** The first error as a client may read it; the others are logged with it where they are ours. */
function refusalIn({ log }: Answering, errors: readonly GraphQLError[]): NoFigure {
  const [first] = errors.map((error) => formatErrors(log)(error.toJSON(), error))
  const code = String(first?.extensions?.code)
  const wait = first?.extensions?.retryAfter
  return new NoFigure(STATUSES[code] ?? 422, first?.message ?? FAILED, typeof wait === 'number' ? wait : null)
}

/** Weak, for the same answer may be sent compressed or not. */
function tagOf({ revision, caller }: Context, url: string): string {
  const hash = createHash('sha256').update(`${revision}\n${caller.role ?? 'anyone'}\n${url}`)
  return `W/"${hash.digest('base64url').slice(0, 27)}"`
}
