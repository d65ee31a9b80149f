import { serverAudits } from 'graphql-http'
import { it } from 'vitest'
import { openApi } from '../support/api.ts'

it('audit', async () => {
  const { app } = await openApi()
  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`
  for (const audit of serverAudits({ url, fetchFn: fetch })) {
    const r = await audit.fn()
    if (r.status !== 'ok') console.log(r.status, audit.id, audit.name, r.status !== 'ok' ? r.reason : '')
  }
})
