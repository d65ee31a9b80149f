/** What the record said at an instant, and what-ifs that change nothing. */
import { describe, expect, it } from 'vitest'
import { SHIPPED_CODEBOOKS } from '../../../server/ingest/shipped/codebooks.ts'
import { settle, supersedeStatement } from '../../../server/store/settle.ts'
import { openApi, RELATION } from '../../support/api.ts'
import { day, leaf, statement } from '../../support/store.ts'

const COLUMNS = `days tension tensionLow tensionHigh engagement engagementLow engagementHigh n uncounted support balance
  state provisionalFrom provisionalUntil stamp { codebook codebookHash method asOf revision }`
const series = (args: string) => `{ relation(by: {slug: "${RELATION}"}) { series(${args}) { ${COLUMNS} } } }`

describe('an overlay', () => {
  it('equal to the published weights changes no byte', async () => {
    const { ask } = await openApi()
    const query = (codebook: string) => `query ($overlay: [WeightOverlay!]) { relation(by: {slug: "${RELATION}"}) {
      series(bucket: DAY, codebook: "${codebook}", overlay: $overlay) { ${COLUMNS} } } }`
    for (const codebook of SHIPPED_CODEBOOKS) {
      const overlay = codebook.tags.map(({ code, tension, engagement }) => ({ tag: code, tension, engagement }))
      const plain = await ask(query(codebook.name), {})
      expect(plain.errors).toEqual([])
      const columns = (text: string) => text.slice(0, text.indexOf('"extensions"'))
      expect(columns((await ask(query(codebook.name), { overlay })).text)).toBe(columns(plain.text))
      expect(columns((await ask(query(codebook.name), { overlay: [] })).text)).toBe(columns(plain.text))
    }
  })

  it('with another weight changes scores and nothing else', async () => {
    const { data } = await openApi()
    const plain = (await data(series('bucket: MONTH'))).relation.series
    const other = (await data(series('bucket: MONTH, overlay: [{tag: "accuse", tension: 10}]'))).relation.series
    expect(other.tension).not.toEqual(plain.tension)
    for (const same of ['days', 'n', 'support', 'state', 'engagement', 'stamp']) {
      expect(other[same]).toEqual(plain[same])
    }
  })
})

describe('as-of', () => {
  it('before the first write is not covered everywhere, and no error', async () => {
    const { data } = await openApi()
    for (const view of ['ENTITY', 'OFFICE', 'COUNTRY']) {
      for (const slug of ['ruritania-syldavia', 'syldavia-borduria']) {
        const { relation } = await data(`{ relation(by: {slug: "${slug}"}) {
          series(from: "1901-01-01", to: "1901-12-31", view: ${view}, asOf: "1999-12-31T00:00:00Z") {
            state tension engagement n succession { day } stamp { revision asOf } }
          stances(from: "1901-01-01", to: "1901-12-31", view: ${view}, asOf: "1999-12-31T00:00:00Z") { balance }
          explain(day: "1901-06-01", measure: TENSION, view: ${view}, asOf: "1999-12-31T00:00:00Z") {
            score state contributions { nodes { share } remainder } change(since: "1901-05-01") { total } }
          events(view: ${view}, asOf: "1999-12-31T00:00:00Z") { nodes { id } totalCount }
          statements(view: ${view}, asOf: "1999-12-31T00:00:00Z") { nodes { id } totalCount }
          coverage(view: ${view}, asOf: "1999-12-31T00:00:00Z") { spans { from } }
          tally(view: ${view}, asOf: "1999-12-31T00:00:00Z") { days } } }`)
        expect(new Set(relation.series.state)).toEqual(new Set(['NOT_COVERED']))
        expect(new Set([...relation.series.tension, ...relation.series.engagement])).toEqual(new Set([null]))
        expect(relation.series.stamp).toEqual({ revision: 0, asOf: '1999-12-31T00:00:00.000Z' })
        expect(relation.explain).toMatchObject({ score: null, state: 'NOT_COVERED', change: { total: null } })
        expect(relation.explain.contributions).toEqual({ nodes: [], remainder: 0 })
        expect(relation.events.totalCount + relation.statements.totalCount).toBe(0)
        expect([relation.coverage, relation.tally.days]).toEqual([[], []])
      }
    }
  })

  it('between two corrections gives exactly the old bytes', async () => {
    const { ask, data, db, herald } = await openApi()
    // No `to`: the last day on record then is meant, though a later one comes.
    const query = (asOf: string | null) =>
      series(`bucket: DAY, ${asOf === null ? '' : `asOf: "${asOf}"`}`).replace(
        '{ series',
        `{ events(first: 50${asOf === null ? '' : `, asOf: "${asOf}"`}) {
          totalCount nodes { id day tag { code } evidence statements { id reason summary event { evidence } } } } series`,
      )
    const texts: string[] = []
    const instants: string[] = []
    const dataOf = (text: string) => JSON.stringify(JSON.parse(text).data)
    const look = async () => {
      const { text } = await ask(query(null))
      texts.push(dataOf(text))
      instants.push(JSON.parse(text).data.relation.series.stamp.asOf)
    }
    await look()
    const made = await db.write('ana', 'adds', (tx) =>
      settle(tx, statement(herald, { day: day('1902-01-09'), leaf: leaf('190'), summary: 'New' })),
    )
    await look()
    // The same paper again: the event's row stays as it is, its list of reports grows.
    await db.write('ana', 'adds', (tx) =>
      settle(tx, statement(herald, { day: day('1902-01-09'), leaf: leaf('190'), summary: 'Again' }), made.event),
    )
    await look()
    await db.write('ana', 'corrects', (tx) => supersedeStatement(tx, made.statement, { leaf: leaf('057') }))
    await look()
    await db.write('ana', 'withdraws', async (tx) => {
      const [row] = await tx.all<{ id: number }>('SELECT MAX("id") AS id FROM statement WHERE "supersededIn" IS NULL')
      await supersedeStatement(tx, row?.id as never, null)
    })
    await look()
    expect(new Set(texts).size).toBe(5)
    for (const [i, instant] of instants.entries()) expect(dataOf((await ask(query(instant))).text)).toBe(texts[i])
    const late = await data(series(`asOf: "${instants[0]}"`))
    expect(late.relation.series.days.at(-1)).toBe('1901-12-31')
  })

  it('shows which part of a change comes from corrections', async () => {
    const { data, db, herald } = await openApi()
    const { relation: before } = await data(series('from: "1901-06-01", to: "1901-06-01", bucket: DAY'))
    const { asOf } = before.series.stamp
    await db.write('ana', 'adds', async (tx) => {
      for (let i = 0; i < 5; i++) {
        await settle(tx, statement(herald, { day: day('1901-05-30'), leaf: leaf('190'), summary: `Late ${i}` }))
      }
    })
    const { relation } =
      await data(`{ relation(by: {slug: "${RELATION}"}) { explain(day: "1901-07-01", measure: TENSION) {
      corrected: change(since: "1901-06-01", sinceAsOf: "${asOf}") { before after total fading raised lowered revised }
      same: change(since: "1901-06-01") { before total revised } } } }`)
    const { corrected, same } = relation.explain
    expect(corrected.before).toBeCloseTo(before.series.tension[0], 5)
    expect(corrected.revised).toBeGreaterThan(1)
    expect(corrected.revised).toBeCloseTo(same.before - corrected.before, 9)
    const { fading, raised, lowered, revised, total } = corrected
    expect(Math.abs(fading + raised + lowered + revised - total)).toBeLessThan(1e-9)
    expect(same.revised).toBe(0)
  })
})
