/** A sentence for a row of a data set, which has none: who, whom, and the name of the code. */
import type { Directory } from '../domain/directory/directory.ts'
import type { DataSetRow } from '../store/bulk.ts'
import codes from './reference/codebooks/cameo-codes.json' with { type: 'json' }

const NAMES: ReadonlyMap<string, string> = new Map(codes.map(({ code, name }) => [code, name]))

export function summaries(directory: Directory): (row: Omit<DataSetRow, 'summary'>) => string {
  const names = new Map<string, string>(directory.actors.map((a) => [a.code, a.name]))
  const nameOf = (code: string): string => names.get(code) ?? code
  return ({ source, target, mutual, leaf }) => {
    const what = NAMES.get(leaf.split('.')[0] ?? leaf) ?? leaf
    return `${nameOf(source)} ${mutual ? '↔' : '→'} ${nameOf(target)}: ${what}`
  }
}
