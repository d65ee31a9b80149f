/** What was proposed to a coder before they judged. */
import type { MigrationInterface, QueryRunner } from 'typeorm'

export class Exposure0000000000008 implements MigrationInterface {
  readonly name = 'Exposure0000000000008'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE coding ADD COLUMN "shown" TEXT')
    // Of what was judged before, the reason that the desk wrote tells which proposals were taken over.
    await runner.query(
      `UPDATE coding SET "shown" = "tag" WHERE "reason" LIKE 'Proposed by the coder and accepted as it stands.%'`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE coding DROP COLUMN "shown"')
  }
}
