/** What one request may ask, counted with its actual variables before anything runs. */
import 'reflect-metadata'
import { getNamedType, isCompositeType, isObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { hasCostRule } from '../../../server/graphql/guard/cost.ts'
import { type Answer, openApi, RELATION, theSchema } from '../../support/api.ts'

const on = (selection: string) => `{ relation(by: {slug: "${RELATION}"}) { ${selection} } }`
const aliases = (n: number) => on(Array.from({ length: n }, (_, i) => `a${i}: name`).join(' '))
const roots = (n: number) => `{ ${Array.from({ length: n }, (_, i) => `a${i}: codebooks { version }`).join(' ')} }`
/** relation, events, nodes and n − 3 fields more. */
const nested = (n: number) => {
  const inner = Array.from({ length: n - 3 }, (_, i) => (i % 2 ? 'event' : 'statements'))
  return on(`events(first: 1) { nodes { ${inner.slice(0, -1).join(' { ')} { id ${'}'.repeat(inner.length - 1)} } }`)
}

function expectRefused(answer: Answer, value: string, rule: string, cure: string): void {
  expect(answer.status).toBe(422)
  expect(answer.data).toBeUndefined()
  const [error] = answer.errors
  expect(error?.message).toBe(`${value}: ${rule}. ${cure}.`)
  expect(error?.extensions).toMatchObject({ code: 'TOO_MUCH', value, rule, cure })
}

describe('a limit', () => {
  it('applies to depth, aliases, root fields and tokens, each configurable', async () => {
    const { ask } = await openApi({ limits: { depth: 6, aliases: 4, rootFields: 3, tokens: 200 } })
    expect((await ask(nested(6))).errors).toEqual([])
    expectRefused(
      await ask(nested(7)),
      '7',
      'a query nests at most 6 fields',
      'Ask for what lies deeper by its id, with node(id)',
    )
    expect((await ask(aliases(4))).errors).toEqual([])
    expectRefused(await ask(aliases(5)), '5', 'a document has at most 4 aliases', 'Ask in several requests')
    expect((await ask(roots(3))).errors).toEqual([])
    expectRefused(await ask(roots(4)), '4', 'an operation has at most 3 fields at its top', 'Ask in several requests')
    const long = await ask(on('name '.repeat(200)))
    expect(long.status).toBe(400)
    expect(long.errors[0]?.message).toMatch(/contains more that 200 tokens.* Split it into several requests\.$/)
  })

  it('applies to one repeated field, but not to fragments that share fields', async () => {
    const { ask } = await openApi()
    const cure = 'Write it once'
    expect((await ask(on('name '.repeat(15)))).errors).toEqual([])
    const rule = 'one field is written at most 15 times side by side'
    expectRefused(await ask(on('name '.repeat(16))), '16', rule, cure)
    expectRefused(await ask(`{ ${'__typename '.repeat(400)} }`), '400', rule, cure)
    const fragments = Array.from({ length: 20 }, (_, i) => `fragment F${i} on Relation { slug name }`).join(' ')
    const spreads = Array.from({ length: 20 }, (_, i) => `...F${i}`).join(' ')
    expect((await ask(`${on(spreads)} ${fragments}`)).errors).toEqual([])
  })

  it('applies to the number of listed errors', async () => {
    const { ask } = await openApi()
    const { errors } = await ask(on(`name ${'@toad '.repeat(150)}`))
    expect(errors.map((e) => e.message)).toEqual([
      ...Array(5).fill('Unknown directive "@toad".'),
      'Too many validation errors, error limit reached. Validation aborted.',
    ])
  })

  it('by default allows the deepest and widest queries of the design', async () => {
    const { ask } = await openApi()
    expect((await ask(nested(8))).errors).toEqual([])
    expect((await ask(nested(9))).status).toBe(422)
    expect((await ask(aliases(15))).errors).toEqual([])
    expect((await ask(aliases(16))).status).toBe(422)
  })

  it('on depth expands fragments, and exempts pure introspection', async () => {
    const { ask } = await openApi({ limits: { depth: 3 } })
    const hidden = `query { relation(by: {slug: "${RELATION}"}) { ...A } } fragment A on Relation { events { ...B } }
      fragment B on EventConnection { nodes { source { code } } }`
    expect((await ask(hidden)).errors[0]?.message).toContain('a query nests at most 3 fields')
    const types = '__schema { types { fields { type { ofType { ofType { ofType { name } } } } } } }'
    expect((await ask(`{ ${types} }`)).errors).toEqual([])
    expect((await ask(`{ ${types} codebooks { version } }`)).status).toBe(422)
  })

  it('applies to the points of all series of an operation together', async () => {
    const { ask } = await openApi({ limits: { points: 100 } })
    const series = (to: string, alias = 'a') => `${alias}: series(from: "1901-01-01", to: "${to}", bucket: DAY) { n }`
    // 1 January to 10 April: 31 + 28 + 31 + 10 = 100 days.
    expect((await ask(on(series('1901-04-10')))).errors).toEqual([])
    const rule = 'the series of an operation hold at most 100 points together'
    const cure = 'Give a longer bucket or a shorter range, or ask in several requests'
    expectRefused(await ask(on(series('1901-04-11'))), '101', rule, cure)
    const two = on(`${series('1901-03-01')} ${series('1901-03-01', 'b')}`)
    expectRefused(await ask(two), '120', rule, cure)
    const stances = on(`${series('1901-03-01')} stances(from: "1901-01-01", to: "1901-03-01", bucket: DAY) { days }`)
    expectRefused(await ask(stances), '120', rule, cure)
    const each = `{ relations(first: 2) { nodes { ${series('1901-03-01')} } } }`
    expectRefused(await ask(each), '120', rule, cure)
    // Left open, a range is as long as the record of this relation: counted when it is known.
    const open = await ask(on('a: series(bucket: DAY) { n }'))
    expect([open.status, open.errors[0]?.extensions?.rule]).toEqual([200, rule])
  })

  it('takes variables, defaults and directives into account', async () => {
    const { ask } = await openApi({ limits: { cost: 150 } })
    const query = `query ($n: Int = 2, $deep: Boolean = false) { relation(by: {slug: "${RELATION}"}) {
      events(first: $n) { nodes { source { code } statements @include(if: $deep) { document { title } } } } } }`
    const cost = async (variables: Record<string, unknown>) => (await ask(query, variables)).extensions.cost
    // The relation, the list, and for each event itself and its source: 1 + 1 + 2 × 2 …
    expect(await cost({})).toEqual({ asked: 6, allowed: 150, left: null })
    expect(await cost({ n: 50 })).toEqual({ asked: 102, allowed: 150, left: null })
    // … and, where wanted, two statements each with its document: 1 + 1 + 20 × (2 + 2 × 2).
    expect(await cost({ n: 20, deep: true })).toEqual({ asked: 122, allowed: 150, left: null })
    const refused = await ask(query, { n: 100, deep: false })
    expectRefused(
      refused,
      '202',
      'an operation costs at most 150',
      'Ask for shorter lists, fewer series or less within each row',
    )
  })

  it('counts a repeated field once, and a fragment at each spread', async () => {
    const { ask } = await openApi()
    const cost = async (query: string) => (await ask(query)).extensions.cost
    const once = await cost(on('events(first: 10) { nodes { id source { code } } }'))
    expect(
      await cost(on('events(first: 10) { nodes { id } } events(first: 10) { nodes { source { code } } }')),
    ).toEqual(once)
    const spread = `query { relation(by: {slug: "${RELATION}"}) { ...A ...A } }
      fragment A on Relation { events(first: 10) { nodes { id source { code } } } }`
    expect(await cost(spread)).toEqual(once)
  })

  it('applies before execution: a refused operation reads neither the record nor the file', async () => {
    const { ask, db, record } = await openApi()
    await record.refresh()
    record.cellsOf = () => {
      throw new Error('computed')
    }
    const all = db.all.bind(db)
    db.all = async (sql, values) => {
      if (!sql.startsWith('PRAGMA')) throw new Error('read')
      return all(sql, values)
    }
    for (const query of [
      aliases(16),
      nested(9),
      on('series(from: "1870-01-01", to: "1901-12-31", bucket: DAY) { days }'),
      on('events(first: 100000) { nodes { id } }'),
    ]) {
      const { status, errors } = await ask(query)
      expect(status, query.slice(0, 80)).toBe(422)
      expect(errors[0]?.extensions?.code).toMatch(/TOO_MUCH|BAD_RANGE/)
    }
  })
})

describe('the cost', () => {
  it('of the queries of the pages is far below the limit', async () => {
    const { ask } = await openApi()
    const pages = {
      watch: `{ relations(first: 50) { nodes { slug name series(from: "1901-01-01", to: "1901-12-31") { days tension } } } }`,
      relation: on(`series(from: "1881-01-01", to: "1901-12-31", bucket: MONTH) { days tension engagement }
        stances(from: "1881-01-01", to: "1901-12-31", bucket: MONTH) { days leadingTag }
        statements(first: 20) { nodes { id source { code } target { code } tag { code } document { title } } }`),
      explain: on(`explain(day: "1901-06-15", measure: TENSION) { score groups(by: TAG) { share }
        contributions(first: 20) { nodes { share event { source { code } target { code } tag { code } }
          statements { source { code } document { title outlet { name } } } } remainder }
        change(since: "1901-06-01") { total pulls { pull event { source { code } } } } }`),
      codebook: '{ codebook(version: "goldstein") { tags { code tension engagement } } }',
    }
    for (const [page, query] of Object.entries(pages)) {
      const { errors, extensions } = await ask(query)
      expect(errors, page).toEqual([])
      expect((extensions.cost as { asked: number }).asked, page).toBeLessThan(2000)
    }
  })

  it('of 15 aliases on daily series of 20 years is refused', async () => {
    const { ask } = await openApi()
    const series = (i: number) => `a${i}: series(from: "1881-01-01", to: "1901-12-31", bucket: DAY) { days tension }`
    const { status } = await ask(on(Array.from({ length: 15 }, (_, i) => series(i)).join(' ')))
    expect(status).toBe(422)
  })

  it('has a rule for every list with a chosen length, and every query that computes', () => {
    const schema = theSchema()
    const plain = /^(id|by|code|version|name|number|on)$/
    const asked = ['Query', 'Relation', 'Explanation', 'Change', 'CodebookDiff'].flatMap((name) => {
      const type = schema.getType(name)
      const fields = isObjectType(type) ? Object.values(type.getFields()) : []
      return fields.flatMap((f) =>
        f.args.some((a) => !plain.test(a.name)) && isCompositeType(getNamedType(f.type)) ? [`${name}.${f.name}`] : [],
      )
    })
    expect(asked.length).toBeGreaterThan(15)
    expect(asked.filter((field) => !hasCostRule(field) && !['Query.diffCodebooks'].includes(field))).toEqual([])
  })

  it('of a comparison, a matrix and a watch grows with their size', async () => {
    const { ask } = await openApi()
    const cost = async (query: string) => ((await ask(query)).extensions.cost as { asked: number }).asked
    const compare = (slugs: readonly string[]) =>
      `{ compare(relations: [${slugs.map((s) => `{slug: "${s}"}`).join(' ')}], bucket: MONTH) { rows { series { tension } } } }`
    const one = await cost(compare([RELATION]))
    expect(await cost(compare([RELATION, 'syldavia-borduria', 'ruritania-borduria']))).toBeGreaterThan(2.5 * one)
    const matrix = (codes: readonly string[]) => `{ matrix(actors: ${JSON.stringify(codes)}) { score } }`
    expect(await cost(matrix(['RUR', 'SYL', 'BOR']))).toBeGreaterThan(await cost(matrix(['RUR', 'SYL'])))
    expect(await cost('{ watch { rows { tension } } }')).toBeGreaterThan(300)
  })
})
