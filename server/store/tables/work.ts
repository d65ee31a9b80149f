/** The tables of who works on the record, and of work that is not in it yet: they change without a revision. */
import type { Invitation, Session, Token, User } from '../../domain/account.ts'
import type { Draft, DraftEdition } from '../../domain/codebook/draft.ts'
import type { Audit } from '../../domain/record/audit.ts'
import type { DeskDraft, DeskHolder, Exposure } from '../../domain/record/desk.ts'
import { boolean, integer, key, list, orNull, refersTo, revision, table, text } from '../columns.ts'

export const users = table<User>('user', {
  id: key(integer),
  name: text,
  role: text,
  password: orNull(text),
  createdAt: text,
  disabledAt: orNull(text),
})

export const sessions = table<Session>('session', {
  hash: key(text),
  user: refersTo('user', integer),
  createdAt: text,
  expiresAt: text,
  endedAt: orNull(text),
})

export const tokens = table<Token>('token', {
  id: key(integer),
  prefix: text,
  hash: text,
  user: refersTo('user', integer),
  label: text,
  role: text,
  readOnly: boolean,
  createdAt: text,
  expiresAt: orNull(text),
  lastUsedAt: orNull(text),
  revokedAt: orNull(text),
})

export const invitations = table<Invitation>('invitation', {
  hash: key(text),
  name: text,
  role: text,
  createdBy: text,
  createdAt: text,
  expiresAt: text,
  usedAt: orNull(text),
})

export const drafts = table<Draft>('draft', {
  id: key(integer),
  codebook: text,
  base: refersTo('codebook', text),
  tags: list,
  edition: integer,
  state: text,
  createdBy: text,
  createdAt: text,
  changedAt: text,
})

export const draftEditions = table<DraftEdition>('draft_edition', {
  draft: { ...refersTo('draft', integer), primary: true },
  edition: key(integer),
  tags: list,
  what: text,
  by: text,
  at: text,
})

export const deskDrafts = table<DeskDraft>('desk_draft', {
  document: { ...refersTo('document', integer), primary: true },
  user: { ...refersTo('user', integer), primary: true },
  edition: integer,
  body: text,
  changedAt: text,
})

export const exposures = table<Exposure>('exposure', {
  document: { ...refersTo('document', integer), primary: true },
  user: { ...refersTo('user', integer), primary: true },
  start: key(integer),
  end: key(integer),
  source: key(text),
  target: key(text),
  mutual: boolean,
  tag: key(text),
  at: text,
})

export const deskHolders = table<DeskHolder>('desk_holder', {
  document: { ...refersTo('document', integer), primary: true },
  user: orNull(refersTo('user', integer)),
  by: text,
  at: text,
})

export const audits = table<Audit>('audit', {
  id: key(integer),
  at: text,
  by: text,
  via: text,
  action: text,
  noun: text,
  key: orNull(text),
  before: orNull(text),
  after: orNull(text),
  revision: orNull(revision),
})
