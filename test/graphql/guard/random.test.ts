/** Whatever is asked, the server answers: no failure, nothing internal, and no list of rows longer than a page. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openApi, theSchema } from '../../support/api.ts'
import { documents } from '../../support/documents.ts'
import { cookieOf, settleIn } from '../../support/people.ts'

const RUNS = Number(process.env.RANDOM_DOCUMENTS ?? 2000)

const TEXTS = {
  slug: ['ruritania-syldavia', 'syldavia-borduria', 'RUR~BOR.REB', 'SYL~BOR'],
  parties: ['RUR', 'SYL', 'BOR', 'BOR.GOV', 'BOR.KGD'],
  code: ['RUR', 'SYL', 'BOR.GOV'],
  codebook: ['default', 'goldstein', 'plover-1'],
  version: ['default', 'goldstein', 'plover-1'],
  collections: ['articles', 'gazetteer-1901'],
  tag: ['accuse', 'threaten-force', 'comment'],
  tags: ['accuse', 'threaten-force', 'comment'],
  after: ['1901-07-01.5', '1.3', '0.1'],
  before: ['1901-07-01.5', '1.3', '0.1'],
  id: ['Event:1', 'Statement:3', 'Document:1', 'Relation:ruritania-syldavia', 'Codebook:default-1', 'Actor:RUR', '7'],
  ids: ['Event:1', 'Statement:3', 'Document:1', 'Relation:ruritania-syldavia', 'Codebook:default-1', 'Actor:RUR', '7'],
}

/** Lists that are a whole in themselves: columns of a series, its points, the tags of a codebook. */
const WHOLE = new Set(['points', 'tags'])

/** The longest list of rows in an answer. */
function longest(value: unknown, key = ''): number {
  if (typeof value !== 'object' || value === null) return 0
  const inner = Object.entries(value).map(([k, v]) => longest(v, Array.isArray(value) ? '' : k))
  const isRows = Array.isArray(value) && !WHOLE.has(key) && value.some((row) => typeof row === 'object' && row !== null)
  return Math.max(0, ...inner, isRows ? value.length : 0)
}

const INTERNAL = /node_modules|sqlite|\\n\s+at |\.[jt]s:\d|RangeError|TypeError|INTERNAL_SERVER_ERROR/i

describe('random documents', () => {
  it(
    `get an answer, ${RUNS} of them`,
    async () => {
      const { app, logged, db } = await openApi()
      await settleIn(db)
      // Who may ask everything, or most documents would end at the guard.
      const headers = await cookieOf(db, 'ADMIN')
      let answered = 0
      await fc.assert(
        fc.asyncProperty(documents(theSchema(), TEXTS), async (query) => {
          const response = await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query } })
          expect([200, 400, 422]).toContain(response.statusCode)
          expect(response.body).not.toMatch(INTERNAL)
          const { data } = response.json()
          if (data && Object.values(data).some((v) => v !== null)) answered++
          expect(longest(data)).toBeLessThanOrEqual(100)
        }),
        { numRuns: RUNS },
      )
      expect(logged).toEqual([])
      // Enough of them ask for something that exists, or this would show nothing.
      expect(answered).toBeGreaterThan(RUNS / 4)
    },
    300_000 + 100 * RUNS,
  )
})
