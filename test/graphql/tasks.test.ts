/**
 * What clients come for, each with one question, written with schema.graphql and /graphiql at hand and nothing else, on
 * the demonstration data. A task that needs a second question is a fault of the API.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, parse, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../server/config.ts'
import { type RunningServer, startServer } from '../support/server.ts'

const schema = buildSchema(readFileSync(join(root, 'schema.graphql'), 'utf8'))
let server: RunningServer
beforeAll(async () => {
  // As it is first met: with no database, which it fills by itself.
  server = await startServer({}, 'empty')
}, 300_000)
afterAll(() => server.stop())

/** Asks one question of a page a visitor might write; it must be valid and answered without an error. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads into an answer whose shape its own query says
async function ask(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<any> {
  expect(validate(schema, parse(query))).toEqual([])
  const body = JSON.stringify({ query, variables })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${server.origin}/graphql`, { method: 'POST', headers, body })
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown }
  expect(errors).toBeUndefined()
  return data
}

describe('one question answers', () => {
  it('which five relations’ tension rose most in a month, and why', async () => {
    const { watch } = await ask(`{ watch(month: "2018-07-01", order: TENSION_ROSE, first: 5) { rows {
      relation { name slug } tensionChange reasons { measure total fading pulls { tag { label } events pull } rest } } } }`)
    expect(watch.rows).toHaveLength(5)
    const [first, second] = watch.rows
    expect([first.relation.slug, second.relation.slug]).toEqual(['un-taliban', 'russia-afghanistan'])
    const changes = watch.rows.map((r: { tensionChange: number }) => r.tensionChange)
    expect(changes).toEqual([...changes].sort((x, y) => y - x))
    for (const { reasons, tensionChange } of watch.rows) {
      const why = reasons.find((r: { measure: string }) => r.measure === 'TENSION')
      const pulled = why.pulls.reduce((sum: number, p: { pull: number }) => sum + p.pull, 0)
      expect(why.fading + pulled + why.rest).toBeCloseTo(tensionChange, 5)
    }
  })

  it('every statement of 2018 in which the United States threatened the Taliban, or spoke against them, page by page', async () => {
    const query = `query ($after: String) { relation(by: {slug: "us-taliban"}) {
      threats: statements(from: "2018-01-01", to: "2018-12-31", direction: A_TO_B,
        filter: {tags: ["threaten", "threaten-sanction", "threaten-force"]}) { nodes { day tag { code } } }
      statements(from: "2018-01-01", to: "2018-12-31", direction: A_TO_B, filter: {quads: [VERBAL_CONFLICT]},
        first: 10, after: $after) {
        totalCount nodes { id day summary source { code } target { code } tag { quad } } pageInfo { hasNextPage endCursor } } } }`
    const ids = new Set<string>()
    let after: string | null = null
    let pages = 0
    do {
      const answer: Awaited<ReturnType<typeof ask>> = await ask(query, { after })
      const { statements, threats } = answer.relation
      expect(threats.nodes).toEqual([{ day: '2018-02-01', tag: { code: 'threaten' } }])
      expect(statements.totalCount).toBe(28)
      for (const s of statements.nodes) {
        expect([s.source.code, s.target.code, s.tag.quad]).toEqual(['USA', 'TAL', 'VERBAL_CONFLICT'])
        ids.add(s.id)
      }
      after = statements.pageInfo.hasNextPage ? statements.pageInfo.endCursor : null
      pages++
    } while (after !== null)
    expect([ids.size, pages]).toEqual([28, 3])
  })

  it('what differs between two codebooks, in words and for one relation in scores', async () => {
    const scores = (codebook: string) =>
      `series(from: "2018-06-01", to: "2018-06-30", bucket: MONTH, codebook: "${codebook}") { tension stamp { codebook } }`
    const { diffCodebooks, relation } = await ask(`{
      diffCodebooks(a: "default", b: "goldstein") { added { code } removed { code } changed { parts } }
      relation(by: {slug: "us-taliban"}) { a: ${scores('default')} b: ${scores('goldstein')} } }`)
    expect(diffCodebooks.removed.map((t: { code: string }) => t.code)).toContain('refuse-recognition')
    expect([relation.a.stamp.codebook, relation.b.stamp.codebook]).toEqual(['default-1', 'goldstein-1'])
    expect(Math.round(relation.a.tension[0])).toBe(41)
    expect(Math.round(relation.b.tension[0])).toBe(44)
  })

  it('who spoke how often against whom among six actors in a year', async () => {
    const { matrix } = await ask(`{ matrix(actors: ["USA", "TAL", "AFG.IRA", "PAK", "RUS", "TTP"], day: "2018-10-31") {
      sources targets verbalConflict n state } }`)
    expect(matrix.sources).toHaveLength(30)
    const cell = (source: string, target: string) => {
      const at = matrix.sources.findIndex((s: string, i: number) => s === source && matrix.targets[i] === target)
      return [matrix.verbalConflict[at], matrix.n[at]]
    }
    expect(cell('USA', 'TAL')).toEqual([28, 117])
    expect(cell('USA', 'PAK')).toEqual([116, 312])
    expect(cell('TAL', 'AFG.IRA')).toEqual([51, 732])
  })

  it('whether a number has changed since it was read, and what was revised', async () => {
    const read = 'series(from: "2018-03-01", to: "2018-03-31", bucket: MONTH'
    const { relation } = await ask(
      `query ($at: DateTime!, $before: DateTime!) { relation(by: {slug: "us-taliban"}) {
        now: ${read}) { tension } then: ${read}, asOf: $at) { tension stamp { revision } }
        before: ${read}, asOf: $before) { tension state }
        explain(day: "2018-03-31", measure: TENSION) { change(since: "2018-02-28", sinceAsOf: $at) { total revised } } } }`,
      { at: new Date().toISOString(), before: '2018-04-01T00:00:00Z' },
    )
    expect(relation.then.tension).toEqual(relation.now.tension)
    expect(relation.explain.change.revised).toBe(0)
    // In April 2018 nothing was on record here: no number could have been read.
    expect(relation.before).toEqual({ tension: [null], state: ['NOT_COVERED'] })
  })

  it('what a number rests on, down to speaker, words and outlet', async () => {
    const { relation } = await ask(`{ relation(by: {slug: "pakistan-afghanistan"}) {
      explain(day: "2024-06-30", measure: TENSION) { score formula
        contributions(first: 100) { remainder nodes { share event { day tag { label } }
          statements { speaker summary quote document { title url outlet { name } } } } } } } }`)
    const { score, contributions } = relation.explain
    const shares = contributions.nodes.reduce((sum: number, c: { share: number }) => sum + c.share, 0)
    expect(shares + contributions.remainder).toBeCloseTo(score, 6)
    const statements = contributions.nodes.flatMap((c: { statements: object[] }) => c.statements)
    const outlets = new Set(
      statements.map((s: { document: { outlet: { name: string } | null } }) => s.document.outlet?.name),
    )
    expect(outlets.size).toBeGreaterThan(1)
    for (const { quote } of statements) expect((quote ?? '').split(/\s+/).length).toBeLessThanOrEqual(25)
  })

  it('three relations month by month on one axis', async () => {
    const { compare } = await ask(`{ compare(relations: [{slug: "us-taliban"}, {slug: "pakistan-taliban"},
      {slug: "russia-taliban"}], from: "2018-01-01", to: "2018-10-31", bucket: MONTH) {
      periods rows { relation { name } series { tension engagement n state } } } }`)
    expect(compare.periods).toHaveLength(10)
    const months = compare.rows.map(({ series }: { series: { tension: (number | null)[] } }) =>
      series.tension.slice(0, 3),
    )
    expect(months.map((row: (number | null)[]) => row.map((x) => (x === null ? null : Math.round(x))))).toEqual([
      [31, 33, 25],
      [43, 39, 22],
      [null, null, 8],
    ])
  })

  it('who governed Afghanistan on two days, and from when to when', async () => {
    const { office } = await ask(`{ office(code: "AFG.GOV") { name
      before: holder(on: "2021-08-14") { code } after: holder(on: "2021-08-15") { code }
      tenures { from to basis citation holder { code } } } }`)
    expect([office.before.code, office.after.code]).toEqual(['AFG.IRA', 'TAL'])
    expect(office.tenures.at(-1)).toMatchObject({ from: '2021-08-15', to: null })
    for (const { citation } of office.tenures) expect(citation.length).toBeGreaterThan(5)
  })

  it('the issues between two parties, the statements about them, and the days without coverage', async () => {
    const { relation } = await ask(`{ relation(by: {slug: "pakistan-afghanistan"}) {
      issues { issue statements }
      statements(filter: {issues: ["border"]}, first: 20) { totalCount nodes { day issues summary } }
      coverage { collection { code } spans { from to } } } }`)
    const border = relation.issues.find((i: { issue: string }) => i.issue === 'border')
    expect([border.statements, relation.statements.totalCount]).toEqual([8, 8])
    for (const { issues } of relation.statements.nodes) expect(issues).toContain('border')
    const [history] = relation.coverage
    expect(history).toEqual({ collection: { code: 'icews-2018' }, spans: [{ from: '2018-01-01', to: '2018-10-31' }] })
  })

  it('how a score would change if one kind of act had no weight', async () => {
    const june = 'series(from: "2018-06-01", to: "2018-06-30", bucket: MONTH'
    const { relation } = await ask(`{ relation(by: {slug: "pakistan-afghanistan"}) {
      as: ${june}) { tension } if: ${june}, overlay: [{tag: "assault-military", tension: 0}]) { tension } } }`)
    expect([Math.round(relation.as.tension[0]), Math.round(relation.if.tension[0])]).toEqual([20, 11])
  })

  it('everything on record about one person, over all relations', async () => {
    const { search } = await ask(`{ search(text: "Kabulov", first: 100) { totalCount nodes { __typename
      ... on Statement { day speaker summary source { name } target { name } document { title } } } } }`)
    expect([search.totalCount, search.nodes.length]).toEqual([7, 7])
    const days = new Set(search.nodes.map((n: { day: string }) => n.day))
    expect(days).toContain('2020-05-13')
    expect(days).toContain('2023-01-31')
  })
})
