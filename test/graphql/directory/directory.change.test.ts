/** Putting actors and relations right: what follows, what is refused, and that what they were stays on record. */
import { describe, expect, it } from 'vitest'
import { openApi, RELATION } from '../../support/api.ts'
import { type Ask, asking, type Changed, cookieOf, does, settleIn } from '../../support/people.ts'

async function open() {
  const api = await openApi()
  await settleIn(api.db)
  return { ...api, editor: asking(api, await cookieOf(api.db, 'EDITOR')) }
}

const actor = (ask: Ask, input: object): Promise<Changed> =>
  does(ask, 'supersedeActor', 'ActorCorrection', input, 'actor { code name kind country }')
const relation = (ask: Ask, input: object): Promise<Changed> =>
  does(ask, 'supersedeRelation', 'RelationCorrection', input, 'relation { slug name a { code } b { code } }')
const audited = (db: Awaited<ReturnType<typeof open>>['db'], action: string) =>
  db.all<{ before: string; after: string }>('SELECT "before", "after" FROM audit WHERE "action" = ?', [action])

describe('an actor', () => {
  it('is corrected field by field, and unchanged as of before', async () => {
    const { editor, db, record } = await open()
    const { revision } = record
    const answer = await actor(editor, {
      code: 'BOR.REB',
      name: 'Republic of Borduria',
      kind: 'GOVERNMENT',
      names: ['Zlip'],
    })
    expect(answer).toEqual({
      actor: { code: 'BOR.REB', name: 'Republic of Borduria', kind: 'GOVERNMENT', country: 'BOR' },
      userErrors: [],
    })
    const known = (await editor('{ actors(search: "Zlip") { nodes { code name } } }')).data.actors.nodes
    expect(known).toEqual([{ code: 'BOR.REB', name: 'Republic of Borduria' }])
    expect(record.directoryIn(revision).actors.find((a) => a.code === 'BOR.REB')?.name).toBe('Free Borduria')
    const [row] = await audited(db, 'supersedeActor')
    expect([JSON.parse(row?.before ?? '').name, JSON.parse(row?.after ?? '').name]).toEqual([
      'Free Borduria',
      'Republic of Borduria',
    ])
  })

  it('that needs no correction makes no revision', async () => {
    const { editor, db, record } = await open()
    const { revision } = record
    expect((await actor(editor, { code: 'BOR.REB', name: 'Free Borduria' })).userErrors).toEqual([])
    await record.refresh()
    expect([record.revision, await audited(db, 'supersedeActor')]).toEqual([revision, []])
  })

  it('refuses a bad name or country and an unknown code', async () => {
    const { editor, db } = await open()
    const refusals = []
    for (const input of [
      { code: 'ATL', name: 'Atlantis' },
      { code: 'BOR.REB', name: ' ' },
      { code: 'BOR.REB', country: 'bor' },
      { code: 'BOR.REB', names: [''] },
    ]) {
      const { userErrors } = await actor(editor, input)
      refusals.push([userErrors[0]?.field, userErrors[0]?.code])
    }
    expect(refusals).toEqual([
      ['code', 'UNKNOWN_ACTOR'],
      ['name', 'BAD_TEXT'],
      ['country', 'BAD_CODE'],
      ['names', 'BAD_TEXT'],
    ])
    expect(await audited(db, 'supersedeActor')).toEqual([])
  })
})

describe('a relation', () => {
  it('is corrected in name, rank and parties, and scores its new parties', async () => {
    const { editor, data } = await open()
    const answer = await relation(editor, {
      slug: 'ruritania-borduria',
      name: 'Ruritania – Syldavia again',
      b: 'SYL',
      rank: 9,
    })
    expect(answer.relation).toEqual({
      ...{ slug: 'ruritania-borduria', name: 'Ruritania – Syldavia again' },
      ...{ a: { code: 'RUR' }, b: { code: 'SYL' } },
    })
    const n = (slug: string) => `relation(by: {slug: "${slug}"}) { series(bucket: YEAR, to: "1901-12-31") { n } }`
    const both = await data(`{ a: ${n(RELATION)} b: ${n('ruritania-borduria')} }`)
    expect(both.b).toEqual(both.a)
    const slugs = (await data('{ relations { nodes { slug } } }')).relations.nodes.map((r: { slug: string }) => r.slug)
    expect(slugs.at(-1)).toBe('ruritania-borduria')
  })

  it('refuses equal or unknown parties, a rank below 1, and an unknown slug', async () => {
    const { editor, db } = await open()
    const refusals = []
    for (const input of [
      { slug: 'atlantis', name: 'Atlantis' },
      { slug: RELATION, a: 'SYL' },
      { slug: RELATION, b: 'ATL' },
      { slug: RELATION, rank: 0 },
      { slug: RELATION, name: '' },
    ]) {
      const { userErrors } = await relation(editor, input)
      refusals.push([userErrors[0]?.field, userErrors[0]?.code])
    }
    expect(refusals).toEqual([
      ['slug', 'UNKNOWN_RELATION'],
      ['b', 'NOT_POSSIBLE'],
      ['b', 'UNKNOWN_ACTOR'],
      ['rank', 'BAD_NUMBER'],
      ['name', 'BAD_TEXT'],
    ])
    expect(await audited(db, 'supersedeRelation')).toEqual([])
  })

  it('keeps its party: the last actor of a country cannot leave it while a relation names the country', async () => {
    const { editor } = await open()
    await does(
      editor,
      'addActor',
      'NewActor',
      { code: 'KHE.GOV', name: 'Khemed', kind: 'GOVERNMENT', country: 'KHE' },
      'actor { code }',
    )
    const added = { slug: 'ruritania-khemed', name: 'Ruritania – Khemed', a: 'RUR', b: 'KHE' }
    await does(editor, 'addRelation', 'NewRelation', added, 'relation { slug }')
    const { userErrors } = await actor(editor, { code: 'KHE.GOV', country: null })
    expect(userErrors[0]).toEqual({
      field: 'country',
      code: 'NOT_POSSIBLE',
      message:
        '"KHE": the relation ruritania-khemed is one of KHE, and no other actor belongs to it. Put the relation right first.',
    })
    await relation(editor, { slug: 'ruritania-khemed', b: 'KHE.GOV' })
    expect((await actor(editor, { code: 'KHE.GOV', country: null })).userErrors).toEqual([])
  })
})
