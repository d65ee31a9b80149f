/** The index of words follows the record. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Revision } from '../../server/domain/record/revision.ts'
import { latestRevision } from '../../server/store/revision.ts'
import { rebuild } from '../../server/store/rollup.ts'
import { countHits, type Hit, hits, type SearchAsked, wordsOf } from '../../server/store/search.ts'
import { settle, supersedeStatement } from '../../server/store/settle.ts'
import { openTestStore, statement, type TestStore } from '../support/store.ts'

async function smugglers(): Promise<
  TestStore & { ids: number[]; find: (text: string, given?: Partial<SearchAsked>) => Promise<Hit[]> }
> {
  const store = await openTestStore()
  const { db, herald, gazette } = store
  const ids = await db.write('test', 'statements', async (tx) => {
    const texts = ['Accuses it of smuggling', 'Opens the café of São Luís', 'Закрывает границу', 'Accuses nobody']
    const made: number[] = []
    for (const [i, summary] of texts.entries()) {
      const speaker = i === 3 ? 'Ottokar, the Smuggler' : null
      made.push((await settle(tx, statement(i % 2 ? herald : gazette, { summary, speaker }))).statement)
    }
    return made
  })
  const find = async (text: string, given: Partial<SearchAsked> = {}) => {
    const revision = await latestRevision(db)
    return hits(db, { words: wordsOf(text), documents: true, statements: true, revision, ...given }, null, 100)
  }
  return { ...store, ids, find }
}

describe('a search', () => {
  it('finds words and their beginnings, whatever their case and accents, in summary, speaker and title', async () => {
    const { find, ids, herald } = await smugglers()
    const idsOf = async (text: string) => (await find(text)).map((h) => h.id)
    expect(await idsOf('smuggl')).toEqual([ids[3], ids[0]])
    expect(await idsOf('SMUGGLING')).toEqual([ids[0]])
    expect(await idsOf('accuses ottok')).toEqual([ids[3]])
    expect(await idsOf('cafe sao luis')).toEqual([ids[1]])
    expect(await idsOf('ГРАНИЦУ')).toEqual([ids[2]])
    expect(await find('herald')).toEqual([{ kind: 'DOCUMENT', id: herald }])
    expect(await idsOf('uggling')).toEqual([])
  })

  it('looks in the kinds asked for alone', async () => {
    const { find, db } = await smugglers()
    await db.write('test', 'one more', async (tx) => {
      const [row] = await tx.all<{ id: number }>('SELECT MAX("id") AS id FROM document')
      await settle(
        tx,
        statement((row?.id ?? 1) as Parameters<typeof statement>[0], { summary: 'The Herald is closed' }),
      )
    })
    const kinds = async (given: Partial<SearchAsked>) => (await find('herald', given)).map((h) => h.kind)
    expect(await kinds({})).toEqual(['DOCUMENT', 'STATEMENT'])
    expect(await kinds({ statements: false })).toEqual(['DOCUMENT'])
    expect(await kinds({ documents: false })).toEqual(['STATEMENT'])
    expect(await kinds({ documents: false, statements: false })).toEqual([])
  })

  it('shows what stands, and of the past what stood then', async () => {
    const { find, db, ids } = await smugglers()
    const before = await latestRevision(db)
    const [first, , , last] = ids as [number, number, number, number]
    await db.write('test', 'a correction and a withdrawal', async (tx) => {
      await supersedeStatement(tx, first as Parameters<typeof supersedeStatement>[1], {
        summary: 'Accuses it of piracy',
      })
      await supersedeStatement(tx, last as Parameters<typeof supersedeStatement>[1], null)
    })
    expect(await find('smuggl')).toEqual([])
    expect(await find('piracy')).toHaveLength(1)
    expect((await find('smuggl', { revision: before })).map((h) => h.id)).toEqual([last, first])
    expect(await find('piracy', { revision: before })).toEqual([])
    expect(await find('piracy', { revision: 0 as Revision })).toEqual([])
  })

  it('goes through all pages without leaving out or repeating any', async () => {
    const { db, find } = await smugglers()
    const all = await find('accuses')
    const asked = { words: ['accuses'], documents: true, statements: true, revision: await latestRevision(db) }
    const [first] = await hits(db, asked, null, 1)
    expect([first, ...(await hits(db, asked, first ?? null, 9))]).toEqual(all)
    expect(await countHits(db, asked)).toBe(all.length)
    expect([await countHits(db, { ...asked, words: [] }), await hits(db, { ...asked, words: [] }, null, 9)]).toEqual([
      0,
      [],
    ])
  })

  it('takes any text a person may type, and never as a command', async () => {
    const { db } = await smugglers()
    const revision = await latestRevision(db)
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '"',
        'a" OR "b',
        'NEAR(a b)',
        'words: x',
        '-a',
        'a*',
        '^a',
        'AND',
        'a NOT b',
        '{words}:x',
        "'; --",
      ),
    )
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        await hits(db, { words: wordsOf(text), documents: true, statements: true, revision }, null, 5)
      }),
    )
    // Were OR a command, this would find both; as a word it finds neither.
    expect(
      await hits(db, { words: wordsOf('smuggling OR café'), documents: true, statements: true, revision }, null, 5),
    ).toEqual([])
  })

  it('is the same after the index is made anew', async () => {
    const { db, find } = await smugglers()
    const before = await Promise.all(['smuggl', 'herald', 'гран', 'accuses'].map((text) => find(text)))
    await rebuild(db, 'test')
    const after = await Promise.all(['smuggl', 'herald', 'гран', 'accuses'].map((text) => find(text)))
    expect(after).toEqual(before)
  })
})
