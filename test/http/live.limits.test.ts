/** Subscriptions are held to the limits of any operation, before they begin. */
import { createClient } from 'graphql-ws'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { RateLimiter } from '../../server/graphql/guard/rate.ts'
import { settle } from '../../server/store/settle.ts'
import { openApi, RELATION } from '../support/api.ts'
import { follow, openLive, taken } from '../support/live.ts'
import { statement } from '../support/store.ts'

it('refuses a subscription whose events would exceed the limits', async () => {
  const { app } = await openApi()
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const client = createClient({
    url: `${origin.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  })
  onTestFinished(() => void client.dispose())
  const refusalOf = async (selection: string) => {
    const query = `subscription { scoresChanged(relations: [{slug: "ruritania-syldavia"}]) { relations { ${selection} } } }`
    const events = client.iterate({ query })
    const said = await events.next().then(
      ({ value }) => JSON.stringify(value),
      (errors: readonly { readonly message: string }[]) => errors[0]?.message ?? '',
    )
    await events.return?.()
    return said
  }
  const many = Array.from({ length: 16 }, (_, i) => `a${i}: name`).join(' ')
  expect(await refusalOf(many)).toContain('a document has at most 15 aliases')
  expect(await refusalOf('events(first: 100000) { nodes { id } }')).toContain('a page holds 1 to 100')
  const daily = 'series(from: "1801-01-01", to: "1901-12-31", bucket: DAY) { days }'
  expect(await refusalOf(daily)).toContain('at most 8000 points')
})

it('charges each event like a query, and sends the refusal if too few points are left', async () => {
  // 100 to begin, 2 for an event (its list of relations, and one of them), so that 103 leave one point for the second.
  const live = await openLive({ rate: new RateLimiter(103, () => 0) })
  const changes = follow(
    live,
    `subscription { scoresChanged(relations: [{slug: "${RELATION}"}]) { relations { slug } } }`,
  )
  await taken(live)
  const more = () => live.db.write('test', 'one more', (tx) => settle(tx, statement(live.herald)))
  await more()
  expect((await changes.first).data.scoresChanged.relations).toEqual([{ slug: RELATION }])
  await more()
  const { data, errors } = await changes.next()
  expect(data).toBeNull()
  expect(errors?.[0]?.message).toMatch(/^\d+ points: this address has \d points left of the 103/)
  expect(errors?.[0]?.extensions.code).toBe('RATE_LIMITED')
  await changes.end()
})
