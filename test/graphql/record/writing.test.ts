/** Changing the record by mutations: what follows from a change, what is refused, and that nothing is ever half stored. */
import { describe, expect, it } from 'vitest'
import { FAILED } from '../../../server/graphql/schema/errors.ts'
import type { Database } from '../../../server/store/database.ts'
import { TABLES } from '../../../server/store/tables/tables.ts'
import { type Api, openApi, RELATION } from '../../support/api.ts'
import { type Ask, asking, type Changed, cookieOf, does, settleIn } from '../../support/people.ts'

async function open(): Promise<Api & { analyst: Ask; editor: Ask; admin: Ask }> {
  const api = await openApi()
  await settleIn(api.db)
  const as = async (role: 'ANALYST' | 'EDITOR' | 'ADMIN') => asking(api, await cookieOf(api.db, role))
  return { ...api, analyst: await as('ANALYST'), editor: await as('EDITOR'), admin: await as('ADMIN') }
}

const STATEMENT = 'statement { id day summary quote leaf tag { code } reason source { code } event { id evidence } }'
const judgement = (tag: string) => ({ tag, reason: 'It names a consequence.' })
const accusation = (document: number, given: object = {}) => ({
  document: `Document:${document}`,
  source: 'RUR',
  target: 'SYL',
  day: '1901-06-10',
  summary: 'Accuses it of smuggling once more',
  ...given,
})
const add = (ask: Ask, input: object): Promise<Changed> => does(ask, 'addStatement', 'NewStatement', input, STATEMENT)
const correct = (ask: Ask, input: object): Promise<Changed> =>
  does(ask, 'supersedeStatement', 'StatementCorrection', input, STATEMENT)

const series = (asOf: string | null) => `{ relation(by: {slug: "${RELATION}"}) {
  series(bucket: DAY, from: "1901-06-01", to: "1901-07-01"${asOf === null ? '' : `, asOf: "${asOf}"`}) {
    tension engagement n state stamp { asOf revision } } } }`

/** How many rows each table has. */
async function counts(db: Database): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const { name } of TABLES) {
    const [row] = await db.all<{ n: number }>(`SELECT COUNT(*) AS n FROM "${name}"`)
    found[name] = row?.n ?? 0
  }
  return found
}

describe('a statement that is settled', () => {
  it('moves the series at once, and leaves answers as of before byte for byte unchanged', async () => {
    const { analyst, ask, herald } = await open()
    const before = await ask(series(null))
    const { asOf } = before.data.relation.series.stamp
    const { statement, userErrors } = await add(analyst, accusation(herald, { judgement: judgement('threaten-force') }))
    expect(userErrors).toEqual([])
    expect(statement).toMatchObject({ leaf: '138', reason: 'It names a consequence.', event: { evidence: 'ONE' } })
    const after = await ask(series(null))
    expect(after.data.relation.series.n[9]).toBe(before.data.relation.series.n[9] + 1)
    expect(after.data.relation.series.tension[9]).toBeGreaterThan(before.data.relation.series.tension[9])
    expect(after.data.relation.series.tension[8]).toBe(before.data.relation.series.tension[8])
    const then = (await ask(series(asOf))).text
    expect(JSON.parse(then).data).toEqual(before.data)
    expect(then.slice(0, then.indexOf('"extensions"'))).toBe(before.text.slice(0, before.text.indexOf('"extensions"')))
  })

  it('counts from when it is settled until it is withdrawn', async () => {
    const { analyst, ask, herald } = await open()
    const n = async () => (await ask(series(null))).data.relation.series.n[9]
    const before = await n()
    const { statement } = await add(analyst, accusation(herald))
    expect(statement).toMatchObject({ leaf: null, tag: null, event: null })
    expect(await n()).toBe(before)
    const input = { statement: statement.id, judgement: judgement('accuse') }
    const settled = await does(analyst, 'settleStatement', 'StatementSettling', input, STATEMENT)
    expect(settled.statement).toMatchObject({ tag: { code: 'accuse' }, event: { evidence: 'ONE' } })
    expect(await n()).toBe(before + 1)
    const withdrawal = { statement: settled.statement.id, reason: 'Told of another pair' }
    await does(analyst, 'withdrawStatement', 'StatementWithdrawal', withdrawal, 'statement { id }')
    expect(await n()).toBe(before)
  })

  it('joins a named event as another source', async () => {
    const { analyst, herald, gazette } = await open()
    const first = await add(analyst, accusation(herald, { judgement: judgement('accuse') }))
    const event = first.statement.event.id
    const second = await add(analyst, accusation(gazette, { judgement: judgement('accuse'), event }))
    expect(second.statement.event).toEqual({ id: event, evidence: 'TWO' })
    const third = await add(analyst, accusation(gazette, { judgement: judgement('accuse'), event, target: 'BOR' }))
    expect(third.userErrors).toMatchObject([{ field: 'event', code: 'CONFLICT' }])
  })

  it('of which only the month is known gets its last day', async () => {
    const { analyst, herald } = await open()
    const { statement } = await add(analyst, accusation(herald, { precision: 'MONTH' }))
    expect(statement.day).toBe('1901-06-30')
  })

  it('returns the new revision', async () => {
    const { analyst, ask, herald } = await open()
    const { extensions } = await ask('{ viewer { name } }')
    const query = `mutation ($input: NewStatement!) { addStatement(input: $input) { statement { id } } }`
    const answer = await analyst(query, { input: accusation(herald) })
    expect(answer.extensions.revision).toBe(Number(extensions.revision) + 1)
  })
})

describe('bad input', () => {
  it('is refused field by field with value, rule and cure, and stores nothing', async () => {
    const { analyst, herald, db } = await open()
    const words = Array.from({ length: 26 }, (_, i) => `w${i}`).join(' ')
    const cases: readonly (readonly [object, string | null, string, string])[] = [
      [{ document: 'Document:9999' }, 'document', 'UNKNOWN_ID', 'Add it first'],
      [{ document: 'toad' }, 'document', 'UNKNOWN_ID', 'Take the id from a'],
      [{ source: 'XXX' }, null, 'UNKNOWN_ACTOR', 'Add the actor first'],
      [{ target: 'RUR' }, 'target', 'NOT_POSSIBLE', 'Name two different actors'],
      [{ summary: '' }, 'summary', 'BAD_TEXT', 'a text is not empty'],
      [{ summary: ' x' }, 'summary', 'BAD_TEXT', 'no spaces around it'],
      [{ summary: 'x'.repeat(1001) }, 'summary', 'BAD_TEXT', 'at most 1000 characters'],
      [{ quote: words }, 'quote', 'TOO_MUCH', 'at most 25 words, and this has 26'],
      [{ start: 5, end: 5 }, 'start', 'BAD_RANGE', 'ends after it begins'],
      [{ start: -1, end: 5 }, 'start', 'BAD_RANGE', 'begins at 0'],
      [{ start: 5 }, 'start', 'INCOMPLETE', 'Give both'],
      [{ issues: ['Border'] }, 'issues', 'BAD_CODE', 'lower case words'],
      [{ issues: ['border', 'border'] }, 'issues', 'TOO_MUCH', 'none twice'],
      [{ judgement: judgement('toad') }, 'judgement.tag', 'UNKNOWN_TAG', '"default-1" has no such tag'],
      [
        { judgement: { ...judgement('accuse'), codebook: 'toad' } },
        'judgement.codebook',
        'UNKNOWN_CODEBOOK',
        'Give one of',
      ],
      [{ judgement: { tag: 'accuse', reason: ' so' } }, 'judgement.reason', 'BAD_TEXT', 'no spaces around it'],
      [{ event: 'Event:1' }, 'event', 'INCOMPLETE', 'Give a judgement too'],
      [{ event: 'Event:9999', judgement: judgement('accuse') }, 'event', 'UNKNOWN_ID', 'no event of this id stands'],
    ]
    const before = await counts(db)
    for (const [given, field, code, says] of cases) {
      const { statement, userErrors } = await add(analyst, accusation(herald, given))
      expect(statement).toBeNull()
      expect(userErrors, JSON.stringify(given)).toMatchObject([{ field, code }])
      expect(userErrors[0]?.message).toContain(says)
    }
    expect(await counts(db)).toEqual(before)
    const { userErrors } = await add(analyst, accusation(herald, { summary: '', quote: words, start: 1 }))
    expect(userErrors.map((e: { field: string }) => e.field)).toEqual(['summary', 'quote', 'start'])
  })

  it('with a used origin names the statement on record', async () => {
    const { analyst, herald } = await open()
    const { statement } = await add(analyst, accusation(herald, { origin: 'herald 1' }))
    const { userErrors } = await add(analyst, accusation(herald, { origin: 'herald 1' }))
    expect(userErrors).toMatchObject([{ field: 'origin', code: 'CONFLICT' }])
    expect(userErrors[0]?.message).toContain(statement.id)
  })
})

describe('two users who correct the same statement', () => {
  it('at once: one succeeds, the other is told the current statement', async () => {
    const { analyst, editor, herald, db } = await open()
    const { statement } = await add(analyst, accusation(herald, { judgement: judgement('accuse') }))
    const answers = await Promise.all([
      correct(analyst, { statement: statement.id, summary: 'One reading', reason: 'Plainer' }),
      correct(editor, { statement: statement.id, summary: 'Another reading', reason: 'Plainer still' }),
    ])
    const won = answers.filter((a) => a.statement !== null)
    const lost = answers.filter((a) => a.statement === null)
    expect([won.length, lost.length]).toEqual([1, 1])
    expect(lost[0]?.userErrors).toMatchObject([{ field: 'statement', code: 'CONFLICT' }])
    expect(lost[0]?.userErrors[0]?.message).toContain(`${won[0]?.statement.id} stands in its place`)
    const standing = await db.all('SELECT 1 FROM statement WHERE "supersedes" = ?', [statement.id.split(':')[1]])
    expect(standing).toHaveLength(1)
  })

  it('keep the fields that are left out, and can remove optional ones', async () => {
    const { analyst, herald } = await open()
    const given = { quote: 'They smuggle.', speaker: 'Rudolf, King', judgement: judgement('accuse') }
    const { statement } = await add(analyst, accusation(herald, given))
    const next = await correct(analyst, {
      statement: statement.id,
      day: '1901-06-11',
      quote: null,
      reason: 'A day late',
    })
    const { id: _was, ...kept } = statement
    expect(next.statement).toMatchObject({ ...kept, day: '1901-06-11', quote: null })
    expect(next.statement.id).not.toBe(statement.id)
    const moved = await correct(analyst, { statement: next.statement.id, target: 'BOR', reason: 'It is Borduria.' })
    expect(moved.statement.event.id).not.toBe(statement.event.id)
  })
})

describe('a change that fails', () => {
  it('stores nothing, and reveals nothing internal', async () => {
    const { analyst, herald, db, logged } = await open()
    const before = await counts(db)
    await db.writer.query(`CREATE TRIGGER torn BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'torn'); END`)
    const query = `mutation ($input: NewStatement!) { addStatement(input: $input) { statement { id } } }`
    const { errors, text } = await analyst(query, { input: accusation(herald, { judgement: judgement('accuse') }) })
    expect(errors.map((e) => e.message)).toEqual([FAILED])
    expect(text).not.toContain('torn')
    expect(logged).toHaveLength(1)
    expect(await counts(db)).toEqual(before)
    await db.writer.query('DROP TRIGGER torn')
    expect((await add(analyst, accusation(herald))).userErrors).toEqual([])
  })
})

describe('the directory', () => {
  it('adds an actor, a relation and a document once each, and returns them', async () => {
    const { editor, analyst, data } = await open()
    const actor = { code: 'LUT', name: 'Lutha', kind: 'STATE', country: 'LUT', names: ['Kingdom of Lutha'] }
    const added = await does(editor, 'addActor', 'NewActor', actor, 'actor { code names }')
    expect(added).toEqual({ actor: { code: 'LUT', names: ['Kingdom of Lutha'] }, userErrors: [] })
    const again = await does(editor, 'addActor', 'NewActor', actor, 'actor { code }')
    expect(again.userErrors).toMatchObject([{ field: 'code', code: 'CONFLICT' }])
    const relation = { slug: 'ruritania-lutha', name: 'Ruritania – Lutha', a: 'RUR', b: 'LUT' }
    await does(editor, 'addRelation', 'NewRelation', relation, 'relation { slug }')
    expect((await data('{ relation(by: {slug: "ruritania-lutha"}) { name } }')).relation.name).toBe('Ruritania – Lutha')
    const stray = await does(
      editor,
      'addRelation',
      'NewRelation',
      { ...relation, slug: 'x', b: 'XXX' },
      'relation { slug }',
    )
    expect(stray.userErrors).toMatchObject([{ field: 'b', code: 'UNKNOWN_ACTOR' }])
    const article = {
      title: 'Lutha speaks',
      outlet: { code: 'lutha-post', name: 'The Lutha Post' },
      text: 'Lutha spoke.',
    }
    const first = await does(analyst, 'addDocument', 'NewDocument', article, 'document { id outlet { name } }')
    expect(first.document.outlet.name).toBe('The Lutha Post')
    const second = await does(analyst, 'addDocument', 'NewDocument', { ...article, title: 'Again' }, 'document { id }')
    expect(second.document.id).toBe(first.document.id)
    const bad = await does(
      analyst,
      'addDocument',
      'NewDocument',
      { title: 'x', url: 'javascript:x' },
      'document { id }',
    )
    expect(bad.userErrors).toMatchObject([{ field: 'url', code: 'BAD_TEXT' }])
    const into = { title: 'x', collection: 'gazetteer-1901' }
    const release = await does(analyst, 'addDocument', 'NewDocument', into, 'document { id }')
    expect(release.userErrors).toMatchObject([{ field: 'collection', code: 'UNKNOWN_COLLECTION' }])
  })

  it('ends a tenure and begins the next, which changes the office view, and never lets two overlap', async () => {
    const { editor, data } = await open()
    const tenures = async () =>
      (await data('{ office(code: "BOR.GOV") { tenures { number to holder { code } } } }')).office.tenures
    const standing = (await tenures())[1]
    const next = { office: 'BOR.GOV', holder: 'BOR.KGD', from: '1902-01-01', basis: 'DE_FACTO', citation: 'Gazetteer' }
    const early = await does(editor, 'addTenure', 'NewTenure', next, 'tenure { number }')
    expect(early.userErrors).toMatchObject([{ field: 'from', code: 'CONFLICT' }])
    const end = { tenure: standing.number, to: '1901-12-31' }
    const ended = await does(editor, 'supersedeTenure', 'TenureCorrection', end, 'tenure { number to holder { code } }')
    expect(ended.tenure).toMatchObject({ to: '1901-12-31', holder: { code: 'BOR.REB' } })
    const late = await does(editor, 'supersedeTenure', 'TenureCorrection', end, 'tenure { number }')
    expect(late.userErrors).toMatchObject([{ field: 'tenure', code: 'CONFLICT' }])
    await does(editor, 'addTenure', 'NewTenure', next, 'tenure { number }')
    expect((await tenures()).map((t: { holder: { code: string } }) => t.holder.code)).toEqual([
      'BOR.KGD',
      'BOR.REB',
      'BOR.KGD',
    ])
  })
})

describe('a draft', () => {
  const DRAFT = 'draft { number edition state base { version } tags { code tension reason } }'
  const weigh = (ask: Ask, draft: number, edition: number, weights: object[]) =>
    does(ask, 'setWeights', 'DraftWeights', { draft, edition, weights }, DRAFT)
  const publish = (ask: Ask, draft: number, edition: number, note: string) =>
    does(
      ask,
      'publishCodebook',
      'DraftPublishing',
      { draft, edition, note },
      'codebook { version hash note tags { code tension } }',
    )

  it('scores nothing until published as the next version, and leaves the version before unchanged', async () => {
    const { analyst, editor, ask, data } = await open()
    const { draft } = await does(analyst, 'createDraft', 'NewDraft', { from: 'default' }, DRAFT)
    expect(draft).toMatchObject({ edition: 1, state: 'OPEN', base: { version: 'default-1' } })
    const before = (await ask(series(null))).data.relation.series
    const weights = [{ tag: 'accuse', tension: 9.5, reason: 'It is what leads to war there.' }]
    const weighed = await weigh(analyst, draft.number, 1, weights)
    expect(weighed.draft.tags.find((t: { code: string }) => t.code === 'accuse')).toMatchObject({ tension: 9.5 })
    expect((await ask(series(null))).data.relation.series).toEqual(before)
    const { codebook } = await publish(editor, draft.number, 2, 'Accusations weigh more than they did.')
    expect(codebook.version).toBe('default-2')
    expect(codebook.hash).toMatch(/^[0-9a-f]{64}$/)
    const now = (await ask(series(null))).data.relation.series
    expect(now.tension).not.toEqual(before.tension)
    const former = (await ask(series(null).replace('series(', 'series(codebook: "default-1", '))).data.relation.series
    expect(former.tension).toEqual(before.tension)
    const late = await weigh(analyst, draft.number, 3, weights)
    expect(late.userErrors).toMatchObject([{ field: 'edition', code: 'CONFLICT' }])
    expect((await data('{ codebooks { version } }')).codebooks).toHaveLength(4)
  })

  it('changed by two users at once takes one change and refuses the other', async () => {
    const { analyst, editor } = await open()
    const { draft } = await does(analyst, 'createDraft', 'NewDraft', {}, DRAFT)
    const answers = await Promise.all([
      weigh(analyst, draft.number, 1, [{ tag: 'accuse', tension: 1 }]),
      weigh(editor, draft.number, 1, [{ tag: 'accuse', tension: 2 }]),
    ])
    expect(answers.map((a) => a.userErrors[0]?.code ?? 'done').sort()).toEqual(['CONFLICT', 'done'])
  })

  it('is refused with invalid weights, without a note, and when discarded', async () => {
    const { analyst, editor, db } = await open()
    const { draft } = await does(analyst, 'createDraft', 'NewDraft', {}, DRAFT)
    for (const [weights, code] of [
      [[{ tag: 'toad', tension: 1 }], 'UNKNOWN_TAG'],
      [[{ tag: 'accuse', tension: 11 }], 'BAD_NUMBER'],
      [[{ tag: 'comment', tension: 1 }], 'NOT_POSSIBLE'],
    ] as const) {
      const { userErrors } = await weigh(analyst, draft.number, 1, [...weights])
      expect(userErrors).toMatchObject([{ field: 'weights', code }])
    }
    expect((await publish(editor, draft.number, 1, 'short')).userErrors).toMatchObject([
      { field: 'note', code: 'INCOMPLETE' },
    ])
    const input = { draft: draft.number, edition: 1 }
    const gone = await does(analyst, 'discardDraft', 'DraftDiscarding', input, 'draft { state }')
    expect(gone.draft.state).toBe('DISCARDED')
    const late = await publish(editor, draft.number, 2, 'What was discarded after all.')
    expect(late.userErrors).toMatchObject([{ field: 'edition', code: 'CONFLICT' }])
    await expect(db.writer.query(`UPDATE codebook SET "name" = 'x'`)).rejects.toThrow('never changed')
  })
})
