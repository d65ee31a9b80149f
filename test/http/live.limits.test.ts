/** Subscriptions are held to the limits of any operation, before they begin. */
import { createClient } from 'graphql-ws'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { openApi } from '../support/api.ts'

it('refuses a subscription whose every event would ask too much', async () => {
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
