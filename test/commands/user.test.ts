/** Letting people in from where programs are started: the command user, and the link of the very first start. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { firstWelcome } from '../../server/commands/welcome.ts'
import { isRefusal } from '../../server/domain/error.ts'
import { useInvitation } from '../../server/store/account.ts'
import { Database } from '../../server/store/database.ts'
import { bundled, finished, run } from '../support/child.ts'
import { openEmptyStore, temporaryDirectory } from '../support/store.ts'

const codeOf = (link: string) => link.trim().split('#code=')[1] ?? ''
const use = (db: Database, code: string) => db.write('test', 'uses it', (tx) => useInvitation(tx, code, 'scrypt:test'))

describe('the command user', () => {
  it('prints a link that lets one person in, once, and lists who is in', async () => {
    const [script, folder] = [await bundled('server/commands/user.ts'), await temporaryDirectory()]
    const path = join(folder, 'test.sqlite')
    const user = (...args: string[]) => finished(run(script, args, { DATABASE_URL: path, PORT: '4321' }))
    const { out, code } = await user('add', 'ana', '--role', 'editor')
    expect([out, code]).toEqual([expect.stringMatching(/^http:\/\/localhost:4321\/sign-in#code=[\w-]{43}\n$/), 0])
    const db = await Database.open(path)
    expect(await use(db, codeOf(out))).toMatchObject({ user: { name: 'ana', role: 'EDITOR' }, before: null })
    expect(await use(db, codeOf(out))).toMatchObject({ code: 'UNKNOWN_ID' })
    const [told] = await db.all<{ after: string }>(`SELECT "after" FROM audit WHERE "action" = 'user add'`)
    expect(JSON.parse(told?.after ?? '')).toMatchObject({ role: 'EDITOR' })
    await db.close()
    expect((await user('list')).out).toBe('ana\teditor\n')
    for (const [args, says] of [
      [['add', 'ana', '--role', 'king'], 'a role is one of'],
      [['add', 'a b'], '2 to 50 letters'],
      [['remove', 'ana'], 'npm run user -- add NAME'],
    ] as const) {
      const failed = await user(...args)
      expect([failed.code, failed.out]).toEqual([1, ''])
      expect(failed.err).toContain(says)
    }
  })
})

describe('the first start', () => {
  it('makes a link for the admin, good for an hour, and none once there is a user', async () => {
    const db = await openEmptyStore()
    const link = (await firstWelcome(db)) ?? ''
    expect(link).toMatch(/^\/sign-in#code=/)
    const rows = await db.all<{ createdAt: string; expiresAt: string; hash: string }>('SELECT * FROM invitation')
    expect(Date.parse(rows[0]?.expiresAt ?? '') - Date.parse(rows[0]?.createdAt ?? '')).toBe(3_600_000)
    expect(JSON.stringify(rows)).not.toContain(codeOf(link))
    const used = await use(db, codeOf(link))
    expect(isRefusal(used)).toBe(false)
    expect(await firstWelcome(db)).toBeNull()
  })
})
