/** Subscriptions over a real WebSocket, moved by this process and by another. */
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { settle, supersedeStatement } from '../../server/store/settle.ts'
import { RELATION } from '../support/api.ts'
import { bundled, finished, run } from '../support/child.ts'
import { follow, followed, openLive, type Told, taken } from '../support/live.ts'
import { cookieOf, settleIn } from '../support/people.ts'
import { BOR, RUR, SYL, statement } from '../support/store.ts'

const CHANGED = `subscription ($relations: [RelationBy!]!) { scoresChanged(relations: $relations) { revision relations {
  slug series(from: "1901-03-01", to: "1901-12-31", bucket: YEAR) { n } } } }`
const SETTLED = `subscription ($relations: [RelationBy!]) { statementSettled(relations: $relations) {
  id summary source { code } tag { code } document { title } event { id } } }`
const NAMED = [{ slug: RELATION }, { slug: 'syldavia-borduria' }]

describe('a subscriber', () => {
  it('receives which of its relations changed, and reads the new scores', async () => {
    const live = await openLive()
    const before = (
      await live.data(
        `{ relation(by: {slug: "${RELATION}"}) { series(from: "1901-03-01", to: "1901-12-31", bucket: YEAR) { n } } }`,
      )
    ).relation.series.n[0]
    const changes = follow(live, CHANGED, { relations: NAMED })
    await taken(live)
    await live.db.write('test', 'one more', (tx) => settle(tx, statement(live.herald)))
    const told = await changes.first
    expect(told.data.scoresChanged.relations).toEqual([{ slug: RELATION, series: { n: [before + 1] } }])
    expect(told.extensions.revision).toBe(told.data.scoresChanged.revision)
    await live.db.write('test', 'another pair', (tx) =>
      settle(tx, statement(live.herald, { source: RUR, target: BOR })),
    )
    await live.db.write('test', 'and again', (tx) => settle(tx, statement(live.herald)))
    const next = await changes.next()
    expect(next.data.scoresChanged.relations.map((r: { slug: string }) => r.slug)).toEqual([RELATION])
    await changes.end()
  })

  it('receives changes of another process', async () => {
    const live = await openLive()
    const settled = follow(live, SETTLED)
    const changed = follow(live, CHANGED, { relations: NAMED.slice(0, 1) })
    await taken(live)
    const child = run(await bundled('test/store/writer.child.ts'), [live.db.path, '1', String(live.gazette)])
    const ended = finished(child)
    expect((await settled.first).data.statementSettled).toMatchObject({
      summary: 'Accuses it',
      source: { code: 'RUR' },
      document: { title: 'Gazette of the day' },
    })
    expect((await changed.first).data.scoresChanged.relations[0].slug).toBe(RELATION)
    expect((await ended).code).toBe(0)
  })

  it('receives settled and corrected statements of its relations only', async () => {
    const live = await openLive()
    const settled = follow(live, SETTLED, { relations: [{ slug: RELATION }] })
    await taken(live)
    const made = await live.db.write('test', 'several', async (tx) => {
      await settle(tx, statement(live.herald, { source: SYL, target: BOR, summary: 'Of others' }))
      await settle(tx, statement(live.herald, { leaf: null, summary: 'Not settled' }))
      return settle(tx, statement(live.herald, { summary: 'Settled' }))
    })
    expect((await settled.first).data.statementSettled.summary).toBe('Settled')
    await live.db.write('test', 'mended', (tx) => supersedeStatement(tx, made.statement, { summary: 'Mended' }))
    expect((await settled.next()).data.statementSettled.summary).toBe('Mended')
  })

  it('at the desk is told of every change of a statement of the document, and nobody who may not code is', async () => {
    const live = await openLive()
    await settleIn(live.db)
    const document = `Document:${live.herald}`
    const query = 'subscription ($document: ID!) { deskChanged(document: $document) { revision } }'
    const [refused] = (await follow(live, query, { document }).first.then(({ errors }) => errors)) ?? []
    expect(refused?.extensions.code).toBe('UNAUTHENTICATED')
    const desk = followed(live, await cookieOf(live.db, 'ANALYST'), query, { document })
    await taken(live)
    const write = (work: Parameters<typeof live.db.write<unknown>>[2]) => live.db.write('test', 'changes', work)
    const placed = { start: 0, end: 9 }
    let made = { statement: 0 } as Awaited<ReturnType<typeof settle>>
    await write(async (tx) => settle(tx, statement(live.gazette, placed)))
    await write(async (tx) => {
      made = await settle(tx, statement(live.herald, placed))
    })
    const revision = async (told: Promise<Told>) => (await told).data.deskChanged.revision
    const first = await revision(desk.first)
    await write((tx) => supersedeStatement(tx, made.statement, { denied: true }))
    const second = await revision(desk.next())
    const third = desk.next()
    await write(async (tx) => {
      const [row] = await tx.all<{ id: number }>('SELECT MAX("id") AS id FROM statement')
      await supersedeStatement(tx, row?.id as never, null)
    })
    expect([second - first, (await revision(third)) - second]).toEqual([1, 1])
  })

  it('is told why it is refused', async () => {
    const live = await openLive()
    const refusal = (query: string, variables = {}) =>
      follow(live, query, variables).first.then(
        ({ errors }) => errors?.[0],
        (errors) => errors[0],
      )
    expect((await refusal('{ relations { nodes { slug } } }')).message).toContain('Send queries by POST')
    expect((await refusal('subscription { nothing }')).message).toContain('Cannot query field')
    expect((await refusal('subscription {')).message).toContain('Syntax Error')
    expect((await refusal(CHANGED, { relations: [] })).extensions.code).toBe('BAD_RANGE')
    expect((await refusal(CHANGED, { relations: [{ slug: 'atlantis' }] })).extensions.code).toBe('UNKNOWN_RELATION')
  })

  it('is disconnected when the server shuts down', async () => {
    const live = await openLive()
    const { first } = follow(live, SETTLED)
    const ended = first.catch((error) => error)
    await taken(live)
    await live.app.close()
    await ended
    // 1001: going away.
    expect(live.closes).toEqual([1001])
  })
})

describe('the server', () => {
  it('refuses connections of pages of other sites, and at other paths', async () => {
    const { url } = await openLive()
    const statusOf = async (at: string, origin?: string) => {
      const socket = new WebSocket(at, 'graphql-transport-ws', origin === undefined ? {} : { origin })
      const [answer] = await Promise.race([
        once(socket, 'error').then(([error]) => [Number(/\d{3}/.exec(String(error.message))?.[0])]),
        once(socket, 'open').then(() => [101]),
      ])
      socket.terminate()
      return answer
    }
    expect(await statusOf(url, 'https://elsewhere.example')).toBe(403)
    expect(await statusOf(url, 'null')).toBe(403)
    expect(await statusOf(url, url.replace('ws:', 'http:').replace('/graphql', ''))).toBe(101)
    expect(await statusOf(url)).toBe(101)
    expect(await statusOf(url.replace('/graphql', '/else'))).toBe(404)
  })
})
