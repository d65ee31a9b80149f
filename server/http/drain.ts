/** Graceful shutdown: /readyz fails first, then no new connections are accepted, then open requests are finished. */
import type { FastifyInstance } from 'fastify'

/** How long open requests may take after the server has stopped accepting connections. */
const LONGEST_MS = 15_000

export class Drain {
  private begun = false

  /** Whether the server is shutting down. */
  get draining(): boolean {
    return this.begun
  }

  /** Fails /readyz for some seconds, so that a load balancer stops sending requests; then finishes open requests and closes. */
  async close(app: FastifyInstance, seconds: number): Promise<void> {
    this.begun = true
    if (seconds > 0) await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    // A client that does not read its answer must not keep the server from closing.
    const late = setTimeout(() => app.server.closeAllConnections(), LONGEST_MS)
    await app.close()
    clearTimeout(late)
  }
}
