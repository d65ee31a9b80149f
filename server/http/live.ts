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
import { formatErrors } from '../graphql/errors.ts'
import { sizesOf } from '../graphql/limits.ts'
import type { LiveContext } from '../graphql/live.ts'
import { measure } from '../graphql/measure.ts'
import { Feed } from '../store/feed.ts'
import { type Answering, contextOf, newRequestId } from './graphql.ts'

const MESSAGE_BYTES = 100_000
const MOST_SUBSCRIPTIONS = 20

export function serveLive(app: FastifyInstance, answering: Answering): void {
  const { record, log } = answering
  const feed = new Feed(record, log)
  const format = formatErrors(log)
  const formatted = (errors: readonly GraphQLError[]) => errors.map((error) => format(error.toJSON(), error))
  const context = async (): Promise<LiveContext> => ({ ...(await contextOf(answering, newRequestId())), feed })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_BYTES })
  const serving = serveOver(
    {
      onSubscribe: async ({ subscriptions }, _id, payload) => {
        if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS) {
          return [said(`a connection holds at most ${MOST_SUBSCRIPTIONS} subscriptions. End one, or open another.`)]
        }
        return checked(answering, payload, await context())
      },
      subscribe: async (args) => {
        const events = await createSourceEventStream(args as ExecutionArgs)
        if (!(Symbol.asyncIterator in events)) return events
        return mapped(events, async (rootValue) =>
          execute({ ...(args as ExecutionArgs), rootValue, contextValue: await context() }),
        )
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
    if (request.url?.split('?')[0] !== '/graphql' || isForeign(request)) {
      socket.end(`HTTP/1.1 ${isForeign(request) ? '403 Forbidden' : '404 Not Found'}\r\nConnection: close\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request))
  })
  // Tells every client that the server goes away; else their open connections would keep it from closing.
  app.addHook('preClose', async () => serving.dispose())
}

/** A page of another site may not open a connection in its visitor's name. */
function isForeign({ headers }: IncomingMessage): boolean {
  if (headers.origin === undefined) return false
  return !URL.canParse(headers.origin) || new URL(headers.origin).host !== headers.host
}

/** What is to be executed; refused where it cannot be understood, is no subscription, or each event would cost too much. */
function checked(
  { schema, limits }: Answering,
  { query, variables, operationName }: SubscribePayload,
  contextValue: LiveContext,
): GraphQLError[] | ExecutionArgs {
  try {
    const document = parse(query, { maxTokens: limits.tokens })
    const errors = validate(schema, document, undefined, { maxErrors: 20 })
    if (errors.length > 0) return [...errors]
    const operation = getOperationAST(document, operationName ?? undefined)
    if (operation?.operation !== 'subscription') {
      return [said('only subscriptions are answered over a WebSocket. Send queries by POST to /graphql.')]
    }
    const variableValues = variables ?? {}
    measure({ schema, document, operation, variables: variableValues, sizes: sizesOf(contextValue) }, limits)
    return { schema, document, variableValues, operationName: operationName ?? null, contextValue }
  } catch (error) {
    if (error instanceof GraphQLError) return [error]
    throw error
  }
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
