/** Who asks: what a request's credentials made of them. Reading the credentials is http/credentials.ts. */
import { isAtLeast, type Role, type User } from '../../domain/account.ts'

export interface Caller {
  /** null: anonymous. */
  readonly user: Pick<User, 'id' | 'name'> | null
  /** The user's role, or the lesser one of the token; null: anonymous. */
  readonly role: Role | null
  /** A token that changes nothing. */
  readonly readOnly: boolean
  /** `session`, or the prefix of the token; null: anonymous. */
  readonly via: string | null
  /** The hash of the session; null where there is none. */
  readonly session: string | null
  /** Why a credential that was shown lets nobody in; null where none was shown, or it does. */
  readonly refused: string | null
  /** Was it a page of another site that asked, without a token? */
  readonly foreign: boolean
  /** The network address, of IPv6 the network; for counting. */
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

/** Has the caller this role, or one above it? */
export function has(caller: Caller, role: Role): boolean {
  return caller.role !== null && isAtLeast(caller.role, role)
}
