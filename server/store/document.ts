/** Questions about documents and their texts, and adding one. */
import type { Document, DocumentId } from '../domain/document.ts'
import { nounOf, selectionOf } from './columns.ts'
import { among } from './revision.ts'
import { documents, texts } from './tables.ts'
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

/** The first document on record of this text, in whatever collection; null where there is none. */
export async function documentOfText(db: Reader, contentHash: string): Promise<DocumentId | null> {
  const [known] = await db.all<{ id: DocumentId }>(
    'SELECT "id" FROM document WHERE "contentHash" = ? AND "supersededIn" IS NULL ORDER BY "id" LIMIT 1',
    [contentHash],
  )
  return known?.id ?? null
}

/** Keeps the text of a document where none is kept yet; it is not read by scoring, and makes no revision. */
export async function keepText(tx: Transaction, document: DocumentId, text: string): Promise<void> {
  if ((await textsOf(tx, [document])).size > 0) return
  await tx.keep(texts, [{ document, text, addedAt: tx.at, addedBy: tx.by }])
}

/** The texts of documents, of those that have one. */
export async function textsOf(db: Reader, ids: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, string>> {
  const rows = await db.all<{ document: DocumentId; text: string }>(
    `SELECT "document", "text" FROM document_text WHERE "document" IN ${among(ids)}`,
    ids,
  )
  return new Map(rows.map((row) => [row.document, row.text]))
}
