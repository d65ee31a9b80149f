/** Sketches of texts, by which one that resembles another is found (domain/record/shingles.ts). Those at hand are made here. */
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { sketchOf } from '../../domain/record/shingles.ts'

const UP = `CREATE TABLE text_sketch (
  "hash" INTEGER NOT NULL,
  "document" INTEGER NOT NULL REFERENCES document("id"),
  PRIMARY KEY ("hash", "document")
) WITHOUT ROWID`
const BY_DOCUMENT = 'CREATE INDEX text_sketch_document ON text_sketch ("document")'

export class Sketches0000000000006 implements MigrationInterface {
  readonly name = 'Sketches0000000000006'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP)
    await runner.query(BY_DOCUMENT)
    const texts: { document: number }[] = await runner.query('SELECT "document" FROM document_text')
    for (const { document } of texts) {
      const [row] = await runner.query('SELECT "text" FROM document_text WHERE "document" = ?', [document])
      const hashes = sketchOf(row.text)
      await runner.query(`INSERT INTO text_sketch VALUES ${hashes.map(() => '(?, ?)').join(', ')}`, [
        ...hashes.flatMap((hash) => [hash, document]),
      ])
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE text_sketch')
  }
}
