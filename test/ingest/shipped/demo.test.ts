import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../../server/domain/error.ts'
import { slicesOf } from '../../../server/domain/score/slice.ts'
import articles from '../../../server/ingest/reference/articles.json' with { type: 'json' }
import { storeArticles } from '../../../server/ingest/shipped/articles.store.ts'
import { parseArticles } from '../../../server/ingest/shipped/articles.ts'
import { fillIfEmpty, HISTORY } from '../../../server/ingest/shipped/demo.ts'
import { loadReference } from '../../../server/ingest/shipped/reference.ts'
import { codebooksAt, directoryAt } from '../../../server/store/directory.ts'
import { latestRevision } from '../../../server/store/revision.ts'
import { day, openEmptyStore } from '../../support/store.ts'

type Db = Awaited<ReturnType<typeof openEmptyStore>>
const counts = async (db: Db) => {
  const [row] = await db.all<Record<string, number>>(
    `SELECT (SELECT COUNT(*) FROM actor) AS actors, (SELECT COUNT(*) FROM codebook) AS codebooks,
       (SELECT COUNT(*) FROM statement) AS statements, (SELECT COUNT(*) FROM event) AS events,
       (SELECT COUNT(*) FROM coding) AS codings`,
  )
  return row
}

describe('an empty database at the first start', () => {
  it('is filled with the history of 2018 and the articles', async () => {
    const db = await openEmptyStore()
    await fillIfEmpty(db, 'all')
    // 4,818 rows of the history, and 90 statements on 71 happenings in the articles.
    expect(await counts(db)).toMatchObject({ codebooks: 3, statements: 4818 + 90, events: 4818 + 71, codings: 90 })
    expect((await codebooksAt(db, await latestRevision(db))).map((c) => c.version)).toContain('default-1')
  })

  it('is filled with the articles alone, or with reference data alone, if that is asked', async () => {
    const db = await openEmptyStore()
    await fillIfEmpty(db, 'articles')
    expect(await counts(db)).toMatchObject({ statements: 90, events: 71 })
    const other = await openEmptyStore()
    await fillIfEmpty(other, 'off')
    expect(await counts(other)).toMatchObject({ statements: 0, codebooks: 3 })
  })

  it('is left alone once there is anything in it', async () => {
    const db = await openEmptyStore()
    await fillIfEmpty(db, 'off')
    const before = await latestRevision(db)
    await fillIfEmpty(db, 'all')
    await loadReference(db)
    expect(await latestRevision(db)).toBe(before)
  })

  it('has slices for every relation that is shipped', async () => {
    const db = await openEmptyStore()
    await fillIfEmpty(db, 'off')
    const directory = await directoryAt(db, await latestRevision(db))
    for (const relation of directory.relations) {
      expect(isRefusal(slicesOf(directory, relation, 'ENTITY', day('2018-06-01'))), relation.slug).toBe(false)
    }
  })
})

describe('the articles', () => {
  it('change nothing when they are stored again', async () => {
    const db = await openEmptyStore()
    await fillIfEmpty(db, 'articles')
    const before = await latestRevision(db)
    const file = parseArticles(articles)
    if (Array.isArray(file)) throw new Error('not valid')
    expect(await storeArticles(db, file)).toEqual({ read: 90, stored: 0, duplicate: 90 })
    expect(await latestRevision(db)).toBe(before)
  })
})

describe('the history of 2018', () => {
  it('covers January to October, and no pair that the extract was not made for', () => {
    expect([HISTORY.from, HISTORY.to]).toEqual([day('2018-01-01'), day('2018-10-31')])
    const has = (a: string, b: string) => HISTORY.pairs?.some(([x, y]) => (x === a && y === b) || (x === b && y === a))
    expect([has('USA', 'TAL'), has('PAK', 'AFG.IRA'), has('AFG.IRA', 'TAL')]).toEqual([true, true, true])
    expect([has('RUS', 'USA'), has('USA', 'ISKP'), has('CHN', 'IND')]).toEqual([false, false, false])
  })
})
