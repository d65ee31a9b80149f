/**
 * Authentication: a token in `Authorization`, or a session cookie. A cookie counts only if our own page sent the request,
 * as browsers say in Sec-Fetch-Site, older ones in Origin; a client that sends neither header is no browser.
 */
import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { lesserOf } from '../domain/account.ts'
import type { Instant } from '../domain/record/revision.ts'
import { SignInAttempts } from '../graphql/guard/attempts.ts'
import { ANONYMOUS, type Caller } from '../graphql/guard/caller.ts'
import type { Context } from '../graphql/schema/context.ts'
import { instantLater, SESSION_DAYS, tokenHolds, userOfSession, userOfToken } from '../store/account.ts'
import type { Database } from '../store/database.ts'
import { tokens } from '../store/tables/work.ts'
import { networkOf } from './address.ts'

export type RequestIdentity = Pick<Context, 'caller' | 'attempts' | 'setSession'>

/** The identity of a request without credentials. */
export const ANONYMOUS_IDENTITY: RequestIdentity = {
  caller: ANONYMOUS,
  attempts: new SignInAttempts(),
  setSession: () => undefined,
}

const COOKIE_NAME = 'detente_session'
/** The last use of a token is recorded to the minute: a write on each request would cost more than the request. */
const LAST_USE_MS = 60_000

/** Authenticates each request of one server once, and counts attempts to sign in over all of them. */
export class Authenticator {
  private readonly attempts = new SignInAttempts()
  private readonly callers = new WeakMap<FastifyRequest, Promise<Caller>>()

  constructor(private readonly db: Database) {}

  async callerOf(request: FastifyRequest): Promise<Caller> {
    const known = this.callers.get(request)
    if (known) return known
    const caller = callerOf(this.db, request)
    this.callers.set(request, caller)
    return caller
  }

  async identityOf(request: FastifyRequest, reply: FastifyReply): Promise<RequestIdentity> {
    return {
      caller: await this.callerOf(request),
      attempts: this.attempts,
      setSession: (id) => void reply.header('set-cookie', cookieOf(id, request.protocol === 'https')),
    }
  }
}

/** The parts of a request that authentication reads; the upgrade to a WebSocket has them too. */
export interface CredentialSource {
  readonly headers: IncomingHttpHeaders
  readonly host: string
  readonly ip: string
}

/** The caller of a request. Nobody is refused here: graphql/guard/access.ts decides what a caller may do. */
export async function callerOf(db: Database, request: CredentialSource): Promise<Caller> {
  const anonymous = { ...ANONYMOUS, address: networkOf(request.ip) }
  const now = new Date().toISOString() as Instant
  const header = request.headers.authorization
  if (header !== undefined) return { ...anonymous, ...(await callerOfToken(db, header, now)) }
  if (isForeign(request)) return { ...anonymous, foreign: true }
  const id = sessionIn(request.headers.cookie)
  if (id === null) return anonymous
  const found = await userOfSession(db, id, now)
  // A browser may send the cookie of a session that has ended: the caller is anonymous then.
  if (found === null) return anonymous
  const { user, session } = found
  return { ...anonymous, user, role: user.role, via: 'session', session: session.hash }
}

async function callerOfToken(db: Database, header: string, now: Instant): Promise<Partial<Caller>> {
  const secret = /^Bearer +(\S+)$/i.exec(header)?.[1]
  if (secret === undefined) return { refused: 'the header Authorization must have the form "Bearer det_…"' }
  const found = await userOfToken(db, secret)
  if (found === null || !tokenHolds(found.token, found.user, now)) {
    return { refused: 'the token is unknown, revoked or expired' }
  }
  const { user, token } = found
  if (token.lastUsedAt === null || instantLater(token.lastUsedAt, LAST_USE_MS) < now) {
    // If another program holds the write lock, the request goes on without recording the use.
    await db
      .write(user.name, 'last use of a token', (tx) => tx.alter(tokens, { id: token.id }, { lastUsedAt: tx.at }))
      .catch(() => undefined)
  }
  return { user, role: lesserOf(token.role, user.role), readOnly: token.readOnly, via: token.prefix }
}

/** Whether a page of another site sent the request. */
function isForeign({ headers, host }: CredentialSource): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin } = headers
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}

function sessionIn(header: string | undefined): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === COOKIE_NAME)?.[1] || null
}

/** The `Set-Cookie` header that sets the session cookie, or removes it if `id` is null. `secure`: send it over TLS only. */
export function cookieOf(id: string | null, secure: boolean): string {
  const seconds = id === null ? 0 : SESSION_DAYS * 86_400
  const parts = [`${COOKIE_NAME}=${id ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${seconds}`]
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ')
}
