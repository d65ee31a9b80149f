/** How names and party codes are understood on a day. */
import { describe, expect, it } from 'vitest'
import type { ActorName } from '../../../server/domain/directory/actor.ts'
import { actorNamed, type Directory, nameKey, partyOf, postsOf } from '../../../server/domain/directory/directory.ts'
import { isRefusal, must, sentenceOf } from '../../../server/domain/error.ts'
import { actor, NORLAND_AND_SUDMARK, nameOfActor, nameOfOffice, post } from '../../support/directory.ts'
import { day } from '../../support/scoring.ts'

/** "Belvoir" is the capital of Sudmark and means whoever governs; "the Order" changed hands with the palace. */
const names: readonly ActorName[] = [
  nameOfOffice('Belvoir', 'SUD.GOV'),
  nameOfActor('the Order', 'SUD.OLD', null, '2018-03-31'),
  nameOfActor('The Order', 'SUD.NEW', '2018-04-01'),
  nameOfActor('rebels', 'SUD.NEW'),
  nameOfActor('Rebels', 'NOR.PRS'),
  nameOfOffice('the Dais', 'NOR.UN', null, '1960-12-31'),
]
const DIRECTORY: Directory = {
  ...NORLAND_AND_SUDMARK,
  names,
  persons: [
    { id: 'orlo', name: 'Orlo Vance', aliases: ['Vance', 'Envoy Vance'] },
    { id: 'ida', name: 'Ida Marsh', aliases: ['Marsh'] },
    { id: 'ute', name: 'Ute Marsh', aliases: ['Marsh'] },
  ],
  posts: [
    post('orlo', 'NOR', '2018-01-01', '2018-06-30'),
    post('orlo', 'LEAGUE', '2018-07-01', null),
    // Known to have spoken for Sudmark's Old Order once, nobody knows when.
    post('orlo', 'SUD.OLD'),
    post('ida', 'NOR'),
    post('ute', 'SUD.NEW'),
  ],
}

const on = (name: string, when: string) => actorNamed(DIRECTORY, name, day(when))
const refusalOf = (x: unknown) => (isRefusal(x) ? sentenceOf(x) : 'not refused')

describe('a name', () => {
  it('of a capital means whoever governs on that day', () => {
    expect(on('Belvoir', '2018-03-31')).toBe('SUD.OLD')
    expect(on('Belvoir', '2018-04-01')).toBe('SUD.NEW')
  })

  it('means different actors on different days', () => {
    expect(on('the Order', '2018-03-31')).toBe('SUD.OLD')
    expect(on('Order', '2018-04-01')).toBe('SUD.NEW')
  })

  it('may be the code or the full name of an actor', () => {
    expect([on('NOR', '2018-01-01'), on('Norland', '2018-01-01'), on('NORLAND', '2018-01-01')]).toEqual([
      'NOR',
      'NOR',
      'NOR',
    ])
  })

  it('of a person means the actor the person then spoke for', () => {
    expect(on('Orlo Vance', '2018-06-30')).toBe('NOR')
    expect(on('vance', '2018-07-01')).toBe('LEAGUE')
    // A post without days stands only where no dated one does.
    expect(on('Envoy Vance', '2017-12-31')).toBe('SUD.OLD')
  })

  it('that can mean two is refused with both', () => {
    expect(refusalOf(on('rebels', '2018-05-01'))).toBe(
      '"rebels": on 2018-05-01 it can mean NOR.PRS or SUD.NEW. Give the code of the one that is meant.',
    )
    expect(refusalOf(on('Marsh', '2018-05-01'))).toContain('it can mean NOR or SUD.NEW')
  })

  it('nobody bears, or nobody bore on that day, is refused', () => {
    const message = 'no actor, office or person is known by this name on'
    expect(refusalOf(on('Atlantis', '2018-05-01'))).toBe(
      `"Atlantis": ${message} 2018-05-01. Give an actor code, or add the name to the actor.`,
    )
    // The name lapsed in 1960.
    expect(refusalOf(on('the Dais', '2018-05-01'))).toContain(message)
    // The name stood, but nobody held the office.
    expect(refusalOf(on('the Dais', '1949-12-31'))).toContain(message)
    expect(on('the Dais', '1950-01-01')).toBe('NOR')
  })

  it('is compared without case, accents, points, hyphens and a leading "the"', () => {
    expect(['The Söuth-Mark', 'south mark', 'SOUTH MARK.', '  south   mark '].map(nameKey)).toEqual(
      Array.from({ length: 4 }, () => 'south mark'),
    )
    expect(['U.S.', 'US', 'u.s', 'U.S.-led', 'J.Smith', 'J. Smith'].map(nameKey)).toEqual([
      'us',
      'us',
      'us',
      'us led',
      'j smith',
      'j smith',
    ])
    expect(nameKey('Theland')).toBe('theland')
  })
})

describe('the posts of a person', () => {
  it('are those held on the day, dated ones before others', () => {
    expect(postsOf(DIRECTORY, 'Vance', day('2018-01-01')).map((p) => p.actor)).toEqual(['NOR'])
    expect(postsOf(DIRECTORY, 'Vance', day('2000-01-01')).map((p) => p.actor)).toEqual(['SUD.OLD'])
    expect(postsOf(DIRECTORY, 'Nemo', day('2018-01-01'))).toEqual([])
    const until = { ...DIRECTORY, posts: [post('ida', 'NOR', null, '2018-01-31'), post('ida', 'LEAGUE')] }
    expect(postsOf(until, 'Ida Marsh', day('2018-01-01')).map((p) => p.actor)).toEqual(['NOR'])
  })
})

describe('a party code', () => {
  it('names an actor, else an office, else a country that has actors', () => {
    expect(must(partyOf(DIRECTORY, 'NOR'))).toMatchObject({ name: 'Norland', office: null, country: null })
    expect(must(partyOf(DIRECTORY, 'SUD.GOV'))).toMatchObject({
      name: 'Government of Sudmark',
      actor: null,
      country: null,
    })
    expect(must(partyOf(DIRECTORY, 'SUD'))).toEqual({
      code: 'SUD',
      name: 'SUD',
      actor: null,
      office: null,
      country: 'SUD',
    })
    const stateToo = { ...DIRECTORY, actors: [...DIRECTORY.actors, actor('SUD', 'Sudmark')] }
    expect(must(partyOf(stateToo, 'SUD')).actor?.name).toBe('Sudmark')
    expect(refusalOf(partyOf(DIRECTORY, 'ATL'))).toContain('"ATL": no actor, office or country has this code')
  })
})
