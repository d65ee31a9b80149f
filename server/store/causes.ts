/** The errors of a database in plain words: what is wrong with the file, and what to do. */
import { DomainError, refuse } from '../domain/error.ts'

const CAUSES: readonly (readonly [RegExp, string, string])[] = [
  [/SQLITE_NOTADB/, 'it is not a SQLite database', 'Give the path of a new file, or of a database made by Detente'],
  [/SQLITE_CORRUPT/, 'the database file is damaged', 'Restore a backup'],
  [
    /SQLITE_BUSY|SQLITE_LOCKED/,
    'another program is writing to it and did not finish in time',
    'Wait for it, or end it',
  ],
  [
    /SQLITE_READONLY/,
    'the file, or its directory, cannot be written',
    'Give the user of this program the right to write there',
  ],
  [
    /SQLITE_CANTOPEN/,
    'it cannot be opened',
    'See that the directory exists and that its files can be read and written',
  ],
  [/SQLITE_FULL|ENOSPC/, 'the disk is full', 'Make room; nothing was half written'],
]

/** The driver's errors in plain words; any other error as it is. */
export function plain(error: unknown, path: string): unknown {
  const message = error instanceof Error ? error.message : String(error)
  const cause = CAUSES.find(([pattern]) => pattern.test(message))
  return cause ? refusal(path, cause[1], cause[2]) : error
}

export function refusal(path: string, rule: string, cure: string): DomainError {
  return new DomainError(refuse('NOT_POSSIBLE', path, rule, cure))
}
