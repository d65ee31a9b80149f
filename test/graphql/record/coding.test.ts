/** Several coders of one statement: blind until they have judged, weighed against each other, adjudicated. */
import { describe, expect, it } from 'vitest'
import { type Api, openApi } from '../../support/api.ts'
import { type Ask, asking, cookieOf, does, settleIn } from '../../support/people.ts'

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

const judgement = (tag: string) => ({ tag, reason: 'It says so.' })
const add = async (ask: Ask, document: number, summary: string) => {
  const input = { document: `Document:${document}`, source: 'RUR', target: 'SYL', day: '1901-06-10', summary }
  return (await does(ask, 'addStatement', 'NewStatement', input, 'statement { id }')).statement.id as string
}
const submit = (ask: Ask, statement: string, tag: string) =>
  does(
    ask,
    'submitCoding',
    'CodingSubmission',
    { statement, judgement: judgement(tag) },
    'coding { coder tag { code } state }',
  )
const adjudicate = (ask: Ask, statement: string, tag: string) =>
  does(
    ask,
    'adjudicate',
    'Adjudication',
    { statement, judgement: judgement(tag) },
    'statement { id tag { code } event { id } }',
  )
const codings = async (ask: Ask, statement: string) =>
  (await ask(`{ codings(statement: "${statement}") { coder state tag { code } } }`)).data.codings.map(
    (c: { coder: string; state: string; tag: { code: string } }) => `${c.coder} ${c.state} ${c.tag.code}`,
  )
const disputed = async (ask: Ask) =>
  (await ask('{ disagreements { nodes { id } totalCount } }')).data.disagreements.nodes.map((s: { id: string }) => s.id)

describe('a statement coded twice', () => {
  it('shows a coder the judgements of others only beside their own', async () => {
    const { analyst, admin, editor, herald } = await open()
    const id = await add(analyst, herald, 'Calls it names')
    await submit(admin, id, 'accuse')
    expect(await codings(analyst, id)).toEqual([])
    expect(await codings(editor, id)).toEqual(['admin SUBMITTED accuse'])
    await submit(analyst, id, 'criticise')
    expect(await codings(analyst, id)).toEqual(['admin SUBMITTED accuse', 'analyst SUBMITTED criticise'])
  })

  it('is not settled by a submission, and a second one of the same coder supersedes the first', async () => {
    const { analyst, ask, herald } = await open()
    const id = await add(analyst, herald, 'Calls it names')
    await submit(analyst, id, 'criticise')
    await submit(analyst, id, 'accuse')
    expect(await codings(analyst, id)).toEqual(['analyst SUBMITTED accuse'])
    expect((await ask(`{ statement(id: "${id}") { leaf event { id } } }`)).data.statement).toEqual({
      leaf: null,
      event: null,
    })
  })

  it('keeps what was proposed to each coder, through a correction too, and refuses what is no code', async () => {
    const { analyst, admin, herald } = await open()
    const judged = (shown?: string) => ({ ...judgement('accuse'), ...(shown === undefined ? {} : { shown }) })
    const id = await add(analyst, herald, 'Calls it names')
    const does2 = (ask: Ask, name: string, type: string, input: object) =>
      does(
        ask,
        name,
        type,
        { statement: id, ...input },
        name === 'submitCoding' ? 'coding { shown }' : 'statement { id }',
      )
    expect(await does2(analyst, 'submitCoding', 'CodingSubmission', { judgement: judged('') })).toMatchObject({
      coding: null,
      userErrors: [{ field: 'judgement.shown' }],
    })
    expect((await does2(analyst, 'submitCoding', 'CodingSubmission', { judgement: judged() })).coding.shown).toBeNull()
    const { statement } = await does2(admin, 'settleStatement', 'StatementSettling', { judgement: judged('demand') })
    const input = { statement: statement.id, summary: 'Calls it many names', reason: 'All of them' }
    const done = await does(admin, 'supersedeStatement', 'StatementCorrection', input, 'statement { id }')
    const { data } = await admin(`{ codings(statement: "${done.statement.id}") { coder shown } }`)
    expect(data.codings).toEqual(
      expect.arrayContaining([
        { coder: 'admin', shown: 'demand' },
        { coder: 'analyst', shown: null },
      ]),
    )
  })

  it('counts as judged with a proposal in view where one was displayed to its coder, and to nobody else', async () => {
    const { analyst, admin, editor, herald } = await open()
    const document = `Document:${herald}`
    const span = { start: 40, end: 60, source: 'RUR', target: 'SYL' }
    const input = { ...span, document, day: '1901-06-10', summary: 'Calls it names' }
    const { id } = (await does(analyst, 'addStatement', 'NewStatement', input, 'statement { id }')).statement
    const proposal = { ...span, start: 50, end: 80, mutual: false, tag: 'demand' }
    const see = (ask: Ask, ...proposals: object[]) =>
      does(ask, 'logExposure', 'Exposure', { document, proposals }, 'document { id }')
    const elsewhere = { ...proposal, start: 60, tag: 'accuse' }
    const reversed = { ...proposal, source: 'SYL', target: 'RUR', tag: 'criticise' }
    expect((await see(admin, proposal, elsewhere, reversed)).document).toEqual({ id: document })
    await see(admin, proposal)
    const shown = async (ask: Ask) =>
      (
        await does(
          ask,
          'submitCoding',
          'CodingSubmission',
          { statement: id, judgement: judgement('accuse') },
          'coding { shown }',
        )
      ).coding.shown
    expect([await shown(admin), await shown(editor)]).toEqual(['demand', null])
    // What they meet afterwards is told of the next judgement, and never makes the first one other than it was.
    await see(editor, { ...reversed, mutual: true })
    expect(await shown(editor)).toBe('criticise')
  })

  it('is not told of what was displayed in no document, of no tag, or of too much at once', async () => {
    const { analyst, herald } = await open()
    const proposal = { start: 0, end: 9, mutual: false, tag: 'accuse' }
    const see = async (document: string, proposals: object[]) =>
      (await does(analyst, 'logExposure', 'Exposure', { document, proposals }, 'document { id }')).userErrors[0]
    const document = `Document:${herald}`
    expect(await see('Document:999999', [proposal])).toMatchObject({ field: 'document', code: 'UNKNOWN_ID' })
    expect(await see(document, [{ ...proposal, tag: '' }])).toMatchObject({ field: 'proposals', code: 'BAD_TEXT' })
    const many = Array.from({ length: 501 }, (_, start) => ({ ...proposal, start }))
    expect(await see(document, many)).toMatchObject({ field: 'proposals', code: 'TOO_MUCH' })
  })

  it('is a disagreement until an editor adjudicates, and every judgement stays on record', async () => {
    const { analyst, admin, editor, herald } = await open()
    const id = await add(analyst, herald, 'Calls it names')
    await submit(analyst, id, 'criticise')
    expect(await disputed(analyst)).toEqual([])
    await submit(admin, id, 'accuse')
    expect(await disputed(analyst)).toEqual([id])
    const { statement } = await adjudicate(editor, id, 'accuse')
    expect(statement).toMatchObject({ tag: { code: 'accuse' }, event: { id: expect.any(String) } })
    expect(await disputed(analyst)).toEqual([])
    expect((await codings(analyst, statement.id)).toSorted()).toEqual([
      'admin SUBMITTED accuse',
      'analyst SUBMITTED criticise',
      'gold:editor SETTLED accuse',
    ])
  })

  it('keeps the judgement of whoever settled it when somebody else settles it anew', async () => {
    const { analyst, admin, herald } = await open()
    const id = await add(analyst, herald, 'Calls it names')
    const settle = (ask: Ask, statement: string, tag: string) =>
      does(
        ask,
        'settleStatement',
        'StatementSettling',
        { statement, judgement: judgement(tag), reason: 'It is not what it was called.' },
        'statement { id }',
      )
    const first = await settle(analyst, id, 'accuse')
    const second = await settle(admin, first.statement.id, 'demand')
    expect((await codings(analyst, second.statement.id)).toSorted()).toEqual([
      'admin SETTLED demand',
      'analyst SUBMITTED accuse',
    ])
    // Whose judgement settles a statement does not merely submit another.
    const { userErrors } = await submit(admin, second.statement.id, 'accuse')
    expect(userErrors).toMatchObject([{ field: 'statement', code: 'CONFLICT' }])
  })

  it('is not adjudicated where one alone has coded it, and the refusal says what to do', async () => {
    const { analyst, editor, herald } = await open()
    const id = await add(analyst, herald, 'Calls it names')
    await submit(analyst, id, 'accuse')
    const { statement, userErrors } = await adjudicate(editor, id, 'accuse')
    expect(statement).toBeNull()
    expect(userErrors).toMatchObject([{ code: 'INCOMPLETE', message: expect.stringContaining('settleStatement') }])
  })
})

describe('the agreement of coders', () => {
  it('is told with an interval from thirty statements on, and not before', async () => {
    const { ask, analyst, admin, db, herald } = await open()
    const figures = 'n raw { value low high } alpha { value } kappa { value } ac1 { value }'
    const report = async () => {
      const query = `{ agreement { codebook overall { ${figures} } tags { tag used figures { ${figures} } } pairs { a b } confusion { a b n } } }`
      return (await analyst(query)).data.agreement
    }
    const code = async (i: number) => {
      const id = await add(analyst, herald, `Happening of the desk ${i}`)
      await submit(analyst, id, i % 3 === 0 ? 'support' : 'accuse')
      await submit(admin, id, i % 6 === 0 ? 'accuse' : i % 3 === 0 ? 'support' : 'accuse')
    }
    for (let i = 0; i < 29; i++) await code(i)
    expect((await report()).overall).toMatchObject({ n: 29, raw: null, alpha: null })
    await code(29)
    const told = await report()
    // Of 30, those with i = 0, 6, 12, 18, 24 differ.
    expect(told.overall).toMatchObject({ n: 30, raw: { value: expect.closeTo(25 / 30, 12) } })
    // κ: analyst says support to 10, admin to 5: chance = (10 · 5 + 20 · 25)/900 = 11/18; (5/6 − 11/18)/(7/18) = 4/7.
    expect(told.overall.kappa.value).toBeCloseTo(4 / 7, 12)
    expect(told.overall.raw.low).toBeLessThan(25 / 30)
    expect(told.overall.raw.high).toBeGreaterThan(25 / 30)
    // Of two tags the one is chosen where the other is not: each agrees as far as both, on all 30, not on its own alone.
    // α: of 60 values 15 are support and 5 items differ: 1 − 59 · 10/(2 · 15 · 45).
    const each = {
      n: 30,
      kappa: { value: expect.closeTo(4 / 7, 12) },
      alpha: { value: expect.closeTo(1 - 590 / 1350) },
    }
    expect(told.tags).toMatchObject([
      { tag: 'accuse', used: 25, figures: each },
      { tag: 'support', used: 10, figures: each },
    ])
    // The same for everybody, but for who the coders are.
    const forAll = `{ codebook(version: "default") { reliability { overall { ${figures} } tags { tag used figures { ${figures} } } } } }`
    expect((await ask(forAll)).data.codebook.reliability).toEqual({ overall: told.overall, tags: told.tags })
    expect(told.pairs).toEqual([{ a: 'admin', b: 'analyst' }])
    expect(told.confusion).toContainEqual({ a: 'accuse', b: 'support', n: 5 })
    const [row] = await db.all<{ n: number }>(`SELECT COUNT(*) AS n FROM audit WHERE "action" = 'submitCoding'`)
    expect(row?.n).toBe(60)
  }, 60_000)
})
