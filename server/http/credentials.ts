/**
 * What a request shows of who asks: a token in `Authorization`, or the cookie of a session. A cookie counts only where our
 * own page sent it: a browser says so in Sec-Fetch-Site, older ones by Origin; what says neither is no browser.
 */
import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { lesserOf } from '../domain/account.ts'
import type { Instant } from '../domain/record/revision.ts'
import { Attempts } from '../graphql/guard/attempts.ts'
import { ANONYMOUS, type Caller } from '../graphql/guard/caller.ts'
import type { Context } from '../graphql/schema/context.ts'
import { instantLater, SESSION_DAYS, tokenHolds, userOfSession, userOfToken } from '../store/account.ts'
import type { Database } from '../store/database.ts'
import { tokens } from '../store/tables/work.ts'
import { networkOf } from './address.ts'

export type Entry = Pick<Context, 'caller' | 'attempts' | 'setSession'>

/** Where there is no request to look at. */
export const STRANGER: Entry = { caller: ANONYMOUS, attempts: new Attempts(), setSession: () => undefined }

const NAME = 'detente_session'
/** Last use is shown to the minute: a write for each request would cost more than the request. */
const LAST_USE_MS = 60_000

/** Looks at each request of one server, once; attempts to sign in are counted over all of them. */
export class Door {
  private readonly attempts = new Attempts()
  private readonly seen = new WeakMap<FastifyRequest, Promise<Caller>>()

  constructor(private readonly db: Database) {}

  async callerOf(request: FastifyRequest): Promise<Caller> {
    const known = this.seen.get(request)
    if (known) return known
    const looking = callerOf(this.db, request)
    this.seen.set(request, looking)
    return looking
  }

  async entryOf(request: FastifyRequest, reply: FastifyReply): Promise<Entry> {
    return {
      caller: await this.callerOf(request),
      attempts: this.attempts,
      setSession: (id) => void reply.header('set-cookie', cookieOf(id, request.protocol === 'https')),
    }
  }
}

/** What of a request is looked at; a WebSocket's has it too. */
export interface Shown {
  readonly headers: IncomingHttpHeaders
  readonly host: string
  readonly ip: string
}

/** Who asks. Nobody is refused here: what a stranger may not ask is said by graphql/guard/access.ts. */
export async function callerOf(db: Database, request: Shown): Promise<Caller> {
  const anyone = { ...ANONYMOUS, address: networkOf(request.ip) }
  const now = new Date().toISOString() as Instant
  const shown = request.headers.authorization
  if (shown !== undefined) return { ...anyone, ...(await bearer(db, shown, now)) }
  if (isForeign(request)) return { ...anyone, foreign: true }
  const id = sessionIn(request.headers.cookie)
  if (id === null) return anyone
  const found = await userOfSession(db, id, now)
  // A browser keeps its cookie past its time: it is a stranger then, and may read what strangers read.
  if (found === null) return anyone
  const { user, session } = found
  return { ...anyone, user, role: user.role, via: 'session', session: session.hash }
}

async function bearer(db: Database, header: string, now: Instant): Promise<Partial<Caller>> {
  const secret = /^Bearer +(\S+)$/i.exec(header)?.[1]
  if (secret === undefined) return { refused: 'the header Authorization is not written like "Bearer det_…"' }
  const found = await userOfToken(db, secret)
  if (found === null || !tokenHolds(found.token, found.user, now)) {
    return { refused: 'the token is unknown, revoked or expired' }
  }
  const { user, token } = found
  if (token.lastUsedAt === null || instantLater(token.lastUsedAt, LAST_USE_MS) < now) {
    // Where another program is writing, the request is worth more than the note of it.
    await db
      .write(user.name, 'last use of a token', (tx) => tx.alter(tokens, { id: token.id }, { lastUsedAt: tx.at }))
      .catch(() => undefined)
  }
  return { user, role: lesserOf(token.role, user.role), readOnly: token.readOnly, via: token.prefix }
}

/** Was it a page of another site that sent this? */
function isForeign({ headers, host }: Shown): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin } = headers
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}

function sessionIn(header: string | undefined): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === NAME)?.[1] || null
}

/** The header that gives the cookie, or takes it away; over TLS it is never sent without. */
export function cookieOf(id: string | null, secure: boolean): string {
  const seconds = id === null ? 0 : SESSION_DAYS * 86_400
  const parts = [`${NAME}=${id ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${seconds}`]
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ')
}
