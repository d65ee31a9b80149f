/**
 * Access control: a table of the access level of every query, mutation and subscription, and the guard that enforces it.
 * A field that is not in the table is closed to everybody; a test finds it.
 */
import { GraphQLError, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import type { Role } from '../../domain/account.ts'
import type { Context } from '../schema/context.ts'
import { type Caller, hasRole } from './caller.ts'

/** ANYONE: everybody, even if reading is closed. READER: everybody if reading is open, else every user. Else: this role or a higher one. */
export type AccessLevel = 'ANYONE' | 'READER' | Role
export const ROOT_TYPES = ['Query', 'Mutation', 'Subscription'] as const
export type RootType = (typeof ROOT_TYPES)[number]

export const ACCESS: Readonly<Record<RootType, Readonly<Record<string, AccessLevel>>>> = {
  Query: {
    actors: 'READER',
    actor: 'READER',
    codebook: 'READER',
    codebooks: 'READER',
    checks: 'READER',
    knownMoves: 'READER',
    collection: 'READER',
    collections: 'READER',
    compare: 'READER',
    diffCodebooks: 'READER',
    document: 'READER',
    event: 'READER',
    matrix: 'READER',
    node: 'READER',
    nodes: 'READER',
    office: 'READER',
    offices: 'READER',
    persons: 'READER',
    outlet: 'READER',
    outlets: 'READER',
    relation: 'READER',
    relations: 'READER',
    search: 'READER',
    statement: 'READER',
    tag: 'READER',
    watch: 'READER',
    viewer: 'ANYONE',
    agreement: 'ANALYST',
    desk: 'ANALYST',
    deskQueue: 'ANALYST',
    codings: 'ANALYST',
    eventCandidates: 'ANALYST',
    disagreements: 'ANALYST',
    draft: 'ANALYST',
    drafts: 'ANALYST',
    proposedTags: 'ANALYST',
    audit: 'ADMIN',
    users: 'ADMIN',
  },
  Mutation: {
    signIn: 'ANYONE',
    signOut: 'ANYONE',
    acceptInvitation: 'ANYONE',
    createToken: 'VIEWER',
    revokeToken: 'VIEWER',
    addDocument: 'ANALYST',
    readPage: 'ANALYST',
    addStatement: 'ANALYST',
    settleStatement: 'ANALYST',
    supersedeStatement: 'ANALYST',
    withdrawStatement: 'ANALYST',
    keepDeskDraft: 'ANALYST',
    logExposure: 'ANALYST',
    holdDocument: 'ANALYST',
    submitCoding: 'ANALYST',
    adjudicate: 'EDITOR',
    mergeEvents: 'ANALYST',
    splitEvent: 'ANALYST',
    createDraft: 'ANALYST',
    setWeights: 'ANALYST',
    changeTags: 'ANALYST',
    revertDraft: 'ANALYST',
    discardDraft: 'ANALYST',
    publishCodebook: 'EDITOR',
    addKnownMove: 'EDITOR',
    withdrawKnownMove: 'EDITOR',
    addActor: 'EDITOR',
    addRelation: 'EDITOR',
    supersedeActor: 'EDITOR',
    supersedeRelation: 'EDITOR',
    addTenure: 'EDITOR',
    supersedeTenure: 'EDITOR',
    addPerson: 'EDITOR',
    supersedePerson: 'EDITOR',
    addPost: 'EDITOR',
    supersedePost: 'EDITOR',
    createInvitation: 'ADMIN',
    disableUser: 'ADMIN',
    revertChange: 'ADMIN',
  },
  Subscription: {
    scoresChanged: 'READER',
    statementSettled: 'READER',
    codebookPublished: 'READER',
    deskChanged: 'ANALYST',
  },
}

/** Wraps every resolver of the root types with the access check, in place. */
export function guardRootFields(schema: GraphQLSchema): void {
  for (const root of ROOT_TYPES) {
    const fields = schema.getRootType(root.toLowerCase() as never)?.getFields() ?? {}
    for (const field of Object.values(fields)) {
      const need = ACCESS[root][field.name] ?? null
      const guarded =
        (inner: GraphQLFieldResolver<unknown, Context>): GraphQLFieldResolver<unknown, Context> =>
        (source, args, ctx, info) => {
          const refused = refusalOf(ctx, root, field.name, need)
          if (refused) throw refused
          // Fields with restricted access read data without revisions, such as drafts and accounts.
          if (need !== 'READER') ctx.unversioned.read = true
          return inner(source, args, ctx, info)
        }
      if (field.resolve) field.resolve = guarded(field.resolve)
      if (field.subscribe) field.subscribe = guarded(field.subscribe)
    }
  }
}

/** Why the caller may not use the field; null if they may. */
export function refusalOf(
  ctx: Pick<Context, 'caller' | 'reading'>,
  root: RootType,
  field: string,
  need: AccessLevel | null,
): GraphQLError | null {
  const { caller } = ctx
  if (root === 'Mutation' && caller.foreign) {
    return forbidden(field, 'a page of another site may not change anything here', 'Use our own page, or a token')
  }
  if (root === 'Mutation' && caller.readOnly) {
    return forbidden(field, 'the token is read-only', 'Use a token that may write')
  }
  if (need === null) return forbidden(field, 'nobody may ask for it yet', 'Report it: the access table lacks it')
  // Callers with an expired credential must be able to sign out, and in again.
  if (need === 'ANYONE') return null
  if (caller.refused !== null) return unauthenticated(field, caller.refused)
  if (need === 'READER' && ctx.reading === 'OPEN') return null
  if (caller.role === null) return unauthenticated(field, 'it is for those who are signed in')
  const role = need === 'READER' ? 'VIEWER' : need
  if (hasRole(caller, role)) return null
  const rule = `it takes the role ${role}, and this is ${caller.role}`
  return forbidden(field, rule, caller.via === 'session' ? 'Ask an admin for the role' : 'Use a token of that role')
}

function forbidden(field: string, rule: string, cure: string): GraphQLError {
  return new GraphQLError(`${field}: ${rule}. ${cure}.`, {
    extensions: { code: 'FORBIDDEN', value: field, rule, cure },
  })
}

function unauthenticated(field: string, rule: string): GraphQLError {
  const cure = 'Sign in, or send a token as "Authorization: Bearer det_…"'
  return new GraphQLError(`${field}: ${rule}. ${cure}.`, {
    extensions: { code: 'UNAUTHENTICATED', value: field, rule, cure },
  })
}

/** The user of a mutation; the guard has refused callers without one. */
export function userOf(caller: Caller): NonNullable<Caller['user']> {
  if (caller.user === null)
    throw new Error('A mutation without a user: its field is not guarded. Add it to the access table.')
  return caller.user
}
