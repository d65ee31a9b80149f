/** What is settled changes with a reason, what an editor decided changes by editors alone, by whatever route it is asked. */
import { describe, expect, it } from 'vitest'
import { type Api, openApi } from '../../support/api.ts'
import { type Ask, asking, type Changed, cookieOf, does, settleIn, tokenOf } from '../../support/people.ts'

interface Desk extends Api {
  readonly analyst: Ask
  readonly editor: Ask
  readonly admin: Ask
}

async function open(): Promise<Desk> {
  const api = await openApi()
  await settleIn(api.db)
  const as = async (role: 'ANALYST' | 'EDITOR' | 'ADMIN') => asking(api, await cookieOf(api.db, role))
  return { ...api, analyst: await as('ANALYST'), editor: await as('EDITOR'), admin: await as('ADMIN') }
}

const SHOWN = 'statement { id summary day mutual tag { code } reason reasonBy { who name } event { id } }'
const judgement = (tag: string, reason = 'It says so.') => ({ tag, reason })
const settled = async (ask: Ask, { herald }: Desk, given: object = {}): Promise<Changed['statement']> => {
  const said = { source: 'RUR', target: 'SYL', day: '1901-06-10', summary: 'Ruritania → Syldavia: Accuse' }
  const input = { document: `Document:${herald}`, ...said, judgement: judgement('accuse'), ...given }
  return (await does(ask, 'addStatement', 'NewStatement', input, SHOWN)).statement
}
const correct = (ask: Ask, statement: string, given: object) =>
  does(ask, 'supersedeStatement', 'StatementCorrection', { statement, ...given }, SHOWN)
const settleAnew = (ask: Ask, statement: string, given: object) =>
  does(ask, 'settleStatement', 'StatementSettling', { statement, judgement: judgement('demand'), ...given }, SHOWN)
const withdraw = (ask: Ask, statement: string, reason: string | null) =>
  does(ask, 'withdrawStatement', 'StatementWithdrawal', { statement, reason }, 'statement { id }')
const submit = (ask: Ask, statement: string, tag: string) =>
  does(ask, 'submitCoding', 'CodingSubmission', { statement, judgement: judgement(tag) }, 'coding { coder }')
const lastAudit = async ({ db }: Desk) =>
  JSON.parse(
    (await db.all<{ after: string }>('SELECT "after" FROM audit ORDER BY "id" DESC LIMIT 1'))[0]?.after ?? '{}',
  )

/** Ana settles, Ben judges, and the editor decides that it is a demand. */
async function decided(desk: Desk, tag = 'demand') {
  const { analyst, admin, editor } = desk
  const { id } = await settled(analyst, desk)
  await submit(admin, id, 'criticise')
  const input = { statement: id, judgement: judgement(tag, 'It sets a day.') }
  return (await does(editor, 'adjudicate', 'Adjudication', input, SHOWN)).statement
}

/** Every way to change one statement, each with and without a reason. */
const ROUTES: readonly (readonly [string, (ask: Ask, id: string, reason: string | null) => Promise<Changed>])[] = [
  ['another tag', (ask, id, reason) => correct(ask, id, { judgement: judgement('criticise'), reason })],
  ['another stance', (ask, id, reason) => settleAnew(ask, id, { reason })],
  ['another actor', (ask, id, reason) => correct(ask, id, { target: 'BOR', reason })],
  ['both to each other', (ask, id, reason) => correct(ask, id, { mutual: true, reason })],
  ['another day', (ask, id, reason) => correct(ask, id, { day: '1901-06-11', reason })],
  ['a flag', (ask, id, reason) => correct(ask, id, { denied: true, reason })],
  ['another summary', (ask, id, reason) => correct(ask, id, { summary: 'Blames it', reason })],
  ['a withdrawal', (ask, id, reason) => withdraw(ask, id, reason)],
]

describe('a settled statement', () => {
  it.each(ROUTES)('takes %s from a colleague with a reason alone, which stands in the audit', async (_, change) => {
    const desk = await open()
    const { id } = await settled(desk.analyst, desk)
    for (const missing of [null, '', '  ']) {
      const refused = await change(desk.admin, id, missing)
      expect(refused.statement).toBeNull()
      expect(refused.userErrors).toMatchObject([{ field: 'reason', code: 'INCOMPLETE' }])
      expect(refused.userErrors[0]?.message).toContain('Say why')
    }
    expect((await change(desk.admin, id, 'The text says otherwise.')).userErrors).toEqual([])
    expect(await lastAudit(desk)).toMatchObject({ reason: 'The text says otherwise.' })
  })

  it.each(ROUTES.slice(0, 7))('takes %s from its own coder with a reason alone too', async (_, change) => {
    const desk = await open()
    const { id } = await settled(desk.analyst, desk)
    expect((await change(desk.analyst, id, null)).userErrors).toMatchObject([{ field: 'reason', code: 'INCOMPLETE' }])
    const first = await change(desk.analyst, id, 'I misread it.')
    // And back to what it was without one: that undoes it, and the audit says so.
    const { id: now, tag } = first.statement
    expect((await change(desk.admin, now, null)).userErrors).toMatchObject([{ code: 'INCOMPLETE' }])
    const back = { ...judgement('accuse'), codebook: 'default' }
    const former = { target: 'SYL', mutual: false, day: '1901-06-10', denied: false }
    const undone = await correct(desk.analyst, now, {
      ...former,
      summary: 'Ruritania → Syldavia: Accuse',
      judgement: back,
    })
    expect([undone.userErrors, undone.statement]).toMatchObject([[], { tag: { code: 'accuse' } }])
    expect(await lastAudit(desk)).toMatchObject({ undone: true })
    expect(tag).not.toBeNull()
  })

  it('is taken back by its coder without a reason, and by nobody else, nor once another has judged or changed it', async () => {
    const desk = await open()
    const { analyst, admin, editor } = desk
    const first = await settled(analyst, desk)
    expect((await withdraw(editor, first.id, null)).userErrors).toMatchObject([{ field: 'reason', code: 'INCOMPLETE' }])
    expect((await withdraw(analyst, first.id, null)).userErrors).toEqual([])
    expect(await lastAudit(desk)).toEqual({ undone: true })
    const second = await settled(analyst, desk)
    await submit(admin, second.id, 'criticise')
    expect((await withdraw(analyst, second.id, null)).userErrors).toMatchObject([{ code: 'INCOMPLETE' }])
    const third = await settled(analyst, desk)
    const { statement } = await correct(admin, third.id, { summary: 'Blames it', reason: 'Shorter' })
    expect((await withdraw(analyst, statement.id, null)).userErrors).toMatchObject([{ code: 'INCOMPLETE' }])
    // Nor does going back undo what a colleague did.
    const back = await correct(analyst, statement.id, { summary: first.summary })
    expect(back.userErrors).toMatchObject([{ field: 'reason', code: 'INCOMPLETE' }])
  })

  it('comes back with the judgement it had when a change of it is undone', async () => {
    const desk = await open()
    const { id, event } = await settled(desk.admin, desk, { judgement: judgement('accuse', 'Ana’s own words.') })
    const { statement } = await correct(desk.analyst, id, { judgement: judgement('demand'), reason: 'It sets a day.' })
    expect(statement).toMatchObject({ tag: { code: 'demand' }, summary: 'Ruritania → Syldavia: Demand' })
    const said = { summary: 'Ruritania → Syldavia: Accuse', judgement: judgement('accuse', 'Ana’s own words.') }
    const back = await correct(desk.analyst, statement.id, said)
    expect(back.statement).toMatchObject({ tag: { code: 'accuse' }, reason: 'Ana’s own words.', event })
    const { data } = await desk.editor(`{ codings(statement: "${back.statement.id}") { coder state } }`)
    expect(data.codings).toContainEqual({ coder: 'admin', state: 'SETTLED' })
  })

  it('that is not settled yet wants no reason', async () => {
    const desk = await open()
    const { id } = await settled(desk.analyst, desk, { judgement: null })
    const next = await correct(desk.admin, id, { day: '1901-06-11' })
    expect(next.userErrors).toEqual([])
    expect((await settleAnew(desk.admin, next.statement.id, {})).statement.tag.code).toBe('demand')
  })

  it('tells in its summary the tag and the parties it now has, where nobody wrote one', async () => {
    const desk = await open()
    const { id } = await settled(desk.analyst, desk)
    const { statement } = await settleAnew(desk.admin, id, { reason: 'It sets a day.' })
    expect(statement.summary).toBe('Ruritania → Syldavia: Demand')
    const moved = await correct(desk.admin, statement.id, { target: 'BOR', mutual: true, reason: 'It is Borduria.' })
    expect(moved.statement.summary).toBe('Ruritania ↔ Borduria: Demand')
    const own = await correct(desk.admin, moved.statement.id, { summary: 'Sets it a day', reason: 'Plainer' })
    const last = await settleAnew(desk.admin, own.statement.id, { judgement: judgement('accuse'), reason: 'After all' })
    expect(last.statement).toMatchObject({ summary: 'Sets it a day', tag: { code: 'accuse' } })
  })
})

describe('a statement that an editor decided', () => {
  it.each(ROUTES)('takes %s from no analyst, whoever settled it and whatever they say', async (_, change) => {
    const desk = await open()
    const { id, summary } = await decided(desk)
    expect(summary).toBe('Ruritania → Syldavia: Demand')
    const program = asking(desk, await tokenOf(desk.db, 'ANALYST'))
    for (const ask of [desk.analyst, program]) {
      const refused = await change(ask, id, 'I know better.')
      expect(refused.statement).toBeNull()
      expect(refused.userErrors).toMatchObject([{ field: 'statement', code: 'DECIDED' }])
      expect(refused.userErrors[0]?.message).toMatch(/decided by editor, editor.*locked for analysts.*Ask editor/)
    }
    const { data } = await desk.ask(`{ statement(id: "${id}") { tag { code } reason reasonBy { who name } } }`)
    expect(data.statement).toEqual({
      tag: { code: 'demand' },
      reason: 'It sets a day.',
      reasonBy: { who: 'EDITOR', name: null },
    })
    // An editor may, and says why.
    expect((await change(desk.admin, id, null)).userErrors).toMatchObject([{ field: 'reason', code: 'INCOMPLETE' }])
    expect((await change(desk.admin, id, 'The coders convinced me.')).userErrors).toEqual([])
  })

  it('stays decided when another editor judges it anew, and cannot be moved to another event by an analyst', async () => {
    const desk = await open()
    const { id, event } = await decided(desk)
    const other = await settled(desk.analyst, desk, { judgement: judgement('demand'), start: 90, end: 99 })
    const merge = (ask: Ask, events: string[]) =>
      does(ask, 'mergeEvents', 'EventMerging', { events, reason: 'One happening' }, 'event { id }')
    expect((await merge(desk.analyst, [other.event.id, event.id])).userErrors).toMatchObject([{ code: 'DECIDED' }])
    expect((await merge(desk.analyst, [event.id, other.event.id])).userErrors).toEqual([])
    const split = { event: event.id, statements: [id], reason: 'Two happenings' }
    expect((await does(desk.analyst, 'splitEvent', 'EventSplitting', split, 'event { id }')).userErrors).toMatchObject([
      { code: 'DECIDED' },
    ])
    const anew = await settleAnew(desk.admin, id, { judgement: judgement('accuse'), reason: 'After all' })
    const { data } = await desk.editor(`{ codings(statement: "${anew.statement.id}") { coder state } }`)
    expect(data.codings).toContainEqual({ coder: 'gold:admin', state: 'SETTLED' })
    const late = await correct(desk.analyst, anew.statement.id, { denied: true, reason: 'It was denied.' })
    expect(late.userErrors).toMatchObject([{ code: 'DECIDED' }])
    expect(late.userErrors[0]?.message).toContain('decided by admin')
  })

  it('can still be judged by coders, and is decided with a reason only', async () => {
    const desk = await open()
    const { id } = await decided(desk)
    expect((await submit(desk.admin, id, 'accuse')).userErrors).toEqual([])
    for (const reason of ['', null]) {
      const input = { statement: id, judgement: { tag: 'accuse', reason } }
      expect((await does(desk.editor, 'adjudicate', 'Adjudication', input, SHOWN)).userErrors).toMatchObject([
        { field: 'judgement.reason', code: 'INCOMPLETE' },
      ])
    }
  })
})

describe('the reason of a stance', () => {
  const MACHINE = 'machine:detente-coder'
  const taken = { tag: 'accuse', reason: '“accused” at 10', reasonBy: MACHINE, shown: 'accuse' }

  it('names a program, an analyst or an editor, and never a person', async () => {
    const desk = await open()
    const giver = async (given: object) => (await settled(desk.analyst, desk, given)).reasonBy
    expect(await giver({ judgement: taken })).toEqual({ who: 'MACHINE', name: 'detente-coder' })
    expect(await giver({ judgement: { ...taken, reasonBy: 'rule:same-words' } })).toEqual({
      ...{ who: 'RULE', name: 'same-words' },
    })
    expect(await giver({})).toEqual({ who: 'ANALYST', name: null })
    expect((await decided(desk)).reasonBy).toEqual({ who: 'EDITOR', name: null })
  })

  it('stays empty where nobody gave one', async () => {
    const desk = await open()
    for (const none of [{ tag: 'accuse' }, { tag: 'accuse', reason: '' }, { tag: 'accuse', reason: null }]) {
      const statement = await settled(desk.analyst, desk, { judgement: none })
      expect([statement.reason, statement.reasonBy]).toEqual([null, null])
    }
  })

  it('is not a program’s for another tag than it proposed, nor of a giver that is none', async () => {
    const desk = await open()
    const input = { document: `Document:${desk.herald}`, source: 'RUR', target: 'SYL', day: '1901-06-10', summary: 'x' }
    const refusal = async (given: object) =>
      (await does(desk.analyst, 'addStatement', 'NewStatement', { ...input, judgement: { ...taken, ...given } }, SHOWN))
        .userErrors
    expect(await refusal({ tag: 'demand' })).toMatchObject([{ field: 'judgement.reasonBy', code: 'NOT_POSSIBLE' }])
    expect(await refusal({ shown: null })).toMatchObject([{ field: 'judgement.reasonBy', code: 'NOT_POSSIBLE' }])
    for (const reasonBy of ['zoe', 'gold:zoe', 'machine:', 'machine:A B'])
      expect(await refusal({ reasonBy })).toMatchObject([{ field: 'judgement.reasonBy', code: 'BAD_CODE' }])
  })

  it.each([
    ['another source', { source: 'BOR' }],
    ['another target', { target: 'BOR' }],
    ['both', { mutual: true }],
    ['another day', { day: '1901-06-12' }],
  ])('of a program falls away with %s, and a person’s stays', async (_, given) => {
    const desk = await open()
    const change = { ...given, reason: 'It is another.' }
    const machine = await settled(desk.analyst, desk, { judgement: taken })
    const person = await settled(desk.analyst, desk)
    const moved = async (id: string) => (await correct(desk.admin, id, change)).statement
    expect(await moved(machine.id)).toMatchObject({ reason: null, reasonBy: null, tag: { code: 'accuse' } })
    expect(await moved(person.id)).toMatchObject({ reason: 'It says so.', reasonBy: { who: 'ANALYST' } })
    const kept = await settled(desk.analyst, desk, { judgement: taken })
    const flagged = await correct(desk.admin, kept.id, { denied: true, reason: 'It was denied.' })
    expect(flagged.statement).toMatchObject({ reason: '“accused” at 10', reasonBy: { who: 'MACHINE' } })
  })
})
