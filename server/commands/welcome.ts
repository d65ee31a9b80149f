/** Links that let people in, made by whoever can start programs here: at the very first start, and by the command user. */
import { linkOf, type Role } from '../domain/account.ts'
import { allUsers, invite } from '../store/account.ts'
import type { Database } from '../store/database.ts'

/** Makes a link for one person and answers its address, which is kept nowhere. */
export async function welcome(db: Database, name: string, role: Role, hours: number): Promise<string> {
  return db.write('command', `a link for ${name}`, async (tx) => {
    const { secret, invitation } = await invite(tx, name, role, hours)
    const after = JSON.stringify({ role, expiresAt: invitation.expiresAt })
    await tx.audit({ via: 'command', action: 'user add', noun: 'Invitation', key: name, before: null, after })
    return linkOf(secret)
  })
}

/** The link for the first admin, good for an hour; null where there are users. */
export async function firstWelcome(db: Database): Promise<string | null> {
  const users = await allUsers(db)
  return users.length > 0 ? null : welcome(db, 'admin', 'ADMIN', 1)
}
