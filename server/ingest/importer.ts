/**
 * What an importer is: bytes in, rows and rejections out, in the order of the file. It never stops at a bad row; it names
 * the line, the column, the value and the reason, and goes on. Storing is importing.ts; each format is a file of its own.
 */

import type { Codebook } from '../domain/codebook/codebook.ts'
import type { Directory } from '../domain/directory/directory.ts'
import type { DataSetRow } from '../store/bulk.ts'

/** A row to store. Without a summary: one is made of the names of both sides and of the code. */
export interface ReadRow {
  readonly kind: 'row'
  readonly line: number
  readonly row: Omit<DataSetRow, 'summary'> & { summary: string | null }
}

/** The other half of a mutual event that is stored once. */
export interface Mirrored {
  readonly kind: 'mirrored'
  readonly line: number
}

export interface Rejected {
  readonly kind: 'rejected'
  /** From 1, the header counted. */
  readonly line: number
  /** Name of the column; null where the line as a whole is meant. */
  readonly column: string | null
  /** What stood there, at most 80 characters. */
  readonly value: string
  /** A rule in plain words, the same for all rows that break it. */
  readonly reason: string
}

export type Imported = ReadRow | Mirrored | Rejected

/** What an importer may know of the record. */
export interface Known {
  readonly directory: Directory
  /** The codebook that a column `tag` speaks of. */
  readonly codebook: Codebook | null
}

/** Yields in portions, so that a file of any size takes little memory. */
export type Importer = (bytes: AsyncIterable<Uint8Array>, known: Known) => AsyncIterable<readonly Imported[]>

export function rejected(line: number, column: string | null, value: string, reason: string): Rejected {
  return { kind: 'rejected', line, column, value: value.length > 80 ? `${value.slice(0, 80)}…` : value, reason }
}
