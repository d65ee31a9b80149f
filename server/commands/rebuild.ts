/** The command `npm run rebuild`: makes the tallies and the index of words anew from the record. */
import { rebuild } from '../store/rollup.ts'
import { printReport, runCommand, withDatabase } from './command.ts'

runCommand(async () => {
  const started = performance.now()
  printReport({ cells: await withDatabase((db) => rebuild(db, 'rebuild')) }, started)
  return 0
})
