/** What is read of a request: JSON in UTF-8, plain. Anything else is refused before Apollo sees it. */
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'

/** A refusal with the status that says it. */
export class Unreadable extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message)
  }
}

export function readJsonOnly(app: FastifyInstance): void {
  // Else text/plain, which a foreign page may send without asking first, reaches Apollo.
  app.removeAllContentTypeParsers()
  // The parser of the framework refuses keys that would reach an object's prototype.
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const type = request.headers['content-type'] ?? ''
    const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(type)?.[1]?.toLowerCase()
    if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
      return done(new Unreadable(415, `"${charset}": a body is read as UTF-8. Send it so, or leave the charset out.`))
    }
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
      return done(new Unreadable(415, 'A compressed body is not read. Send it as it is.'))
    }
    let text: string
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(body as Buffer)
    } catch {
      return done(new Unreadable(400, 'The body is not UTF-8. Send JSON in UTF-8.'))
    }
    void parse(request, text, done)
  })
}

/** So much of a refused body is still read, and thrown away, that the sender comes to read why. */
const DRAINED_BYTES = 16_000_000

/** Closing on a sender in the middle of its body resets the connection, and our answer with it. */
export async function drained(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return
  let bytes = 0
  await new Promise<void>((resolve) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > DRAINED_BYTES) resolve()
    })
    request.once('end', resolve)
    request.once('close', resolve)
    request.resume()
  })
}
