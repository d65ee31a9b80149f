/**
 * The commands `npm run user -- add NAME --role ROLE`, which prints a link that lets the person in once, within three
 * days (of a name on record: sets a new password and the role), and `npm run user -- list`.
 */
import { checkName, ROLES, type Role } from '../domain/account.ts'
import { DomainError, refuse } from '../domain/error.ts'
import { allUsers } from '../store/account.ts'
import { runCommand, settings, withDatabase } from './command.ts'
import { welcome } from './welcome.ts'

const USAGE = 'npm run user -- add NAME --role viewer|analyst|editor|admin; npm run user -- list'
const HOURS = 72

runCommand(async ([command, name, flag, given]) => {
  const adding = command === 'add' && name !== undefined && (flag === undefined || flag === '--role')
  if (!adding && command !== 'list') {
    throw new DomainError(refuse('BAD_TEXT', command ?? '', 'this is not how it is called', USAGE))
  }
  const role = (given ?? 'viewer').toUpperCase() as Role
  if (adding && !ROLES.includes(role)) {
    throw new DomainError(refuse('BAD_CODE', given, `a role is one of ${ROLES.join(', ').toLowerCase()}`, USAGE))
  }
  const refused = adding ? checkName(name) : null
  if (refused) throw new DomainError(refused)
  await withDatabase(async (db) => {
    if (adding) console.log(`http://localhost:${settings().port}${await welcome(db, name, role, HOURS)}`)
    else
      for (const u of await allUsers(db))
        console.log(`${u.name}\t${u.role.toLowerCase()}${u.disabledAt ? '\tdisabled' : ''}`)
  })
  return 0
})
