/** How many SQL statements a question takes: three at most for the dashboard, and never more for a longer list. */
import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { type Api, openApi, RELATION, theSchema } from '../../support/api.ts'
import { cookieOf, settleIn } from '../../support/people.ts'

const on = (selection: string) =>
  `query ${selection.includes('$first') ? '($first: Int)' : ''} { relation(by: {slug: "${RELATION}"}) { ${selection} } }`
const explaining = (selection: string) => on(`explain(day: "1901-08-10", measure: TENSION) { ${selection} }`)

const STATEMENT = `id day summary quote speaker reason source { code name } target { code name } tag { code label }
  document { title url outlet { name } collection { code } }`
const EVENT = 'id day quality source { code } target { code } tag { code } collection { code }'

/** Every list whose length the client chooses, with what hangs on its rows. */
const LISTS: Readonly<Record<string, string>> = {
  statements: on(`statements(first: $first) { nodes { ${STATEMENT} event { ${EVENT} } } }`),
  events: on(`events(first: $first) { nodes { ${EVENT} statements { ${STATEMENT} event { id statements { id } } } } }`),
  contributions: explaining(`contributions(first: $first) { totalCount remainder
    nodes { share event { ${EVENT} statements { id } } statements { ${STATEMENT} } } }`),
  pulls: explaining(
    `change(since: "1901-03-01") { pulls(first: $first) { pull event { ${EVENT} } statements { ${STATEMENT} } } }`,
  ),
}

/** How each field that takes `first` is reached. A list that the schema gains wants its entry. */
const REACHED: Readonly<Record<string, (list: string) => string>> = {
  'Change.pulls': (list) => explaining(`change(since: "1901-03-01") { ${list} }`),
  'Explanation.contributions': explaining,
  'Query.actors': (list) => `query ($first: Int) { ${list} }`,
  'Query.audit': (list) => `query ($first: Int) { ${list} }`,
  'Query.disagreements': (list) => `query ($first: Int) { ${list} }`,
  'Query.persons': (list) => `query ($first: Int) { ${list} }`,
  'Query.relations': (list) => `query ($first: Int) { ${list} }`,
  'Query.search': (list) => `query ($first: Int) { ${list.replace('(', '(text: "happening", ')} }`,
  'Query.watch': (list) => `query ($first: Int) { ${list} }`,
  'Relation.events': on,
  'Relation.statements': on,
}

/** Every field that can be asked without an argument, and within it the same, so many levels down. */
function everything(type: GraphQLNamedType, levels: number): string {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []
  const asked = fields.flatMap((field) => {
    if (field.args.some(isRequiredArgument)) return []
    const inner = getNamedType(field.type)
    if (!isCompositeType(inner)) return [field.name]
    return levels === 0 ? [] : [`${field.name} { ${everything(inner, levels - 1)} }`]
  })
  return ['__typename', ...asked].join(' ')
}

function paged(): Map<string, GraphQLField<unknown, unknown>> {
  const types = Object.values(theSchema().getTypeMap()).filter(isObjectType)
  return new Map(
    types.flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        field.args.some((arg) => arg.name === 'first') ? [[`${type.name}.${field.name}`, field] as const] : [],
      ),
    ),
  )
}

const lengthOf = (text: string): number => (text.match(/"id":"(Statement|Event):/g) ?? []).length

/** All that can be asked of the rows of a list, whether it is a connection or not. */
function rowsOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type)
  const nodes = isObjectType(type) ? type.getFields().nodes : undefined
  return nodes ? `{ nodes { ${everything(getNamedType(nodes.type), 2)} } }` : `{ ${everything(type, 2)} }`
}

async function counted({ ask, sqlOf }: Api, query: string, first: number): Promise<{ rows: number; sql: string[] }> {
  return { sql: await sqlOf(query, { first }), rows: lengthOf((await ask(query, { first })).text) }
}

describe('SQL statements', () => {
  it('are at most three for the dashboard: a relation’s series and its newest statements', async () => {
    const { sqlOf } = await openApi()
    const dashboard = on(`slug name series(from: "1901-01-01", to: "1901-12-31", bucket: MONTH) {
      days tension tensionLow tensionHigh engagement engagementLow engagementHigh n support state
      stamp { codebook asOf revision } }
      statements(first: $first) { edges { cursor node { ${STATEMENT} } } pageInfo { endCursor hasNextPage } }`)
    for (const first of [5, 20, 100]) {
      const sql = await sqlOf(dashboard, { first })
      expect(sql.length, sql.join('\n')).toBeLessThanOrEqual(3)
    }
  })

  it('are as many for five rows as for fifty, with all their fields', async () => {
    const api = await openApi()
    for (const [name, query] of Object.entries(LISTS)) {
      const few = await counted(api, query, 5)
      const many = await counted(api, query, 50)
      expect(many.rows, name).toBeGreaterThan(3 * few.rows)
      expect(many.sql, name).toHaveLength(few.sql.length)
      // The cheap look whether anything changed, the list, and one for each kind of thing that hangs on its rows.
      expect(many.sql.length, `${name}\n${many.sql.join('\n')}`).toBeLessThanOrEqual(7)
    }
  })

  it('do not grow with the rows, for any list of the schema with all its fields', async () => {
    const lists = paged()
    expect([...lists.keys()].sort()).toEqual(Object.keys(REACHED))
    const api = await openApi({ limits: { depth: 20, cost: 1e9, points: 1e9, tokens: 100_000 } })
    await settleIn(api.db)
    const admin = await cookieOf(api.db, 'ADMIN')
    for (const [name, field] of lists) {
      const query = (REACHED[name] as (typeof REACHED)[string])(`${field.name}(first: $first) ${rowsOf(field)}`)
      // What is kept of a revision is worked out by the first who asks.
      await api.ask(query, { first: 1 }, admin)
      // Of relations and actors there are few; elsewhere forty rows are enough for one of each kind.
      const few = await api.sqlOf(query, { first: /relations|actors|persons|watch/.test(name) ? 1 : 40 }, admin)
      const many = await api.sqlOf(query, { first: 100 }, admin)
      expect(many.length, `${name}\n${many.join('\n')}`).toBe(few.length)
    }
  })

  it('are as many for groups of a day as for groups of a year', async () => {
    const { sqlOf } = await openApi()
    for (const by of ['EVENT', 'TAG', 'SPEAKER', 'DOCUMENT']) {
      const asking = (day: string) => on(`explain(day: "${day}", measure: TENSION) { groups(by: ${by}) { key share } }`)
      const few = await sqlOf(asking('1901-02-05'))
      const many = await sqlOf(asking('1901-08-10'))
      expect(few.length).toBeLessThanOrEqual(many.length)
      expect(many.length, by).toBeLessThanOrEqual({ EVENT: 3, TAG: 1, SPEAKER: 3, DOCUMENT: 4 }[by] ?? 0)
    }
  })

  it('are none but the check for changes if memory has the answer', async () => {
    const { sqlOf } = await openApi()
    const held = [
      '{ relations { nodes { slug name views a { name } b { name } } } codebooks { version tags { code } } }',
      '{ actors { nodes { code names } } persons { nodes { name posts { title } } } offices { code } office(code: "BOR.GOV") { tenures { holder { name } } } collections { code } }',
      on('series { days tension } stances { days } coverage { spans { from to } } tally { days counts }'),
      explaining('score raw support formula change(since: "1901-07-01") { total fading raised lowered }'),
    ]
    for (const query of held) expect(await sqlOf(query)).toEqual(['PRAGMA data_version'])
  })

  it('count a list only if totalCount is asked for', async () => {
    const { sqlOf } = await openApi()
    for (const list of ['events', 'statements']) {
      const plain = await sqlOf(on(`${list}(first: $first) { nodes { id } pageInfo { hasNextPage } }`), { first: 3 })
      expect(plain.filter((sql) => /count/i.test(sql))).toEqual([])
      const asked = await sqlOf(on(`${list}(first: $first) { totalCount }`), { first: 3 })
      expect(asked.filter((sql) => /count/i.test(sql))).toHaveLength(1)
    }
  })

  it('never skip rows by offset', async () => {
    const { sqlOf, data } = await openApi()
    for (const list of ['events', 'statements']) {
      const query = `query ($after: String, $before: String) { relation(by: {slug: "${RELATION}"}) {
        a: ${list}(first: 7, after: $after) { nodes { id } pageInfo { endCursor } }
        b: ${list}(last: 7, before: $before) { nodes { id } } } }`
      const { endCursor } = (await data(query)).relation.a.pageInfo
      const sql = await sqlOf(query, { after: endCursor, before: endCursor })
      expect(sql.filter((s) => /\boffset\b/i.test(s))).toEqual([])
      expect(sql.filter((s) => s.includes('"day", t."id") < (?, ?)'))).toHaveLength(1)
      expect(sql.filter((s) => s.includes('"day", t."id") > (?, ?)'))).toHaveLength(1)
    }
  })
})
