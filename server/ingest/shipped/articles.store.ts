/**
 * Articles that were coded by hand, into the store: documents, statements, their happenings and the codings that settled
 * them, in one transaction. Storing them again changes nothing.
 */
import type { Leaf } from '../../domain/codebook/codebook.ts'
import { DomainError, refuse } from '../../domain/error.ts'
import type { DocumentId } from '../../domain/record/document.ts'
import type { EventId } from '../../domain/record/event.ts'
import { KILLED_UNKNOWN } from '../../domain/record/killed.ts'
import type { Database } from '../../store/database.ts'
import { codebooksAt } from '../../store/directory.ts'
import { addDocument } from '../../store/document.ts'
import { addOutlets, putCollection } from '../../store/reference.ts'
import { latestRevision } from '../../store/revision.ts'
import { settle } from '../../store/settle.ts'
import type { ArticleFile, ArticleStatement } from './articles.ts'

/** The codebook version the tags of a file of articles are of. */
const CODEBOOK = 'default-1'
export const CODER = 'detente'

export interface ArticlesStored {
  readonly read: number
  readonly stored: number
  readonly duplicate: number
}

export async function storeArticles(db: Database, file: ArticleFile): Promise<ArticlesStored> {
  const codebooks = await codebooksAt(db, await latestRevision(db))
  const leaves = new Map(codebooks.find((c) => c.version === CODEBOOK)?.tags.map((t) => [t.code, t.leaf]))
  const leafOf = (s: ArticleStatement): Leaf => {
    const leaf = leaves.get(s.tag)
    if (leaf !== undefined) return leaf
    throw new DomainError(
      refuse('UNKNOWN_TAG', s.tag, `${CODEBOOK} has no such tag (${s.origin})`, 'Choose one that it has'),
    )
  }
  const count = { read: 0, stored: 0, duplicate: 0 }
  await db.write('import', file.collection.title, async (tx) => {
    await addOutlets(tx, file.outlets)
    const monitored = { kind: 'ARTICLES', from: null, to: null, pairs: null, volume: null } as const
    const collection = await putCollection(tx, { ...file.collection, ...monitored })
    const known = await tx.all<{ origin: string; event: EventId }>(
      'SELECT "origin", "event" FROM statement WHERE "collection" = ? AND "supersededIn" IS NULL',
      [collection],
    )
    const eventOf = new Map(known.map((s) => [s.origin, s.event]))
    /** The event of each key, over all articles. */
    const events = new Map<string, EventId>()
    for (const { statements } of file.articles) {
      for (const s of statements) {
        const event = eventOf.get(s.origin)
        if (event !== undefined) events.set(s.event, event)
      }
    }
    for (const article of file.articles) {
      const { outlet, title, url, published, language, contentHash } = article
      const document = await addDocument(tx, { collection, outlet, title, url, published, language, contentHash })
      for (const s of article.statements) {
        count.read += 1
        if (eventOf.has(s.origin)) {
          count.duplicate += 1
          continue
        }
        const { event } = await settle(tx, statementOf(s, document, leafOf(s)), events.get(s.event) ?? null, {
          codebook: CODEBOOK,
          tag: s.tag,
          coder: CODER,
          state: 'SETTLED',
          confidence: null,
          reason: `${s.reason} ${s.dayNote}`.trim(),
          reasonBy: null,
          shown: null,
        })
        if (event !== null) events.set(s.event, event)
        count.stored += 1
      }
    }
  })
  return count
}

function statementOf(s: ArticleStatement, document: DocumentId, leaf: Leaf): Parameters<typeof settle>[1] {
  const { person: _person, dayNote: _dayNote, tag: _tag, reason: _reason, event: _event, ...said } = s
  return { ...said, ...KILLED_UNKNOWN, caption: null, document, leaf }
}
