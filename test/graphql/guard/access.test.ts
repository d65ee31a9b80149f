/**
 * Every query, mutation and subscription of the schema × everyone who may ask it, over the real server. The questions are
 * made from the schema, so that none can be forgotten; what should come of them is worked out here once more.
 */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  parse,
  subscribe,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import type { Instant } from '../../../server/domain/record/revision.ts'
import { ACCESS, type AccessLevel, ROOT_TYPES, type RootType } from '../../../server/graphql/guard/access.ts'
import { ANONYMOUS, type Caller } from '../../../server/graphql/guard/caller.ts'
import type { Database } from '../../../server/store/database.ts'
import { openApi, theSchema } from '../../support/api.ts'
import { asking, cookieOf, expiredCookieOf, type Headers, settleIn, tokenOf } from '../../support/people.ts'

const fieldsOf = (root: RootType): GraphQLField<unknown, unknown>[] =>
  Object.values(
    theSchema()
      .getRootType(root.toLowerCase() as never)
      ?.getFields() ?? {},
  )

interface Asker {
  readonly headers: (db: Database) => Promise<Headers>
  /** 0 nobody, 1 viewer … 4 admin. */
  readonly rank: 0 | 1 | 2 | 3 | 4
  readonly readOnly?: true
  readonly foreign?: true
  /** A token that lets nobody in. */
  readonly refused?: true
}

const FOREIGN = { origin: 'https://elsewhere.example' }
const now = '2000-01-01T00:00:00.000Z' as Instant
const ASKERS: Readonly<Record<string, Asker>> = {
  anonymous: { headers: async () => ({}), rank: 0 },
  viewer: { headers: (db) => cookieOf(db, 'VIEWER'), rank: 1 },
  analyst: { headers: (db) => cookieOf(db, 'ANALYST'), rank: 2 },
  editor: { headers: (db) => cookieOf(db, 'EDITOR'), rank: 3 },
  admin: { headers: (db) => cookieOf(db, 'ADMIN'), rank: 4 },
  'admin on our own page': {
    headers: async (db) => ({ ...(await cookieOf(db, 'ADMIN')), 'sec-fetch-site': 'same-origin', ...FOREIGN }),
    rank: 4,
  },
  'expired session': { headers: (db) => expiredCookieOf(db, 'ADMIN'), rank: 0 },
  'made-up session': { headers: async () => ({ cookie: 'detente_session=made-up' }), rank: 0 },
  'revoked token': { headers: (db) => tokenOf(db, 'ADMIN', { revokedAt: now }), rank: 0, refused: true },
  'expired token': { headers: (db) => tokenOf(db, 'ADMIN', { expiresAt: now }), rank: 0, refused: true },
  'made-up token': { headers: async () => ({ authorization: 'Bearer det_made-up' }), rank: 0, refused: true },
  'read-only token': { headers: (db) => tokenOf(db, 'ADMIN', { readOnly: true }), rank: 4, readOnly: true },
  'token of lesser scope': { headers: (db) => tokenOf(db, 'ADMIN', { role: 'ANALYST' }), rank: 2 },
  'token of greater scope': { headers: (db) => tokenOf(db, 'ANALYST', { role: 'ADMIN' }), rank: 2 },
  'token on a page elsewhere': { headers: async (db) => ({ ...(await tokenOf(db, 'EDITOR')), ...FOREIGN }), rank: 3 },
  'foreign origin': {
    headers: async (db) => ({ ...(await cookieOf(db, 'ADMIN')), ...FOREIGN }),
    rank: 0,
    foreign: true,
  },
  'foreign site': {
    headers: async (db) => ({ ...(await cookieOf(db, 'ADMIN')), 'sec-fetch-site': 'cross-site' }),
    rank: 0,
    foreign: true,
  },
}

const LEAST: Readonly<Record<string, number>> = { VIEWER: 1, ANALYST: 2, EDITOR: 3, ADMIN: 4 }

/** The code that the answer must carry; null: none of access. */
function expected(root: RootType, need: AccessLevel, asker: Omit<Asker, 'headers'>, closed: boolean): string | null {
  if (root === 'Mutation' && (asker.foreign || asker.readOnly)) return 'FORBIDDEN'
  if (need === 'ANYONE') return null
  if (asker.refused) return 'UNAUTHENTICATED'
  if (need === 'READER' && !closed) return null
  const least = need === 'READER' ? 1 : (LEAST[need] as number)
  if (asker.rank >= least) return null
  return asker.rank === 0 ? 'UNAUTHENTICATED' : 'FORBIDDEN'
}

/** A question for a field with everything that must be given, and nothing that means anything. */
function questionOf(root: RootType, field: GraphQLField<unknown, unknown>): string {
  const args = field.args.filter(isNeeded).map((a) => `${a.name}: ${sampleOf(a.type)}`)
  const selection = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }'
  return `${root.toLowerCase()} { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${selection} }`
}

function isNeeded({ type, defaultValue }: Pick<GraphQLArgument, 'type' | 'defaultValue'>): boolean {
  return isNonNullType(type) && defaultValue === undefined
}

function sampleOf(given: GraphQLInputType): string {
  const type = getNullableType(given) as GraphQLInputType
  if (isListType(type)) return `[${sampleOf(type.ofType)}]`
  if (isEnumType(type)) return type.getValues()[0]?.name ?? ''
  if (isInputObjectType(type)) {
    const all = Object.values(type.getFields())
    const chosen = type.isOneOf ? all.slice(0, 1) : all.filter(isNeeded)
    return `{${chosen.map((f) => `${f.name}: ${sampleOf(f.type)}`).join(', ')}}`
  }
  const samples: Record<string, string> = { Int: '1', Float: '1', Boolean: 'true', Date: '"1901-03-01"' }
  return samples[String(type)] ?? (String(type) === 'DateTime' ? '"2001-03-01T00:00:00Z"' : '"x"')
}

const ACCESS_CODES = ['UNAUTHENTICATED', 'FORBIDDEN']

describe('the access table', () => {
  it('has an entry for every query, mutation and subscription of the schema', () => {
    const missing = ROOT_TYPES.flatMap((root) =>
      fieldsOf(root).flatMap((f) => (ACCESS[root][f.name] === undefined ? [`${root}.${f.name}`] : [])),
    )
    expect(missing).toEqual([])
  })

  it('lets anonymous callers only sign in and out, and viewers change nothing but their tokens', () => {
    const of = (need: AccessLevel) => Object.keys(ACCESS.Mutation).filter((name) => ACCESS.Mutation[name] === need)
    expect(of('ANYONE').sort()).toEqual(['acceptInvitation', 'signIn', 'signOut'])
    expect(of('READER')).toEqual([])
    expect(of('VIEWER').sort()).toEqual(['createToken', 'revokeToken'])
    expect(Object.keys(ACCESS.Query).filter((name) => ACCESS.Query[name] === 'ANYONE')).toEqual(['viewer'])
  })
})

describe.each(['OPEN', 'CLOSED'] as const)('where reading is %s', (reading) => {
  it.each(Object.keys(ASKERS))('%s may use exactly the fields of the table', async (name) => {
    const asker = ASKERS[name] as Asker
    const api = await openApi({ reading, fillIn: async () => undefined })
    await settleIn(api.db)
    const ask = asking(api, await asker.headers(api.db))
    const found: string[] = []
    const meant: string[] = []
    for (const root of ['Query', 'Mutation'] as const) {
      // Signing out last: who is signed out is another.
      const fields = fieldsOf(root).sort((x, y) => Number(x.name === 'signOut') - Number(y.name === 'signOut'))
      for (const field of fields) {
        const question = questionOf(root, field)
        const { errors } = await ask(question)
        const codes = errors.map((e) => String(e.extensions?.code))
        // Else the question would never have come to the guard.
        expect(
          codes.filter((code) => /VALIDATION|PARSE/.test(code)),
          `${question} ${errors[0]?.message}`,
        ).toEqual([])
        found.push(`${field.name} ${codes.find((code) => ACCESS_CODES.includes(code)) ?? 'let through'}`)
        const need = ACCESS[root][field.name] as AccessLevel
        meant.push(`${field.name} ${expected(root, need, asker, reading === 'CLOSED') ?? 'let through'}`)
      }
    }
    expect(found).toEqual(meant)
    expect(found.length).toBeGreaterThan(35)
  })

  it('subscriptions follow the table', async () => {
    const callers: readonly (readonly [Omit<Asker, 'headers'>, Caller])[] = [
      [{ rank: 0 }, ANONYMOUS],
      [{ rank: 1 }, { ...ANONYMOUS, role: 'VIEWER', via: 'session' }],
      [
        { rank: 0, refused: true },
        { ...ANONYMOUS, refused: 'the token is unknown, revoked or expired' },
      ],
    ]
    for (const field of fieldsOf('Subscription')) {
      for (const [asker, caller] of callers) {
        const document = parse(questionOf('Subscription', field))
        const need = ACCESS.Subscription[field.name] as AccessLevel
        const code = expected('Subscription', need, asker, reading === 'CLOSED')
        const answer = await subscribe({ schema: theSchema(), document, contextValue: { caller, reading } }).catch(
          () => ({}),
        )
        const errors = 'errors' in answer ? (answer.errors ?? []) : []
        expect(errors.map((e) => e.extensions.code).find((c) => ACCESS_CODES.includes(String(c))) ?? null).toBe(code)
      }
    }
  })
})

describe('a refusal of access', () => {
  it('names the field, the rule and the cure', async () => {
    const api = await openApi({ fillIn: async () => undefined })
    await settleIn(api.db)
    const { errors } = await asking(api, await cookieOf(api.db, 'ANALYST'))('{ audit { totalCount } }')
    expect(errors[0]).toMatchObject({
      message: 'audit: it takes the role ADMIN, and this is ANALYST. Ask an admin for the role.',
      path: ['audit'],
      extensions: { code: 'FORBIDDEN' },
    })
    const nobody = await api.ask('{ audit { totalCount } }')
    expect(nobody.errors[0]?.message).toBe(
      'audit: it is for those who are signed in. Sign in, or send a token as "Authorization: Bearer det_…".',
    )
  })
})
