/** Limits attempts to sign in: a number a minute for one name from one address, and for each name and each address. */
import { GraphQLError } from 'graphql'

const WINDOW_MS = 60_000
const MAX_PER_NAME_AND_ADDRESS = 5
/** For many names from one address, or many addresses for one name; an office behind one address stays below. */
const MAX_PER_NAME_OR_ADDRESS = 20
/** Keys that are kept; beyond this, expired ones are deleted first, then those with the oldest last attempt. */
const MAX_KEYS = 10_000

export class SignInAttempts {
  private readonly times = new Map<string, number[]>()

  constructor(private readonly now: () => number = Date.now) {}

  /** Counts an attempt. Throws if there were too many; the error says how long to wait. */
  count(name: string, address: string): void {
    const now = this.now()
    if (this.times.size > MAX_KEYS) this.forget(now)
    const user = name.toLowerCase().slice(0, 100)
    const limits: readonly (readonly [string, number])[] = [
      [`both ${user} ${address}`, MAX_PER_NAME_AND_ADDRESS],
      [`name ${user}`, MAX_PER_NAME_OR_ADDRESS],
      [`address ${address}`, MAX_PER_NAME_OR_ADDRESS],
    ]
    const times = limits.map(([key, most]) => ({ key, most, at: this.recent(key, now) }))
    const waits = times.flatMap(({ at, most }) =>
      at.length < most ? [] : [(at[at.length - most] as number) + WINDOW_MS],
    )
    if (waits.length > 0) throw tooMany(Math.ceil((Math.max(...waits) - now) / 1000))
    for (const { key, at } of times) {
      this.times.delete(key)
      this.times.set(key, [...at, now])
    }
  }

  private recent(key: string, now: number): number[] {
    return (this.times.get(key) ?? []).filter((at) => at > now - WINDOW_MS)
  }

  private forget(now: number): void {
    for (const key of this.times.keys()) {
      // The keys are in order of their last attempt, so all that follow are recent too.
      if (this.times.size <= MAX_KEYS && this.recent(key, now).length > 0) return
      this.times.delete(key)
    }
  }
}

function tooMany(seconds: number): GraphQLError {
  return new GraphQLError(`signIn: too many attempts. Try again in ${seconds} seconds.`, {
    extensions: {
      code: 'TOO_MANY_ATTEMPTS',
      retryAfter: seconds,
      http: { status: 429, headers: new Map([['retry-after', String(seconds)]]) },
    },
  })
}
