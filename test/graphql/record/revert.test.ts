/** Taking back what stands in the audit: what stood before stands again, the scores with it, and nothing is lost. */
import { describe, expect, it } from 'vitest'
import { openApi, RELATION } from '../../support/api.ts'
import { asking, type Changed, cookieOf, does, settleIn } from '../../support/people.ts'

const STATEMENT = 'statement { id summary tag { code } reason event { id } }'
const ENTRY = 'entry { number action noun before after }'
const DAY = '1901-06-10'

async function open() {
  const api = await openApi({ fillIn: async () => undefined })
  await settleIn(api.db)
  const analyst = asking(api, await cookieOf(api.db, 'ANALYST'))
  const admin = asking(api, await cookieOf(api.db, 'ADMIN'))
  const add = (document: number): Promise<Changed> =>
    does(
      ...([analyst, 'addStatement', 'NewStatement'] as const),
      {
        ...{ document: `Document:${document}`, source: 'RUR', target: 'SYL', day: DAY, summary: 'Accuses it' },
        judgement: { tag: 'accuse', reason: 'It names a fault.' },
      },
      STATEMENT,
    )
  const revert = (entry: number, reason = 'A slip.'): Promise<Changed> =>
    does(admin, 'revertChange', 'ChangeReverting', { entry, reason }, ENTRY)
  /** The number of the latest change, and whether it can be taken back. */
  const last = async (): Promise<{ number: number; revertible: boolean }> =>
    (await admin('{ audit(first: 1) { nodes { number revertible } } }')).data.audit.nodes[0]
  const score = async () => {
    const { relation } = await api.data(`{ relation(by: {slug: "${RELATION}"}) {
      series(from: "${DAY}", to: "${DAY}", bucket: DAY) { n tension engagement }
      statements { nodes { summary reason tag { code } event { id } } } } }`)
    return relation
  }
  return { ...api, analyst, admin, add, revert, last, score }
}

describe('a change that is reverted', () => {
  it('removes a statement that was added, and restores it if reverted in turn', async () => {
    const { add, revert, last, score, herald } = await open()
    const before = await score()
    const { statement } = await add(herald)
    const added = await score()
    expect(added.series.n).toEqual([1])
    const { entry, userErrors } = await revert((await last()).number)
    expect(userErrors).toEqual([])
    expect([entry.action, entry.noun, JSON.parse(entry.after).reason]).toEqual(['revertChange', 'Statement', 'A slip.'])
    expect(`Statement:${JSON.parse(entry.before).id}`).toBe(statement.id)
    expect(await score()).toEqual(before)
    await revert(entry.number)
    expect(await score()).toEqual(added)
  })

  it('restores the former summary, tag and reason of a corrected statement', async () => {
    const { analyst, add, revert, last, score, herald } = await open()
    const { statement } = await add(herald)
    const before = await score()
    const input = {
      ...{ statement: statement.id, summary: 'Threatens it', reason: 'It names arms.' },
      judgement: { tag: 'threaten-force', reason: 'It names arms.' },
    }
    await does(analyst, 'supersedeStatement', 'StatementCorrection', input, STATEMENT)
    expect((await score()).statements.nodes[0].tag.code).toBe('threaten-force')
    await revert((await last()).number)
    expect(await score()).toEqual(before)
  })

  it('restores a withdrawn statement with its event and its coding', async () => {
    const { analyst, add, revert, last, score, herald } = await open()
    const { statement } = await add(herald)
    const before = await score()
    const input = { statement: statement.id, reason: 'Printed twice.' }
    await does(analyst, 'withdrawStatement', 'StatementWithdrawal', input, STATEMENT)
    expect((await score()).statements.nodes).toEqual([])
    await revert((await last()).number)
    expect(await score()).toEqual(before)
  })

  it('splits merged events as they were, and merges them again if reverted in turn', async () => {
    const { analyst, add, revert, last, score, herald, gazette } = await open()
    const events = [(await add(herald)).statement.event.id, (await add(gazette)).statement.event.id]
    const apart = await score()
    await does(analyst, 'mergeEvents', 'EventMerging', { events, reason: 'One speech.' }, 'event { id }')
    const merged = await score()
    expect(merged.series.n).toEqual([1])
    const { entry } = await revert((await last()).number)
    expect((await score()).series).toEqual(apart.series)
    await revert(entry.number)
    expect((await score()).series).toEqual(merged.series)
  })

  it('is refused if more was changed since, if nothing is left to do, and for accounts', async () => {
    const { analyst, add, revert, last, herald } = await open()
    const { statement } = await add(herald)
    const added = await last()
    expect(added.revertible).toBe(true)
    const change = { statement: statement.id, summary: 'Accuses it again', reason: 'Once more' }
    const next = await does(analyst, 'supersedeStatement', 'StatementCorrection', change, STATEMENT)
    const { userErrors } = await revert(added.number)
    expect(userErrors).toMatchObject([{ field: 'entry', code: 'CONFLICT' }])
    expect(userErrors[0].message).toContain(`${next.statement.id} came after it. Take back the later change first.`)
    const input = { statement: next.statement.id, reason: 'Printed twice.' }
    await does(analyst, 'withdrawStatement', 'StatementWithdrawal', input, STATEMENT)
    const withdrawn = await last()
    const { entry } = await revert(withdrawn.number)
    expect((await revert(withdrawn.number)).userErrors).toMatchObject([{ code: 'CONFLICT' }])
    expect((await revert(999_999)).userErrors).toMatchObject([{ field: 'entry', code: 'UNKNOWN_ID' }])
    await does(analyst, 'createDraft', 'NewDraft', {}, 'draft { number }')
    const drafted = await last()
    expect(drafted.revertible).toBe(false)
    expect((await revert(drafted.number)).userErrors).toMatchObject([{ code: 'NOT_POSSIBLE' }])
    expect((await revert(entry.number, ' ')).userErrors).toMatchObject([{ field: 'reason', code: 'BAD_TEXT' }])
  })
})
