/** Questions about documents and their texts, and adding one. */
import type { Document, DocumentId } from '../domain/record/document.ts'
import { resemblance, sketchOf } from '../domain/record/shingles.ts'
import { nounOf, selectionOf } from './columns.ts'
import type { Reader } from './reader.ts'
import { among } from './revision.ts'
import { documents, type SketchRow, sketches, texts } from './tables/record.ts'
import type { Transaction } from './transaction.ts'

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
  await tx.keep(
    sketches,
    sketchOf(text).map((hash) => ({ hash, document })),
  )
}

/** A document whose text is much like another's. */
export interface Resembling {
  readonly document: Document
  /** Share of the words in the same order, 0 to 1, estimated. */
  readonly resemblance: number
}

/** Below this, texts of one matter resemble each other too. */
const LIKE = 0.4

/** Documents with a text much like this one's, the most like first. */
export async function resemblingTo(db: Reader, document: DocumentId, limit: number): Promise<Resembling[]> {
  // What resembles so much has a good part of the hashes; half of that is asked for, and the rest is looked at.
  const shared = await db.all<{ document: DocumentId }>(
    `SELECT o."document" FROM text_sketch s JOIN text_sketch o ON o."hash" = s."hash" AND o."document" <> s."document"
     WHERE s."document" = ? GROUP BY o."document"
     HAVING 2 * COUNT(*) >= ? * (SELECT COUNT(*) FROM text_sketch WHERE "document" = ?) ORDER BY COUNT(*) DESC LIMIT ?`,
    [document, LIKE, document, 4 * limit],
  )
  const sketch = await sketchesOf(db, [document, ...shared.map((row) => row.document)])
  const own = sketch.get(document) ?? []
  const like = shared
    .map((row) => ({ id: row.document, resemblance: resemblance(own, sketch.get(row.document) ?? []) }))
    .filter((row) => row.resemblance >= LIKE)
    .sort((x, y) => y.resemblance - x.resemblance || x.id - y.id)
    .slice(0, limit)
  const found = new Map(
    (
      await documentsById(
        db,
        like.map((row) => row.id),
      )
    ).map((row) => [row.id, row]),
  )
  return like.flatMap(({ id, resemblance }) => {
    const row = found.get(id)
    return row ? [{ document: row, resemblance }] : []
  })
}

async function sketchesOf(db: Reader, ids: readonly DocumentId[]): Promise<Map<DocumentId, number[]>> {
  const rows = await db.all<SketchRow>(
    `SELECT "document", "hash" FROM text_sketch WHERE "document" IN ${among(ids)} ORDER BY "hash"`,
    ids,
  )
  const found = new Map<DocumentId, number[]>(ids.map((id) => [id, []]))
  for (const { document, hash } of rows) found.get(document)?.push(hash)
  return found
}

/** The texts of documents, of those that have one. */
export async function textsOf(db: Reader, ids: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, string>> {
  const rows = await db.all<{ document: DocumentId; text: string }>(
    `SELECT "document", "text" FROM document_text WHERE "document" IN ${among(ids)}`,
    ids,
  )
  return new Map(rows.map((row) => [row.document, row.text]))
}
