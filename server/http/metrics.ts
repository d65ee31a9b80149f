/** Figures for operators at /metrics, in the text that Prometheus reads: durations, errors and cost an operation. */
import type { ApolloServerPlugin } from '@apollo/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Transport } from '../config.ts'
import { has } from '../graphql/guard/caller.ts'
import type { Context } from '../graphql/schema/context.ts'
import type { HeldRecord } from '../store/record.ts'
import { isLoopback } from './address.ts'
import type { Door } from './credentials.ts'

/** Names of operations are the clients' own, so only so many are told apart; the others are `other`. */
const MOST_NAMES = 100
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const POINTS = [10, 100, 500, 1000, 2500, 5000, 10_000, 20_000]

/** One operation that was answered. */
export interface Answered {
  readonly requestId: string
  /** Its name; `anonymous` where it has none, `invalid` where it was not understood. */
  readonly name: string
  readonly seconds: number
  readonly errors: readonly string[]
  /** Points; null where none are counted. */
  readonly cost: number | null
  /** SHA-256 of its document, shortened: texts may hold what a log must not. */
  readonly document: string
}

export class Metrics {
  readonly registry = new Registry()
  private readonly names = new Set<string>()
  private readonly duration = this.made(
    new Histogram({
      ...{ name: 'detente_operation_seconds', help: 'Time to answer an operation.', registers: [] },
      ...{ labelNames: ['operation', 'outcome'] as const, buckets: SECONDS },
    }),
  )
  private readonly errors = this.made(
    new Counter({
      ...{ name: 'detente_operation_errors_total', help: 'Errors answered, by code.', registers: [] },
      labelNames: ['code'] as const,
    }),
  )
  private readonly cost = this.made(
    new Histogram({
      ...{ name: 'detente_operation_cost_points', help: 'Cost of an operation.', registers: [], buckets: POINTS },
    }),
  )
  private readonly unchangedAnswers = this.made(
    new Counter({ name: 'detente_unchanged_total', help: 'Answers that were a 304.', registers: [] }),
  )

  constructor(record: HeldRecord) {
    collectDefaultMetrics({ register: this.registry })
    this.made(
      new Gauge({
        ...{ name: 'detente_revision', help: 'Data revision held in memory.', registers: [] },
        collect() {
          this.set(record.revision)
        },
      }),
    )
  }

  answered({ name, seconds, errors, cost }: Answered): void {
    this.duration.observe({ operation: this.told(name), outcome: errors.length > 0 ? 'error' : 'ok' }, seconds)
    for (const code of errors) this.errors.inc({ code })
    if (cost !== null) this.cost.observe(cost)
  }

  unchanged(): void {
    this.unchangedAnswers.inc()
  }

  private told(name: string): string {
    if (this.names.size < MOST_NAMES) this.names.add(name)
    return this.names.has(name) ? name : 'other'
  }

  private made<T extends Histogram<string> | Counter<string> | Gauge<string>>(metric: T): T {
    this.registry.registerMetric(metric as never)
    return metric
  }
}

/** Hands every answered operation to `tell`. */
export function observed(tell: (answered: Answered) => void): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ request, contextValue }) {
      const started = performance.now()
      return {
        async willSendResponse({ operation, operationName, queryHash, response: { body } }) {
          const result = body.kind === 'single' ? body.singleResult : body.initialResult
          const cost = result.extensions?.cost as { asked?: unknown } | undefined
          tell({
            requestId: contextValue.requestId,
            name: operation ? (operationName ?? 'anonymous') : 'invalid',
            seconds: (performance.now() - started) / 1000,
            errors: (result.errors ?? []).map((error) => String(error.extensions?.code ?? 'UNKNOWN')),
            cost: typeof cost?.asked === 'number' ? cost.asked : null,
            document: request.query === undefined ? '' : (queryHash ?? '').slice(0, 16),
          })
        },
      }
    },
  }
}

export function serveMetrics(app: FastifyInstance, metrics: Metrics, { metrics: open }: Transport, door: Door): void {
  app.get('/metrics', async (request, reply) => {
    const mayRead =
      open === 'OPEN' || (open === 'LOCAL' && isLocal(request)) || has(await door.callerOf(request), 'ADMIN')
    if (!mayRead) {
      const cure = 'Send an admin’s token as "Authorization: Bearer det_…", or ask the operator for METRICS=open'
      return reply.code(403).send({ error: `/metrics: it is for those who run this server. ${cure}.` })
    }
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}

/** What a proxy of this machine passes on is not from here, whether we believe its word on where it is from or not. */
function isLocal({ ip, headers }: FastifyRequest): boolean {
  return isLoopback(ip) && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
}
