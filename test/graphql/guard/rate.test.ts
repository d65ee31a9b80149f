/** What one caller may spend in a minute: counted by hand with a clock that the test sets. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UserId } from '../../../server/domain/account.ts'
import { ANONYMOUS, type Caller } from '../../../server/graphql/guard/caller.ts'
import { MAX_CALLERS, RateLimiter, REFUSED_POINTS } from '../../../server/graphql/guard/rate.ts'
import { openApi, RELATION } from '../../support/api.ts'
import { asking, cookieOf, settleIn, tokenOf } from '../../support/people.ts'

const at = (address: string): Caller => ({ ...ANONYMOUS, address })
const ana = { id: 1 as UserId, name: 'ana' }
const SECOND = 1000

/** A rate whose clock stands until the test moves it. */
function clocked(perMinute: number, most?: number) {
  const clock = { ms: 0 }
  return { clock, rate: new RateLimiter(perMinute, () => clock.ms, most) }
}

describe('a bucket', () => {
  it('holds the points of a minute and refills evenly up to that', () => {
    const { clock, rate } = clocked(600)
    const caller = at('192.0.2.1')
    expect(rate.remaining(caller)).toBe(600)
    rate.spend(caller, 500)
    expect(rate.remaining(caller)).toBe(100)
    // 600 a minute are 10 a second.
    clock.ms += 3 * SECOND
    expect(rate.remaining(caller)).toBe(130)
    clock.ms += 3600 * SECOND
    expect(rate.remaining(caller)).toBe(600)
  })

  it('names the cost, the caller’s points left, and when to retry', () => {
    const { clock, rate } = clocked(600)
    const caller = at('192.0.2.1')
    rate.spend(caller, 550)
    // 80 − 50 = 30 points are missing, 3 seconds' worth.
    expect(() => rate.spend(caller, 80)).toThrow(
      '80 points: this address has 50 points left of the 600 that it may spend in a minute. Ask again in 3 seconds, or ask for less.',
    )
    expect(rate.remaining(caller)).toBe(50)
    clock.ms += 3 * SECOND
    rate.spend(caller, 80)
    expect(rate.remaining(caller)).toBe(0)
  })

  it('that is full allows one operation above its size, then nothing until that is refilled', () => {
    const { clock, rate } = clocked(600)
    const caller = at('192.0.2.1')
    rate.spend(caller, 1200)
    expect(rate.remaining(caller)).toBe(-600)
    expect(() => rate.spend(caller, 0)).toThrow(/has 0 points left.*in 60 seconds/)
    clock.ms += 60 * SECOND
    rate.spend(caller, 0)
  })

  it('belongs to a token, else to a user, else to an address', () => {
    const { rate } = clocked(600)
    const session = { ...at('192.0.2.1'), user: ana, via: 'session' }
    const callers: Caller[] = [
      at('192.0.2.1'),
      at('192.0.2.2'),
      session,
      { ...session, via: 'det_00000001' },
      { ...session, via: 'det_00000002' },
    ]
    callers.forEach((caller, i) => {
      rate.spend(caller, 100 * i)
    })
    expect(callers.map((caller) => rate.remaining(caller))).toEqual([600, 500, 400, 300, 200])
    // Another address of the same user, and a token that lets nobody in.
    expect(rate.remaining({ ...session, address: '192.0.2.9' })).toBe(400)
    expect(rate.remaining({ ...at('192.0.2.2'), refused: 'the token is unknown, revoked or expired' })).toBe(500)
  })

  it('is dropped if there are too many, least recently used first', () => {
    const { rate } = clocked(600, 3)
    for (const n of [1, 2, 3]) rate.spend(at(`192.0.2.${n}`), 100 * n)
    rate.spend(at('192.0.2.1'), 0)
    rate.spend(at('192.0.2.4'), 400)
    expect([1, 2, 3, 4].map((n) => rate.remaining(at(`192.0.2.${n}`)))).toEqual([500, 600, 300, 200])
    const many = new RateLimiter(600)
    for (let n = 0; n < MAX_CALLERS + 1000; n++) many.charge(at(`address ${n}`), 1)
    expect(many.callers).toBe(MAX_CALLERS)
  })

  it('never gives more than its size plus what was refilled', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 900 })))
    fc.assert(
      fc.property(steps, (asked) => {
        const { clock, rate } = clocked(600)
        let given = 0
        for (const [wait, points] of asked) {
          clock.ms += wait
          try {
            rate.spend(at('192.0.2.1'), points)
            given += points
          } catch {
            // Not given.
          }
        }
        // One that costs more than the brim may go over it, by 300 at most.
        expect(given).toBeLessThanOrEqual(600 + clock.ms / 100 + 300)
      }),
    )
  })

  it('limits nobody if the setting is 0', () => {
    const rate = new RateLimiter(0)
    rate.spend(at('192.0.2.1'), 1e12)
    expect([rate.remaining(at('192.0.2.1')), rate.callers]).toEqual([null, 0])
  })
})

const LINE = `{ relation(by: {slug: "${RELATION}"}) { events(first: 50) { nodes { source { code } } } } }`

describe('an answer', () => {
  it('has its cost, the limit and the points left in extensions.cost', async () => {
    const { clock, rate } = clocked(6000)
    const { ask } = await openApi({ rate, limits: { cost: 500 } })
    // The relation, the list, 50 events and their sources: 1 + 1 + 50 × 2.
    expect((await ask(LINE)).extensions.cost).toEqual({ asked: 102, allowed: 500, left: 5898 })
    expect((await ask(LINE)).extensions.cost).toEqual({ asked: 102, allowed: 500, left: 5796 })
    clock.ms += SECOND
    expect((await ask(LINE)).extensions.cost).toEqual({ asked: 102, allowed: 500, left: 5794 })
  })

  it('is 429 with Retry-After if too few points are left', async () => {
    const { clock, rate } = clocked(150)
    const { ask, sqlOf } = await openApi({ rate })
    expect((await sqlOf(LINE)).length).toBeGreaterThan(0)
    const refused = await ask(LINE)
    // 102 − 48 = 54 missing at 2.5 a second.
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '22'])
    expect(refused.data).toBeUndefined()
    expect(refused.headers['content-type']).toContain('application/graphql-response+json')
    expect(refused.errors[0]).toMatchObject({
      message:
        '102 points: this address has 48 points left of the 150 that it may spend in a minute. Ask again in 22 seconds, or ask for less.',
      extensions: { code: 'RATE_LIMITED', value: '102 points', retryAfter: 22 },
    })
    expect(refused.extensions.cost).toEqual({ asked: 102, allowed: 20_000, left: 48 })
    clock.ms += 22 * SECOND
    expect((await ask(LINE)).status).toBe(200)
  })

  it('to an unreadable request costs points too, until requests are refused unread', async () => {
    const { rate } = clocked(250)
    const { ask } = await openApi({ rate })
    const statuses = []
    for (const query of ['{', '{ toad }', 'query A { __typename } query B { __typename }', '{', LINE]) {
      statuses.push((await ask(query)).status)
    }
    // 250, 150, 50, −50: the fourth is not read any more.
    expect(statuses).toEqual([400, 422, 400, 429, 429])
    expect(REFUSED_POINTS).toBe(100)
  })

  it('by GET is counted like one by POST', async () => {
    const { rate } = clocked(150)
    const { app, ask } = await openApi({ rate })
    const get = () =>
      app.inject({
        url: `/graphql?query=${encodeURIComponent(LINE)}`,
        headers: { 'content-type': 'application/json' },
      })
    expect((await get()).statusCode).toBe(200)
    expect([(await get()).statusCode, (await ask(LINE)).status]).toEqual([429, 429])
  })

  it('to a token is counted separately from its owner’s session and address', async () => {
    const { rate } = clocked(150)
    const api = await openApi({ rate })
    await settleIn(api.db)
    const askers = [
      api.ask,
      asking(api, await cookieOf(api.db, 'VIEWER')),
      asking(api, await tokenOf(api.db, 'VIEWER')),
      asking(api, await tokenOf(api.db, 'VIEWER')),
    ]
    for (const ask of askers) {
      expect([(await ask(LINE)).status, (await ask(LINE)).status]).toEqual([200, 429])
    }
    const said = (await (askers[1] as typeof api.ask)(LINE)).errors[0]?.message
    expect(said).toContain('the user viewer has 48 points left')
  })
})
