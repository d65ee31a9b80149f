/**
 * Whose words the reason of a coding is. What the desk once wrote by itself is no reason that anybody gave: "Chosen at the
 * desk." is emptied, and so is "Proposed by the coder and accepted as it stands." where another tag was chosen; where the
 * proposed tag was, the coder's words stay, as the coder's. Nothing is lost that the coder would not say again of the text.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm'

const CHOSEN = 'Chosen at the desk.'
const ACCEPTED = 'Proposed by the coder and accepted as it stands.'
/** The name of the program when this ran: what it is called later changes nothing here. */
const PROGRAM = 'machine:detente-coder'

export class Reasons0000000000011 implements MigrationInterface {
  readonly name = 'Reasons0000000000011'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE coding ADD COLUMN "reasonBy" TEXT')
    await runner.query(`UPDATE coding SET "reason" = '' WHERE "reason" = '${CHOSEN}'`)
    await runner.query(
      `UPDATE coding SET "reason" = trim(substr("reason", ${ACCEPTED.length + 1})), "reasonBy" = '${PROGRAM}'
       WHERE "reason" LIKE '${ACCEPTED}%' AND "shown" = "tag"`,
    )
    await runner.query(`UPDATE coding SET "reason" = '' WHERE "reason" LIKE '${ACCEPTED}%'`)
    await runner.query(`UPDATE coding SET "reasonBy" = NULL WHERE "reason" = ''`)
  }

  /** Before, every coding had a reason. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE coding SET "reason" = '${ACCEPTED} ' || "reason" WHERE "reasonBy" = '${PROGRAM}'`)
    await runner.query(`UPDATE coding SET "reason" = '${CHOSEN}' WHERE "reason" = ''`)
    await runner.query('ALTER TABLE coding DROP COLUMN "reasonBy"')
  }
}
