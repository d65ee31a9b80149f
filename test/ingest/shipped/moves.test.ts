/** The known moves that are shipped: each counted again from the data it names, and held against the codebooks that are shipped. */
import 'reflect-metadata'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { defaultConfig } from '../../../server/config.ts'
import { formatDay } from '../../../server/domain/day.ts'
import { KnownMoveResolver } from '../../../server/graphql/codebooks/move.ts'
import { makeContext } from '../../../server/http/graphql.ts'
import { referencePath } from '../../../server/ingest/files.ts'
import relations from '../../../server/ingest/reference/relations.json' with { type: 'json' }
import { fillIfEmpty } from '../../../server/ingest/shipped/demo.ts'
import { loadMoves, SHIPPED_MOVES } from '../../../server/ingest/shipped/moves.ts'
import { HeldRecord } from '../../../server/store/record.ts'
import { moves } from '../../../server/store/tables/directory.ts'
import { openEmptyStore } from '../../support/store.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October']
/** Who held an office all through 2018. */
const IN_2018: Readonly<Record<string, string>> = { 'AFG.GOV': 'AFG.IRA' }

interface Row {
  readonly month: number
  readonly sides: string
  readonly root: number
}

const rows: readonly Row[] = readFileSync(referencePath('icews-2018.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [day = '', source = '', target = '', cameo = ''] = line.split(',')
    return { month: Number(day.slice(5, 7)), sides: [source, target].sort().join(), root: Number(cameo.slice(0, 2)) }
  })

describe('the known moves that are shipped', () => {
  it('are more than twenty, of six relations or more, each with its source', () => {
    expect(SHIPPED_MOVES.length).toBeGreaterThan(20)
    expect(new Set(SHIPPED_MOVES.map((m) => m.relation)).size).toBeGreaterThanOrEqual(6)
    expect(new Set(SHIPPED_MOVES.map((m) => m.code)).size).toBe(SHIPPED_MOVES.length)
  })

  it('of 2018 say what the raw counts say, in numbers and in direction', () => {
    const counted = SHIPPED_MOVES.filter((m) => m.source.includes('Raw counts'))
    expect(counted.length).toBeGreaterThan(20)
    for (const move of counted) {
      const relation = relations.find((r) => r.slug === move.relation)
      const sides = [relation?.a ?? '', relation?.b ?? '']
        .map((code) => IN_2018[code] ?? code)
        .sort()
        .join()
      const shares = [move.from, move.to].map((day) => {
        const month = Number(formatDay(day).slice(5, 7))
        const own = rows.filter((r) => r.month === month && r.sides === sides && r.root >= 2)
        const conflict = own.filter((r) => r.root >= 9).length
        expect(own.length).toBeGreaterThanOrEqual(8)
        expect(move.note, move.code).toMatch(
          new RegExp(`${MONTHS[month - 1]}( 2018)?: ${conflict} of ${own.length}\\b`),
        )
        return conflict / own.length
      })
      const harsher = (shares[1] as number) > (shares[0] as number)
      expect(move.sense, move.code).toBe(harsher === (move.measure === 'TENSION') ? 'ROSE' : 'FELL')
    }
  })

  it('come into a database once, and not again where one was withdrawn', async () => {
    const db = await openEmptyStore()
    expect(await loadMoves(db)).toBe(SHIPPED_MOVES.length)
    const [first] = SHIPPED_MOVES
    await db.write('test', 'a withdrawal', (tx) => tx.supersede(moves, 'code', [first?.code ?? '']))
    expect(await loadMoves(db)).toBe(0)
  })

  it('are shown by the default codebook more than by the scales it is held against, and far above chance', async () => {
    const db = await openEmptyStore()
    await fillIfEmpty(db, 'all')
    const record = await HeldRecord.load(db)
    const ctx = await makeContext({ ...defaultConfig(), db, record }, 'test')
    const sums = []
    for (const version of ['default-1', 'goldstein-1', 'plover-1']) {
      const { pass, fail, undecided, placebo } = await new KnownMoveResolver().checks(version, ctx)
      expect(undecided).toBe(1)
      expect(placebo.n).toBeGreaterThan(4000)
      expect(placebo.high).toBeLessThan(0.4)
      sums.push([pass, fail])
    }
    expect(sums).toEqual([
      [28, 2],
      [27, 3],
      [25, 5],
    ])
  })
})
