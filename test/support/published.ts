/** Statements coded by several in a real database, and new codebook versions published over the API. */
import { expect } from 'vitest'
import type { StatementId } from '../../server/domain/record/statement.ts'
import { pairOf } from '../../server/domain/score/tally.ts'
import { addCoding, type NewCoding } from '../../server/store/coding.ts'
import { settle } from '../../server/store/settle.ts'
import { openApi } from './api.ts'
import { type Ask, asking, cookieOf, does, settleIn } from './people.ts'
import { RUR, SYL, statement } from './store.ts'

/** Coders by name, each with a tag; how many statements are coded so; under which version. */
export type CodedSo = readonly [number, Readonly<Record<string, string>>, string?]

const coding = (coder: string, tag: string, codebook: string): NewCoding => ({
  ...{ coder, tag, codebook, state: 'SUBMITTED', confidence: null, reason: 'So.', reasonBy: null, shown: null },
})

/** An API over statements coded so; `by` are their ids in the order given. Users are called as their roles. */
export async function openCoded(coded: readonly CodedSo[]) {
  const ids: StatementId[] = []
  const api = await openApi({
    fillIn: async ({ db, herald }) => {
      await db.write('test', 'codings', async (tx) => {
        for (const [n, tags, version = 'default-1'] of coded) {
          for (let i = 0; i < n; i++) {
            const { statement: id } = await settle(tx, statement(herald, { leaf: null }))
            for (const [coder, tag] of Object.entries(tags)) {
              await addCoding(tx, { id, ...pairOf(RUR, SYL) }, coding(coder, tag, version))
            }
            ids.push(id)
          }
        }
      })
    },
  })
  await settleIn(api.db)
  const as = async (role: 'ANALYST' | 'EDITOR') => asking(api, await cookieOf(api.db, role))
  return { api, analyst: await as('ANALYST'), editor: await as('EDITOR'), by: ids.map((id) => `Statement:${id}`) }
}

/** Publishes the latest version with one operation done to its tags; answers the new version. */
export async function publish(editor: Ask, operation: object): Promise<string> {
  const { draft } = await does(editor, 'createDraft', 'NewDraft', { from: 'default' }, 'draft { number edition }')
  const changing = { draft: draft.number, edition: draft.edition, operation }
  const changed = await does(editor, 'changeTags', 'TagsChange', changing, 'draft { edition blocking }')
  expect(changed.userErrors).toEqual([])
  const publishing = { draft: draft.number, edition: changed.draft.edition, note: 'Read the note of the test.' }
  const done = await does(editor, 'publishCodebook', 'DraftPublishing', publishing, 'codebook { version }')
  expect(done.userErrors).toEqual([])
  return done.codebook.version
}
