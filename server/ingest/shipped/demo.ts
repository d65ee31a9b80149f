/**
 * What an empty database is filled with at the first start: the reference data, and by DETENTE_DEMO the history of 2018
 * and the articles, through the same door as any other import.
 */
import { createReadStream } from 'node:fs'
import type { Config } from '../../config.ts'
import { type Day, parseDay } from '../../domain/day.ts'
import { DomainError, must, refuse } from '../../domain/error.ts'
import type { Database } from '../../store/database.ts'
import { latestRevision } from '../../store/revision.ts'
import { referencePath } from '../files.ts'
import { importCsv } from '../formats/csv.ts'
import { importBytes, type NewCollection } from '../importing.ts'
import articles from '../reference/articles.json' with { type: 'json' }
import history from '../reference/icews-2018.json' with { type: 'json' }
import { storeArticles } from './articles.store.ts'
import { parseArticles } from './articles.ts'
import { loadMoves } from './moves.ts'
import { loadReference } from './reference.ts'

/** The 2018 history as a collection. */
export const HISTORY: NewCollection = {
  ...history.collection,
  kind: 'RELEASE',
  from: must(parseDay(history.collection.from)),
  to: must(parseDay(history.collection.to)),
  pairs: history.collection.pairs as [string, string][],
}

/** `off`: reference data alone; `articles`: the hand-coded articles too; `all`: the history of 2018 as well. */
export async function fillIfEmpty(db: Database, demo: Config['demo']): Promise<void> {
  const fresh = (await latestRevision(db)) === 0
  if (fresh) await loadReference(db)
  // Also where an older version of the program made the database.
  await loadMoves(db)
  if (!fresh) return
  if (demo === 'off') return
  if (demo === 'all') await loadHistory(db)
  const file = parseArticles(articles)
  if (Array.isArray(file))
    throw new DomainError(file[0] ?? refuse('BAD_TEXT', 'articles.json', 'it is not valid', 'Mend it'))
  await storeArticles(db, file)
}

async function loadHistory(db: Database): Promise<void> {
  const bytes = createReadStream(referencePath('icews-2018.csv'))
  const report = await importBytes(db, importCsv, bytes, {
    what: 'the history of 2018',
    collectionFor: (_day: Day) => HISTORY,
  })
  if (report.rejected > 0) throw new Error(`icews-2018.csv: ${[...report.reasons.keys()].join('; ')}`)
}
