/** Request bodies: uncompressed JSON in UTF-8. Anything else is refused before Apollo sees it. */
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'

/** A request that cannot be read, with the HTTP status of the refusal. */
export class UnreadableRequest extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message)
  }
}

export function readJsonOnly(app: FastifyInstance): void {
  // Otherwise text/plain, which a page of another site may send without a CORS preflight, would reach Apollo.
  app.removeAllContentTypeParsers()
  // Fastify's parser refuses keys that would change an object's prototype.
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const type = request.headers['content-type'] ?? ''
    const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(type)?.[1]?.toLowerCase()
    if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
      return done(
        new UnreadableRequest(415, `"${charset}": a body must be UTF-8. Send UTF-8, or leave the charset out.`),
      )
    }
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
      return done(new UnreadableRequest(415, 'A compressed body is not accepted. Send it uncompressed.'))
    }
    let text: string
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(body as Buffer)
    } catch {
      return done(new UnreadableRequest(400, 'The body is not UTF-8. Send JSON in UTF-8.'))
    }
    void parse(request, text, done)
  })
}

/** How much of a refused body is read and discarded, so that the sender gets to read the refusal. */
const MAX_DRAINED_BYTES = 16_000_000

/** Reads the rest of a body. Closing the connection before would reset it, and the client would not see our answer. */
export async function drainBody(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return
  let bytes = 0
  await new Promise<void>((resolve) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > MAX_DRAINED_BYTES) resolve()
    })
    request.once('end', resolve)
    request.once('close', resolve)
    request.resume()
  })
}
