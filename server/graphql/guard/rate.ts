/**
 * How much of the server one caller may use: a bucket of cost points each, that fills evenly and holds a minute's worth.
 * A token has its own, a user who is signed in has one, everybody else has that of their address.
 */
import { GraphQLError } from 'graphql'
import type { Caller } from './caller.ts'

/** Points for a request that was refused: it had to be read to be refused. */
export const REFUSED_POINTS = 100
/** Callers remembered at most: some 20 MB. Beyond it the one heard of longest ago is forgotten, and begins anew. */
export const MOST_CALLERS = 100_000
const MINUTE_MS = 60_000

interface Bucket {
  readonly points: number
  /** When that was so. */
  readonly at: number
}

export class Rate {
  /** The caller heard of longest ago first; who is not in it has a full bucket. */
  private readonly buckets = new Map<string, Bucket>()

  /** `perMinute`: points; 0: no limit. `now`: milliseconds of a clock that is never set back. */
  constructor(
    readonly perMinute: number,
    private readonly now: () => number = () => performance.now(),
    private readonly most = MOST_CALLERS,
  ) {}

  /** How many callers are remembered. */
  get callers(): number {
    return this.buckets.size
  }

  /** Points the caller still has; below 0 where more was done than there was; null: no limit. */
  left(caller: Caller): number | null {
    if (this.perMinute === 0) return null
    const bucket = this.buckets.get(keyOf(caller))
    if (!bucket) return this.perMinute
    return Math.min(this.perMinute, bucket.points + ((this.now() - bucket.at) * this.perMinute) / MINUTE_MS)
  }

  /** Takes the points of what is about to be done. Throws where the caller has too few; then none are taken. */
  spend(caller: Caller, points: number): void {
    const left = this.left(caller)
    if (left === null) return
    // What costs more than a minute's worth is let through by a full bucket, else by none.
    const needed = Math.min(points, this.perMinute)
    if (left < needed) throw this.tooMany(caller, points, left, needed - left)
    this.set(caller, left - points)
  }

  /** Takes the points of what has been done. */
  charge(caller: Caller, points: number): void {
    const left = this.left(caller)
    if (left !== null) this.set(caller, left - points)
  }

  private set(caller: Caller, points: number): void {
    const key = keyOf(caller)
    this.buckets.delete(key)
    this.buckets.set(key, { points, at: this.now() })
    if (this.buckets.size <= this.most) return
    const [oldest] = this.buckets.keys()
    if (oldest !== undefined) this.buckets.delete(oldest)
  }

  private tooMany(caller: Caller, points: number, left: number, missing: number): GraphQLError {
    const seconds = Math.max(1, Math.ceil((missing * MINUTE_MS) / this.perMinute / 1000))
    const has = Math.max(0, Math.floor(left))
    const rule = `${nounOf(caller)} has ${has} points left of the ${this.perMinute} that it may spend in a minute`
    const again = `Ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, or ask for less`
    const value = `${Math.ceil(points)} points`
    return new GraphQLError(`${value}: ${rule}. ${again}.`, {
      extensions: {
        ...{ code: 'RATE_LIMITED', value, rule },
        cure: again,
        retryAfter: seconds,
        http: { status: 429, headers: new Map([['retry-after', String(seconds)]]) },
      },
    })
  }
}

/** By the token's own name, for one owner may have several programs; else by the user, else by the address. */
function keyOf({ user, via, address }: Caller): string {
  if (user === null) return `address ${address}`
  return via === 'session' ? `user ${user.id}` : `token ${via}`
}

function nounOf({ user, via }: Caller): string {
  if (user === null) return 'this address'
  return via === 'session' ? `the user ${user.name}` : `the token ${via}`
}
