/** The command `npm run restore -- FILE`: puts a backup in the place of the database. */
import { restore } from '../store/database.ts'
import { printReport, runCommand, settings, usageFault } from './command.ts'

runCommand(async ([file]) => {
  if (file === undefined) return usageFault(['restore'], 'npm run restore -- FILE')
  const started = performance.now()
  await restore(settings().database, file)
  printReport({ restored: file }, started)
  return 0
})
