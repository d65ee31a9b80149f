/** κ of each shipped codebook is what the panel it names gives: the named relations in the 2018 release. */
import 'reflect-metadata'
import { expect, it } from 'vitest'
import { defaultConfig } from '../../../server/config.ts'
import { parseDay } from '../../../server/domain/day.ts'
import { must } from '../../../server/domain/error.ts'
import { kappaOf, pressuresOf } from '../../../server/domain/score/kappa.ts'
import { askedScore } from '../../../server/graphql/scores/scoring.ts'
import { contextOf } from '../../../server/http/graphql.ts'
import { SHIPPED_CODEBOOKS } from '../../../server/ingest/shipped/codebooks.ts'
import { fillIfEmpty } from '../../../server/ingest/shipped/demo.ts'
import { HeldRecord } from '../../../server/store/record.ts'
import { openEmptyStore } from '../../support/store.ts'

// The first half-life, January, is left out: there is no evidence yet that could fade.
const FROM = must(parseDay('2018-01-31'))
const TO = must(parseDay('2018-10-31'))

it('κ of every shipped codebook is read from the 2018 panel', async () => {
  const db = await openEmptyStore()
  await fillIfEmpty(db, 'all')
  const record = await HeldRecord.load(db)
  const preset = defaultConfig()
  const ctx = await contextOf({ ...preset, db, record }, 'test')
  const kappas: Record<string, unknown> = {}
  for (const { version } of SHIPPED_CODEBOOKS) {
    const args = { direction: 'BOTH', codebook: version, method: 'PRESSURE', interval: 80 } as const
    const panel = { tension: [] as number[], engagement: [] as number[] }
    for (const relation of record.directory.relations) {
      const { scoring } = await askedScore(ctx, relation, { ...args, collections: ['icews-2018'] }, TO)
      for (const measure of ['tension', 'engagement'] as const) {
        panel[measure].push(...pressuresOf(scoring, measure, FROM, TO))
      }
    }
    kappas[version] = { tension: must(kappaOf(panel.tension)), engagement: must(kappaOf(panel.engagement)) }
  }
  expect(kappas).toEqual(Object.fromEntries(SHIPPED_CODEBOOKS.map((c) => [c.version, c.method.kappa])))
})
