/** The work of analysts on documents that is not settled yet. Changed in place: it is no part of the record. */
import type { MigrationInterface, QueryRunner } from 'typeorm'

const UP = `CREATE TABLE desk_draft (
  "document" INTEGER NOT NULL REFERENCES document("id"),
  "user" INTEGER NOT NULL REFERENCES user("id"),
  "edition" INTEGER NOT NULL CHECK ("edition" > 0),
  "body" TEXT NOT NULL CHECK (json_valid("body")),
  "changedAt" TEXT NOT NULL,
  PRIMARY KEY ("document", "user")
) WITHOUT ROWID`
/** The statements of one document. Rows of a data set have no span, and would only slow their import. */
const INDEX = 'CREATE INDEX statement_document ON statement ("document", "start") WHERE "start" IS NOT NULL'

export class Desk0000000000005 implements MigrationInterface {
  readonly name = 'Desk0000000000005'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP)
    await runner.query(INDEX)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX statement_document')
    await runner.query('DROP TABLE desk_draft')
  }
}
