import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { latestRevision } from '../../server/store/revision.ts'
import { Tallies } from '../../server/store/tally.ts'
import { bundled, finished, run } from '../support/child.ts'
import { openEmptyStore, temporaryDirectory } from '../support/store.ts'

const HEADER = 'date,source,cameo,event,target'
const ROWS = [
  '2018-01-01,United States,190,Use conventional military force,Taliban',
  '2018-01-01,Pakistan,040,Consult,China',
  '2018-01-01,China,040,Consult,Pakistan',
  '2018-02-31,Pakistan,040,Consult,China',
  '2018-12-31,Police (India),112,Accuse,Pakistan',
]
const NAMES = ['import', 'rebuild', 'backup', 'restore'] as const
const scripts = Object.fromEntries(
  await Promise.all(NAMES.map(async (name) => [name, await bundled(`server/commands/${name}.ts`)] as const)),
)

async function command(database: string, name: (typeof NAMES)[number], ...args: string[]) {
  const { out, err, code } = await finished(run(scripts[name] as string, args, { DATABASE_URL: database }))
  const last = out.trim().split('\n').at(-1) ?? ''
  return { err, code, answer: last.startsWith('{') ? JSON.parse(last) : null }
}

describe('the command import', () => {
  it('stores what can be taken, names the rest, and is noticed by a server that runs', async () => {
    const db = await openEmptyStore()
    const tallies = await Tallies.load(db)
    const file = join(await temporaryDirectory(), 'some.csv')
    await writeFile(file, `${HEADER}\n${ROWS.join('\n')}\n`)
    const { answer, err, code } = await command(db.path, 'import', 'icews', file)
    expect(answer).toEqual({ read: 5, stored: 3, duplicate: 1, rejected: 1, seconds: expect.any(Number) })
    expect(err).toContain(`${file}:5 date: "2018-02-31": 2018-02 has 28 days`)
    expect(err).toContain('left out 1 × 2018-02 has 28 days')
    expect(code).toBe(0)
    expect(await tallies.refresh()).toBe(true)
    expect(tallies.pairs().map((p) => `${p.a} ${p.b}`)).toEqual(['CHN PAK', 'IND PAK', 'TAL USA'])
    // A collection a year, covering from the first row's day to the last one's.
    expect(
      await db.all('SELECT "code", "kind", "to" - "from" AS days FROM collection WHERE "supersededIn" IS NULL'),
    ).toEqual([{ code: 'icews-2018', kind: 'RELEASE', days: 364 }])
    expect(await db.all('SELECT "summary" FROM statement WHERE "mutual" = 1')).toEqual([
      { summary: 'Pakistan ↔ China: Consult' },
    ])
  })

  it('changes nothing when it is run again, from a packed file as well', async () => {
    const db = await openEmptyStore()
    const directory = await temporaryDirectory()
    const text = `${HEADER}\n${ROWS.join('\n')}\n`
    await writeFile(join(directory, 'some.csv'), text)
    await writeFile(join(directory, 'again.csv.gz'), gzipSync(text))
    await command(db.path, 'import', 'icews', join(directory, 'some.csv'))
    const before = await latestRevision(db)
    const { answer } = await command(db.path, 'import', 'icews', join(directory, 'again.csv.gz'))
    expect(answer).toMatchObject({ read: 5, stored: 0, duplicate: 4, rejected: 1 })
    expect(await latestRevision(db)).toBe(before)
  })

  it('says plainly what is wrong with the call, the file or the database', async () => {
    const directory = await temporaryDirectory()
    const path = join(directory, 'a.sqlite')
    const plainly = async (database: string, name: (typeof NAMES)[number], ...args: string[]) => {
      const { err, code } = await command(database, name, ...args)
      expect(code).toBe(1)
      expect(err).not.toMatch(/^ {4}at /m)
      return err
    }
    expect(await plainly(path, 'import', 'icews')).toMatch(/FORMAT one of icews, /)
    expect(await plainly(path, 'import', 'excel', 'x')).toMatch(/FORMAT one of/)
    expect(await plainly(path, 'import', 'icews', join(directory, 'none.csv'))).toMatch(
      /none\.csv: there is no such file/,
    )
    const letter = join(directory, 'letter.txt')
    await writeFile(letter, 'Dear Sir or Madam')
    expect(await plainly(letter, 'rebuild')).toMatch(/not a SQLite database/)
    await writeFile(join(directory, 'torn.csv.gz'), gzipSync(HEADER.repeat(5000)).subarray(0, 60))
    expect(await plainly(path, 'import', 'icews', join(directory, 'torn.csv.gz'))).toMatch(/end of file/)
  })

  it('makes the tallies anew by rebuild', async () => {
    const db = await openEmptyStore()
    const file = join(await temporaryDirectory(), 'some.csv')
    await writeFile(file, `${HEADER}\n${ROWS.join('\n')}\n`)
    await command(db.path, 'import', 'icews', file)
    const before = await db.all('SELECT * FROM tally')
    await db.writer.query('DELETE FROM tally')
    expect((await command(db.path, 'rebuild')).answer).toMatchObject({ cells: 3 })
    expect(await db.all('SELECT * FROM tally')).toEqual(before)
  })
})

describe('the commands backup and restore', () => {
  it('carry a record from one database to another', async () => {
    const db = await openEmptyStore()
    const directory = await temporaryDirectory()
    await writeFile(join(directory, 'some.csv'), `${HEADER}\n${ROWS.join('\n')}\n`)
    await command(db.path, 'import', 'icews', join(directory, 'some.csv'))
    const copy = join(directory, 'copy.sqlite')
    expect((await command(db.path, 'backup', copy)).answer).toMatchObject({ backup: copy })
    const other = await openEmptyStore()
    expect((await command(other.path, 'restore', copy)).answer).toMatchObject({ restored: copy })
    expect(await other.all('SELECT * FROM statement')).toEqual(await db.all('SELECT * FROM statement'))
    expect((await command(other.path, 'restore')).err).toMatch(/npm run restore -- FILE/)
  })
})
