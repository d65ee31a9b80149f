/** Whom a request is counted to: the address of the connection, and what a proxy says only where it is trusted. */
import { once } from 'node:events'
import { createClient } from 'graphql-ws'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { RateLimiter } from '../../server/graphql/guard/rate.ts'
import { networkOf } from '../../server/http/address.ts'
import { openApi, RELATION } from '../support/api.ts'

const QUERY = '{ codebooks { version } }'
/** Five codebooks and a little: more than half of it. */
const LITTLE = 5

describe('one caller of the rate limit', () => {
  it('is an IPv4 address in any notation, or the /64 of an IPv6 address', () => {
    expect(networkOf('192.0.2.1')).toBe('192.0.2.1')
    expect(networkOf('::ffff:192.0.2.1')).toBe('192.0.2.1')
    expect(networkOf('2001:db8:0:7::1')).toBe('2001:db8:0:7::/64')
    expect(networkOf('2001:db8::7:ffff:ffff:ffff:ffff')).toBe('2001:db8:0:7::/64')
    expect(networkOf('2001:db8:0:8::1')).not.toBe(networkOf('2001:db8:0:7::1'))
    expect(networkOf('')).toBe('')
  })
})

describe('X-Forwarded-For', () => {
  /** The statuses of two requests that say they come from these addresses. */
  const statuses = async (trustProxy: readonly string[], from: readonly string[], remoteAddress = '10.0.0.7') => {
    const { app } = await openApi({ rate: new RateLimiter(LITTLE, () => 0), transport: { trustProxy } })
    const found: number[] = []
    for (const address of from) {
      const headers = { 'x-forwarded-for': address }
      const asked = { method: 'POST', url: '/graphql', payload: { query: QUERY }, headers, remoteAddress } as const
      found.push((await app.inject(asked)).statusCode)
    }
    return found
  }

  it('is ignored if no proxy is trusted', async () => {
    expect(await statuses([], ['192.0.2.1', '192.0.2.2'])).toEqual([200, 429])
  })

  it('is used from trusted proxies, up to the last untrusted address', async () => {
    expect(await statuses(['10.0.0.0/8'], ['192.0.2.1', '192.0.2.2', '192.0.2.1'])).toEqual([200, 200, 429])
    // What the client wrote in front of what the proxy wrote counts for nothing.
    expect(await statuses(['10.0.0.0/8'], ['1.1.1.1, 192.0.2.1', '2.2.2.2, 192.0.2.1'])).toEqual([200, 429])
    expect(await statuses(['10.0.0.0/8'], ['192.0.2.1', '192.0.2.2'], '192.0.2.77')).toEqual([200, 429])
    expect(await statuses(['10.0.0.0/8'], ['2001:db8::1', '2001:db8::2'])).toEqual([200, 429])
  })
})

describe('over a WebSocket', () => {
  const open = async (points: number, trustProxy: readonly string[] = []) => {
    const api = await openApi({ rate: new RateLimiter(points, () => 0), transport: { trustProxy } })
    const origin = await api.app.listen({ port: 0, host: '127.0.0.1' })
    const url = `${origin.replace('http', 'ws')}/graphql`
    const first = async (headers: Record<string, string> = {}) => {
      class Told extends WebSocket {
        constructor(address: string, protocols: string) {
          super(address, protocols, { headers })
        }
      }
      const client = createClient({ url, webSocketImpl: Told, retryAttempts: 0 })
      onTestFinished(() => void client.dispose())
      const query = `subscription { scoresChanged(relations: [{slug: "${RELATION}"}]) { nothing } }`
      return client
        .iterate({ query })
        .next()
        .then(
          () => 'told',
          (errors) => errors[0].message as string,
        )
    }
    return { ...api, url, first }
  }

  it('subscriptions and refusals are charged like queries', async () => {
    const { first, ask } = await open(150)
    expect(await first()).toContain('Cannot query field')
    expect(await first()).toContain('Cannot query field')
    expect(await first()).toMatch(/^0 points: this address has 0 points left of the 150/)
    expect((await ask(QUERY)).status).toBe(429)
  })

  it('the address is the one that a trusted proxy forwards', async () => {
    const { first } = await open(99, ['loopback'])
    expect(await first({ 'x-forwarded-for': '192.0.2.1' })).toContain('Cannot query field')
    expect(await first({ 'x-forwarded-for': '192.0.2.1' })).toContain('0 points left')
    expect(await first({ 'x-forwarded-for': '192.0.2.2' })).toContain('Cannot query field')
  })

  it('a page behind a trusted proxy is our own if the forwarded host matches', async () => {
    const statusOf = async (url: string, headers: Record<string, string>) => {
      const socket = new WebSocket(url, 'graphql-transport-ws', { headers })
      const status = await once(socket, 'open').then(
        () => 101,
        (error: Error) => Number(/\d{3}/.exec(error.message)?.[0]),
      )
      socket.terminate()
      return status
    }
    const headers = { origin: 'https://ruritania.example', 'x-forwarded-host': 'ruritania.example' }
    expect(await statusOf((await open(1000, ['loopback'])).url, headers)).toBe(101)
    expect(await statusOf((await open(1000)).url, headers)).toBe(403)
  })
})
