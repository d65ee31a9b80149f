/** The command `npm run backup -- FILE`: copies the database while the server runs. */
import { stat } from 'node:fs/promises'
import { printReport, runCommand, usageFault, withDatabase } from './command.ts'

runCommand(async ([file]) => {
  if (file === undefined) return usageFault(['backup'], 'npm run backup -- FILE')
  const started = performance.now()
  await withDatabase((db) => db.backup(file))
  printReport({ backup: file, bytes: (await stat(file)).size }, started)
  return 0
})
