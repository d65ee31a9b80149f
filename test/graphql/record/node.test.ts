/** Global ids: what gave an id is found again by it. */
import { isObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { openApi, RELATION, theSchema } from '../../support/api.ts'

const NODES = `{
  relations(first: 1) { nodes { __typename id } }
  actors(first: 1) { nodes { __typename id } }
  office(code: "BOR.GOV") { __typename id }
  collections { __typename id }
  codebooks { __typename id }
  relation(by: {slug: "${RELATION}"}) {
    events(first: 1) { nodes { __typename id } }
    statements(first: 1) { nodes { __typename id document { __typename id } } } } }`

interface Identified {
  readonly __typename: string
  readonly id: string
}

describe('node', () => {
  it('finds every type of node by its id', async () => {
    const { data } = await openApi()
    const found = await data(NODES)
    const { relation } = found
    const [statement] = relation.statements.nodes
    const all: Identified[] = [
      found.relations.nodes[0],
      found.actors.nodes[0],
      found.office,
      found.collections[0],
      found.codebooks[0],
      relation.events.nodes[0],
      statement,
      statement.document,
    ]
    const types = theSchema().getPossibleTypes(theSchema().getType('Node') as never)
    expect(all.map((n) => n.__typename).sort()).toEqual(types.map((t) => t.name).sort())
    for (const { __typename, id } of all) {
      // Every scalar field of it, so that what was found is the thing itself.
      const type = theSchema().getType(__typename)
      const fields = isObjectType(type) ? Object.values(type.getFields()) : []
      const plain = fields.filter((f) => f.args.length === 0 && !String(f.type).match(/[A-Z]\w+(Type)?Connection/))
      const scalars = plain.filter((f) =>
        /^\[?(ID|String|Int|Float|Boolean|Date|DateTime)!?\]?!?$/.test(String(f.type)),
      )
      const selection = scalars.map((f) => f.name).join(' ')
      const { node } = await data(
        `query ($id: ID!) { node(id: $id) { __typename id ... on ${__typename} { ${selection} } } }`,
        {
          id,
        },
      )
      expect(node).toMatchObject({ __typename, id })
    }
    const ids = all.map((n) => n.id)
    const { nodes } = await data('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids })
    expect(nodes).toEqual(all.map(({ __typename, id }) => ({ __typename, id })))
  })

  it('is null at the place of an id that does not exist', async () => {
    const { data } = await openApi()
    const ids = ['Event:999999', 'Statement:999999', 'Document:999999', 'Actor:XXX', 'Office:XXX', 'Relation:xxx']
    ids.push('Collection:xxx', 'Codebook:xxx', 'Relation:XXX~YYY', `Relation:${RELATION}`)
    const { nodes } = await data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })
    expect(nodes).toEqual([...Array(9).fill(null), { id: `Relation:${RELATION}` }])
    const asked = await data(`{ event(id: "999999") { id } statement(id: "Statement:999999") { id }
      document(id: "Document:999999") { id } actor(code: "XXX") { id } office(code: "XXX") { id } }`)
    expect(new Set(Object.values(asked))).toEqual(new Set([null]))
  })

  it('refuses a malformed id, and an id of another type', async () => {
    const { ask } = await openApi()
    for (const id of ['', 'x', 'Event', 'Event:', 'Event:x', 'Event:1 OR 1=1', 'Event:-1', 'Toad:1', '__proto__:1']) {
      const { errors } = await ask('query ($id: ID!) { node(id: $id) { id } }', { id })
      expect(errors[0]?.extensions, id).toMatchObject({ code: 'UNKNOWN_ID', value: JSON.stringify(id) })
    }
    const one = await ask('{ nodes(ids: ["toad", "Actor:RUR"]) { id } }')
    expect(one.data.nodes).toEqual([null, { id: 'Actor:RUR' }])
    expect(one.errors.map((e) => e.path)).toEqual([['nodes', 0]])
    const { errors } = await ask('{ event(id: "Statement:1") { id } }')
    expect(errors[0]?.message).toBe(
      '"Statement:1": this is no id of type Event. Take the id from a Event, such as "Event:12".',
    )
  })

  it('looks up at most 100 ids at once, with one SQL statement for each type', async () => {
    const { ask, sqlOf } = await openApi()
    const ids = Array.from({ length: 101 }, (_, i) => `Event:${i}`)
    const { errors } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })
    expect(errors[0]?.message).toBe('101: at most 100 ids are looked up at once. Ask for fewer.')
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
    const one = await sqlOf(query, { ids: ids.slice(1, 2) })
    expect(await sqlOf(query, { ids: ids.slice(1) })).toHaveLength(one.length)
  })
})
