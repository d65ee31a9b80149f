/**
 * The index of words, for search.ts: titles of documents, summaries and speakers of statements. It holds words alone and
 * no text (the rows themselves are never overwritten), without accents and case, under numbers that tell kind and id:
 * a statement's id, or 2⁵⁰ + a document's. Triggers keep it in the very transaction that adds a row, whoever adds it.
 * It costs an import about one microsecond a row. PostgreSQL wants a tsvector column with a GIN index instead.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Documents are numbered from here on; 2⁵⁰ is exact in JavaScript. */
export const DOCUMENTS = 2 ** 50

const INDEX = `CREATE VIRTUAL TABLE search USING fts5(
  words, content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 2"
)`
const STATEMENT = (row: string) => `${row}."id", ${row}."summary" || ' ' || COALESCE(${row}."speaker", '')`
const DOCUMENT = (row: string) => `${DOCUMENTS} + ${row}."id", ${row}."title"`
const TRIGGERS = [
  `CREATE TRIGGER search_statement AFTER INSERT ON statement
   BEGIN INSERT INTO search (rowid, words) VALUES (${STATEMENT('NEW')}); END`,
  `CREATE TRIGGER search_document AFTER INSERT ON document
   BEGIN INSERT INTO search (rowid, words) VALUES (${DOCUMENT('NEW')}); END`,
]

/** Fills an empty index from the rows on record, superseded ones too, in the order of their numbers. */
export const FILL = [
  `INSERT INTO search (rowid, words) SELECT ${STATEMENT('s')} FROM statement s ORDER BY s."id"`,
  `INSERT INTO search (rowid, words) SELECT ${DOCUMENT('d')} FROM document d ORDER BY d."id"`,
]
/** Empties it. */
export const EMPTY = `INSERT INTO search (search) VALUES ('delete-all')`

export class Search0000000000002 implements MigrationInterface {
  readonly name = 'Search0000000000002'

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [INDEX, ...TRIGGERS, ...FILL]) await runner.query(sql)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const trigger of ['search_statement', 'search_document']) await runner.query(`DROP TRIGGER ${trigger}`)
    await runner.query('DROP TABLE search')
  }
}
