/** The caller of a request. http/credentials.ts derives it from the credentials. */
import { isAtLeast, type Role, type User } from '../../domain/account.ts'

export interface Caller {
  /** Null: anonymous. */
  readonly user: Pick<User, 'id' | 'name'> | null
  /** The user's role, or the lesser role of the token; null: anonymous. */
  readonly role: Role | null
  /** Whether the token may not change anything. */
  readonly readOnly: boolean
  /** `session`, or the prefix of the token; null: anonymous. */
  readonly via: string | null
  /** The hash of the session id; null if there is no session. */
  readonly session: string | null
  /** Why the credential is not valid; null if it is, or if there is none. */
  readonly refused: string | null
  /** Whether a page of another site sent the request, without a token. */
  readonly foreign: boolean
  /** The IPv4 address or IPv6 network of the caller, for rate limits. */
  readonly address: string
}

export const ANONYMOUS: Caller = {
  user: null,
  role: null,
  readOnly: false,
  via: null,
  session: null,
  refused: null,
  foreign: false,
  address: '',
}

/** Whether the caller has this role or a higher one. */
export function hasRole(caller: Caller, role: Role): boolean {
  return caller.role !== null && isAtLeast(caller.role, role)
}
