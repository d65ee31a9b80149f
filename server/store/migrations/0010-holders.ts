/** Who has a document of the queue in hand. Changed in place: it is no part of the record. */
import type { MigrationInterface, QueryRunner } from 'typeorm'

const UP = `CREATE TABLE desk_holder (
  "document" INTEGER PRIMARY KEY NOT NULL REFERENCES document("id"),
  "user" INTEGER REFERENCES user("id"),
  "by" TEXT NOT NULL,
  "at" TEXT NOT NULL
)`

export class Holders0000000000010 implements MigrationInterface {
  readonly name = 'Holders0000000000010'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE desk_holder')
  }
}
