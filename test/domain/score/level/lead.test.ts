/** Which collections count on which day. */
import { describe, expect, it } from 'vitest'
import type { Revision } from '../../../../server/domain/record/revision.ts'
import { HAND, leadOf } from '../../../../server/domain/score/level/lead.ts'
import { actor, collection } from '../../../support/directory.ts'
import { at, wholeSlice } from '../../../support/scoring.ts'

const ACTORS = new Map(['NOR', 'SUD'].map((code) => [code, actor(code, code)]))
const chronicle = collection(1, '2018-03-01', '2018-06-30', { kind: 'ARTICLES' })
const articles = collection(2, null, null, { kind: 'ARTICLES' })
const large = collection(3, '2018-01-01', '2018-12-31', { volume: 5 })
const small = collection(4, '2018-01-01', '2018-12-31', { volume: 2 })
const unweighed = collection(5, '2018-01-01', '2018-12-31', { volume: null })
const ALL = [small, chronicle, articles, large, unweighed]

const lead = (collections = ALL, only: readonly number[] | null = null, revision = 9) =>
  leadOf(collections, wholeSlice(), ACTORS, revision as Revision, only && new Set(only))
const volumes = (day: number, only: readonly number[] | null = null) =>
  ALL.map((c) => lead(ALL, only).volumeOn(c.id, at(day)))

describe('the lead of a pair', () => {
  it('is the data set of largest volume where no monitored articles look, and these where they do', () => {
    expect(lead().spans.map((s) => [s.lead, s.from, s.to, s.volume])).toEqual([
      [3, at(0), at(58), 5],
      [HAND, at(59), at(180), 10],
      [3, at(181), at(364), 5],
    ])
  })

  it('lets hand-coded articles count always, and one data set at a time', () => {
    // Small, chronicle, articles, large, unweighed: in January, in April and a year later.
    expect(volumes(0)).toEqual([0, 10, 10, 5, 0])
    expect(volumes(100)).toEqual([0, 10, 10, 0, 0])
    expect(volumes(800)).toEqual([0, 10, 10, 0, 0])
  })

  it('lets all count that are named, one of unknown volume whole', () => {
    expect(volumes(100, [1, 3, 4, 5])).toEqual([2, 10, 0, 5, 10])
  })

  it('takes of two data sets of one volume the first by code', () => {
    const [b, a] = [collection(6, '2018-01-01', '2018-12-31', { volume: 5, code: 'b' }), large]
    expect(lead([{ ...a, code: 'z' }, b]).spans.map((s) => s.lead)).toEqual([6])
    expect(lead([b, { ...a, code: 'a' }]).spans.map((s) => s.lead)).toEqual([3])
  })

  it('is nobody between two watches', () => {
    const early = collection(7, '2018-01-01', '2018-01-31', { volume: 2 })
    const late = collection(8, '2018-03-01', '2018-03-31', { volume: 2 })
    const { spans, volumeOn } = lead([late, early])
    expect(spans.map((s) => s.lead)).toEqual([7, 8])
    expect([volumeOn(8, at(70)), volumeOn(7, at(40)), volumeOn(7, at(10))]).toEqual([2, 0, 2])
  })

  it('passes over collections that look at other pairs, that do not stand yet, and actors nobody knows', () => {
    const other = collection(9, '2018-01-01', '2018-12-31', { volume: 5, pairs: [['NOR', 'EST']] })
    const later = { ...large, addedIn: 20 as Revision }
    expect(lead([other, later]).spans).toEqual([])
    expect(leadOf([large], wholeSlice(), new Map(), 9 as Revision, null).spans).toEqual([])
    // Articles that look at other pairs count all the same.
    const elsewhere = { ...chronicle, pairs: [['NOR', 'EST']] as [string, string][] }
    expect(lead([elsewhere]).volumeOn(1, at(100))).toBe(10)
  })
})
