/** How often somebody may try to sign in: so many a minute for one name from one address, and for each of the two. */
import { GraphQLError } from 'graphql'

const WINDOW_MS = 60_000
const OF_NAME_AND_ADDRESS = 5
/** Many names from one address, or many addresses for one name; an office behind one address stays below. */
const OF_EITHER = 20
/** Keys kept at most; beyond it those whose minute is over are forgotten, then those tried longest ago. */
const MOST_KEYS = 10_000

export class Attempts {
  private readonly seen = new Map<string, number[]>()

  constructor(private readonly now: () => number = Date.now) {}

  /** Counts an attempt; throws where there were too many, naming the time to wait. */
  count(name: string, address: string): void {
    const now = this.now()
    if (this.seen.size > MOST_KEYS) this.forget(now)
    const user = name.toLowerCase().slice(0, 100)
    const limits: readonly (readonly [string, number])[] = [
      [`both ${user} ${address}`, OF_NAME_AND_ADDRESS],
      [`name ${user}`, OF_EITHER],
      [`address ${address}`, OF_EITHER],
    ]
    const times = limits.map(([key, most]) => ({ key, most, at: this.recent(key, now) }))
    const waits = times.flatMap(({ at, most }) =>
      at.length < most ? [] : [(at[at.length - most] as number) + WINDOW_MS],
    )
    if (waits.length > 0) throw tooMany(Math.ceil((Math.max(...waits) - now) / 1000))
    for (const { key, at } of times) {
      this.seen.delete(key)
      this.seen.set(key, [...at, now])
    }
  }

  private recent(key: string, now: number): number[] {
    return (this.seen.get(key) ?? []).filter((at) => at > now - WINDOW_MS)
  }

  private forget(now: number): void {
    for (const key of this.seen.keys()) {
      // In order of the last attempt: once the rest are few and recent, there is nothing more to forget.
      if (this.seen.size <= MOST_KEYS && this.recent(key, now).length > 0) return
      this.seen.delete(key)
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
