/** Relay connections: every row once, in both ways, however many come meanwhile; pages of 1 to 100. */
import { describe, expect, it } from 'vitest'
import { settle } from '../../../server/store/settle.ts'
import { type Answer, openApi, RELATION } from '../../support/api.ts'
import { day, statement } from '../../support/store.ts'

const LISTS = ['events', 'statements'] as const
const page = (list: string) => `query ($first: Int, $after: String, $last: Int, $before: String) {
  relation(by: {slug: "${RELATION}"}) { ${list}(first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { id day } edges { cursor node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`

interface Node {
  readonly id: string
  readonly day: string
}

describe('a list', () => {
  it('can be read completely in pages from either end, newest first', async () => {
    const { data } = await openApi()
    for (const list of LISTS) {
      const forward: Node[] = []
      for (let after: string | null = null, more = true; more; ) {
        const found: Answer['data'] = (await data(page(list), { first: 17, after })).relation[list]
        expect(found.edges.map((e: { node: Node }) => e.node.id)).toEqual(found.nodes.map((n: Node) => n.id))
        expect(found.pageInfo.startCursor).toBe(found.edges[0].cursor)
        expect(found.pageInfo.endCursor).toBe(found.edges.at(-1).cursor)
        expect(found.pageInfo.hasPreviousPage).toBe(after !== null)
        forward.push(...found.nodes)
        more = found.pageInfo.hasNextPage
        after = found.pageInfo.endCursor
        if (!more) expect(forward).toHaveLength(found.totalCount)
      }
      expect(new Set(forward.map((n) => n.id)).size).toBe(forward.length)
      expect(forward.map((n) => n.day)).toEqual(
        forward
          .map((n) => n.day)
          .sort()
          .reverse(),
      )
      const backward: Node[] = []
      for (let before: string | null = null, more = true; more; ) {
        const found: Answer['data'] = (await data(page(list), { last: 17, before })).relation[list]
        backward.unshift(...found.nodes)
        more = found.pageInfo.hasPreviousPage
        before = found.pageInfo.startCursor
      }
      expect(backward).toEqual(forward)
    }
  })

  it('has stable pages while new rows arrive', async () => {
    const { data, db, herald } = await openApi()
    for (const list of LISTS) {
      const whole = (await data(page(list), { first: 60 })).relation[list].nodes
      const begun = (await data(page(list), { first: 30 })).relation[list]
      await db.write('ana', 'newer and older', async (tx) => {
        await settle(tx, statement(herald, { day: day('1901-09-30'), summary: 'Newer' }))
        await settle(tx, statement(herald, { day: day('1901-01-01'), summary: 'Older' }))
      })
      const { endCursor } = begun.pageInfo
      const rest = (await data(page(list), { first: 30, after: endCursor })).relation[list]
      expect([...begun.nodes, ...rest.nodes]).toEqual(whole)
      const back = (await data(page(list), { last: 29, before: endCursor })).relation[list]
      expect(back.nodes).toEqual(whole.slice(0, 29))
    }
  })

  it('returns the rows between two cursors', async () => {
    const { data } = await openApi()
    const { edges } = (await data(page('events'), { first: 30 })).relation.events
    const between = { after: edges[3].cursor, before: edges[9].cursor }
    const ids = edges.slice(4, 9).map((e: { node: Node }) => e.node.id)
    for (const size of [{ first: 50 }, { last: 50 }]) {
      const { nodes } = (await data(page('events'), { ...size, ...between })).relation.events
      expect(nodes.map((n: Node) => n.id)).toEqual(ids)
    }
  })

  it('of many relations at once equals the list of each alone', async () => {
    const { data } = await openApi()
    const lists = `events(last: 3, direction: A_TO_B) { totalCount nodes { id } pageInfo { hasPreviousPage } }
      statements(first: 3) { totalCount nodes { id } pageInfo { hasNextPage } } issues { issue statements }
      late: events(first: 3, from: "1901-06-01") { nodes { id } }`
    const together: Answer['data'][] = (await data(`{ relations { nodes { slug ${lists} } } }`)).relations.nodes
    expect(new Set(together.map((r) => r.events.totalCount)).size).toBeGreaterThan(1)
    for (const { slug, ...its } of together) {
      expect((await data(`{ relation(by: {slug: "${slug}"}) { ${lists} } }`)).relation).toEqual(its)
    }
  })

  it('in memory has the same pages', async () => {
    const { data } = await openApi()
    for (const list of ['relations', 'actors']) {
      const query = `query ($first: Int, $after: String, $last: Int, $before: String) {
        ${list}(first: $first, after: $after, last: $last, before: $before) { totalCount nodes { id }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`
      const all = (await data(query))[list].nodes
      const [one, two] = [(await data(query, { first: 2 }))[list], (await data(query, { last: 2 }))[list]]
      const rest = (await data(query, { first: 100, after: one.pageInfo.endCursor }))[list]
      const early = (await data(query, { last: 100, before: two.pageInfo.startCursor }))[list]
      expect([...one.nodes, ...rest.nodes]).toEqual(all)
      expect([...early.nodes, ...two.nodes]).toEqual(all)
      expect([one.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false])
      expect([two.pageInfo.hasPreviousPage, early.pageInfo.hasPreviousPage]).toEqual([true, false])
    }
  })
})

const CONNECTIONS: Readonly<Record<string, (args: string) => string>> = {
  relations: (args) => `relations(${args}) { nodes { id } }`,
  actors: (args) => `actors(${args}) { nodes { id } }`,
  events: (args) => `relation(by: {slug: "${RELATION}"}) { events(${args}) { nodes { id } } }`,
  statements: (args) => `relation(by: {slug: "${RELATION}"}) { statements(${args}) { nodes { id } } }`,
}
const explaining = (inside: string) =>
  `relation(by: {slug: "${RELATION}"}) { explain(day: "1901-07-01", measure: TENSION) { ${inside} } }`
const FORWARD_ONLY: typeof CONNECTIONS = {
  contributions: (args) => explaining(`contributions(${args}) { nodes { share } }`),
  pulls: (args) => explaining(`change(since: "1901-06-01") { pulls(${args}) { pull } }`),
}

describe('the size of a page', () => {
  it('is 1 to 100, by literal and by variable', async () => {
    const { ask } = await openApi()
    for (const [name, list] of Object.entries({ ...CONNECTIONS, ...FORWARD_ONLY })) {
      for (const end of name in CONNECTIONS ? ['first', 'last'] : ['first']) {
        for (const size of [1, 100]) {
          expect((await ask(`{ ${list(`${end}: ${size}`)} }`)).errors).toEqual([])
          expect((await ask(`query ($n: Int) { ${list(`${end}: $n`)} }`, { n: size })).errors).toEqual([])
        }
        for (const size of [0, -1, 101, 100_000, 2_147_483_647]) {
          const answers = [
            await ask(`{ ${list(`${end}: ${size}`)} }`),
            await ask(`query ($n: Int) { ${list(`${end}: $n`)} }`, { n: size }),
            await ask(`query ($n: Int = ${size}) { ${list(`${end}: $n`)} }`),
          ]
          for (const { errors } of answers) {
            expect(errors[0]?.message, `${name} ${end} ${size}`).toBe(
              `"${end}: ${size}": a page holds 1 to 100. Ask for at most 100 and go on with the cursor.`,
            )
            expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_RANGE', value: `"${end}: ${size}"` })
          }
        }
      }
    }
  })

  it('is given from one end', async () => {
    const { ask } = await openApi()
    for (const list of Object.values(CONNECTIONS)) {
      const { errors } = await ask(`{ ${list('first: 2, last: 2')} }`)
      expect(errors[0]?.message).toBe('"first 2, last 2": a page is taken from one end. Give first or last, not both.')
    }
  })
})

describe('a cursor', () => {
  it('that is made up is refused', async () => {
    const { ask } = await openApi()
    const bad = ['', 'x', '1901-02-31.5', '1901-02-28', '0.0', '99999.1', '-1.1', "' OR 1=1 --", '1.1e3', '__proto__']
    for (const [name, list] of Object.entries({ ...CONNECTIONS, contributions: FORWARD_ONLY.contributions })) {
      for (const way of name === 'contributions' ? ['after'] : ['after', 'before']) {
        for (const cursor of bad) {
          const { errors, status } = await ask(`query ($c: String) { ${list?.(`${way}: $c`)} }`, { c: cursor })
          expect(status).toBe(200)
          expect(errors[0]?.message, `${name} ${way} ${cursor}`).toContain('a cursor comes from an earlier page')
          expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_CODE', value: JSON.stringify(cursor) })
        }
      }
    }
  })
})
