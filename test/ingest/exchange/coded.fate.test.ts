/** Codings that come in beside what is on record: what is added, what is told, what stays. */
import { describe, expect, it } from 'vitest'
import { codedStatements } from '../../../server/ingest/exchange/coded.read.ts'
import { lookAtCoded, type Placed, storeCoded } from '../../../server/ingest/exchange/coded.store.ts'
import { readCoded } from '../../../server/ingest/exchange/coded.text.ts'
import type { Coded } from '../../../server/ingest/exchange/coded.ts'
import type { Rejected } from '../../../server/ingest/importer.ts'
import { loadReference } from '../../../server/ingest/shipped/reference.ts'
import { latestRevision } from '../../../server/store/revision.ts'
import { all, bytes, SAMPLE, textOf } from '../../support/coded.ts'
import { openEmptyStore } from '../../support/store.ts'

describe('a judgement that comes later', () => {
  it('is added to the statement on record, and does not unsettle what is settled', async () => {
    const db = await openEmptyStore()
    await loadReference(db)
    const store = (coded: Coded) =>
      storeCoded(db, 'test', 'codings', readCoded(bytes(textOf([coded], 'jsonl'), 500), 'jsonl'))
    await store(SAMPLE)
    const amy = { ...SAMPLE.codings[0], coder: 'amy', tag: 'criticise' }
    expect(await store({ ...SAMPLE, codings: [amy] } as Coded)).toMatchObject({ stored: 1 })
    const [held] = await all(codedStatements(db, await latestRevision(db)))
    expect(held?.codings.map((c) => `${c.coder} ${c.state} ${c.shown}`)).toEqual([
      'zoe SETTLED demand',
      'amy SUBMITTED demand',
    ])
  })

  it('of another pair is a happening of its own', async () => {
    const db = await openEmptyStore()
    await loadReference(db)
    const other = { ...SAMPLE, statement: { ...SAMPLE.statement, origin: 'o2', target: 'IND' } } as Coded
    const text = textOf([SAMPLE, other], 'jsonl')
    expect(await storeCoded(db, 'test', 'codings', readCoded(bytes(text, 500), 'jsonl'))).toMatchObject({ stored: 2 })
    const [row] = await db.all<{ n: number }>('SELECT COUNT(DISTINCT "event") AS n FROM statement')
    expect(row?.n).toBe(2)
  })
})

describe('what is on record already', () => {
  const at = async () => {
    const db = await openEmptyStore()
    await loadReference(db)
    const reading = (given: readonly Coded[]) => readCoded(bytes(textOf(given, 'jsonl'), 500), 'jsonl')
    const store = async (...given: Coded[]) => {
      const told: string[] = []
      const report = await storeCoded(db, 'test', 'codings', reading(given), (one) => told.push(...fatesIn(one)))
      return { report, told }
    }
    const look = async (...given: Coded[]) => {
      const told: string[] = []
      const report = await lookAtCoded(db, reading(given), (one) => told.push(...fatesIn(one)))
      return { report, told }
    }
    return { db, store, look }
  }
  const fatesIn = (one: Placed | Rejected): string[] =>
    one.kind === 'rejected'
      ? [`${one.line} ${one.column} refused`]
      : [
          `${one.line} ${one.fate.kind}`,
          ...one.fate.differences.map((d) => `${one.line} ${d.column}: ${d.onRecord} | ${d.inFile}`),
        ]
  const said = (given: object) => ({ ...SAMPLE, statement: { ...SAMPLE.statement, ...given } }) as Coded

  it('is told field by field where the file says something else, and stays as it was', async () => {
    const { db, store } = await at()
    await store(SAMPLE)
    const zoe = { ...SAMPLE.codings[0], tag: 'criticise', shown: null }
    const amy = { ...SAMPLE.codings[0], coder: 'amy', state: 'SUBMITTED' }
    const other = { ...said({ day: 19_001, denied: true, quote: 'So.' }), codings: [zoe, amy] } as Coded
    const { report, told } = await store(other, said({ origin: 'o2' }))
    expect(told).toEqual([
      '1 DIFFERING',
      '1 day: 2022-01-08 | 2022-01-09',
      '1 quote:  | So.',
      '1 denied: false | true',
      '1 coding_tag of zoe, default-1: accuse | criticise',
      '1 coding_shown of zoe, default-1: demand | ',
      '2 NEW',
    ])
    expect(report).toMatchObject({ read: 2, stored: 1, duplicate: 0, differing: 1, rejected: 0 })
    const [held] = await all(codedStatements(db, await latestRevision(db)))
    expect(held).toMatchObject({ ...SAMPLE, codings: [SAMPLE.codings[0], amy] })
    expect((await store(SAMPLE)).told).toEqual(['1 SAME'])
  })

  it('is looked at without a trace: what is told is what storing tells, twice in one file too', async () => {
    const { db, store, look } = await at()
    await store(SAMPLE)
    const before = await latestRevision(db)
    const amy = { ...SAMPLE, codings: [{ ...SAMPLE.codings[0], coder: 'amy', state: 'SUBMITTED' }] } as Coded
    const fresh = said({ origin: 'o2' })
    const file = [amy, fresh, fresh, said({ origin: 'o2', summary: 'Else.' }), said({ source: 'NOBODY' })]
    const seen = await look(...(file as Coded[]))
    expect(await latestRevision(db)).toBe(before)
    expect(seen.told).toEqual([
      '1 GAINED',
      '2 NEW',
      '3 SAME',
      '4 DIFFERING',
      '4 summary: Something is said. | Else.',
      '5 source refused',
    ])
    expect(seen.report).toMatchObject({ read: 5, stored: 2, duplicate: 1, differing: 1, rejected: 1 })
    expect(await store(...(file as Coded[]))).toEqual(seen)
  })
})
