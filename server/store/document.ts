/** Questions about documents, and adding one. */
import type { Document, DocumentId } from '../domain/document.ts'
import { nounOf, selectionOf } from './columns.ts'
import { among } from './revision.ts'
import { documents } from './tables.ts'
import type { Reader, Transaction } from './transaction.ts'

export type NewDocument = Omit<Document, 'id' | 'addedIn' | 'supersededIn'>

/** Documents by id, in no order. */
export async function documentsById(db: Reader, ids: readonly DocumentId[]): Promise<Document[]> {
  if (ids.length === 0) return []
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(documents, 'd')} FROM document d WHERE d."id" IN ${among(ids)}`,
    ids,
  )
  return rows.map((row) => nounOf(documents, row))
}

/** Adds a document; one of the same collection with the same text, or the same title and address, is taken as it. */
export async function addDocument(tx: Transaction, document: NewDocument): Promise<DocumentId> {
  const [known] = await tx.all<{ id: DocumentId }>(
    `SELECT "id" FROM document WHERE "collection" = ? AND "supersededIn" IS NULL
       AND ("contentHash" = ? OR ("title" = ? AND COALESCE("url", '') = COALESCE(?, '')))
     ORDER BY "id" LIMIT 1`,
    [document.collection, document.contentHash, document.title, document.url],
  )
  if (known) return known.id
  const id = (await tx.ids(documents, 1)) as DocumentId
  await tx.insert(documents, [{ ...document, id, addedIn: tx.revision, supersededIn: null }])
  return id
}
