/**
 * The first schema. Portable SQL: INTEGER, TEXT, REAL, quoted names, partial indices. What PostgreSQL wants otherwise:
 * no WITHOUT ROWID (here it keeps a pair's rows together, in the order of their days), and BIGINT for ids past 2³¹.
 * Every unique key of the large tables (statement, event, coding, tally) holds the pair.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm'

const VERSIONS = `
  "addedIn" INTEGER NOT NULL REFERENCES revision("id"),
  "supersededIn" INTEGER REFERENCES revision("id") CHECK ("supersededIn" IS NULL OR "supersededIn" >= "addedIn")`
const PAIR = '"a" TEXT NOT NULL, "b" TEXT NOT NULL CHECK ("a" < "b")'
const SIDES = `
  "source" TEXT NOT NULL,
  "target" TEXT NOT NULL CHECK (("source" = "a" AND "target" = "b") OR ("source" = "b" AND "target" = "a")),
  "mutual" INTEGER NOT NULL CHECK ("mutual" IN (0, 1)),
  "precision" TEXT NOT NULL CHECK ("precision" IN ('DAY', 'MONTH', 'UNKNOWN'))`
const SPAN = '"from" INTEGER, "to" INTEGER CHECK ("from" IS NULL OR "to" IS NULL OR "from" <= "to")'
/** Days of the years 0001 to 9999. */
const DAY = '"day" INTEGER NOT NULL CHECK ("day" BETWEEN -719162 AND 2932896)'
const EVIDENCE = "'ONE', 'TWO', 'THREE', 'ONE_REPORTED', 'TWO_REPORTED', 'THREE_REPORTED', 'UNCOUNTED'"
const flag = (name: string): string => `"${name}" INTEGER NOT NULL CHECK ("${name}" IN (0, 1))`
/** At most one row of a key stands; those superseded stay beside it. */
const standing = (table: string, columns: string): string =>
  `CREATE UNIQUE INDEX ${table}_standing ON "${table}" (${columns}) WHERE "supersededIn" IS NULL`

const UP: readonly string[] = [
  `CREATE TABLE revision (
    "id" INTEGER PRIMARY KEY NOT NULL CHECK ("id" > 0),
    "at" TEXT NOT NULL UNIQUE CHECK (length("at") = 24),
    "by" TEXT NOT NULL,
    "what" TEXT NOT NULL
  )`,
  `CREATE TABLE actor (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL
      CHECK ("kind" IN ('STATE', 'GOVERNMENT', 'DE_FACTO_AUTHORITY', 'ARMED_GROUP', 'PARTY', 'IGO', 'PRIVATE')),
    "country" TEXT,
    ${VERSIONS},
    PRIMARY KEY ("code", "addedIn")
  )`,
  standing('actor', '"code"'),
  `CREATE TABLE actor_name (
    "id" INTEGER PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "actor" TEXT,
    "office" TEXT CHECK (("actor" IS NULL) <> ("office" IS NULL)),
    ${SPAN},
    ${VERSIONS}
  )`,
  `CREATE TABLE office (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    ${VERSIONS},
    PRIMARY KEY ("code", "addedIn")
  )`,
  standing('office', '"code"'),
  `CREATE TABLE tenure (
    "id" INTEGER PRIMARY KEY NOT NULL,
    "office" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    ${SPAN},
    "basis" TEXT NOT NULL CHECK ("basis" IN ('DE_FACTO', 'DE_JURE', 'RECOGNISED')),
    "citation" TEXT NOT NULL,
    ${VERSIONS}
  )`,
  `CREATE TABLE person (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT NOT NULL,
    ${VERSIONS},
    PRIMARY KEY ("id", "addedIn")
  )`,
  standing('person', '"id"'),
  `CREATE TABLE post (
    "id" INTEGER PRIMARY KEY NOT NULL,
    "person" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    ${SPAN},
    "citation" TEXT NOT NULL,
    ${VERSIONS}
  )`,
  `CREATE TABLE relation (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "a" TEXT NOT NULL,
    "b" TEXT NOT NULL CHECK ("a" <> "b"),
    "rank" INTEGER NOT NULL,
    ${VERSIONS},
    PRIMARY KEY ("slug", "addedIn")
  )`,
  standing('relation', '"slug"'),
  `CREATE TABLE outlet (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT,
    "wire" TEXT,
    ${VERSIONS},
    PRIMARY KEY ("code", "addedIn")
  )`,
  standing('outlet', '"code"'),
  `CREATE TABLE collection (
    "id" INTEGER NOT NULL CHECK ("id" BETWEEN 1 AND 65535),
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('RELEASE', 'ARTICLES')),
    "from" INTEGER,
    "to" INTEGER CHECK (("from" IS NULL) = ("to" IS NULL) AND ("from" IS NULL OR "from" <= "to")),
    "pairs" TEXT,
    "citation" TEXT NOT NULL,
    "url" TEXT,
    "licence" TEXT,
    ${VERSIONS},
    PRIMARY KEY ("id", "addedIn"),
    CHECK ("kind" = 'ARTICLES' OR "from" IS NOT NULL)
  )`,
  standing('collection', '"code"'),
  `CREATE TABLE document (
    "id" INTEGER PRIMARY KEY NOT NULL,
    "collection" INTEGER NOT NULL,
    "outlet" TEXT,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "published" INTEGER,
    "language" TEXT NOT NULL,
    "contentHash" TEXT CHECK ("contentHash" IS NULL OR length("contentHash") = 64),
    ${VERSIONS}
  )`,
  `CREATE TABLE codebook (
    "version" TEXT PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL CHECK (length("hash") = 64),
    "body" TEXT NOT NULL,
    "publishedAt" INTEGER NOT NULL REFERENCES revision("id")
  )`,
  `CREATE TABLE event (
    ${PAIR},
    ${DAY},
    "id" INTEGER NOT NULL,
    ${SIDES},
    "leaf" TEXT NOT NULL,
    "evidence" TEXT NOT NULL CHECK ("evidence" IN (${EVIDENCE})),
    "collection" INTEGER NOT NULL,
    ${VERSIONS},
    PRIMARY KEY ("a", "b", "day", "id", "addedIn")
  ) WITHOUT ROWID`,
  'CREATE INDEX event_id ON event ("id")',
  `CREATE TABLE statement (
    ${PAIR},
    ${DAY},
    "id" INTEGER NOT NULL,
    "collection" INTEGER NOT NULL,
    "document" INTEGER NOT NULL REFERENCES document("id"),
    "origin" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER CHECK (("start" IS NULL) = ("end" IS NULL) AND ("start" IS NULL OR (0 <= "start" AND "start" < "end"))),
    "speaker" TEXT,
    ${SIDES},
    "summary" TEXT NOT NULL,
    "quote" TEXT,
    "leaf" TEXT,
    ${flag('reported')},
    ${flag('denied')},
    ${flag('hypothetical')},
    ${flag('background')},
    "issues" TEXT NOT NULL,
    "event" INTEGER CHECK (("leaf" IS NULL) = ("event" IS NULL)),
    "supersedes" INTEGER,
    ${VERSIONS},
    PRIMARY KEY ("a", "b", "day", "id")
  ) WITHOUT ROWID`,
  'CREATE INDEX statement_id ON statement ("id")',
  'CREATE INDEX statement_event ON statement ("event")',
  'CREATE UNIQUE INDEX statement_origin ON statement ("collection", "origin", "a", "b") WHERE "supersededIn" IS NULL',
  `CREATE TABLE coding (
    ${PAIR},
    "id" INTEGER NOT NULL,
    "statement" INTEGER NOT NULL,
    "codebook" TEXT NOT NULL REFERENCES codebook("version"),
    "tag" TEXT NOT NULL,
    "coder" TEXT NOT NULL,
    "state" TEXT NOT NULL CHECK ("state" IN ('SUGGESTED', 'SUBMITTED', 'SETTLED', 'REJECTED')),
    "confidence" REAL CHECK ("confidence" BETWEEN 0 AND 1),
    "reason" TEXT NOT NULL,
    ${VERSIONS},
    PRIMARY KEY ("a", "b", "id")
  )`,
  'CREATE INDEX coding_id ON coding ("id")',
  'CREATE INDEX coding_statement ON coding ("statement")',
  `CREATE TABLE tally (
    ${PAIR},
    ${DAY},
    "direction" INTEGER NOT NULL CHECK ("direction" IN (0, 1, 2)),
    "leaf" TEXT NOT NULL,
    "evidence" INTEGER NOT NULL CHECK ("evidence" BETWEEN 0 AND 6),
    "collection" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL REFERENCES revision("id"),
    "count" INTEGER NOT NULL CHECK ("count" <> 0),
    PRIMARY KEY ("a", "b", "day", "direction", "leaf", "evidence", "collection", "revision")
  ) WITHOUT ROWID`,
  'CREATE INDEX tally_revision ON tally ("revision")',
]

/** Children before parents. */
const MADE = [
  ...['tally', 'coding', 'statement', 'event', 'codebook', 'document', 'collection', 'outlet', 'relation', 'post'],
  ...['person', 'tenure', 'office', 'actor_name', 'actor', 'revision'],
]

export class Record0000000000001 implements MigrationInterface {
  readonly name = 'Record0000000000001'

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of MADE) await runner.query(`DROP TABLE "${table}"`)
  }
}
