/**
 * The texts of documents, apart from them: what the public reads never touches this table. A text is kept once and as it
 * was given, since spans of statements count its UTF-16 units.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm'

const UP = `CREATE TABLE document_text (
  "document" INTEGER PRIMARY KEY NOT NULL REFERENCES document("id"),
  "text" TEXT NOT NULL CHECK ("text" <> ''),
  "addedAt" TEXT NOT NULL,
  "addedBy" TEXT NOT NULL
)`
/** By it the same text is known again. */
const INDEX = 'CREATE INDEX document_hash ON document ("contentHash") WHERE "contentHash" IS NOT NULL'

export class Texts0000000000004 implements MigrationInterface {
  readonly name = 'Texts0000000000004'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP)
    await runner.query(INDEX)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX document_hash')
    await runner.query('DROP TABLE document_text')
  }
}
