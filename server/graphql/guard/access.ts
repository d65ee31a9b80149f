/**
 * Who may ask what: one table of every query, mutation and subscription, and the guard that holds the schema to it. What
 * is not in the table is for nobody; a test finds it.
 */
import { GraphQLError, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import type { Role } from '../../domain/account.ts'
import type { Context } from '../schema/context.ts'
import { type Caller, has } from './caller.ts'

/** ANYONE: even where reading is closed. READER: anyone where reading is open, else every user. Else a role or one above. */
export type Need = 'ANYONE' | 'READER' | Role
export const ROOTS = ['Query', 'Mutation', 'Subscription'] as const
export type Root = (typeof ROOTS)[number]

export const ACCESS: Readonly<Record<Root, Readonly<Record<string, Need>>>> = {
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

/** Puts the guard before every field of the root types, in place. */
export function guard(schema: GraphQLSchema): void {
  for (const root of ROOTS) {
    const fields = schema.getRootType(root.toLowerCase() as never)?.getFields() ?? {}
    for (const field of Object.values(fields)) {
      const need = ACCESS[root][field.name] ?? null
      const guarded =
        (inner: GraphQLFieldResolver<unknown, Context>): GraphQLFieldResolver<unknown, Context> =>
        (source, args, ctx, info) => {
          const refused = refusalOf(ctx, root, field.name, need)
          if (refused) throw refused
          // What only some may read stands beside the record, and changes without a revision.
          if (need !== 'READER') ctx.beside.read = true
          return inner(source, args, ctx, info)
        }
      if (field.resolve) field.resolve = guarded(field.resolve)
      if (field.subscribe) field.subscribe = guarded(field.subscribe)
    }
  }
}

/** Why the caller may not ask this; null where they may. */
export function refusalOf(
  ctx: Pick<Context, 'caller' | 'reading'>,
  root: Root,
  field: string,
  need: Need | null,
): GraphQLError | null {
  const { caller } = ctx
  if (root === 'Mutation' && caller.foreign) {
    return forbidden(field, 'a page of another site may not change anything here', 'Use our own page, or a token')
  }
  if (root === 'Mutation' && caller.readOnly) {
    return forbidden(field, 'the token is read-only', 'Use a token that may write')
  }
  if (need === null) return forbidden(field, 'nobody may ask for it yet', 'Report it: the table of access lacks it')
  // Signing out, and in anew, is for those too whose credential holds no more.
  if (need === 'ANYONE') return null
  if (caller.refused !== null) return unauthenticated(field, caller.refused)
  if (need === 'READER' && ctx.reading === 'OPEN') return null
  if (caller.role === null) return unauthenticated(field, 'it is for those who are signed in')
  const role = need === 'READER' ? 'VIEWER' : need
  if (has(caller, role)) return null
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

/** The user who changes something: the guard has let nobody else so far. */
export function userOf(caller: Caller): NonNullable<Caller['user']> {
  if (caller.user === null) throw new Error('a change without a user: the guard does not stand before it')
  return caller.user
}
