/**
 * A record of the size asked for: 20 years of what eleven invented countries said and did to each other, every row a
 * statement of its own, stored through the way that imports take. Ten relations are named; each has a tenth of the rows.
 */
import type { ActorCode } from '../../server/domain/actor.ts'
import type { Leaf } from '../../server/domain/codebook.ts'
import { type Day, dayOf } from '../../server/domain/day.ts'
import type { Slug } from '../../server/domain/relation.ts'
import { SHIPPED_CODEBOOKS } from '../../server/ingest/codebooks.ts'
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
const COUNTRIES = Array.from({ length: 11 }, (_, i) => `Z${String.fromCharCode(65 + i)}Z` as ActorCode)
const HOME = COUNTRIES[0] as ActorCode

/** The slugs of the ten relations. */
export const SLUGS = COUNTRIES.slice(1).map((code) => `home-${code.toLowerCase()}` as Slug)

/** Makes a database at a path where there is none. */
export async function makeRecord(path: string, statements: number): Promise<void> {
  const db = await Database.open(path)
  const into = await db.write('bench', 'invented countries', async (tx) => {
    for (const codebook of SHIPPED_CODEBOOKS) await publishCodebook(tx, codebook)
    await addActors(
      tx,
      COUNTRIES.map((code, i) => ({ code, name: `Invented country ${i}`, kind: 'STATE', country: code })),
    )
    await addRelations(
      tx,
      SLUGS.map((slug, i) => ({
        ...{ rank: i + 1, slug, name: `Invented relation ${i}` },
        ...{ a: HOME, b: COUNTRIES[i + 1] as ActorCode },
      })),
    )
    const collection = await putCollection(tx, {
      ...{ code: 'invented', title: 'Invented events', kind: 'RELEASE', pairs: null, citation: 'Nobody, 2020' },
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
      const other = COUNTRIES[1 + ((stored + i) % SLUGS.length)] as ActorCode
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
