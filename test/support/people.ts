/** Users of an invented server, and asking as one of them. */
import { expect } from 'vitest'
import { ROLES, type Role, type Token, type User, type UserId } from '../../server/domain/account.ts'
import type { Instant } from '../../server/domain/record/revision.ts'
import { issueToken, openSession, userNamed } from '../../server/store/account.ts'
import type { Database } from '../../server/store/database.ts'
import { hashOf } from '../../server/store/secret.ts'
import { sessions, tokens, users } from '../../server/store/tables/work.ts'
import type { Answer, Api } from './api.ts'

export type Headers = Readonly<Record<string, string>>

/** A user for each role, called as the role in small letters; nobody knows their passwords. */
export async function settleIn(db: Database): Promise<void> {
  await db.write('test', 'users', async (tx) => {
    for (const [i, role] of ROLES.entries()) {
      const id = (i + 1) as UserId
      const user = { id, name: role.toLowerCase(), role, password: null, createdAt: tx.at, disabledAt: null }
      await tx.keep(users, [user])
    }
  })
}

export async function user(db: Database, role: Role): Promise<User> {
  return (await userNamed(db, role.toLowerCase())) as User
}

/** The header of a browser in which the user of a role has signed in. */
export async function cookieOf(db: Database, role: Role): Promise<Headers> {
  const { id } = await user(db, role)
  const secret = await db.write('test', 'a session', (tx) => openSession(tx, id))
  return { cookie: `detente_session=${secret}` }
}

/** The header of a browser whose session ended by itself a second ago. */
export async function expiredCookieOf(db: Database, role: Role): Promise<Headers> {
  const { id } = await user(db, role)
  await db.write('test', 'an expired session', async (tx) => {
    const past = new Date(Date.parse(tx.at) - 1000).toISOString() as Instant
    await tx.keep(sessions, [{ hash: hashOf('old'), user: id, createdAt: past, expiresAt: past, endedAt: null }])
  })
  return { cookie: 'detente_session=old' }
}

/** The header of a program with a token of the user of a role. */
export async function tokenOf(db: Database, role: Role, given: Partial<Token> = {}): Promise<Headers> {
  const owner = await user(db, role)
  const asked = { label: 'test', role, readOnly: false, expiresAt: null, ...given }
  const { secret } = await db.write('test', 'a token', async (tx) => {
    const issued = await issueToken(tx, owner, asked)
    if (given.revokedAt) await tx.alter(tokens, { id: issued.token.id }, { revokedAt: tx.at })
    return issued
  })
  return { authorization: `Bearer ${secret}` }
}

export type Ask = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>

/** Asks over HTTP with these headers. */
export function asking(api: Api, headers: Headers): Ask {
  return async (query, variables = {}) => {
    const response = await api.app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } })
    const { data, errors = [], extensions = {} } = JSON.parse(response.body)
    return { status: response.statusCode, headers: response.headers, text: response.body, data, errors, extensions }
  }
}

export type Changed = Answer['data'] & {
  readonly userErrors: readonly { readonly field: string | null; readonly message: string; readonly code: string }[]
}

/** Does one mutation `name(input: NewThing)` and gives its payload; there must be no error of the request. */
export async function does(ask: Ask, name: string, type: string, input: object, selection: string): Promise<Changed> {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { field message code } } }`
  const { data, errors } = await ask(query, { input })
  expect(errors, name).toEqual([])
  return data[name]
}

/** The value of the session's cookie in an answer; empty where it is taken away; null where there is none. */
export function sessionSet(answer: Answer): string | null {
  const header = answer.headers['set-cookie']
  return typeof header === 'string' ? (/^detente_session=([^;]*)/.exec(header)?.[1] ?? null) : null
}
