/** Surgery on the tags of a draft over the API: looked at first, done, taken back; what is published never changes. */
import { describe, expect, it } from 'vitest'
import { settle } from '../../../server/store/settle.ts'
import { openApi, quarrels, RELATION } from '../../support/api.ts'
import { asking, cookieOf, does, settleIn } from '../../support/people.ts'
import { leaf, statement } from '../../support/store.ts'

const DIFF = `words affected { statements events recode toRecode { summary } }
  impact { measure before after placeBefore placeAfter day largest mean n relation { slug } }`
const PROPOSED = `query ($draft: Int!, $operation: TagOperation!) { proposedTags(draft: $draft, operation: $operation) { a { version hash } b { hash } ${DIFF} } }`
const SCORES = `query ($codebook: String!) { relation(by: {slug: "${RELATION}"}) { series(bucket: MONTH, codebook: $codebook) { tension engagement } } }`
const SAVED = 'draft { number edition blocking tags { code label tension cameo leaf } editions { edition what by } }'

async function drafting() {
  const api = await openApi({
    fillIn: async (store) => {
      await quarrels(store)
      // Two judged by a person, one of them as an accusation.
      await store.db.write('test', 'codings', async (tx) => {
        for (const [tag, code] of [
          ['accuse', '112'],
          ['deny-responsibility', '016'],
        ] as const) {
          const said = statement(store.herald, { leaf: leaf(code), summary: `Judged ${tag}` })
          const coding = {
            codebook: 'default-1',
            tag,
            coder: 'zoe',
            state: 'SETTLED',
            confidence: null,
            reason: 'So.',
            reasonBy: null,
            shown: null,
          } as const
          await settle(tx, said, null, coding)
        }
      })
    },
  })
  await settleIn(api.db)
  const ask = asking(api, await cookieOf(api.db, 'EDITOR'))
  const { draft } = await does(ask, 'createDraft', 'NewDraft', { from: 'default' }, SAVED)
  const look = async (operation: object) => (await ask(PROPOSED, { draft: draft.number, operation })).data.proposedTags
  const change = (edition: number, operation: object) =>
    does(ask, 'changeTags', 'TagsChange', { draft: draft.number, edition, operation }, SAVED)
  const accuse = draft.tags.find((t: { code: string }) => t.code === 'accuse')
  const split = {
    split: {
      tag: 'accuse',
      parts: [
        { code: 'accuse', label: 'Accuse', cameo: accuse.cameo },
        { code: 'blame', label: 'Blame', cameo: [] },
      ],
    },
  }
  return { api, ask, draft, look, change, split }
}

describe('an operation on the tags of a draft', () => {
  it('can be previewed with its effect on scores, places and items, without changing anything', async () => {
    const { ask, draft, look } = await drafting()
    const merge = await look({ merge: { tags: ['accuse'], into: 'assault-military' } })
    expect(merge.words[0]).toMatch(/^“Accuse” \(accuse\) is merged into “.+” \(assault-military\)\.$/)
    const told = merge.impact.find(
      (i: { measure: string; relation: { slug: string } }) => i.measure === 'TENSION' && i.relation.slug === RELATION,
    )
    expect(told.largest).toBeGreaterThan(5)
    expect(told.mean).toBeGreaterThan(0)
    expect(told.after).toBeGreaterThan(told.before)
    expect([told.placeBefore, told.placeAfter].every((place) => place >= 1 && place <= 3)).toBe(true)
    // 12 of the 120 happenings are of 112, five of them told twice; all 15 of the kingdom of Borduria; one judged.
    expect(merge.affected).toMatchObject({ events: 12 + 15 + 1, recode: 0 })
    const same = (await ask(`{ draft(number: ${draft.number}) { edition } }`)).data.draft
    expect(same.edition).toBe(draft.edition)
  })

  it('renames without moving a score', async () => {
    const { look, change, draft, ask } = await drafting()
    const renaming = { rename: { tag: 'accuse', code: 'blame', label: 'Blame' } }
    const seen = await look(renaming)
    expect(seen.words).toEqual(['“Accuse” (accuse) is now “Blame” (blame).'])
    const moves = seen.impact.flatMap((i: { largest: number | null }) => i.largest ?? [])
    expect(moves.length).toBeGreaterThan(2)
    expect(new Set(moves)).toEqual(new Set([0]))
    const { draft: renamed } = await change(draft.edition, renaming)
    expect(renamed.tags.map((t: { code: string }) => t.code)).toContain('blame')
    expect(renamed.blocking).toEqual([])
    const [was, is] = [
      await ask(SCORES, { codebook: 'default' }),
      await ask(SCORES, { codebook: `draft:${draft.number}` }),
    ]
    expect(is.data).toEqual(was.data)
  })

  it('that splits lists items to judge again, and blocks publishing until each part is complete', async () => {
    const { ask, look, change, draft, split } = await drafting()
    const seen = await look(split)
    expect(seen.words[0]).toBe('“Accuse” (accuse) is split into “Accuse” (accuse) and “Blame” (blame).')
    expect(seen.affected).toMatchObject({ recode: 1, toRecode: [{ summary: 'Judged accuse' }] })
    const { draft: parted } = await change(draft.edition, split)
    expect(parted.blocking).toEqual([
      '"blame": the tag has no tension weight, no engagement weight, no definition, no includes, no excludes, no example, no reason for its weights. Weigh it, and write what is missing.',
    ])
    const publishing = { draft: draft.number, edition: parted.edition, note: 'Blame is no accusation.' }
    const refused = await does(ask, 'publishCodebook', 'DraftPublishing', publishing, 'codebook { version }')
    expect(refused.userErrors.map((e: { message: string }) => e.message)).toEqual(parted.blocking)
    const words = { definition: 'd', includes: 'i', excludes: 'e', example: 'x' }
    const { draft: described } = await change(parted.edition, { describe: { tag: 'blame', ...words } })
    const weights = [{ tag: 'blame', tension: 1, engagement: 0, reason: 'Milder.' }]
    const weighing = { draft: draft.number, edition: described.edition, weights }
    const { draft: whole } = await does(ask, 'setWeights', 'DraftWeights', weighing, SAVED)
    expect(whole.blocking).toEqual([])
    const again = { ...publishing, edition: whole.edition }
    const { codebook } = await does(ask, 'publishCodebook', 'DraftPublishing', again, 'codebook { version }')
    expect(codebook.version).toBe('default-2')
    // What must be judged again is known of the published version as well.
    const { data } = await ask(`{ diffCodebooks(a: "default-1", b: "default-2") { ${DIFF} } }`)
    expect(data.diffCodebooks.affected.recode).toBe(1)
  })

  it('is one edition of the draft, which can be undone and redone', async () => {
    const { ask, change, draft } = await drafting()
    const { draft: retired } = await change(draft.edition, { retire: { tag: 'accuse', into: 'criticise' } })
    const back = (edition: number, to: number) =>
      does(ask, 'revertDraft', 'DraftReversion', { draft: draft.number, edition, to }, SAVED)
    const { draft: undone } = await back(retired.edition, draft.edition)
    expect(undone.tags).toEqual(draft.tags)
    const { draft: redone } = await back(undone.edition, retired.edition)
    expect(redone.tags).toEqual(retired.tags)
    expect(redone.editions.map((e: { what: string; by: string }) => `${e.what}, ${e.by}`)).toEqual([
      'Back to edition 2, editor',
      'Back to edition 1, editor',
      'Retired accuse, its codes to criticise, editor',
      'Begun from default-1, editor',
    ])
    expect((await back(redone.edition, 77)).userErrors[0]?.code).toBe('UNKNOWN_ID')
    expect((await back(1, 1)).userErrors[0]?.code).toBe('CONFLICT')
  })

  it('that is not possible is refused in words, previewed or applied, and two at once are refused', async () => {
    const { ask, draft, change } = await drafting()
    const merge = { merge: { tags: ['none'], into: 'accuse' } }
    expect((await change(draft.edition, merge)).userErrors[0]?.message).toBe(
      '"none": the draft has no such tag. Take the code of one of its tags.',
    )
    expect((await ask(PROPOSED, { draft: draft.number, operation: merge })).errors[0]?.extensions?.code).toBe(
      'UNKNOWN_TAG',
    )
    expect((await ask(PROPOSED, { draft: 99, operation: merge })).errors[0]?.extensions?.code).toBe('UNKNOWN_ID')
    const heavy = { split: { tag: 'accuse', parts: [{ code: 'x', label: 'X', cameo: [], tension: 11 }] } }
    expect((await change(draft.edition, heavy)).userErrors[0]?.code).toBe('BAD_NUMBER')
    const both = { ...merge, retire: { tag: 'accuse' } }
    expect((await ask(PROPOSED, { draft: draft.number, operation: both })).errors[0]?.message).toContain('one')
  })

  it('leaves every published version as it was', async () => {
    const { api, ask, change, draft } = await drafting()
    const before = await api.data('{ codebook(version: "default-1") { hash tags { code tension cameo } } }')
    const { draft: merged } = await change(draft.edition, { merge: { tags: ['accuse'], into: 'criticise' } })
    const publishing = { draft: draft.number, edition: merged.edition, note: 'An accusation is criticism.' }
    await does(ask, 'publishCodebook', 'DraftPublishing', publishing, 'codebook { version }')
    expect(await api.data('{ codebook(version: "default-1") { hash tags { code tension cameo } } }')).toEqual(before)
    // To go back is to publish a copy.
    const { draft: copy } = await does(ask, 'createDraft', 'NewDraft', { from: 'default-1' }, SAVED)
    const return_ = { draft: copy.number, edition: copy.edition, note: 'Back to default-1.' }
    const { codebook } = await does(
      ask,
      'publishCodebook',
      'DraftPublishing',
      return_,
      'codebook { version tags { code tension cameo } }',
    )
    expect(codebook).toEqual({ version: 'default-3', tags: before.codebook.tags })
  })
})
