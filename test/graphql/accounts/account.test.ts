/** Coming in and going out: links, passwords, sessions, tokens, and that no secret is kept anywhere. */
import { describe, expect, it } from 'vitest'
import { SignInAttempts } from '../../../server/graphql/guard/attempts.ts'
import { cookieOf as cookieHeader } from '../../../server/http/credentials.ts'
import { userOfSession } from '../../../server/store/account.ts'
import type { Database } from '../../../server/store/database.ts'
import { TABLES } from '../../../server/store/tables/tables.ts'
import { type Api, openApi } from '../../support/api.ts'
import {
  type Ask,
  asking,
  cookieOf,
  does,
  expiredCookieOf,
  sessionSet,
  settleIn,
  tokenOf,
} from '../../support/people.ts'

const PASSWORD = 'correct horse battery'

async function open(): Promise<Api> {
  const api = await openApi({ fillIn: async () => undefined })
  await settleIn(api.db)
  return api
}

/** The code of a link for a name, made by the admin. */
async function invited(api: Api, name: string, role = 'ANALYST'): Promise<string> {
  const ask = asking(api, await cookieOf(api.db, 'ADMIN'))
  const { invitation } = await does(ask, 'createInvitation', 'NewInvitation', { name, role }, 'invitation { link }')
  return String(invitation.link).split('code=')[1] ?? ''
}

const ACCEPT = `mutation ($input: InvitationUse!) { acceptInvitation(input: $input) {
  viewer { name role } userErrors { field code message } } }`
const SIGN_IN = `mutation ($input: Credentials!) { signIn(input: $input) {
  viewer { name role } userErrors { field code message } } }`
const signIn = (ask: Ask, name: string, password = PASSWORD) => ask(SIGN_IN, { input: { name, password } })

/** Everything the database holds, as text. */
async function dump(db: Database): Promise<string> {
  const rows = await Promise.all(TABLES.map((t) => db.all(`SELECT * FROM "${t.name}"`)))
  return JSON.stringify(rows)
}

describe('an invitation', () => {
  it('lets one person sign in, once, with its role', async () => {
    const api = await open()
    const code = await invited(api, 'ana')
    const input = { code, password: PASSWORD }
    const { data } = await api.ask(ACCEPT, { input })
    expect(data.acceptInvitation).toEqual({ viewer: { name: 'ana', role: 'ANALYST' }, userErrors: [] })
    const again = await api.ask(ACCEPT, { input })
    expect(again.data.acceptInvitation).toMatchObject({
      viewer: null,
      userErrors: [{ field: 'code', code: 'UNKNOWN_ID' }],
    })
    expect(sessionSet(again)).toBeNull()
  })

  it('is refused if it was made up, and stays valid if the password is too short', async () => {
    const api = await open()
    const code = await invited(api, 'ana')
    const short = (await api.ask(ACCEPT, { input: { code, password: 'short' } })).data.acceptInvitation
    expect(short.userErrors).toMatchObject([{ field: 'password', code: 'BAD_TEXT' }])
    expect(short.userErrors[0].message).not.toContain('"short"')
    const wrong = (await api.ask(ACCEPT, { input: { code: 'made-up', password: PASSWORD } })).data.acceptInvitation
    expect(wrong.userErrors).toMatchObject([{ field: 'code', code: 'UNKNOWN_ID' }])
    const { data } = await api.ask(ACCEPT, { input: { code, password: PASSWORD } })
    expect(data.acceptInvitation.userErrors).toEqual([])
  })

  it('used twice at once works once', async () => {
    const api = await open()
    const code = await invited(api, 'ana')
    const answers = await Promise.all(
      ['first password', 'second password'].map((password) => api.ask(ACCEPT, { input: { code, password } })),
    )
    const ins = answers.filter((a) => a.data.acceptInvitation.viewer !== null)
    expect(ins).toHaveLength(1)
  })

  it('for an existing user sets a new password and ends their sessions', async () => {
    const api = await open()
    const input = { code: await invited(api, 'ana'), password: PASSWORD }
    const former = sessionSet(await api.ask(ACCEPT, { input })) as string
    const other = 'another password altogether'
    await api.ask(ACCEPT, { input: { code: await invited(api, 'ana', 'EDITOR'), password: other } })
    const old = asking(api, { cookie: `detente_session=${former}` })
    expect((await old('{ viewer { name } }')).data.viewer).toBeNull()
    expect((await signIn(api.ask, 'ana')).data.signIn.viewer).toBeNull()
    expect((await signIn(api.ask, 'ana', other)).data.signIn.viewer).toEqual({ name: 'ana', role: 'EDITOR' })
  })
})

describe('signing in', () => {
  it('gives a new session each time and ends the one before', async () => {
    const api = await open()
    await api.ask(ACCEPT, { input: { code: await invited(api, 'ana'), password: PASSWORD } })
    const first = await signIn(api.ask, 'ana')
    const one = sessionSet(first) as string
    const second = await signIn(asking(api, { cookie: `detente_session=${one}` }), 'ana')
    const two = sessionSet(second) as string
    expect(two).not.toBe(one)
    expect(two.length).toBeGreaterThanOrEqual(43)
    const viewerWith = async (id: string) =>
      (await asking(api, { cookie: `other=1; detente_session=${id}` })('{ viewer { name } }')).data.viewer
    expect(await viewerWith(one)).toBeNull()
    expect(await viewerWith(two)).toEqual({ name: 'ana' })
    const out = await asking(api, { cookie: `detente_session=${two}` })('mutation { signOut { viewer { name } } }')
    expect(sessionSet(out)).toBe('')
    expect(await viewerWith(two)).toBeNull()
  })

  it('deletes expired sessions and invitations; the audit keeps them', async () => {
    const api = await open()
    const accepted = { code: await invited(api, 'ana'), password: PASSWORD }
    await invited(api, 'boris')
    await expiredCookieOf(api.db, 'VIEWER')
    expect((await api.ask(ACCEPT, { input: accepted })).data.acceptInvitation.userErrors).toEqual([])
    expect((await signIn(api.ask, 'ana')).data.signIn.userErrors).toEqual([])
    const kept = async (sql: string) => (await api.db.all<{ name: string }>(sql)).map(({ name }) => name)
    // The admin's, who invited them both, and two of ana's: she came in twice.
    const sessions = 'SELECT u."name" FROM session s JOIN "user" u ON u."id" = s."user" ORDER BY s."createdAt"'
    expect((await kept(sessions)).sort()).toEqual(['admin', 'admin', 'ana', 'ana'])
    expect(await kept('SELECT "name" FROM invitation')).toEqual(['boris'])
    const invitations = `SELECT "key" AS name FROM audit WHERE "noun" = 'Invitation' ORDER BY "id"`
    expect(await kept(invitations)).toEqual(['ana', 'boris'])
    expect((await kept(`SELECT "key" AS name FROM audit WHERE "noun" = 'Session'`)).length).toBe(2)
  })

  it('never accepts a session id that was planted in the browser', async () => {
    const api = await open()
    await api.ask(ACCEPT, { input: { code: await invited(api, 'ana'), password: PASSWORD } })
    const answer = await signIn(asking(api, { cookie: 'detente_session=planted' }), 'ana')
    expect(sessionSet(answer)).not.toBe('planted')
    expect(await userOfSession(api.db, 'planted', '2000-01-01T00:00:00.000Z' as never)).toBeNull()
  })

  it('sends a cookie that scripts cannot read, and over TLS a secure one', async () => {
    const api = await open()
    const answer = await api.ask(ACCEPT, { input: { code: await invited(api, 'ana'), password: PASSWORD } })
    expect(answer.headers['set-cookie']).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=1209600$/)
    expect(cookieHeader('x', true)).toMatch(/; Secure$/)
    expect(cookieHeader(null, false)).toBe('detente_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0')
  })

  it('gives the same answer for a wrong name and a wrong password', async () => {
    const api = await open()
    await api.ask(ACCEPT, { input: { code: await invited(api, 'ana'), password: PASSWORD } })
    const [wrong, nobody, unset] = [
      await signIn(api.ask, 'ana', 'wrong password'),
      await signIn(api.ask, 'bob', 'wrong password'),
      // The user is there, but has never set a password.
      await signIn(api.ask, 'viewer', 'wrong password'),
    ]
    expect(wrong.data).toEqual(nobody.data)
    expect(wrong.data).toEqual(unset.data)
    expect(wrong.data.signIn.userErrors[0].message).not.toContain('wrong password')
    expect(sessionSet(wrong)).toBeNull()
  })

  it('is limited to five attempts a minute for a name from an address, with the time to wait', async () => {
    const api = await open()
    for (let i = 0; i < 5; i++) expect((await signIn(api.ask, 'ana', `wrong ${i}`)).errors).toEqual([])
    const { status, headers, errors } = await signIn(api.ask, 'Ana')
    expect(errors[0]?.extensions).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
    expect(errors[0]?.extensions?.retryAfter).toBeGreaterThan(0)
    expect([status, Number(headers['retry-after'])]).toEqual([429, errors[0]?.extensions?.retryAfter])
    expect((await signIn(api.ask, 'bob')).errors).toEqual([])
  })

  it('is limited by the minute, and for each address over all names', () => {
    let now = 0
    const attempts = new SignInAttempts(() => now)
    for (let i = 0; i < 5; i++) attempts.count('ana', '10.0.0.1')
    expect(() => attempts.count('ana', '10.0.0.1')).toThrow('Try again in 60 seconds')
    attempts.count('ana', '10.0.0.2')
    now = 59_999
    expect(() => attempts.count('ana', '10.0.0.1')).toThrow('Try again in 1 seconds')
    now = 60_000
    attempts.count('ana', '10.0.0.1')
    for (let i = 0; i < 19; i++) attempts.count(`name ${i}`, '10.0.0.1')
    expect(() => attempts.count('yet another', '10.0.0.1')).toThrow('too many')
  })
})

describe('a token', () => {
  it('may do at most what its owner may, shows its last use, and ends when revoked', async () => {
    const api = await open()
    const ask = asking(api, await cookieOf(api.db, 'ANALYST'))
    const selection = 'issued { secret token { prefix role readOnly lastUsedAt } }'
    const above = await does(ask, 'createToken', 'NewToken', { label: 'mine', role: 'EDITOR' }, selection)
    expect(above.userErrors).toMatchObject([{ field: 'role', code: 'NOT_POSSIBLE' }])
    const { issued } = await does(ask, 'createToken', 'NewToken', { label: 'mine', role: 'ANALYST' }, selection)
    expect(issued.secret).toMatch(/^det_[\w-]{43}$/)
    expect(issued.secret.startsWith(issued.token.prefix)).toBe(true)
    expect(issued.token.lastUsedAt).toBeNull()
    const bearer = asking(api, { authorization: `Bearer ${issued.secret}` })
    expect((await bearer('{ viewer { name role } }')).data.viewer).toEqual({ name: 'analyst', role: 'ANALYST' })
    const { data } = await ask('{ viewer { tokens { prefix lastUsedAt } } }')
    expect(data.viewer.tokens).toMatchObject([{ prefix: issued.token.prefix, lastUsedAt: expect.any(String) }])
    const prefix = { prefix: issued.token.prefix }
    const { token } = await does(ask, 'revokeToken', 'TokenRevoking', prefix, 'token { revokedAt }')
    expect(token.revokedAt).not.toBeNull()
    expect((await bearer('{ drafts { number } }')).errors[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  })

  it('of another user cannot be revoked', async () => {
    const api = await open()
    const headers = await tokenOf(api.db, 'ADMIN')
    const prefix = headers.authorization?.slice('Bearer '.length, 'Bearer '.length + 12)
    const ask = asking(api, await cookieOf(api.db, 'EDITOR'))
    const { userErrors } = await does(ask, 'revokeToken', 'TokenRevoking', { prefix }, 'token { prefix }')
    expect(userErrors).toMatchObject([{ field: 'prefix', code: 'UNKNOWN_ID' }])
    expect((await asking(api, headers)('{ viewer { role } }')).data.viewer).toEqual({ role: 'ADMIN' })
  })
})

describe('a user who is disabled', () => {
  it('is refused at once, by cookie and by token', async () => {
    const api = await open()
    const [cookie, token] = [await cookieOf(api.db, 'EDITOR'), await tokenOf(api.db, 'EDITOR')]
    const ask = asking(api, await cookieOf(api.db, 'ADMIN'))
    await does(ask, 'disableUser', 'UserNamed', { name: 'editor' }, 'user { disabledAt }')
    expect((await asking(api, cookie)('{ viewer { name } }')).data.viewer).toBeNull()
    expect((await asking(api, token)('{ drafts { number } }')).errors[0]?.extensions?.code).toBe('UNAUTHENTICATED')
    const self = await does(ask, 'disableUser', 'UserNamed', { name: 'admin' }, 'user { name }')
    expect(self.userErrors).toMatchObject([{ field: 'name', code: 'NOT_POSSIBLE' }])
  })
})

describe('secrets', () => {
  it('are nowhere in the database, the audit, the log or an error', async () => {
    const api = await open()
    const code = await invited(api, 'ana')
    const session = sessionSet(await api.ask(ACCEPT, { input: { code, password: PASSWORD } })) as string
    const ask = asking(api, { cookie: `detente_session=${session}` })
    const asked = { label: 'mine', role: 'ANALYST' }
    const { issued } = await does(ask, 'createToken', 'NewToken', asked, 'issued { secret token { prefix } }')
    const failed = await signIn(api.ask, 'ana', 'a wrong one, but near')
    const admin = asking(api, await cookieOf(api.db, 'ADMIN'))
    const audit = await admin('{ audit(first: 100) { nodes { by via action noun key before after } } }')
    const held = (await dump(api.db)) + audit.text + failed.text + JSON.stringify(api.logged)
    expect(held).toContain(issued.token.prefix)
    for (const secret of [PASSWORD, code, session, issued.secret, 'a wrong one, but near']) {
      expect(held.includes(secret), secret.slice(0, 6)).toBe(false)
    }
  })
})
