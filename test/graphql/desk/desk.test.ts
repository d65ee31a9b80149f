/** The desk over the API: what waits, what the coder proposes, and work that two windows cannot undo for each other. */
import { describe, expect, it } from 'vitest'
import { openApi } from '../../support/api.ts'
import { type Ask, asking, cookieOf, does, settleIn } from '../../support/people.ts'

async function open() {
  const api = await openApi()
  await settleIn(api.db)
  const as = async (role: 'ANALYST' | 'EDITOR') => asking(api, await cookieOf(api.db, role))
  return { ...api, analyst: await as('ANALYST'), editor: await as('EDITOR') }
}

const TEXT = 'Ruritania accused Syldavia of smuggling. Ruritania and Syldavia agreed to talk.'
const paste = async (ask: Ask, given: object = {}): Promise<string> => {
  const input = { title: 'An article', text: TEXT, published: '1901-06-10', ...given }
  return (await does(ask, 'addDocument', 'NewDocument', input, 'document { id }')).document.id
}
const desk = async (ask: Ask, document: string, selection: string) =>
  (await ask(`{ desk(document: "${document}") { ${selection} } }`)).data.desk
const keep = (ask: Ask, document: string, edition: number, body: string) =>
  does(ask, 'keepDeskDraft', 'DeskWork', { document, edition, body }, 'draft { edition body }')

describe('the desk', () => {
  it('lists documents with a stored text, newest first, with the number of settled statements', async () => {
    const { analyst, ask } = await open()
    const first = await paste(analyst)
    const second = await paste(analyst, { title: 'Another', text: 'Nothing is said here.' })
    const span = { start: 0, end: 39, source: 'RUR', target: 'SYL', day: '1901-06-10', summary: 'Accuses it' }
    await does(analyst, 'addStatement', 'NewStatement', { document: first, ...span }, 'statement { id }')
    const judged = { ...span, start: 41, end: 78, judgement: { tag: 'agree-to-talks', reason: 'It says so.' } }
    await does(analyst, 'addStatement', 'NewStatement', { document: first, ...judged }, 'statement { id }')
    const { data } = await analyst('{ deskQueue { document { id } settled unsettled changedAt } }')
    expect(data.deskQueue).toEqual([
      { document: { id: second }, settled: 0, unsettled: 0, changedAt: null },
      { document: { id: first }, settled: 1, unsettled: 1, changedAt: null },
    ])
    expect((await ask('{ deskQueue { settled } }')).errors[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  })

  it('recognises the same text, and shows similar texts', async () => {
    const { analyst } = await open()
    const long = Array.from({ length: 20 }, (_, i) => `On day ${i} the council of Ruritania met for the ${i}th time.`)
    const first = await paste(analyst, { text: long.join(' ') })
    const again = { title: 'Printed again', text: long.join(' '), published: '1901-06-12' }
    const same = await does(analyst, 'addDocument', 'NewDocument', again, 'known document { id }')
    expect(same).toMatchObject({ known: true, document: { id: first } })
    const copy = { title: 'A copy', text: [...long.slice(0, 18), 'Our own correspondent.'].join('\n') }
    const made = await does(analyst, 'addDocument', 'NewDocument', copy, 'known document { id }')
    expect(made.known).toBe(false)
    const other = await paste(analyst, { title: 'Another', text: 'It rained all day and nobody met.' })
    const like = 'resembling { resemblance document { id } }'
    const { resembling } = await desk(analyst, made.document.id, like)
    expect(resembling).toMatchObject([{ document: { id: first } }])
    // 18 of 20 sentences are the same.
    expect(resembling[0].resemblance).toBeGreaterThan(0.75)
    expect((await desk(analyst, first, like)).resembling).toMatchObject([{ document: { id: made.document.id } }])
    expect((await desk(analyst, other, like)).resembling).toEqual([])
  })

  it('proposes statements with offsets into the original text, or says why it proposes none', async () => {
    const { analyst } = await open()
    const document = await paste(analyst)
    const { suggestions, silence } = await desk(
      analyst,
      document,
      'silence suggestions { start end text source target tag quad day }',
    )
    expect(silence).toBeNull()
    for (const s of suggestions) expect(TEXT.slice(s.start, s.end)).toBe(s.text)
    expect(suggestions).toContainEqual(
      expect.objectContaining({ source: 'RUR', target: 'SYL', quad: 'VERBAL_CONFLICT', day: '1901-06-10' }),
    )
    const quiet = await paste(analyst, { title: 'Another', text: 'It rained all day.' })
    expect(await desk(analyst, quiet, 'silence suggestions { start }')).toEqual({
      silence: expect.stringMatching(/\.$/),
      suggestions: [],
    })
    const urdu = await paste(analyst, { title: 'A third', text: 'وزیر خارجہ نے کہا', language: 'ur' })
    expect((await desk(analyst, urdu, 'silence')).silence).toContain('The coder reads English')
  })

  it('tells which statements are one’s own and which an editor decided, so that nothing is offered that would be refused', async () => {
    const { analyst, editor, ask } = await open()
    const document = await paste(analyst)
    const span = { document, source: 'RUR', target: 'SYL', day: '1901-06-10', summary: 'Accuses it' }
    const add = async (start: number, judged: string | null) => {
      const judgement = judged === null ? null : { tag: judged, reason: 'So.' }
      const input = { ...span, start, end: start + 9, judgement }
      return (await does(analyst, 'addStatement', 'NewStatement', input, 'statement { id }')).statement.id
    }
    const [first, second] = [await add(0, 'accuse'), await add(10, 'accuse')]
    await add(20, null)
    const judge = { statement: second, judgement: { tag: 'criticise', reason: 'So.' } }
    await does(editor, 'submitCoding', 'CodingSubmission', judge, 'coding { coder }')
    const decision = await does(editor, 'adjudicate', 'Adjudication', judge, 'statement { id }')
    const settlings = async (who: Ask) => desk(who, document, 'coder settlings { statement own decidedBy }')
    const decided = { statement: decision.statement.id, own: false, decidedBy: 'editor' }
    expect(await settlings(analyst)).toEqual({
      coder: 'machine:detente-coder',
      settlings: [{ statement: first, own: true, decidedBy: null }, decided],
    })
    expect((await settlings(editor)).settlings).toEqual([{ statement: first, own: false, decidedBy: null }, decided])
    const { errors } = await ask(`{ desk(document: "${document}") { settlings { decidedBy } } }`)
    expect(errors[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  })

  it('keeps the work of each analyst apart, and refuses what another window has overtaken', async () => {
    const { analyst, editor, herald } = await open()
    const document = await paste(analyst)
    expect((await desk(analyst, document, 'draft { edition }')).draft).toBeNull()
    expect((await keep(analyst, document, 0, '{"items":[]}')).draft).toEqual({ edition: 1, body: '{"items":[]}' })
    const late = await keep(analyst, document, 0, '{"items":[1]}')
    expect([late.draft, late.userErrors[0]]).toEqual([
      null,
      expect.objectContaining({ field: 'edition', code: 'CONFLICT' }),
    ])
    expect((await keep(analyst, document, 1, '{"items":[2]}')).draft.edition).toBe(2)
    expect((await desk(analyst, document, 'draft { body }')).draft.body).toBe('{"items":[2]}')
    expect(await desk(editor, document, 'draft { body } colleagues { name }')).toEqual({
      draft: null,
      colleagues: [{ name: 'analyst' }],
    })
    expect((await desk(analyst, `Document:${herald}`, 'silence')).silence).toContain('Its text is not kept')
    expect(await desk(analyst, 'Document:999999', 'silence')).toBeNull()
  })

  it('refuses work that is not JSON, too long, or of an unknown document', async () => {
    const { analyst } = await open()
    const document = await paste(analyst)
    const code = async (...given: [string, number, string]) => (await keep(analyst, ...given)).userErrors[0]?.code
    expect(await code(document, 0, '{')).toBe('BAD_TEXT')
    expect(await code(document, 0, JSON.stringify('x'.repeat(80_000)))).toBe('TOO_MUCH')
    expect(await code('Document:999999', 0, '{}')).toBe('UNKNOWN_ID')
  })

  it('is held and released by an analyst, and assigned to anybody by an editor', async () => {
    const { analyst, editor, db } = await open()
    const first = await paste(analyst)
    const second = await paste(analyst, { title: 'Floods in the valley', text: 'Nothing is said here.' })
    const hold = async (ask: Ask, holder: string | null, document = first) =>
      (await does(ask, 'holdDocument', 'DeskHolding', { document, holder }, 'document { id }')).userErrors[0]?.code
    const queue = async (ask: Ask, asked: string) =>
      (await ask(`{ deskQueue${asked} { document { id } holder } }`)).data.deskQueue.map(
        (item: { document: { id: string }; holder: string | null }) => [item.document.id, item.holder],
      )
    expect(await hold(analyst, 'editor')).toBe('NOT_POSSIBLE')
    expect(await hold(analyst, 'analyst')).toBeUndefined()
    expect(await hold(editor, 'editor', second)).toBeUndefined()
    expect(await hold(analyst, 'analyst', second)).toBe('CONFLICT')
    expect(await hold(analyst, null, second)).toBe('CONFLICT')
    for (const nobody of ['viewer', 'nobody']) expect(await hold(editor, nobody)).toBe('UNKNOWN_NAME')
    expect(await queue(analyst, '')).toEqual([
      [second, 'editor'],
      [first, 'analyst'],
    ])
    expect(await queue(analyst, '(whose: MINE)')).toEqual([[first, 'analyst']])
    expect(await hold(editor, 'analyst', second)).toBeUndefined()
    expect(await queue(analyst, '(whose: MINE, search: "VALLEY")')).toEqual([[second, 'analyst']])
    expect(await hold(analyst, null)).toBeUndefined()
    expect(await queue(editor, '(whose: FREE)')).toEqual([[first, null]])
    expect(await hold(analyst, null, 'Document:999999')).toBe('UNKNOWN_ID')
    const [said] = await db.all<{ n: number }>(`SELECT COUNT(*) AS n FROM audit WHERE "action" = 'holdDocument'`)
    expect(said?.n).toBe(4)
  })

  it('makes no revision, so that typing invalidates no cache', async () => {
    const { analyst, record } = await open()
    const document = await paste(analyst)
    await record.refresh()
    const before = record.revision
    await keep(analyst, document, 0, '{}')
    await record.refresh()
    expect(record.revision).toBe(before)
  })
})
