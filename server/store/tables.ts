/**
 * The tables, one declaration each; the migrations make them and a test compares the two. Beside the fields of its noun
 * a table may carry the pair (the key by which the large tables can be spread over machines) and its versions.
 * A row is never overwritten: a correction supersedes it and adds another.
 */
import type { Invitation, Session, Token, User } from '../domain/account.ts'
import type { Actor, ActorName } from '../domain/actor.ts'
import type { Audit } from '../domain/audit.ts'
import type { Coding } from '../domain/coding.ts'
import type { DeskDraft, DeskHolder, Exposure } from '../domain/desk.ts'
import type { Collection, CollectionId, Document, DocumentId, Outlet } from '../domain/document.ts'
import type { Draft, DraftEdition } from '../domain/draft.ts'
import type { Event } from '../domain/event.ts'
import type { KnownMove } from '../domain/move.ts'
import type { Person, Post } from '../domain/person.ts'
import type { Relation } from '../domain/relation.ts'
import type { Instant, Revision, Versioned } from '../domain/revision.ts'
import type { Statement } from '../domain/statement.ts'
import type { Cell, Pair } from '../domain/tally.ts'
import type { Office, Tenure } from '../domain/tenure.ts'
import { type AnyTable, boolean, integer, key, list, orNull, real, refersTo, revision, table, text } from './columns.ts'

/** One change of data: when, by whom, what. More of it stands in the audit. */
export interface RevisionRow {
  readonly id: Revision
  readonly at: Instant
  readonly by: string
  readonly what: string
}

/** A published codebook version; `body` is the JSON text of the domain's Codebook. */
export interface CodebookRow {
  readonly version: string
  readonly name: string
  readonly hash: string
  readonly body: string
  readonly publishedAt: Revision
}

/** The text of a document as it was given, for analysts alone. */
export interface TextRow {
  readonly document: DocumentId
  readonly text: string
  readonly addedAt: Instant
  readonly addedBy: string
}

/** One hash of the sketch of a document's text. */
export interface SketchRow {
  readonly hash: number
  readonly document: DocumentId
}

export type EventRow = Event & Pair
export type StatementRow = Statement & Pair & { readonly collection: CollectionId }
export type CodingRow = Coding & Pair
export type CellRow = Omit<Cell, 'pair'> & Pair

type Numbered = { readonly id: number }

const versioned = { addedIn: revision, supersededIn: orNull(revision) }
const versionKey = { addedIn: key(revision), supersededIn: orNull(revision) }
const pair = { a: key(text), b: key(text) }

export const revisions = table<RevisionRow>('revision', { id: key(integer), at: text, by: text, what: text })

export const actors = table<Actor>('actor', {
  code: key(text),
  name: text,
  kind: text,
  country: orNull(text),
  ...versionKey,
})

export const actorNames = table<ActorName & Numbered & Versioned>('actor_name', {
  id: key(integer),
  name: text,
  actor: orNull(text),
  office: orNull(text),
  from: orNull(integer),
  to: orNull(integer),
  ...versioned,
})

export const offices = table<Office & Versioned>('office', {
  code: key(text),
  name: text,
  country: text,
  ...versionKey,
})

export const tenures = table<Tenure>('tenure', {
  id: key(integer),
  office: text,
  holder: text,
  from: orNull(integer),
  to: orNull(integer),
  basis: text,
  citation: text,
  ...versioned,
})

export const persons = table<Person & Versioned>('person', { id: key(text), name: text, aliases: list, ...versionKey })

export const posts = table<Post & Numbered & Versioned>('post', {
  id: key(integer),
  person: text,
  title: text,
  actor: text,
  from: orNull(integer),
  to: orNull(integer),
  citation: text,
  ...versioned,
})

export const relations = table<Relation>('relation', {
  slug: key(text),
  name: text,
  a: text,
  b: text,
  rank: integer,
  ...versionKey,
})

export const moves = table<KnownMove>('known_move', {
  code: key(text),
  relation: text,
  measure: text,
  sense: text,
  from: integer,
  to: integer,
  least: real,
  note: text,
  source: text,
  ...versionKey,
})

export const outlets = table<Outlet & Versioned>('outlet', {
  code: key(text),
  name: text,
  country: orNull(text),
  wire: orNull(text),
  ...versionKey,
})

export const collections = table<Collection>('collection', {
  id: key(integer),
  code: text,
  title: text,
  kind: text,
  from: orNull(integer),
  to: orNull(integer),
  pairs: orNull(list),
  citation: text,
  url: orNull(text),
  licence: orNull(text),
  ...versionKey,
})

export const documents = table<Document>('document', {
  id: key(integer),
  collection: integer,
  outlet: orNull(text),
  title: text,
  url: orNull(text),
  published: orNull(integer),
  language: text,
  contentHash: orNull(text),
  ...versioned,
})

export const texts = table<TextRow>('document_text', {
  document: { ...key(integer), ...refersTo('document', integer) },
  text,
  addedAt: text,
  addedBy: text,
})

export const sketches = table<SketchRow>('text_sketch', {
  hash: key(integer),
  document: { ...key(integer), ...refersTo('document', integer) },
})

export const statements = table<StatementRow>('statement', {
  ...pair,
  day: key(integer),
  id: key(integer),
  collection: integer,
  document: refersTo('document', integer),
  origin: text,
  start: orNull(integer),
  end: orNull(integer),
  speaker: orNull(text),
  source: text,
  target: text,
  mutual: boolean,
  precision: text,
  summary: text,
  quote: orNull(text),
  leaf: orNull(text),
  reported: boolean,
  denied: boolean,
  hypothetical: boolean,
  background: boolean,
  issues: list,
  event: orNull(integer),
  supersedes: orNull(integer),
  ...versioned,
})

export const events = table<EventRow>('event', {
  ...pair,
  day: key(integer),
  id: key(integer),
  source: text,
  target: text,
  mutual: boolean,
  precision: text,
  leaf: text,
  evidence: text,
  collection: integer,
  ...versionKey,
})

export const codings = table<CodingRow>('coding', {
  ...pair,
  id: key(integer),
  statement: integer,
  codebook: refersTo('codebook', text),
  tag: text,
  coder: text,
  state: text,
  confidence: orNull(real),
  reason: text,
  shown: orNull(text),
  ...versioned,
})

export const codebooks = table<CodebookRow>('codebook', {
  version: key(text),
  name: text,
  hash: text,
  body: text,
  publishedAt: revision,
})

export const cells = table<CellRow>('tally', {
  ...pair,
  day: key(integer),
  direction: key(integer),
  leaf: key(text),
  evidence: key(integer),
  collection: key(integer),
  revision: key(revision),
  count: integer,
})

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

export const TABLES = [
  revisions,
  actors,
  actorNames,
  offices,
  tenures,
  persons,
  posts,
  relations,
  moves,
  outlets,
  collections,
  documents,
  texts,
  sketches,
  statements,
  events,
  codings,
  codebooks,
  cells,
  users,
  sessions,
  tokens,
  invitations,
  drafts,
  draftEditions,
  deskDrafts,
  exposures,
  deskHolders,
  audits,
] as readonly AnyTable[]
