/** Every change stands in the audit, with who, what, before and after; and nobody changes the audit. */
import { describe, expect, it } from 'vitest'
import { openApi } from '../../support/api.ts'
import { asking, cookieOf, does, settleIn } from '../../support/people.ts'

async function open() {
  const api = await openApi()
  await settleIn(api.db)
  const as = async (role: 'ANALYST' | 'EDITOR' | 'ADMIN') => asking(api, await cookieOf(api.db, role))
  return { ...api, analyst: await as('ANALYST'), editor: await as('EDITOR'), admin: await as('ADMIN') }
}
const ENTRY = 'at by via action noun key before after revision'

describe('the audit', () => {
  it('shows who changed what, before and after', async () => {
    const { analyst, admin, herald } = await open()
    const document = `Document:${herald}`
    const input = { document, source: 'RUR', target: 'SYL', day: '1901-06-10', summary: 'Accuses it' }
    const { statement } = await does(analyst, 'addStatement', 'NewStatement', input, 'statement { id }')
    const change = { statement: statement.id, summary: 'Accuses it again', reason: null }
    const next = await does(analyst, 'supersedeStatement', 'StatementCorrection', change, 'statement { id }')
    const { data } = await admin(`{ audit(first: 2) { nodes { ${ENTRY} } } }`)
    const [last, first] = data.audit.nodes
    expect(last).toMatchObject({ by: 'analyst', via: 'session', action: 'supersedeStatement', noun: 'Statement' })
    expect(`Statement:${last.key}`).toBe(next.statement.id)
    expect([JSON.parse(last.before).summary, JSON.parse(last.after).summary]).toEqual([
      'Accuses it',
      'Accuses it again',
    ])
    expect(first).toMatchObject({ action: 'addStatement', before: null })
    expect(last.revision).toBe(first.revision + 1)
  })

  it('has every revision, including those of commands', async () => {
    const { admin, db } = await open()
    const revisions = await db.all<{ id: number; by: string; what: string }>('SELECT "id", "by", "what" FROM revision')
    const { data } = await admin(`{ audit(first: 100, noun: "Record") { totalCount nodes { ${ENTRY} } } }`)
    const told = data.audit.nodes.map((n: { revision: number; by: string; action: string }) => ({
      id: n.revision,
      by: n.by,
      what: n.action,
    }))
    expect(told.reverse()).toEqual(revisions)
    expect(data.audit.totalCount).toBe(revisions.length)
  })

  it('has stable pages, newest first, filtered by user and by noun', async () => {
    const { editor, analyst, admin } = await open()
    for (const code of ['AAA', 'AAB', 'AAC']) {
      await does(editor, 'addActor', 'NewActor', { code, name: code, kind: 'STATE' }, 'actor { code }')
    }
    await does(analyst, 'createDraft', 'NewDraft', {}, 'draft { number }')
    const page = (args: string) =>
      admin(`{ audit(${args}) { nodes { by key } totalCount pageInfo { endCursor hasNextPage } } }`)
    const one = (await page('first: 2, by: "editor"')).data.audit
    expect(one.nodes.map((n: { key: string }) => n.key)).toEqual(['AAC', 'AAB'])
    expect([one.totalCount, one.pageInfo.hasNextPage]).toEqual([3, true])
    await does(editor, 'addActor', 'NewActor', { code: 'AAD', name: 'D', kind: 'STATE' }, 'actor { code }')
    const two = (await page(`first: 2, by: "editor", after: "${one.pageInfo.endCursor}"`)).data.audit
    expect(two.nodes).toEqual([{ by: 'editor', key: 'AAA' }])
    expect(two.pageInfo.hasNextPage).toBe(false)
    expect((await page('first: 5, noun: "Draft"')).data.audit.nodes).toEqual([{ by: 'analyst', key: '1' }])
    for (const bad of ['first: 0', 'first: 101', 'after: "toad"', 'by: ""']) {
      expect((await page(bad)).errors, bad).toHaveLength(1)
    }
  })

  it('cannot be changed, not even by SQL', async () => {
    const { db } = await open()
    await expect(db.writer.query(`UPDATE audit SET "by" = 'nobody'`)).rejects.toThrow('never changed')
    await expect(db.writer.query('DELETE FROM audit')).rejects.toThrow('never changed')
  })
})
