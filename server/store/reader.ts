/** What questions are put to: a database, or the transaction in which they are asked. */
import type { Value } from './columns.ts'

/** What can be asked; a Database answers from what is committed, a Transaction also from its own writes. */
export interface Reader {
  all<T>(sql: string, values?: readonly Value[]): Promise<T[]>
}
