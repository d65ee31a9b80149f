/**
 * Says when the record has grown, by whatever process it was written. While nobody listens nothing is done; while
 * somebody does, one cheap statement of SQL (PRAGMA data_version) a quarter of a second. PostgreSQL would NOTIFY instead.
 */
import type { Revision } from '../domain/record/revision.ts'
import type { HeldRecord } from './record.ts'

const EVERY_MS = 250

export type Listener = (revision: Revision) => Promise<void> | void

export class Feed {
  private readonly listeners = new Set<Listener>()
  private timer: NodeJS.Timeout | null = null
  private told: Revision

  constructor(
    private readonly record: HeldRecord,
    /** Gets what went wrong while looking; the next look is made all the same. */
    private readonly log: (error: unknown) => void,
  ) {
    this.told = record.revision
  }

  /** Is anybody listening? */
  get looking(): boolean {
    return this.listeners.size > 0
  }

  /** Calls `listener` with each new revision (of several at once, the last) until what it answers is called. */
  listen(listener: Listener): () => void {
    if (!this.looking) this.told = this.record.revision
    // A listener of its own, so that one function may listen twice.
    const mine: Listener = (revision) => listener(revision)
    this.listeners.add(mine)
    this.schedule()
    return () => {
      this.listeners.delete(mine)
      if (this.looking || this.timer === null) return
      clearTimeout(this.timer)
      this.timer = null
    }
  }

  private schedule(): void {
    if (this.timer !== null || !this.looking) return
    this.timer = setTimeout(() => void this.look(), EVERY_MS)
    this.timer.unref()
  }

  private async look(): Promise<void> {
    try {
      await this.record.refresh()
      const { revision } = this.record
      if (revision !== this.told) {
        this.told = revision
        await Promise.all([...this.listeners].map((listener) => listener(revision)))
      }
    } catch (error) {
      this.log(error)
    } finally {
      this.timer = null
      this.schedule()
    }
  }
}
