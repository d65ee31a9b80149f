/** Users, their sessions and tokens, and the links by which they come in: questions, and how each comes and goes. */
import {
  type Invitation,
  lesserOf,
  type Role,
  type Session,
  type Token,
  type User,
  type UserId,
} from '../domain/account.ts'
import { type Refusal, refuse } from '../domain/error.ts'
import type { Instant } from '../domain/record/revision.ts'
import { nounOf, packed, selectionOf, unpacked } from './columns.ts'
import type { Reader } from './reader.ts'
import { hashOf, newSecret } from './secret.ts'
import { invitations, sessions, tokens, users } from './tables/work.ts'
import type { Transaction } from './transaction.ts'

export const SESSION_DAYS = 14
const DAY_MS = 86_400_000

export function instantLater(at: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(at) + milliseconds).toISOString() as Instant
}

export async function userNamed(db: Reader, name: string): Promise<User | null> {
  const [row] = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(users, 'u')} FROM "user" u WHERE u."name" = ?`,
    [name],
  )
  return row ? nounOf(users, row) : null
}

/** Every user, by name. */
export async function allUsers(db: Reader): Promise<User[]> {
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(users, 'u')} FROM "user" u ORDER BY u."name"`,
  )
  return rows.map((row) => nounOf(users, row))
}

/** Who a session's id belongs to; null where it is unknown, ended or expired, or the user is let in no more. */
export async function userOfSession(
  db: Reader,
  secret: string,
  now: Instant,
): Promise<{ readonly user: User; readonly session: Session } | null> {
  const [row] = await db.all<{ user: string; session: string }>(
    `SELECT ${packed(users, 'u', 'id')} AS "user", ${packed(sessions, 's', 'hash')} AS "session"
     FROM session s JOIN "user" u ON u."id" = s."user"
     WHERE s."hash" = ? AND s."endedAt" IS NULL AND s."expiresAt" > ? AND u."disabledAt" IS NULL`,
    [hashOf(secret), now],
  )
  if (!row) return null
  return { user: unpacked(users, row.user) as User, session: unpacked(sessions, row.session) as Session }
}

/** Who a token belongs to, whether it still holds or not; null where there is no such token. */
export async function userOfToken(
  db: Reader,
  secret: string,
): Promise<{ readonly user: User; readonly token: Token } | null> {
  const [row] = await db.all<{ user: string; token: string }>(
    `SELECT ${packed(users, 'u', 'id')} AS "user", ${packed(tokens, 't', 'id')} AS "token"
     FROM token t JOIN "user" u ON u."id" = t."user" WHERE t."hash" = ?`,
    [hashOf(secret)],
  )
  if (!row) return null
  return { user: unpacked(users, row.user) as User, token: unpacked(tokens, row.token) as Token }
}

/** Does it still let its owner in? */
export function tokenHolds(token: Token, user: User, now: Instant): boolean {
  const expired = token.expiresAt !== null && token.expiresAt <= now
  return token.revokedAt === null && !expired && user.disabledAt === null
}

/** A user's tokens, the revoked ones too, newest first. */
export async function tokensOf(db: Reader, user: UserId): Promise<Token[]> {
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(tokens, 't')} FROM token t WHERE t."user" = ? ORDER BY t."id" DESC LIMIT 100`,
    [user],
  )
  return rows.map((row) => nounOf(tokens, row))
}

/** Opens a session and answers the id for the cookie, which is kept nowhere. */
export async function openSession(tx: Transaction, user: UserId): Promise<string> {
  const secret = newSecret()
  const expiresAt = instantLater(tx.at, SESSION_DAYS * DAY_MS)
  await tx.keep(sessions, [{ hash: hashOf(secret), user, createdAt: tx.at, expiresAt, endedAt: null }])
  return secret
}

/** Issues a token and answers its text, which is kept nowhere. */
export async function issueToken(
  tx: Transaction,
  owner: User,
  asked: Pick<Token, 'label' | 'role' | 'readOnly' | 'expiresAt'>,
): Promise<{ readonly secret: string; readonly token: Token }> {
  const secret = newSecret('det_')
  const token: Token = {
    ...asked,
    role: lesserOf(asked.role, owner.role),
    id: await tx.ids(tokens, 1),
    prefix: secret.slice(0, 12),
    hash: hashOf(secret),
    user: owner.id,
    createdAt: tx.at,
    lastUsedAt: null,
    revokedAt: null,
  }
  await tx.keep(tokens, [token])
  return { secret, token }
}

/** Makes a link that works once, and answers its code, which is kept nowhere. */
export async function invite(
  tx: Transaction,
  name: string,
  role: Role,
  hours: number,
): Promise<{ readonly secret: string; readonly invitation: Invitation }> {
  const secret = newSecret()
  const expiresAt = instantLater(tx.at, hours * 3_600_000)
  const invitation = { hash: hashOf(secret), name, role, createdBy: tx.by, createdAt: tx.at, expiresAt, usedAt: null }
  await tx.keep(invitations, [invitation])
  return { secret, invitation }
}

/**
 * Uses a link: makes its user, or gives one that is known the new password and the link's role and ends all sessions.
 * Refused where it was used before, is too old, or never was.
 */
export async function useInvitation(
  tx: Transaction,
  secret: string,
  password: string,
): Promise<{ readonly user: User; readonly before: User | null } | Refusal> {
  const [row] = await tx.all<Record<string, unknown>>(
    `SELECT ${selectionOf(invitations, 'i')} FROM invitation i
     WHERE i."hash" = ? AND i."usedAt" IS NULL AND i."expiresAt" > ?`,
    [hashOf(secret), tx.at],
  )
  if (!row) {
    const cure = 'Ask an admin for a new one, or start the command user'
    return refuse('UNKNOWN_ID', 'this link', 'it was used before, has expired, or never was', cure)
  }
  const { hash, name, role } = nounOf(invitations, row)
  await tx.alter(invitations, { hash }, { usedAt: tx.at })
  const before = await userNamed(tx, name)
  if (before) {
    await tx.alter(users, { id: before.id }, { password, role, disabledAt: null })
    await tx.alter(sessions, { user: before.id, endedAt: null }, { endedAt: tx.at })
    return { user: { ...before, password, role, disabledAt: null }, before }
  }
  const id = (await tx.ids(users, 1)) as UserId
  const user: User = { id, name, role, password, createdAt: tx.at, disabledAt: null }
  await tx.keep(users, [user])
  return { user, before: null }
}

/** Takes away sessions and links that let nobody in any more: secrets are not kept longer than they are of use. */
export async function forgetSpent(tx: Transaction): Promise<void> {
  await tx.forget(sessions, '"endedAt" IS NOT NULL OR "expiresAt" <= ?', [tx.at])
  await tx.forget(invitations, '"usedAt" IS NOT NULL OR "expiresAt" <= ?', [tx.at])
}
