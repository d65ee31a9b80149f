/**
 * Accounts, drafts of codebooks and the audit. Accounts and drafts are no part of the record: they have no revision and
 * are changed in place; what they were stands in the audit, to which rows can only be added. What was written before
 * there was an audit is entered from the revisions.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm'

const ROLE = `"role" TEXT NOT NULL CHECK ("role" IN ('VIEWER', 'ANALYST', 'EDITOR', 'ADMIN'))`
const HASH = '"hash" TEXT PRIMARY KEY NOT NULL CHECK (length("hash") = 64)'
const USER = '"user" INTEGER NOT NULL REFERENCES "user"("id")'
const never = (table: string, what: 'UPDATE' | 'DELETE'): string =>
  `CREATE TRIGGER ${table}_no_${what.toLowerCase()} BEFORE ${what} ON ${table}
   BEGIN SELECT RAISE(ABORT, '${table}: rows are never changed'); END`

const UP: readonly string[] = [
  `CREATE TABLE "user" (
    "id" INTEGER PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL COLLATE NOCASE UNIQUE,
    ${ROLE},
    "password" TEXT CHECK ("password" LIKE 'scrypt:%'),
    "createdAt" TEXT NOT NULL,
    "disabledAt" TEXT
  )`,
  `CREATE TABLE session (
    ${HASH}, ${USER},
    "createdAt" TEXT NOT NULL,
    "expiresAt" TEXT NOT NULL,
    "endedAt" TEXT
  )`,
  'CREATE INDEX session_user ON session ("user")',
  `CREATE TABLE token (
    "id" INTEGER PRIMARY KEY NOT NULL,
    "prefix" TEXT NOT NULL UNIQUE CHECK (length("prefix") = 12),
    "hash" TEXT NOT NULL UNIQUE CHECK (length("hash") = 64),
    ${USER},
    "label" TEXT NOT NULL,
    ${ROLE},
    "readOnly" INTEGER NOT NULL CHECK ("readOnly" IN (0, 1)),
    "createdAt" TEXT NOT NULL,
    "expiresAt" TEXT,
    "lastUsedAt" TEXT,
    "revokedAt" TEXT
  )`,
  'CREATE INDEX token_user ON token ("user")',
  `CREATE TABLE invitation (
    ${HASH},
    "name" TEXT NOT NULL,
    ${ROLE},
    "createdBy" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,
    "expiresAt" TEXT NOT NULL,
    "usedAt" TEXT
  )`,
  `CREATE TABLE draft (
    "id" INTEGER PRIMARY KEY NOT NULL,
    "codebook" TEXT NOT NULL,
    "base" TEXT NOT NULL REFERENCES codebook("version"),
    "tags" TEXT NOT NULL,
    "edition" INTEGER NOT NULL CHECK ("edition" > 0),
    "state" TEXT NOT NULL CHECK ("state" IN ('OPEN', 'PUBLISHED', 'DISCARDED')),
    "createdBy" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,
    "changedAt" TEXT NOT NULL
  )`,
  `CREATE TABLE audit (
    "id" INTEGER PRIMARY KEY NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "noun" TEXT NOT NULL,
    "key" TEXT,
    "before" TEXT,
    "after" TEXT,
    "revision" INTEGER REFERENCES revision("id")
  )`,
  'CREATE INDEX audit_by ON audit ("by", "id")',
  'CREATE INDEX audit_noun ON audit ("noun", "id")',
  `INSERT INTO audit ("id", "at", "by", "via", "action", "noun", "revision")
   SELECT "id", "at", "by", 'command', "what", 'Record', "id" FROM revision ORDER BY "id"`,
  never('audit', 'UPDATE'),
  never('audit', 'DELETE'),
  never('codebook', 'UPDATE'),
  never('codebook', 'DELETE'),
]

export class Accounts0000000000003 implements MigrationInterface {
  readonly name = 'Accounts0000000000003'

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER codebook_no_update')
    await runner.query('DROP TRIGGER codebook_no_delete')
    for (const table of ['audit', 'draft', 'invitation', 'token', 'session', 'user']) {
      await runner.query(`DROP TABLE "${table}"`)
    }
  }
}
