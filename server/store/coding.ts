/** Questions about codings, and adding one. */

import type { Coding, CodingId } from '../domain/agreement/coding.ts'
import type { MadeJudgement } from '../domain/agreement/lineage.ts'
import type { Leaf } from '../domain/codebook/codebook.ts'
import type { Revision } from '../domain/record/revision.ts'
import type { StatementId } from '../domain/record/statement.ts'
import type { Pair } from '../domain/score/tally.ts'
import { nounOf, selectionOf } from './columns.ts'
import { textsOf } from './document.ts'
import type { Reader } from './reader.ts'
import { among, standing } from './revision.ts'
import { type CodingRow, codings, type StatementRow } from './tables/record.ts'
import type { Transaction } from './transaction.ts'

/** So that no more than some articles are in memory together. */
const DOCUMENTS_AT_ONCE = 100

export type NewCoding = Omit<Coding, 'id' | 'statement' | 'addedIn' | 'supersededIn'>

/** The codings of some statements that stood in a revision, by statement and id. */
export async function codingsOf(db: Reader, ids: readonly StatementId[], revision: Revision): Promise<CodingRow[]> {
  if (ids.length === 0) return []
  const stood = standing('c', revision)
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(codings, 'c')} FROM coding c WHERE c."statement" IN ${among(ids)} AND ${stood.sql}
     ORDER BY c."statement", c."id"`,
    [...ids, ...stood.values],
  )
  return rows.map((row) => nounOf(codings, row))
}

export async function addCoding(
  tx: Transaction,
  statement: { readonly id: StatementId } & Pair,
  coding: NewCoding,
): Promise<CodingId> {
  const id = (await tx.ids(codings, 1)) as CodingId
  const { a, b } = statement
  const { codebook, tag, coder, state, confidence, reason, reasonBy, shown } = coding
  const own = { codebook, tag, coder, state, confidence, reason, reasonBy, shown }
  await tx.insert(codings, [{ ...own, id, a, b, statement: statement.id, addedIn: tx.revision, supersededIn: null }])
  return id
}

/** The standing codings of a statement by one coder give way to another. */
export async function replaceCoding(
  tx: Transaction,
  statement: { readonly id: StatementId } & Pair,
  coding: NewCoding,
): Promise<CodingId> {
  const former = await tx.all<{ id: number }>(
    `SELECT "id" FROM coding WHERE "statement" = ? AND "coder" = ? AND "codebook" = ? AND "supersededIn" IS NULL`,
    [statement.id, coding.coder, coding.codebook],
  )
  await tx.supersede(
    codings,
    'id',
    former.map((c) => c.id),
  )
  return addCoding(tx, statement, coding)
}

/**
 * Every standing judgement under any of these codebook versions, oldest first, of the latest statements that two coders or
 * more have judged: at most so many, and what programs and adjudicators said of them too.
 */
export async function doubleCodings(db: Reader, codebooks: readonly string[], most: number): Promise<MadeJudgement[]> {
  if (codebooks.length === 0) return []
  return db.all<MadeJudgement & object>(
    `SELECT c."statement", c."coder", c."codebook", c."tag", c."shown" FROM coding c
     WHERE c."supersededIn" IS NULL AND c."codebook" IN ${among(codebooks)} AND c."state" IN ('SUBMITTED', 'SETTLED')
       AND c."statement" IN (
         SELECT k."statement" FROM coding k
         WHERE k."supersededIn" IS NULL AND k."codebook" IN ${among(codebooks)} AND k."state" IN ('SUBMITTED', 'SETTLED')
           AND k."coder" NOT LIKE 'machine:%' AND k."coder" NOT LIKE 'gold:%'
         GROUP BY k."statement" HAVING COUNT(DISTINCT k."coder") > 1 ORDER BY k."statement" DESC LIMIT ?)
     ORDER BY c."id"`,
    [...codebooks, ...codebooks, most],
  )
}

/** What a person has coded: the words, and the leaf they were given. */
export interface CodedSentence {
  readonly text: string
  readonly leaf: Leaf
}

/**
 * What people have settled and still stands, by statement; not what a machine coded. The words are those of the document
 * where its text is kept, else the quote, else our summary.
 */
export async function codedSentences(db: Reader): Promise<CodedSentence[]> {
  const rows = await db.all<Pick<StatementRow, 'document' | 'start' | 'end' | 'summary' | 'quote'> & { leaf: Leaf }>(
    `SELECT s."document", s."start", s."end", s."summary", s."quote", s."leaf" FROM statement s
     WHERE s."supersededIn" IS NULL AND s."leaf" IS NOT NULL AND EXISTS (
       SELECT 1 FROM coding c WHERE c."statement" = s."id" AND c."state" = 'SETTLED' AND c."supersededIn" IS NULL
       AND c."coder" NOT LIKE 'machine:%'
     )
     ORDER BY s."id"`,
  )
  const spans = new Map<number, string>()
  const documents = [...new Set(rows.flatMap(({ document, start }) => (start === null ? [] : [document])))]
  for (let at = 0; at < documents.length; at += DOCUMENTS_AT_ONCE) {
    const texts = await textsOf(db, documents.slice(at, at + DOCUMENTS_AT_ONCE))
    for (const [i, { document, start, end }] of rows.entries()) {
      const text = texts.get(document)
      if (text !== undefined && start !== null && end !== null) spans.set(i, text.slice(start, end))
    }
  }
  return rows.map(({ quote, summary, leaf }, i) => ({ text: spans.get(i) ?? quote ?? summary, leaf }))
}
