/**
 * Subscriptions over WebSocket (the graphql-transport-ws protocol) at /graphql, on the port of everything else. Only
 * subscriptions: queries go by HTTP, where their limits and caches are. Each event is executed in a context of its own,
 * so that it reads the record as it stands then.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  getOperationAST,
  parse,
  validate,
} from 'graphql'
import type { SubscribePayload } from 'graphql-ws'
import { useServer as serveOver } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { sizesOf, untrusted } from '../graphql/guard/limits.ts'
import { measure } from '../graphql/guard/measure.ts'
import { REFUSED_POINTS } from '../graphql/guard/rate.ts'
import type { LiveContext } from '../graphql/record/live.ts'
import { formatErrors } from '../graphql/schema/errors.ts'
import { Feed } from '../store/feed.ts'
import { hashOf } from '../store/secret.ts'
import { addressOf, hostOf, trusting } from './address.ts'
import { callerOf, STRANGER } from './credentials.ts'
import { type Answering, contextOf, newRequestId } from './graphql.ts'

const MOST_SUBSCRIPTIONS = 20

/** The context of one event, and how to make that of the next. */
interface Followed extends LiveContext {
  /** Points of each event. */
  readonly cost: number
  readonly again: () => Promise<Followed>
}

export function serveLive(app: FastifyInstance, answering: Answering): void {
  const { record, schema, log, rate } = answering
  const trust = trusting(answering.transport)
  const feed = new Feed(record, log)
  const format = formatErrors(log)
  const formatted = (errors: readonly GraphQLError[]) => errors.map((error) => format(error.toJSON(), error))
  /** Who asks is looked at anew for each event: a session may have ended since. */
  const context = async (request: IncomingMessage): Promise<Followed> => {
    const shown = { headers: request.headers, host: hostOf(request, trust), ip: addressOf(request, trust) }
    const entry = { ...STRANGER, caller: await callerOf(answering.db, shown) }
    return { ...(await contextOf(answering, newRequestId(), entry)), feed, cost: 0, again: () => context(request) }
  }
  const sockets = new WebSocketServer({ noServer: true, maxPayload: answering.limits.bodyBytes })
  const serving = serveOver(
    {
      onSubscribe: async ({ subscriptions, extra }, _id, payload) => {
        if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS) {
          return [said(`a connection holds at most ${MOST_SUBSCRIPTIONS} subscriptions. End one, or open another.`)]
        }
        const contextValue = await context(extra.request)
        const { caller } = contextValue
        return refusedOr(() => {
          rate.spend(caller, 0)
          rate.charge(caller, REFUSED_POINTS)
          const asked = checked(answering, payload)
          const cost = costOf(answering, asked, contextValue)
          // What it takes to begin is paid; each event is paid for when it comes.
          return { ...asked, schema, contextValue: { ...contextValue, cost } }
        })
      },
      subscribe: async (args) => {
        const { again, cost } = args.contextValue as Followed
        const events = await createSourceEventStream(args as ExecutionArgs)
        if (!(Symbol.asyncIterator in events)) return events
        return mapped(events, async (rootValue) => {
          const contextValue = await again()
          const result = refusedOr(() => {
            rate.spend(contextValue.caller, Math.max(1, cost))
            return execute({ ...(args as ExecutionArgs), rootValue, contextValue })
          })
          return Array.isArray(result) ? { errors: result } : result
        })
      },
      onError: (_context, _id, _payload, errors) => formatted(errors),
      onNext: (_context, _id, _payload, _args, { data = null, errors, extensions }) => ({
        data,
        ...(errors ? { errors: formatted(errors) } : {}),
        extensions: { ...extensions, revision: record.revision },
      }),
    },
    sockets,
  )
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const foreign = isForeign(request.headers.origin, hostOf(request, trust))
    if (request.url?.split('?')[0] !== '/graphql' || foreign) {
      socket.end(`HTTP/1.1 ${foreign ? '403 Forbidden' : '404 Not Found'}\r\nConnection: close\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request))
  })
  // Tells every client that the server goes away; else their open connections would keep it from closing.
  app.addHook('preClose', async () => serving.dispose())
}

/** A page of another site may not open a connection in its visitor's name. */
function isForeign(origin: string | undefined, host: string): boolean {
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}

type Asked = Omit<ExecutionArgs, 'schema'>

/** What `work` makes, or the errors by which it refused. */
function refusedOr<T>(work: () => T): T | GraphQLError[] {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refused) return [...error.errors]
    if (error instanceof GraphQLError) return [error]
    throw error
  }
}

class Refused extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors.map((error) => error.message).join(' '))
  }
}

/** The text that was sent, or that of a trusted document whose hash came in its place. */
function textOf(trusted: Answering['trusted'], { query, extensions }: SubscribePayload): string {
  if (query !== '') return query
  const { sha256Hash } = (extensions?.persistedQuery ?? {}) as { sha256Hash?: unknown }
  const known = typeof sha256Hash === 'string' ? trusted.text(sha256Hash) : undefined
  if (known === undefined) throw said('no document of this hash is known here. Send the text of the subscription.')
  return known
}

/** The subscription asked for; throws where it is none, or not one that can be executed. */
function checked({ schema, limits, trusted }: Answering, payload: SubscribePayload): Asked {
  const { variables, operationName } = payload
  const query = textOf(trusted, payload)
  if (limits.trustedOnly && !trusted.has(hashOf(query))) throw untrusted()
  const document = parse(query, { maxTokens: limits.tokens })
  const errors = validate(schema, document, undefined, { maxErrors: 20 })
  if (errors.length > 0) throw new Refused(errors)
  if (getOperationAST(document, operationName ?? undefined)?.operation !== 'subscription') {
    throw said('only subscriptions are answered over a WebSocket. Send queries by POST to /graphql.')
  }
  return { document, variableValues: variables ?? {}, operationName: operationName ?? null }
}

/** What each event of it would cost; throws where that is over the limits of any operation. */
function costOf({ schema, limits }: Answering, asked: Asked, context: LiveContext): number {
  const operation = getOperationAST(asked.document, asked.operationName)
  const variables = asked.variableValues ?? {}
  if (!operation) return 0
  return measure({ schema, document: asked.document, operation, variables, sizes: sizesOf(context) }, limits).cost
}

function said(message: string): GraphQLError {
  return new GraphQLError(`${message.charAt(0).toUpperCase()}${message.slice(1)}`, {
    extensions: { code: 'BAD_USER_INPUT' },
  })
}

/** The results of events, one after the other; ending it ends the source at once, even while it waits for an event. */
function mapped(
  source: AsyncIterable<unknown>,
  result: (event: unknown) => Promise<ExecutionResult>,
): AsyncGenerator<ExecutionResult> {
  const events = source[Symbol.asyncIterator]()
  const iterator: AsyncGenerator<ExecutionResult> = {
    next: async () => {
      const { done, value } = await events.next()
      return done ? { done: true, value: undefined } : { done: false, value: await result(value) }
    },
    return: async () => {
      await events.return?.()
      return { done: true, value: undefined }
    },
    throw: async (error) => {
      await events.return?.()
      throw error
    },
    [Symbol.asyncIterator]: () => iterator,
  }
  return iterator
}
