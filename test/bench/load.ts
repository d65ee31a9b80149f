/** The load: so many connections that ask again and again for some seconds, in a process of its own. */
import autocannon from 'autocannon'

export interface Request {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Load {
  readonly origin: string
  readonly requests: readonly Request[]
  readonly seconds: number
  readonly status: number
}

export interface Answers {
  readonly count: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

/** Connections at once: enough that the server never waits for the next question. */
const CONNECTIONS = 10

export async function load({ origin, requests, seconds, status }: Load): Promise<Answers> {
  const times: number[] = []
  const failed: number[] = []
  const run = autocannon({
    ...{ url: origin, duration: seconds, connections: CONNECTIONS },
    requests: requests.map((r) => ({ ...r, headers: { 'content-type': 'application/json', ...r.headers } })),
  })
  run.on('response', (_client: unknown, code: number, _bytes: number, ms: number) =>
    (code === status ? times : failed).push(ms),
  )
  const result = await run
  if (failed.length > 0 || result.errors > 0) {
    throw new Error(`${origin}: ${failed.length} answers were not ${status} (${failed[0]}), ${result.errors} failed`)
  }
  times.sort((x, y) => x - y)
  const at = (p: number) => times[Math.floor(p * (times.length - 1))] ?? Number.NaN
  return { count: times.length, perSecond: times.length / result.duration, p50Ms: at(0.5), p99Ms: at(0.99) }
}
