/** What was shared as frozen stays what it was, byte by byte, whatever is recorded later; what is live does not. */
import { expect, it } from 'vitest'
import { encodeView } from '../../server/figure/address/url.ts'
import { START } from '../../server/figure/address/view.ts'
import { settle } from '../../server/store/settle.ts'
import { frozenView } from '../../web/data/share.ts'
import { openApi, RELATION } from '../support/api.ts'
import { day, leaf, statement } from '../support/store.ts'

it('keeps a frozen picture, table and figure unchanged after new statements, but not the live ones', async () => {
  const { app, db, herald } = await openApi()
  const bodyOf = async (url: string) => (await app.inject({ url })).body
  const { relation } = (await app.inject({ url: `/data/${RELATION}.json?notes=0` })).json()
  const frozen = encodeView(frozenView(START, relation.series))
  const urls = (query: string) => [
    `/image/${RELATION}.svg${query}`,
    `/data/${RELATION}.csv${query}`,
    `/embed/${RELATION}${query}`,
  ]
  const ask = async (query: string) => await Promise.all(urls(query).map(bodyOf))
  const [kept, moving] = [await ask(frozen), await ask('')]
  // A revision is an instant to the millisecond; the next one must be a later instant.
  await new Promise((resolve) => setTimeout(resolve, 5))
  await db.write('test', 'a war', async (tx) => {
    for (let i = 0; i < 20; i++) {
      await settle(tx, statement(herald, { day: (day('1901-07-01') + i) as ReturnType<typeof day>, leaf: leaf('190') }))
    }
  })
  expect(await ask(frozen)).toEqual(kept)
  const moved = await ask('')
  moved.forEach((body, i) => {
    expect(body).not.toBe(moving[i])
  })
})
