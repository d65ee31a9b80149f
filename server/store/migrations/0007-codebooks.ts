/** Known moves, by which codebooks are tried; and every edition of a draft, so that any step can be taken back. */
import type { MigrationInterface, QueryRunner } from 'typeorm'

const UP: readonly string[] = [
  `CREATE TABLE known_move (
    "code" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "measure" TEXT NOT NULL CHECK ("measure" IN ('TENSION', 'ENGAGEMENT')),
    "sense" TEXT NOT NULL CHECK ("sense" IN ('ROSE', 'FELL')),
    "from" INTEGER NOT NULL,
    "to" INTEGER NOT NULL CHECK ("to" > "from"),
    "least" REAL NOT NULL CHECK ("least" > 0 AND "least" <= 100),
    "note" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "addedIn" INTEGER NOT NULL REFERENCES revision("id"),
    "supersededIn" INTEGER REFERENCES revision("id") CHECK ("supersededIn" IS NULL OR "supersededIn" >= "addedIn"),
    PRIMARY KEY ("code", "addedIn")
  )`,
  'CREATE UNIQUE INDEX known_move_standing ON known_move ("code") WHERE "supersededIn" IS NULL',
  `CREATE TABLE draft_edition (
    "draft" INTEGER NOT NULL REFERENCES draft("id"),
    "edition" INTEGER NOT NULL CHECK ("edition" > 0),
    "tags" TEXT NOT NULL CHECK (json_valid("tags")),
    "what" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    PRIMARY KEY ("draft", "edition")
  ) WITHOUT ROWID`,
  `INSERT INTO draft_edition ("draft", "edition", "tags", "what", "by", "at")
   SELECT "id", "edition", "tags", 'As it stood', "createdBy", "changedAt" FROM draft`,
]

export class Codebooks0000000000007 implements MigrationInterface {
  readonly name = 'Codebooks0000000000007'

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE draft_edition')
    await runner.query('DROP TABLE known_move')
  }
}
