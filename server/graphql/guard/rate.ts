/**
 * Rate limit: each caller has a token bucket of cost points, which refills evenly and holds the points of one minute. A
 * token has its own bucket, a signed-in user has one, everybody else shares that of their address.
 */
import { GraphQLError } from 'graphql'
import type { Caller } from './caller.ts'

/** Points charged for a refused request, since it had to be parsed. */
export const REFUSED_POINTS = 100
/** Buckets that are kept, some 20 MB; beyond this the least recently used one is dropped, and is full again. */
export const MAX_CALLERS = 100_000
const MINUTE_MS = 60_000

interface Bucket {
  readonly points: number
  /** When the bucket had these points, in milliseconds of `now`. */
  readonly at: number
}

export class RateLimiter {
  /** Least recently used first; a caller without an entry has a full bucket. */
  private readonly buckets = new Map<string, Bucket>()

  /** `perMinute`: points, 0: no limit. `now`: milliseconds of a monotonic clock. */
  constructor(
    readonly perMinute: number,
    private readonly now: () => number = () => performance.now(),
    private readonly most = MAX_CALLERS,
  ) {}

  /** Number of buckets that are kept. */
  get callers(): number {
    return this.buckets.size
  }

  /** Points that the caller has left; below 0 if more was charged than there was; null: no limit. */
  remaining(caller: Caller): number | null {
    if (this.perMinute === 0) return null
    const bucket = this.buckets.get(keyOf(caller))
    if (!bucket) return this.perMinute
    return Math.min(this.perMinute, bucket.points + ((this.now() - bucket.at) * this.perMinute) / MINUTE_MS)
  }

  /** Takes points before an operation. Throws if the caller has too few; then none are taken. */
  spend(caller: Caller, points: number): void {
    const left = this.remaining(caller)
    if (left === null) return
    // An operation that costs more than a minute's points needs a full bucket.
    const needed = Math.min(points, this.perMinute)
    if (left < needed) throw this.tooMany(caller, points, left, needed - left)
    this.set(caller, left - points)
  }

  /** Takes points after an operation, even if the caller has too few. */
  charge(caller: Caller, points: number): void {
    const left = this.remaining(caller)
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

/** The token's prefix, because one owner may run several programs; else the user, else the address. */
function keyOf({ user, via, address }: Caller): string {
  if (user === null) return `address ${address}`
  return via === 'session' ? `user ${user.id}` : `token ${via}`
}

function nounOf({ user, via }: Caller): string {
  if (user === null) return 'this address'
  return via === 'session' ? `the user ${user.name}` : `the token ${via}`
}
