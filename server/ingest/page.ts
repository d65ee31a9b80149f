/**
 * A page of the web, fetched for an analyst: from public addresses alone, so that nobody reads through us what stands in
 * our own network; every redirection is looked at anew; size and time are bounded. Its words are taken out by the desk.
 */
import { lookup as resolve } from 'node:dns'
import { type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import ip from 'ipaddr.js'
import { type Refusal, refuse } from '../domain/error.ts'

export interface Page {
  /** Where it was found at last, after redirections. */
  readonly url: string
  /** Media type without parameters: text/html, application/xhtml+xml or text/plain. */
  readonly type: string
  readonly body: string
}

const MOST_BYTES = 2_000_000
const MOST_MS = 10_000
const MOST_HOPS = 5
const TYPES = ['text/html', 'application/xhtml+xml', 'text/plain']
const PASTE = 'Open it in a browser, copy the words and paste them'

/** Is it an address that anybody reaches: no loopback, private, link-local or other range of its own? */
export function isPublic(address: string): boolean {
  return ip.isValid(address) && ip.process(address).range() === 'unicast'
}

/** The page at an address, or why it was not fetched. `allowed` says to which addresses we may connect. */
export async function fetchPage(
  url: string,
  allowed: (address: string) => boolean = isPublic,
): Promise<Page | Refusal> {
  const signal = AbortSignal.timeout(MOST_MS)
  let at = url
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    if (!URL.canParse(at) || !/^https?:$/.test(new URL(at).protocol)) {
      return refuse('BAD_TEXT', at, 'an address begins with http:// or https://', 'Copy it from the browser')
    }
    try {
      const answer = await ask(new URL(at), allowed, signal)
      const { statusCode = 0, headers } = answer
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        answer.destroy()
        at = new URL(headers.location, at).href
        continue
      }
      if (statusCode !== 200) {
        answer.destroy()
        return refuse('NOT_POSSIBLE', at, `it answered ${statusCode}`, PASTE)
      }
      const [type = '', ...parameters] = (headers['content-type'] ?? 'text/html').toLowerCase().split(/\s*;\s*/)
      if (!TYPES.includes(type)) {
        answer.destroy()
        return refuse('NOT_POSSIBLE', at, `it is of the type ${type}, and a page of words is fetched`, PASTE)
      }
      const bytes = await read(plain(answer))
      return { url: at, type, body: decoded(bytes, parameters) }
    } catch (error) {
      if (error instanceof Refused) return refuse('NOT_POSSIBLE', at, error.message, PASTE)
      if (signal.aborted) return refuse('NOT_POSSIBLE', at, `it did not answer within ${MOST_MS / 1000} s`, PASTE)
      return refuse('NOT_POSSIBLE', at, 'it cannot be reached, or what it sends cannot be read', PASTE)
    }
  }
  return refuse('NOT_POSSIBLE', url, `it leads on more than ${MOST_HOPS} times`, PASTE)
}

class Refused extends Error {}
const NOT_PUBLIC = 'it lies in a network that is not public'

function ask(url: URL, allowed: (address: string) => boolean, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !allowed(host)) throw new Refused(NOT_PUBLIC)
  // The very address that was looked at is connected to: a name that answers otherwise the second time gains nothing.
  const lookup: LookupFunction = (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0)
      if (found.some(({ address }) => !allowed(address))) return done(new Refused(NOT_PUBLIC), '', 0)
      const [first] = found
      if (options.all) done(null, found)
      else done(null, first?.address ?? '', first?.family ?? 4)
    })
  }
  const headers = { accept: 'text/html, text/plain;q=0.9', 'user-agent': 'Detente', 'accept-encoding': 'gzip, br' }
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? overHttps : overHttp
    const asked = send(url, { lookup, signal, headers, agent: false })
    asked.once('response', resolve)
    asked.once('error', reject)
    asked.end()
  })
}

function plain(answer: IncomingMessage): Readable {
  const encoding = answer.headers['content-encoding'] ?? 'identity'
  if (encoding === 'identity') return answer
  const open = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress }[encoding]
  if (!open) throw new Refused(`it is sent as ${encoding}`)
  const opened = open()
  answer.once('error', (error) => opened.destroy(error))
  return answer.pipe(opened)
}

/** What is unpacked is counted, not what is sent. */
async function read(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length
    if (bytes > MOST_BYTES) throw new Refused(`it has more than ${MOST_BYTES} bytes`)
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

/** By the charset of the header, else of the page's own head, else UTF-8. */
function decoded(bytes: Buffer, parameters: readonly string[]): string {
  const told = parameters.find((p) => p.startsWith('charset='))?.slice(8)
  const charset = told ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, 2048))?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset.replace(/["']/g, ''), { fatal: true }).decode(bytes)
  } catch {
    throw new Refused(`it is not written in ${charset} as it says`)
  }
}
