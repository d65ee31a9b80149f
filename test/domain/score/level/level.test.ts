/**
 * Levels worked by hand. With λ = ½ and c = 30 × (1 − 0.977159968434) / (1 − ½) = 1.37040189396 every number can be followed;
 * weights of the acts (0–10): comment 0, praise engages 3, aid engages 8, threat tenses 4, attack tenses 10.
 */
import { describe, expect, it } from 'vitest'
import { change, explain } from '../../../../server/domain/explain/explain.ts'
import { formulaOf } from '../../../../server/domain/explain/formula.ts'
import { severityOf } from '../../../../server/domain/record/killed.ts'
import { constantOf, levelCurve } from '../../../../server/domain/score/level/parameters.ts'
import { seriesOf } from '../../../../server/domain/score/series.ts'
import { stancesOf } from '../../../../server/domain/score/stances.ts'
import type { Happening } from '../../../support/bruteforce.ts'
import { collection } from '../../../support/directory.ts'
import { ASKED, LAMBDA, type LevelQuestion, levelScoringOf } from '../../../support/level.ts'
import { ACTS, ATTACK, at, COMMENT, happening, PRAISE, THREAT } from '../../../support/scoring.ts'

const HAND = collection(1, '2018-01-01', '2018-12-31', { kind: 'ARTICLES' })
const HAND_SPAN = { from: at(0), to: at(364) }
const C = (30 * (1 - LAMBDA)) / 0.5

const levelOf = (happenings: readonly Happening[], rest: Partial<LevelQuestion> = {}, collections = [HAND]) =>
  levelScoringOf({ acts: ACTS, happenings, collections }, { ...ASKED, lambda: 0.5, ...rest })
const tensionOn = (happenings: readonly Happening[], days: number, rest: Partial<LevelQuestion> = {}) =>
  explain(levelOf(happenings, rest), at(days), 'TENSION')

describe('a level', () => {
  it('adds up what was done, each event halving in a half-life', () => {
    // X = 10 on the first day, 10/2 + 4 = 9 on the second.
    const told = [happening(0, ATTACK), happening(1, THREAT)]
    expect(tensionOn(told, 0).raw).toBeCloseTo(10, 12)
    expect(tensionOn(told, 1).raw).toBeCloseTo(9, 12)
    expect(levelCurve(10, 30)).toBe(25)
  })

  it('counts an event for its evidence, its killed and its collection', () => {
    // One source: g = 0.7. Fifty killed: 10 × 0.7 × 2 = 14. A data set counts a fifth: 10 × 0.2 = 2.
    expect(tensionOn([happening(0, ATTACK, { evidence: 'ONE', severity: 2 })], 0).raw).toBeCloseTo(14, 12)
    const feed = collection(2, '2018-01-01', '2018-12-31', { volume: 2 })
    const read = levelOf([happening(0, ATTACK, { collection: 2 })], {}, [feed])
    expect(explain(read, at(0), 'TENSION').raw).toBeCloseTo(2, 12)
    // The number killed makes no threat graver.
    expect(tensionOn([happening(0, THREAT, { severity: 2 })], 0).raw).toBeCloseTo(4, 12)
  })

  it('has half the constant in a direction, where a mutual event counts half', () => {
    expect(constantOf(30, 'A_TO_B', LAMBDA, LAMBDA)).toBe(15)
    expect(tensionOn([happening(0, ATTACK, { mutual: true })], 0, { direction: 'B_TO_A' }).raw).toBeCloseTo(5, 12)
    expect(tensionOn([happening(0, ATTACK)], 0, { direction: 'B_TO_A' }).raw).toBe(0)
  })

  it('keeps the level of a steady relation under another half-life', () => {
    // One unit a day for ever: X = 1/(1 − λ), so that X/c is the same.
    const steady = (lambda: number) => 1 / (1 - lambda) / constantOf(30, 'BOTH', LAMBDA, lambda)
    expect(steady(0.5)).toBeCloseTo(steady(LAMBDA), 12)
  })

  it.each([
    [null, 0],
    [0, 0],
    [9, 0],
    [10, 1],
    [49, 1],
    [50, 2],
    [1000, 2],
  ])('is as grave with %s killed as class %s says', (killed, severity) => {
    expect(severityOf(killed)).toBe(severity)
  })
})

describe('the state of a level', () => {
  const busy = Array.from({ length: 6 }, (_, i) => happening(i, ATTACK))
  const states = (happenings: readonly Happening[], to: number, collections = [HAND]) =>
    seriesOf(levelOf(happenings, {}, collections), at(0), at(to), 'DAY').state

  it('waits until the relation was watched for three quarters of the recent days', () => {
    // λ = 0.9: u = 1 − 0.9ⁿ after n days is 0.746 on the 13th and 0.771 on the 14th; an attack each day is evidence enough.
    const daily = Array.from({ length: 14 }, (_, i) => happening(i, ATTACK))
    const { state } = seriesOf(levelOf(daily, { lambda: 0.9 }), at(0), at(13), 'DAY')
    expect(state.slice(11)).toEqual(['SPARSE', 'SPARSE', 'SCORED'])
  })

  it('fades to calm in watched silence, where the relation was spoken of five times in a year', () => {
    expect(states(busy, 30).at(-1)).toBe('SPARSE')
    expect(states(busy.slice(0, 4), 30).at(-1)).toBe('NOT_ENOUGH')
    const spoken = [...busy.slice(0, 4), happening(20, COMMENT)]
    expect(states(spoken, 30).at(-1)).toBe('SPARSE')
    // A year after, nobody speaks of it any more.
    expect(states(busy, 364).at(-1)).toBe('SPARSE')
    const long = [collection(1, '2018-01-01', '2020-12-31', { kind: 'ARTICLES' })]
    expect(states(busy, 380, long).at(-1)).toBe('NOT_ENOUGH')
  })

  it('is not covered outside a watch, but on days that articles have a statement of', () => {
    const later = [...busy, happening(400, ATTACK, { collection: 4 })]
    const all = [HAND, collection(4, null, null, { kind: 'ARTICLES' })]
    const s = states(later, 401, all)
    expect([s[399], s[400], s[401]]).toEqual(['NOT_COVERED', 'SPARSE', 'NOT_COVERED'])
  })

  it('has bands that are provisional in the first year of watching', () => {
    const provisional = (collections = [HAND]) =>
      seriesOf(levelOf(busy, {}, collections), at(0), at(30), 'MONTH').provisionalUntil
    // 2018-01-01 and 365 days.
    expect(provisional()).toBe(at(365))
    expect(provisional([])).toBeNull()
  })
})

describe('a level of an office that passes to another', () => {
  it('goes on, with one watch over both holders', () => {
    const world = { acts: ACTS, happenings: [happening(0, ATTACK), happening(1, ATTACK)], collections: [HAND] }
    const whole = levelScoringOf(world, { ...ASKED, lambda: 0.9 })
    const [slice] = whole.slices as [(typeof whole.slices)[number]]
    const [lead] = whole.leads as [(typeof whole.leads)[number]]
    const feed = { spans: [{ ...HAND_SPAN, lead: 2 as never, volume: 2 }], volumeOn: lead.volumeOn }
    const parted = {
      ...whole,
      slices: [
        { ...slice, to: at(0) },
        { ...slice, from: at(1) },
        // A third pair, which nobody watches while it stands for the relation.
        { ...slice, from: at(900), to: at(999) },
      ],
      leads: [lead, { ...lead, spans: [...lead.spans, ...feed.spans] }, lead],
    }
    const read = (scoring: typeof whole) => seriesOf(scoring, at(0), at(40), 'DAY')
    expect(read(parted)).toEqual(read(whole))
  })
})

describe('the explanation of a level', () => {
  const told = [happening(0, ATTACK), happening(1, THREAT), happening(1, PRAISE)]

  it('has shares that sum to the score, in which cooperation has no part', () => {
    const e = tensionOn(told, 1)
    // X = 9: the attack has 5 of it, the threat 4; each gives 100 x/(9 + c).
    expect(e.contributions.map((c) => c.share)).toEqual([500, 400].map((x) => expect.closeTo(x / (9 + C), 9)))
    expect(e.score?.score).toBeCloseTo(900 / (9 + C), 6)
    expect(formulaOf(e, levelOf(told))).toBe('86.785 = 100 × 9 / (9 + 1.37)')
  })

  it('of a change parts it into fading and what new events added; nothing lowers a level', () => {
    const c = change(levelOf(told), at(0), at(1), 'TENSION')
    // X was 10, faded to 5, and is 9.
    expect(c.before).toBeCloseTo(1000 / (10 + C), 9)
    expect(c.fading).toBeCloseTo(500 / (5 + C) - 1000 / (10 + C), 9)
    expect(c.raised).toBeCloseTo(900 / (9 + C) - 500 / (5 + C), 9)
    expect([c.lowered, c.revised, c.pulls.length]).toEqual([0, 0, 1])
  })

  it('of a change between two records has a part for what was revised', () => {
    const before = levelOf([happening(0, THREAT)])
    const c = change(levelOf(told), at(0), at(1), 'TENSION', before)
    expect(c.revised).toBeCloseTo(1000 / (10 + C) - 400 / (4 + C), 9)
    expect(c.fading + c.raised + c.revised).toBeCloseTo(c.total, 9)
  })
})

describe('the stances under Level', () => {
  it('are those of the collections that count', () => {
    const feed = collection(2, '2018-01-01', '2018-12-31', { volume: 2 })
    const told = [happening(0, ATTACK), happening(0, THREAT, { collection: 2 })]
    const s = stancesOf(levelOf(told, {}, [HAND, feed]), Int32Array.of(0, 1, 2, 3, 4), at(0), at(0), 'DAY')
    expect([s.materialConflict, s.verbalConflict, s.leading]).toEqual([[1], [0], [ATTACK]])
  })
})
