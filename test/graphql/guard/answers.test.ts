/** A stranger's answer is kept for the next who asks the same, as long as the record stands. */
import { describe, expect, it } from 'vitest'
import { settle } from '../../../server/store/settle.ts'
import { type Api, openApi, RELATION } from '../../support/api.ts'
import { asking, cookieOf, settleIn } from '../../support/people.ts'
import { statement } from '../../support/store.ts'

const LOOK = ['PRAGMA data_version']
const LIST = `query ($first: Int) { relation(by: {slug: "${RELATION}"}) { statements(first: $first) { nodes { summary } totalCount } } }`
const countOf = ({ data }: Awaited<ReturnType<Api['ask']>>): number => data.relation.statements.totalCount

describe('a cached answer', () => {
  it('is the same answer, and reads nothing but whether the record has changed', async () => {
    const { ask, sqlOf } = await openApi()
    const first = await ask(LIST, { first: 3 })
    expect(await sqlOf(LIST, { first: 3 })).toEqual(LOOK)
    expect((await ask(LIST, { first: 3 })).text).toBe(first.text)
  })

  it('is keyed by document, operation and variables', async () => {
    const { ask, sqlOf, data } = await openApi()
    await ask(LIST, { first: 3 })
    expect((await sqlOf(LIST, { first: 4 })).length).toBeGreaterThan(1)
    expect((await data(LIST, { first: 4 })).relation.statements.nodes).toHaveLength(4)
    const two = 'query A { codebook(version: "default-1") { name } } query B { codebook(version: "plover-1") { name } }'
    const { app } = await openApi()
    const named = async (operationName: string) =>
      (await app.inject({ method: 'POST', url: '/graphql', payload: { query: two, operationName } })).json().data
    expect([await named('A'), await named('B')]).toEqual([
      { codebook: { name: 'default' } },
      { codebook: { name: 'plover' } },
    ])
  })

  it('is invalid with the next revision', async () => {
    const { ask, db, herald } = await openApi()
    const before = countOf(await ask(LIST, { first: 1 }))
    await db.write('test', 'one more', (tx) => settle(tx, statement(herald)))
    expect(countOf(await ask(LIST, { first: 1 }))).toBe(before + 1)
  })

  it('is used for anonymous callers only', async () => {
    const api = await openApi()
    await settleIn(api.db)
    const who = '{ viewer { name } }'
    expect((await api.ask(who)).text).not.toContain('analyst')
    const [analyst, editor] = [await cookieOf(api.db, 'ANALYST'), await cookieOf(api.db, 'EDITOR')]
    expect((await asking(api, analyst)(who)).text).toContain('analyst')
    expect((await asking(api, editor)(who)).text).toContain('editor')
    expect((await api.ask(who)).text).not.toContain('editor')
  })

  it('is not stored after an error, nor if reading is closed', async () => {
    const { ask } = await openApi()
    const failing = '{ codebook(version: "default-1") { name } users { nodes { name } } }'
    const refused = await ask(failing)
    expect(refused.errors).toHaveLength(1)
    expect((await ask(failing)).errors).toEqual(refused.errors)
    const closed = await openApi({ reading: 'CLOSED' })
    for (let i = 0; i < 2; i++) expect((await closed.ask(LIST, { first: 3 })).errors).toHaveLength(1)
  })
})

describe('a cached series', () => {
  it('is never that of another query', async () => {
    const { data } = await openApi()
    const series = async (args: string) =>
      JSON.stringify(
        await data(`{ relation(by: {slug: "${RELATION}"}) { series(${args}) { days tension tensionHigh } } }`),
      )
    const plain = 'from: "1901-03-01", to: "1901-08-31", bucket: MONTH'
    const others = [
      'overlay: [{tag: "accuse", tension: 9}]',
      'direction: A_TO_B',
      'codebook: "goldstein"',
      'halfLife: 7',
      'method: LEVEL',
      'interval: 99',
      'collections: ["articles"]',
    ]
    const answers = [await series(plain)]
    for (const other of others) answers.push(await series(`${plain}, ${other}`))
    expect(new Set(answers).size).toBe(answers.length)
    expect(await series(plain)).toBe(answers[0])
    expect(await series(`${plain}, overlay: [{tag: "accuse", tension: 8}]`)).not.toBe(answers[1])
  })
})
