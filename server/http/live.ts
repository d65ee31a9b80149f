/**
 * Subscriptions over WebSocket (the graphql-transport-ws protocol) at /graphql. Queries are refused here: they go by HTTP,
 * where their limits and caches are. Each event is executed in a new context, so that it reads the current record.
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
import { sizesOf, untrustedDocument } from '../graphql/guard/limits.ts'
import { measureCost } from '../graphql/guard/measure.ts'
import { REFUSED_POINTS } from '../graphql/guard/rate.ts'
import type { LiveContext } from '../graphql/record/live.ts'
import { formatErrors } from '../graphql/schema/errors.ts'
import { Feed } from '../store/feed.ts'
import { hashOf } from '../store/secret.ts'
import { addressOf, hostOf, proxyTrustOf } from './address.ts'
import { ANONYMOUS_IDENTITY, callerOf } from './credentials.ts'
import { makeContext, newRequestId, type ServerDependencies } from './graphql.ts'

const MAX_SUBSCRIPTIONS = 20

/** The context of one event, and how to make the context of the next. */
interface EventContext extends LiveContext {
  /** Cost of each event, in points. */
  readonly cost: number
  readonly renewed: () => Promise<EventContext>
}

export function serveSubscriptions(app: FastifyInstance, dependencies: ServerDependencies): void {
  const { record, schema, log, rate } = dependencies
  const trust = proxyTrustOf(dependencies.transport)
  const feed = new Feed(record, log)
  const format = formatErrors(log)
  const formatted = (errors: readonly GraphQLError[]) => errors.map((error) => format(error.toJSON(), error))
  /** The caller is authenticated again for each event: a session may have ended since. */
  const context = async (request: IncomingMessage): Promise<EventContext> => {
    const shown = { headers: request.headers, host: hostOf(request, trust), ip: addressOf(request, trust) }
    const entry = { ...ANONYMOUS_IDENTITY, caller: await callerOf(dependencies.db, shown) }
    return {
      ...(await makeContext(dependencies, newRequestId(), entry)),
      feed,
      cost: 0,
      renewed: () => context(request),
    }
  }
  const sockets = new WebSocketServer({ noServer: true, maxPayload: dependencies.limits.bodyBytes })
  const serving = serveOver(
    {
      onSubscribe: async ({ subscriptions, extra }, _id, payload) => {
        if (Object.keys(subscriptions).length > MAX_SUBSCRIPTIONS) {
          return [badInput(`a connection holds at most ${MAX_SUBSCRIPTIONS} subscriptions. End one, or open another.`)]
        }
        const contextValue = await context(extra.request)
        const { caller } = contextValue
        return resultOrErrors(() => {
          rate.spend(caller, 0)
          rate.charge(caller, REFUSED_POINTS)
          const operation = checkSubscription(dependencies, payload)
          const cost = costOf(dependencies, operation, contextValue)
          // Subscribing is paid for here; each event is paid for when it is sent.
          return { ...operation, schema, contextValue: { ...contextValue, cost } }
        })
      },
      subscribe: async (args) => {
        const { renewed, cost } = args.contextValue as EventContext
        const events = await createSourceEventStream(args as ExecutionArgs)
        if (!(Symbol.asyncIterator in events)) return events
        return mapEvents(events, async (rootValue) => {
          const contextValue = await renewed()
          const result = resultOrErrors(() => {
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
  // Closes every connection; otherwise open connections would keep the server from closing.
  app.addHook('preClose', async () => serving.dispose())
}

/** Whether a page of another site opens the connection; it may not, since it would use its visitor's session. */
function isForeign(origin: string | undefined, host: string): boolean {
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}

type SubscriptionOperation = Omit<ExecutionArgs, 'schema'>

/** The result of `work`, or the GraphQL errors that it throws. */
function resultOrErrors<T>(work: () => T): T | GraphQLError[] {
  try {
    return work()
  } catch (error) {
    if (error instanceof InvalidSubscription) return [...error.errors]
    if (error instanceof GraphQLError) return [error]
    throw error
  }
}

class InvalidSubscription extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors.map((error) => error.message).join(' '))
  }
}

/** The text that was sent, or the text of the trusted document whose hash was sent. */
function textOf(trusted: ServerDependencies['trusted'], { query, extensions }: SubscribePayload): string {
  if (query !== '') return query
  const { sha256Hash } = (extensions?.persistedQuery ?? {}) as { sha256Hash?: unknown }
  const text = typeof sha256Hash === 'string' ? trusted.text(sha256Hash) : undefined
  if (text === undefined) throw badInput('no document of this hash is known here. Send the text of the subscription.')
  return text
}

/** Parses and validates a subscription. Throws if it is not valid, or not a subscription. */
function checkSubscription(
  { schema, limits, trusted }: ServerDependencies,
  payload: SubscribePayload,
): SubscriptionOperation {
  const { variables, operationName } = payload
  const query = textOf(trusted, payload)
  if (limits.trustedOnly && !trusted.has(hashOf(query))) throw untrustedDocument()
  const document = parse(query, { maxTokens: limits.tokens })
  const errors = validate(schema, document, undefined, { maxErrors: 20 })
  if (errors.length > 0) throw new InvalidSubscription(errors)
  if (getOperationAST(document, operationName ?? undefined)?.operation !== 'subscription') {
    throw badInput('only subscriptions are answered over a WebSocket. Send queries by POST to /graphql.')
  }
  return { document, variableValues: variables ?? {}, operationName: operationName ?? null }
}

/** The cost of each event in points. Throws if it exceeds the limits of an operation. */
function costOf(
  { schema, limits }: ServerDependencies,
  subscription: SubscriptionOperation,
  context: LiveContext,
): number {
  const operation = getOperationAST(subscription.document, subscription.operationName)
  const variables = subscription.variableValues ?? {}
  if (!operation) return 0
  return measureCost({ schema, document: subscription.document, operation, variables, sizes: sizesOf(context) }, limits)
    .cost
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(`${message.charAt(0).toUpperCase()}${message.slice(1)}`, {
    extensions: { code: 'BAD_USER_INPUT' },
  })
}

/** Maps each event to its result, in order. Ending it ends the source at once, even while it waits for an event. */
function mapEvents(
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
