/** Going down without losing a request: not ready any more, then no new connections, then the end of those under way. */
import type { FastifyInstance } from 'fastify'

/** How long answers under way may take once no more are taken. */
const LONGEST_MS = 15_000

export class Drain {
  private begun = false

  /** Is the server on its way down? */
  get draining(): boolean {
    return this.begun
  }

  /** Says so at /readyz for some seconds, so that a balancer sends no more; then finishes what is under way, and closes. */
  async close(app: FastifyInstance, seconds: number): Promise<void> {
    this.begun = true
    if (seconds > 0) await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    // A client that does not read its answer must not hold the server for ever.
    const late = setTimeout(() => app.server.closeAllConnections(), LONGEST_MS)
    await app.close()
    clearTimeout(late)
  }
}
