/**
 * A record of the size asked for: 20 years of what one invented country and others said and did to each other, every row a
 * statement of its own, stored through the way that imports take. The relations, ten or as many as asked, share the rows evenly.
 */

import type { Leaf } from '../../server/domain/codebook/codebook.ts'
import { type Day, dayOf } from '../../server/domain/day.ts'
import type { ActorCode } from '../../server/domain/directory/actor.ts'
import type { Slug } from '../../server/domain/directory/relation.ts'
import { SHIPPED_CODEBOOKS } from '../../server/ingest/shipped/codebooks.ts'
import { type DataSetRow, insertEvents } from '../../server/store/bulk.ts'
import { Database } from '../../server/store/database.ts'
import { publishCodebook } from '../../server/store/directory.ts'
import { addDocument } from '../../server/store/document.ts'
import { addActors, addRelations, putCollection } from '../../server/store/reference.ts'
import { randomFrom } from '../support/random.ts'

export const FROM = '2000-01-01'
export const TO = '2019-12-31'
const FIRST = dayOf(2000, 1, 1)
const DAYS = dayOf(2019, 12, 31) - FIRST + 1
/** Rows a transaction, as in an import. */
const PORTION = 10_000
const LEAVES = ['112', '040', '190', '057', '036', '138', '010', '061', '111', '042', '173', '051'] as Leaf[]
const letter = (n: number) => String.fromCharCode(n)
/** 677 countries at most: ZAZ, ZBZ … ZZZ, ZAY … */
const country = (i: number) => `Z${letter(65 + (i % 26))}${letter(90 - Math.floor(i / 26))}` as ActorCode
const HOME = country(0)
const slug = (i: number) => `home-${country(i).toLowerCase()}` as Slug

/** The slugs of the relations, in order of worth. */
export const slugs = (relations: number): Slug[] => Array.from({ length: relations }, (_, i) => slug(i + 1))
/** Those of a record of ten. */
export const SLUGS = slugs(10)

/** Makes a database at a path where there is none. */
export async function makeRecord(path: string, statements: number, relations = SLUGS.length): Promise<void> {
  const countries = Array.from({ length: relations + 1 }, (_, i) => country(i))
  const db = await Database.open(path)
  const into = await db.write('bench', 'invented countries', async (tx) => {
    for (const codebook of SHIPPED_CODEBOOKS) await publishCodebook(tx, codebook)
    await addActors(
      tx,
      countries.map((code, i) => ({ code, name: `Invented country ${i}`, kind: 'STATE', country: code })),
    )
    await addRelations(
      tx,
      slugs(relations).map((slug, i) => ({
        ...{ rank: i + 1, slug, name: `Invented relation ${i}` },
        ...{ a: HOME, b: country(i + 1) },
      })),
    )
    const collection = await putCollection(tx, {
      ...{
        code: 'invented',
        title: 'Invented events',
        kind: 'RELEASE',
        pairs: null,
        volume: null,
        citation: 'Nobody, 2020',
      },
      ...{ from: FIRST, to: (FIRST + DAYS - 1) as Day, url: 'https://example.org/invented', licence: null },
    })
    const document = await addDocument(tx, {
      ...{ collection, outlet: null, title: 'Invented events, 2000 to 2019', url: 'https://example.org/invented' },
      ...{ published: null, language: 'en', contentHash: null },
    })
    return { collection, document }
  })
  const random = randomFrom(42)
  for (let stored = 0; stored < statements; stored += PORTION) {
    const rows = Array.from({ length: Math.min(PORTION, statements - stored) }, (_, i): DataSetRow => {
      const other = country(1 + ((stored + i) % relations))
      const [source, target] = random(2) === 0 ? [HOME, other] : [other, HOME]
      const leaf = LEAVES[random(LEAVES.length)] as Leaf
      return {
        ...{ origin: `made ${stored + i}`, source, target, leaf, mutual: random(10) === 0, precision: 'DAY' },
        ...{ day: (FIRST + random(DAYS)) as Day, summary: `${source} does something of kind ${leaf} to ${target}` },
      }
    })
    await db.write('bench', 'invented events', (tx) => insertEvents(tx, into, rows))
  }
  await db.close()
}
