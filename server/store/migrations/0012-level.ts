/** What Level needs: the killed of a statement, the severity of an event and its cells, the volume of a collection; and captions. */
import type { MigrationInterface, QueryRunner } from 'typeorm'

const COLUMNS = [
  ['statement', 'caption', `TEXT CHECK ("caption" IS NULL OR length("caption") <= 26)`],
  ['statement', 'killedLow', 'INTEGER CHECK ("killedLow" >= 0)'],
  ['statement', 'killedBest', 'INTEGER CHECK ("killedBest" >= 0)'],
  ['statement', 'killedHigh', 'INTEGER CHECK ("killedHigh" >= 0)'],
  ['event', 'severity', 'INTEGER NOT NULL DEFAULT 0 CHECK ("severity" IN (0, 1, 2))'],
  ['event', 'caption', 'TEXT'],
  ['collection', 'volume', 'INTEGER CHECK ("volume" BETWEEN 1 AND 100)'],
] as const

const SHARED = '"a", "b", "day", "direction", "leaf", "evidence"'
const REST = '"collection", "revision"'

/** SQLite cannot change a primary key: the cells are copied into a table that has the new one. */
const tally = (severity: string): string => `CREATE TABLE tally_new (
  "a" TEXT NOT NULL,
  "b" TEXT NOT NULL CHECK ("a" < "b"),
  "day" INTEGER NOT NULL CHECK ("day" BETWEEN -719162 AND 2932896),
  "direction" INTEGER NOT NULL CHECK ("direction" IN (0, 1, 2)),
  "leaf" TEXT NOT NULL,
  "evidence" INTEGER NOT NULL CHECK ("evidence" BETWEEN 0 AND 6),${
    severity === ''
      ? ''
      : `
  "severity" INTEGER NOT NULL CHECK ("severity" IN (0, 1, 2)),`
  }
  "collection" INTEGER NOT NULL,
  "revision" INTEGER NOT NULL REFERENCES revision("id"),
  "count" INTEGER NOT NULL CHECK ("count" <> 0),
  PRIMARY KEY (${SHARED}, ${severity}${REST})
) WITHOUT ROWID`

async function replaceTally(runner: QueryRunner, severity: string, copy: string): Promise<void> {
  await runner.query(tally(severity))
  await runner.query(`INSERT INTO tally_new ${copy}`)
  await runner.query('DROP TABLE tally')
  await runner.query('ALTER TABLE tally_new RENAME TO tally')
  await runner.query('CREATE INDEX tally_revision ON tally ("revision")')
}

export class Level0000000000012 implements MigrationInterface {
  readonly name = 'Level0000000000012'

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column, type] of COLUMNS)
      await runner.query(`ALTER TABLE "${table}" ADD COLUMN "${column}" ${type}`)
    await replaceTally(runner, '"severity", ', `SELECT ${SHARED}, 0, ${REST}, "count" FROM tally`)
    await runner.query(`UPDATE collection SET "volume" = 2 WHERE "kind" = 'RELEASE' AND "code" LIKE 'icews%'`)
  }

  async down(runner: QueryRunner): Promise<void> {
    const sum = `SELECT ${SHARED}, ${REST}, SUM("count") FROM tally GROUP BY ${SHARED}, ${REST} HAVING SUM("count") <> 0`
    await replaceTally(runner, '', sum)
    for (const [table, column] of [...COLUMNS].reverse())
      await runner.query(`ALTER TABLE "${table}" DROP COLUMN "${column}"`)
  }
}
