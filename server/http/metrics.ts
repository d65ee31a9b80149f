/** Prometheus metrics at /metrics: durations, errors and cost of operations. */
import type { ApolloServerPlugin } from '@apollo/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Transport } from '../config.ts'
import { hasRole } from '../graphql/guard/caller.ts'
import type { Context } from '../graphql/schema/context.ts'
import type { HeldRecord } from '../store/record.ts'
import { isLoopback } from './address.ts'
import type { Authenticator } from './credentials.ts'

/** Clients choose the names of operations, so only this many become labels; the others are labelled `other`. */
const MAX_NAMES = 100
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const POINTS = [10, 100, 500, 1000, 2500, 5000, 10_000, 20_000]

/** An operation that was answered. */
export interface AnsweredOperation {
  readonly requestId: string
  /** Name of the operation; `anonymous` if it has none, `invalid` if it could not be parsed or validated. */
  readonly name: string
  readonly seconds: number
  readonly errors: readonly string[]
  /** Cost in points; null if it was not measured. */
  readonly cost: number | null
  /** SHA-256 of its document, shortened: the text may hold personal data. */
  readonly document: string
}

export class Metrics {
  readonly registry = new Registry()
  private readonly names = new Set<string>()
  private readonly duration = this.register(
    new Histogram({
      ...{ name: 'detente_operation_seconds', help: 'Time to answer an operation.', registers: [] },
      ...{ labelNames: ['operation', 'outcome'] as const, buckets: SECONDS },
    }),
  )
  private readonly errors = this.register(
    new Counter({
      ...{ name: 'detente_operation_errors_total', help: 'Errors answered, by code.', registers: [] },
      labelNames: ['code'] as const,
    }),
  )
  private readonly cost = this.register(
    new Histogram({
      ...{ name: 'detente_operation_cost_points', help: 'Cost of an operation.', registers: [], buckets: POINTS },
    }),
  )
  private readonly notModified = this.register(
    new Counter({ name: 'detente_unchanged_total', help: 'Answers that were a 304.', registers: [] }),
  )

  constructor(record: HeldRecord) {
    collectDefaultMetrics({ register: this.registry })
    this.register(
      new Gauge({
        ...{ name: 'detente_revision', help: 'Data revision held in memory.', registers: [] },
        collect() {
          this.set(record.revision)
        },
      }),
    )
  }

  recordAnswer({ name, seconds, errors, cost }: AnsweredOperation): void {
    this.duration.observe({ operation: this.labelOf(name), outcome: errors.length > 0 ? 'error' : 'ok' }, seconds)
    for (const code of errors) this.errors.inc({ code })
    if (cost !== null) this.cost.observe(cost)
  }

  recordNotModified(): void {
    this.notModified.inc()
  }

  private labelOf(name: string): string {
    if (this.names.size < MAX_NAMES) this.names.add(name)
    return this.names.has(name) ? name : 'other'
  }

  private register<T extends Histogram<string> | Counter<string> | Gauge<string>>(metric: T): T {
    this.registry.registerMetric(metric as never)
    return metric
  }
}

/** Calls `onAnswered` for every answered operation. */
export function observeOperations(onAnswered: (operation: AnsweredOperation) => void): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ request, contextValue }) {
      const started = performance.now()
      return {
        async willSendResponse({ operation, operationName, queryHash, response: { body } }) {
          const result = body.kind === 'single' ? body.singleResult : body.initialResult
          const cost = result.extensions?.cost as { asked?: unknown } | undefined
          onAnswered({
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

export function serveMetrics(
  app: FastifyInstance,
  metrics: Metrics,
  { metrics: open }: Transport,
  authenticator: Authenticator,
): void {
  app.get('/metrics', async (request, reply) => {
    const mayRead =
      open === 'OPEN' ||
      (open === 'LOCAL' && isLocal(request)) ||
      hasRole(await authenticator.callerOf(request), 'ADMIN')
    if (!mayRead) {
      const cure = 'Send an admin’s token as "Authorization: Bearer det_…", or ask the operator for METRICS=open'
      return reply.code(403).send({ error: `/metrics: only operators of this server may read it. ${cure}.` })
    }
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}

/** Whether the request comes from this machine, and not through a proxy on it. */
function isLocal({ ip, headers }: FastifyRequest): boolean {
  return isLoopback(ip) && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
}
