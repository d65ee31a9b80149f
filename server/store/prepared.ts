/**
 * The driver's connection for questions, with its statements kept: the driver by itself compiles and throws away the
 * statement of every call, which for a short question costs more than the answer.
 */
import { LRUCache } from 'lru-cache'
import sqlite3 from 'sqlite3'

/** Texts differ by the number of things asked for at once, so there are more than there are questions. */
const MOST_STATEMENTS = 200

type Done = (error: Error | null, rows?: unknown[]) => void

export class PreparedDatabase extends sqlite3.Database {
  private readonly kept = new LRUCache<string, sqlite3.Statement>({
    max: MOST_STATEMENTS,
    // The driver lets what runs end first.
    dispose: (statement) => void statement.finalize(),
  })

  /** As the driver's own; rows come in one list. */
  override all(sql: string, ...given: unknown[]): this {
    const known = this.kept.get(sql)
    if (known) {
      known.all(...given)
      return this
    }
    const done = given.at(-1) as Done
    const statement = this.prepare(sql, (error: Error | null) => {
      if (error) return done(error)
      this.kept.set(sql, statement)
      statement.all(...given)
    })
    return this
  }

  override close(done?: (error: Error | null) => void): void {
    this.kept.clear()
    super.close(done)
  }
}
