/** What the coder proposed and a page displayed, to whom and since when. Only added to; no part of the record. */
import type { MigrationInterface, QueryRunner } from 'typeorm'

const UP = `CREATE TABLE exposure (
  "document" INTEGER NOT NULL REFERENCES document("id"),
  "user" INTEGER NOT NULL REFERENCES user("id"),
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "source" TEXT NOT NULL,
  "target" TEXT NOT NULL,
  "mutual" INTEGER NOT NULL,
  "tag" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  PRIMARY KEY ("document", "user", "start", "end", "source", "target", "tag")
) WITHOUT ROWID`

export class Exposures0000000000009 implements MigrationInterface {
  readonly name = 'Exposures0000000000009'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE exposure')
  }
}
