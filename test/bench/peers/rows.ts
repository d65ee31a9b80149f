/**
 * What every peer reads. A peer computes no score: a table `score` holds each relation's two indices by day and by month,
 * worked out beforehand, which is the least that a server without tallies can do. Actors, tags and relations are few and
 * held in memory from the start. Statements come by the SQL that our own server sends, but for the columns: here only those
 * that are answered. Both statements are compiled once.
 */
import { readFileSync } from 'node:fs'
import sqlite3 from 'sqlite3'
import { type Day, formatDay } from '../../../server/domain/day.ts'

/** What is worked out beforehand, written beside the copy of the database that the peers read. */
export interface Prepared {
  /** By slug, with its pair of actors. */
  readonly relations: Readonly<Record<string, Relation & { readonly pair: readonly string[] }>>
  readonly revision: number
  readonly actors: Readonly<Record<string, { readonly code: string; readonly name: string }>>
  /** By leaf. */
  readonly tags: Readonly<Record<string, object>>
}

export interface Relation {
  readonly slug: string
  readonly name: string
}

export interface ScoreRow {
  readonly day: string
  readonly tension: number | null
  readonly engagement: number | null
}

export interface StatementRow {
  readonly id: string
  readonly day: string
  readonly summary: string
  readonly source: unknown
  readonly target: unknown
  readonly tag: unknown
  readonly document: { readonly title: string; readonly url: string | null }
}

export interface Rows {
  readonly relationOf: (slug: string) => Relation | null
  readonly scoresOf: (slug: string, bucket: string, from: string, to: string) => Promise<ScoreRow[]>
  readonly statementsOf: (slug: string, first: number) => Promise<StatementRow[]>
}

const SCORES = `SELECT day, tension, engagement FROM score
  WHERE slug = ? AND bucket = ? AND day BETWEEN ? AND ? ORDER BY day`
const STATEMENTS = `SELECT s.id, s.day, s.summary, s.source, s.target, s.leaf, d.title, d.url
  FROM (
    SELECT * FROM statement t WHERE t.a = ? AND t.b = ? AND t.day BETWEEN ? AND ?
      AND t."addedIn" <= ? AND (t."supersededIn" IS NULL OR t."supersededIn" > ?) AND t.leaf IS NOT NULL
    ORDER BY t.day DESC, t.id DESC LIMIT ?
  ) s JOIN document d ON d.id = s.document ORDER BY s.day DESC, s.id DESC`
const [FIRST, LAST] = [-719_162, 2_932_896]

interface Found {
  readonly id: number
  readonly day: Day
  readonly summary: string
  readonly source: string
  readonly target: string
  readonly leaf: string
  readonly title: string
  readonly url: string | null
}

export function openRows(path: string): Rows {
  const { relations, actors, tags, revision } = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Prepared
  const db = new sqlite3.Database(path, sqlite3.OPEN_READONLY)
  const question = <T>(sql: string) => {
    const compiled = db.prepare(sql)
    return (values: readonly unknown[]) =>
      new Promise<T[]>((resolve, reject) =>
        compiled.all(values, (error: Error | null, rows: T[]) => (error ? reject(error) : resolve(rows))),
      )
  }
  const scores = question<ScoreRow>(SCORES)
  const statements = question<Found>(STATEMENTS)
  return {
    relationOf: (slug) => {
      const found = relations[slug]
      return found ? { slug, name: found.name } : null
    },
    scoresOf: (slug, bucket, from, to) => scores([slug, bucket, from, to]),
    statementsOf: async (slug, first) => {
      const rows = await statements([...(relations[slug]?.pair ?? []), FIRST, LAST, revision, revision, first])
      return rows.map(({ id, day, summary, source, target, leaf, title, url }) => ({
        ...{ id: `Statement:${id}`, day: formatDay(day), summary },
        ...{ source: actors[source], target: actors[target], tag: tags[leaf], document: { title, url } },
      }))
    },
  }
}
