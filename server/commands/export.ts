/** The command `npm run export`: codings or a codebook into a file; texts of articles never leave. */
import { exportCodebook, exportCodings } from '../ingest/exchange/exchange.ts'
import { printReport, runCommand, usageFault, withDatabase } from './command.ts'

const USAGE =
  'npm run export -- codings FILE.jsonl|.csv, npm run export -- codebook VERSION FILE.json|.md; a codebook is read again by npm run import'

runCommand(async (args) => {
  const [what, first, second] = args
  const started = performance.now()
  if (what === 'codings' && first !== undefined) {
    printReport({ exported: await withDatabase((db) => exportCodings(db, first)) }, started)
    return 0
  }
  if (what === 'codebook' && first !== undefined && second !== undefined) {
    printReport({ exported: await withDatabase((db) => exportCodebook(db, first, second)) }, started)
    return 0
  }
  return usageFault(['export', ...args], USAGE)
})
