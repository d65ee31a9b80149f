/**
 * The tables, one declaration each: here the record itself, beside it who is who (directory.ts) and the work that is
 * not in it yet (work.ts); the migrations make them and a test compares the two. Beside the fields of its noun
 * a table may carry the pair (the key by which the large tables can be spread over machines) and its versions.
 * A row is never overwritten: a correction supersedes it and adds another.
 */
import type { Coding } from '../../domain/agreement/coding.ts'
import type { Collection, CollectionId, Document, DocumentId } from '../../domain/record/document.ts'
import type { Event } from '../../domain/record/event.ts'
import type { Instant, Revision } from '../../domain/record/revision.ts'
import type { Statement } from '../../domain/record/statement.ts'
import type { Cell, Pair } from '../../domain/score/tally.ts'
import {
  boolean,
  integer,
  key,
  list,
  orNull,
  real,
  refersTo,
  revision,
  table,
  text,
  versioned,
  versionKey,
} from '../columns.ts'

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

const pair = { a: key(text), b: key(text) }

export const revisions = table<RevisionRow>('revision', { id: key(integer), at: text, by: text, what: text })

export const collections = table<Collection>('collection', {
  id: key(integer),
  code: text,
  title: text,
  kind: text,
  from: orNull(integer),
  to: orNull(integer),
  pairs: orNull(list),
  volume: orNull(integer),
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
  caption: orNull(text),
  quote: orNull(text),
  leaf: orNull(text),
  reported: boolean,
  denied: boolean,
  hypothetical: boolean,
  background: boolean,
  killedLow: orNull(integer),
  killedBest: orNull(integer),
  killedHigh: orNull(integer),
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
  severity: integer,
  caption: orNull(text),
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
  reasonBy: orNull(text),
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
  severity: key(integer),
  collection: key(integer),
  revision: key(revision),
  count: integer,
})
