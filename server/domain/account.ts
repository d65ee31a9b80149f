/**
 * Who may do what: people with a role, the sessions and tokens by which they are known again, and the links by which
 * they come in. Of every secret only a hash is on record; making and comparing them is the store's.
 */
import { type Refusal, refuse } from './error.ts'
import type { Instant } from './record/revision.ts'

/** From the least to the most: each may do what those before it may. */
export const ROLES = ['VIEWER', 'ANALYST', 'EDITOR', 'ADMIN'] as const
/** VIEWER reads, ANALYST codes, EDITOR keeps the directory and publishes codebooks, ADMIN keeps people. */
export type Role = (typeof ROLES)[number]

export type UserId = number & { readonly __brand: 'UserId' }

export interface User {
  readonly id: UserId
  readonly name: string
  readonly role: Role
  /** As the store writes it: method, salt and hash; null until the link was used. */
  readonly password: string | null
  readonly createdAt: Instant
  /** From then on the user is let in no more; null while let in. */
  readonly disabledAt: Instant | null
}

/** One browser that is signed in. */
export interface Session {
  /** SHA-256 of the id in the cookie, hexadecimal. */
  readonly hash: string
  readonly user: UserId
  readonly createdAt: Instant
  readonly expiresAt: Instant
  /** null while it holds. */
  readonly endedAt: Instant | null
}

/** What a program shows instead of a password. */
export interface Token {
  readonly id: number
  /** Its first letters, by which people tell it from others: `det_5f3a9c01`. */
  readonly prefix: string
  /** SHA-256 of the whole, hexadecimal. */
  readonly hash: string
  readonly user: UserId
  /** What it is for, in the owner's words. */
  readonly label: string
  /** At most the owner's. Where the owner's role falls below it, the owner's counts. */
  readonly role: Role
  readonly readOnly: boolean
  readonly createdAt: Instant
  /** null: it holds until revoked. */
  readonly expiresAt: Instant | null
  /** To the minute; null where never. */
  readonly lastUsedAt: Instant | null
  readonly revokedAt: Instant | null
}

/** A link that works once: it makes the user of this name, or gives one that is known a new password and this role. */
export interface Invitation {
  /** SHA-256 of the code in the link, hexadecimal. */
  readonly hash: string
  readonly name: string
  readonly role: Role
  readonly createdBy: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly usedAt: Instant | null
}

/** Is the role this one or above it? */
export function isAtLeast(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed)
}

/** The lesser of two roles. */
export function lesserOf(x: Role, y: Role): Role {
  return isAtLeast(x, y) ? y : x
}

/** A name by which a user signs in and is named as coder: 2 to 50 letters, digits, and . _ @ - within. */
export function checkName(name: string): Refusal | null {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,49}$/u.test(name)) return null
  return refuse(
    'BAD_TEXT',
    name,
    'a user’s name has 2 to 50 letters and digits, and . _ @ - within',
    'Write it like ana.petrova',
  )
}

const PASSWORD_LEAST = 10
const PASSWORD_MOST = 200

/** Long enough to be a secret. The refusal never shows the password. */
export function checkPassword(password: string): Refusal | null {
  const { length } = [...password]
  if (length >= PASSWORD_LEAST && length <= PASSWORD_MOST) return null
  return refuse(
    'BAD_TEXT',
    length,
    `a password has ${PASSWORD_LEAST} to ${PASSWORD_MOST} characters`,
    'Choose a longer one, such as four words that do not belong together',
  )
}

/** The page that takes a code: after the #, so that no server on the way sees or logs it. */
export function linkOf(code: string): string {
  return `/sign-in#code=${code}`
}
