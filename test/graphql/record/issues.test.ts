/** Matters at issue: counted, and as a filter. */
import { describe, expect, it } from 'vitest'
import type { ActorCode } from '../../../server/domain/directory/actor.ts'
import { settle } from '../../../server/store/settle.ts'
import { openApi, RELATION } from '../../support/api.ts'
import { day, RUR, SYL, statement, type TestStore } from '../../support/store.ts'

/** Trade in March, trade and border in April by two papers, border in May by Syldavia. */
async function disputes({ db, herald, gazette }: TestStore): Promise<void> {
  await db.write('test', 'disputes', async (tx) => {
    const said = (given: Parameters<typeof statement>[1], document = herald) => statement(document, given)
    await settle(tx, said({ day: day('1901-03-01'), issues: ['trade'], summary: 'March' }))
    const april = { day: day('1901-04-01'), summary: 'April' }
    const { event } = await settle(tx, said({ ...april, issues: ['border', 'trade'] }))
    await settle(tx, said({ ...april, issues: [], summary: 'April again' }, gazette), event)
    const [source, target]: ActorCode[] = [SYL, RUR]
    if (source && target)
      await settle(tx, said({ day: day('1901-05-01'), issues: ['border'], source, target, summary: 'May' }))
    await settle(tx, said({ day: day('1901-06-01'), summary: 'June' }))
  })
}

const on = (selection: string) => `{ relation(by: {slug: "${RELATION}"}) { ${selection} } }`

describe('issues', () => {
  it('are counted by statement within days and direction', async () => {
    const { data } = await openApi({ fillIn: disputes })
    const of = async (args: string) => (await data(on(`issues${args} { issue statements }`))).relation.issues
    expect(await of('')).toEqual([
      { issue: 'border', statements: 2 },
      { issue: 'trade', statements: 2 },
    ])
    expect(await of('(to: "1901-03-31")')).toEqual([{ issue: 'trade', statements: 1 }])
    expect(await of('(direction: B_TO_A)')).toEqual([{ issue: 'border', statements: 1 }])
    expect(await of('(from: "1901-06-01")')).toEqual([])
    const { relations } = await data('{ relations { nodes { slug issues { issue statements } } } }')
    for (const { slug, issues } of relations.nodes) expect(issues, slug).toEqual(slug === RELATION ? await of('') : [])
  })

  it('filter statements that name one of them', async () => {
    const { data } = await openApi({ fillIn: disputes })
    const of = async (issues: string) =>
      (await data(on(`statements(filter: {issues: ${issues}}) { totalCount nodes { summary } }`))).relation.statements
    expect((await of('["trade"]')).nodes.map((s: { summary: string }) => s.summary)).toEqual(['April', 'March'])
    expect((await of('["trade", "border"]')).totalCount).toBe(3)
    expect((await of('["hunting"]')).nodes).toEqual([])
    expect((await of('[]')).totalCount).toBe(0)
  })

  it('filter events with a statement that names one of them', async () => {
    const { data } = await openApi({ fillIn: disputes })
    const { events } = (
      await data(on('events(filter: {issues: ["trade"]}) { totalCount nodes { day statements { summary } } }'))
    ).relation
    expect(events.nodes.map((e: { day: string }) => e.day)).toEqual(['1901-04-01', '1901-03-01'])
    // The event of April keeps both its statements, though one of them names no matter.
    expect(events.nodes[0].statements).toHaveLength(2)
    expect(events.totalCount).toBe(2)
  })

  it('take one SQL statement besides the check for changes', async () => {
    const { sqlOf } = await openApi({ fillIn: disputes })
    expect(await sqlOf(on('issues { issue statements }'))).toHaveLength(2)
    expect(await sqlOf(on('statements(filter: {issues: ["trade"]}) { nodes { summary issues } }'))).toHaveLength(2)
  })
})
