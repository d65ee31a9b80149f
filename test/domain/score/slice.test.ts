/** Which cells a view reads. Norland is an actor; the palace of Sudmark passes to the New Order on 2018-04-01. */
import { describe, expect, it } from 'vitest'
import { formatDay } from '../../../server/domain/day.ts'
import { ACTOR_KINDS } from '../../../server/domain/directory/actor.ts'
import type { Relation, View } from '../../../server/domain/directory/relation.ts'
import { isRefusal, must, sentenceOf } from '../../../server/domain/error.ts'
import { slicesOf, successionsOf, viewsOf } from '../../../server/domain/score/slice.ts'
import { actor, NORLAND_AND_SUDMARK as DIRECTORY, office, relation, tenure } from '../../support/directory.ts'
import { day } from '../../support/scoring.ts'

const TO = day('2018-12-31')
const WITH_PALACE = relation('NOR', 'SUD.GOV')

/** Slices as `a>b from..to`, `<` where the relation's a is the pair's b. */
function shown(between: Relation, view: View, to = TO, directory = DIRECTORY): string[] {
  return must(slicesOf(directory, between, view, to)).map(
    (s) => `${s.pair.a}${s.flipped ? '<' : '>'}${s.pair.b} ${formatDay(s.from)}..${formatDay(s.to)}`,
  )
}

function refusal(x: unknown): string {
  if (!isRefusal(x)) throw new Error('this was not refused')
  return sentenceOf(x)
}

describe('slices', () => {
  it('of the office view follow the holders from day to day', () => {
    expect(shown(WITH_PALACE, 'OFFICE')).toEqual([
      'NOR>SUD.OLD 0001-01-01..2018-03-31',
      'NOR>SUD.NEW 2018-04-01..2018-12-31',
    ])
  })

  it('of the entity view take the holder on the last day for all days before', () => {
    expect(shown(WITH_PALACE, 'ENTITY')).toEqual(['NOR>SUD.NEW 0001-01-01..2018-12-31'])
    expect(shown(WITH_PALACE, 'ENTITY', day('2018-03-31'))).toEqual(['NOR>SUD.OLD 0001-01-01..2018-03-31'])
  })

  it('of the country view take every actor of both countries, private persons too', () => {
    expect(shown(WITH_PALACE, 'COUNTRY')).toEqual([
      'NOR>SUD.OLD 0001-01-01..2018-12-31',
      'NOR>SUD.NEW 0001-01-01..2018-12-31',
      'NOR>SUD.PRS 0001-01-01..2018-12-31',
      'NOR.PRS>SUD.OLD 0001-01-01..2018-12-31',
      'NOR.PRS>SUD.NEW 0001-01-01..2018-12-31',
      'NOR.PRS>SUD.PRS 0001-01-01..2018-12-31',
    ])
  })

  it('of the country view know no difference of kind', () => {
    const one = ACTOR_KINDS.map((kind) => actor(`EST.${kind}`, kind, kind))
    const estmark = { ...DIRECTORY, actors: [...DIRECTORY.actors, ...one] }
    expect(must(slicesOf(estmark, relation('LEAGUE', 'EST'), 'COUNTRY', TO)).map((s) => s.pair.a)).toEqual(
      ACTOR_KINDS.map((kind) => `EST.${kind}`),
    )
  })

  it('of an actor of no country stand for it alone in the country view', () => {
    expect(shown(relation('LEAGUE', 'NOR'), 'COUNTRY')).toEqual([
      'LEAGUE>NOR 0001-01-01..2018-12-31',
      'LEAGUE>NOR.PRS 0001-01-01..2018-12-31',
    ])
  })

  it('are flipped where the relation is spoken of the other way round', () => {
    expect(shown(relation('SUD.GOV', 'NOR'), 'ENTITY')).toEqual(['NOR<SUD.NEW 0001-01-01..2018-12-31'])
  })

  it('of two offices stand while both holders do', () => {
    const both = {
      ...DIRECTORY,
      tenures: [
        ...DIRECTORY.tenures.filter((t) => t.office === 'SUD.GOV'),
        tenure('NOR.UN', 'NOR', '2018-02-01', '2018-05-31'),
      ],
    }
    expect(shown(relation('NOR.UN', 'SUD.GOV'), 'OFFICE', TO, both)).toEqual([
      'NOR>SUD.OLD 2018-02-01..2018-03-31',
      'NOR>SUD.NEW 2018-04-01..2018-05-31',
    ])
  })

  it('of a party against an office leave out the days on which it holds the office itself', () => {
    expect(shown(relation('SUD.NEW', 'SUD.GOV'), 'OFFICE')).toEqual(['SUD.NEW>SUD.OLD 0001-01-01..2018-03-31'])
  })

  it('of one holder on a new basis are one slice', () => {
    const renewed = {
      ...DIRECTORY,
      tenures: [tenure('SUD.GOV', 'SUD.OLD', null, '2017-12-31'), tenure('SUD.GOV', 'SUD.OLD', '2018-01-01', null)],
    }
    expect(shown(WITH_PALACE, 'OFFICE', TO, renewed)).toEqual(['NOR>SUD.OLD 0001-01-01..2018-12-31'])
  })

  it('are refused where nobody holds the office, or nobody known', () => {
    const vacant = { ...DIRECTORY, tenures: [tenure('SUD.GOV', 'SUD.OLD', '2018-01-01', '2018-03-31')] }
    expect(refusal(slicesOf(vacant, WITH_PALACE, 'OFFICE', day('2017-12-31')))).toBe(
      '"SUD.GOV": nobody is on record as holding this office up to 2017-12-31. Give another last day, or add the tenure.',
    )
    expect(refusal(slicesOf(vacant, WITH_PALACE, 'ENTITY', TO))).toContain('holding this office on 2018-12-31')
    expect(refusal(slicesOf(vacant, relation('SUD.GOV', 'NOR'), 'ENTITY', TO))).toContain('"SUD.GOV": nobody')
    const strange = { ...DIRECTORY, tenures: [tenure('SUD.GOV', 'NOBODY', null, null)] }
    expect(refusal(slicesOf(strange, WITH_PALACE, 'OFFICE', TO))).toContain('nobody is on record')
  })

  it('are refused where both parties are one actor, or belong to one country', () => {
    expect(refusal(slicesOf(DIRECTORY, relation('SUD.NEW', 'SUD.GOV'), 'ENTITY', TO))).toBe(
      '"sud.new-sud.gov": both parties are the same actor on 2018-12-31. Give an earlier last day, or another view.',
    )
    expect(refusal(slicesOf(DIRECTORY, relation('SUD.NEW', 'SUD.OLD'), 'COUNTRY', TO))).toContain(
      'both parties belong to one country',
    )
  })

  it('are refused for a party nobody knows, on either side', () => {
    const message = '"ATL": no actor, office or country has this code. Look up codes with the query actors(search).'
    expect(refusal(slicesOf(DIRECTORY, relation('ATL', 'NOR'), 'ENTITY', TO))).toBe(message)
    expect(refusal(slicesOf(DIRECTORY, relation('NOR', 'ATL'), 'ENTITY', TO))).toBe(message)
  })
})

describe('the views of a relation', () => {
  it.each([
    ['NOR', 'SUD.GOV', ['OFFICE', 'ENTITY', 'COUNTRY']],
    ['SUD.GOV', 'NOR', ['OFFICE', 'ENTITY', 'COUNTRY']],
    ['NOR', 'SUD.OLD', ['ENTITY', 'COUNTRY']],
    ['SUD.NEW', 'SUD.OLD', ['ENTITY']],
    ['SUD.GOV', 'SUD.NEW', ['OFFICE', 'ENTITY']],
    ['NOR', 'SUD', ['COUNTRY']],
    ['SUD', 'NOR', ['COUNTRY']],
    // A country against one of its own actors: against all the others of it.
    ['SUD', 'SUD.NEW', ['ENTITY']],
    ['LEAGUE', 'NOR', ['ENTITY', 'COUNTRY']],
  ])('of %s and %s are %j, as declared first', (a, b, views) => {
    expect(viewsOf(DIRECTORY, relation(a, b))).toEqual(views)
  })

  it('are refused for a party nobody knows, on either side', () => {
    expect(refusal(viewsOf(DIRECTORY, relation('ATL', 'NOR')))).toContain('"ATL": no actor')
    expect(refusal(viewsOf(DIRECTORY, relation('NOR', 'ATL')))).toContain('"ATL": no actor')
  })

  it('can all be read', () => {
    for (const view of must(viewsOf(DIRECTORY, WITH_PALACE))) expect(shown(WITH_PALACE, view)).not.toEqual([])
    expect(shown(relation('SUD', 'SUD.NEW'), 'ENTITY')).toEqual([
      'SUD.NEW<SUD.OLD 0001-01-01..2018-12-31',
      'SUD.NEW<SUD.PRS 0001-01-01..2018-12-31',
    ])
  })
})

describe('a succession', () => {
  const range = [day('2018-01-01'), TO] as const

  it('is marked on the first day of the new holder', () => {
    expect(successionsOf(DIRECTORY, WITH_PALACE, ...range)).toEqual([
      { day: day('2018-04-01'), office: 'SUD.GOV', former: 'SUD.OLD', holder: 'SUD.NEW' },
    ])
    expect(successionsOf(DIRECTORY, relation('SUD.GOV', 'NOR'), ...range)).toHaveLength(1)
  })

  it('is marked only where an office is a party, after the first day asked and up to the last', () => {
    expect(successionsOf(DIRECTORY, relation('NOR', 'SUD.OLD'), ...range)).toEqual([])
    expect(successionsOf(DIRECTORY, WITH_PALACE, day('2018-04-01'), TO)).toEqual([])
    expect(successionsOf(DIRECTORY, WITH_PALACE, day('2018-03-31'), day('2018-04-01'))).toHaveLength(1)
    expect(successionsOf(DIRECTORY, WITH_PALACE, day('2018-01-01'), day('2018-03-30'))).toEqual([])
  })

  it('without a successor is marked on the day after the last', () => {
    const vacant = { ...DIRECTORY, tenures: [tenure('SUD.GOV', 'SUD.OLD', null, '2018-03-31')] }
    expect(successionsOf(vacant, WITH_PALACE, ...range)).toEqual([
      { day: day('2018-04-01'), office: 'SUD.GOV', former: 'SUD.OLD', holder: null },
    ])
  })

  it('is none where the same holder goes on, on another basis', () => {
    const renewed = {
      ...DIRECTORY,
      tenures: [tenure('SUD.GOV', 'SUD.OLD', null, '2018-03-31'), tenure('SUD.GOV', 'SUD.OLD', '2018-04-01', null)],
    }
    expect(successionsOf(renewed, WITH_PALACE, ...range)).toEqual([])
  })

  it('of both parties stands in the order of days', () => {
    const restless = {
      ...DIRECTORY,
      actors: [...DIRECTORY.actors, actor('NOR.EXI', 'Exiles of Norland', 'GOVERNMENT')],
      offices: [office('SUD.GOV', 'Government of Sudmark', 'SUD'), office('NOR.UN', 'Seat of Norland', 'NOR')],
      tenures: [
        tenure('SUD.GOV', 'SUD.OLD', null, '2018-06-30'),
        tenure('SUD.GOV', 'SUD.NEW', '2018-07-01', null),
        tenure('NOR.UN', 'NOR', null, '2018-02-28'),
        tenure('NOR.UN', 'NOR.EXI', '2018-03-01', null),
      ],
    }
    const found = successionsOf(restless, relation('SUD.GOV', 'NOR.UN'), ...range)
    expect(found.map((s) => `${formatDay(s.day)} ${s.office}`)).toEqual(['2018-03-01 NOR.UN', '2018-07-01 SUD.GOV'])
  })
})
