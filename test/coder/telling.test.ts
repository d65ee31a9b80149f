/** Who tells what, in what tone, and whether it is of the news or of what lies before it. */
import { describe, expect, it } from 'vitest'
import type { Suggestion } from '../../server/coder/suggestion.ts'
import { formatDay } from '../../server/domain/day.ts'
import { article } from './world.ts'

const told = (text: string): Suggestion[] => [...article(text, '2021-03-10')]
const pairs = (text: string) =>
  told(text).map((s) => `${s.source}>${s.target} ${s.tag}${s.reported ? ' reported' : ''}`)

describe('a hostile deed told by another', () => {
  it.each([
    // Of one state by another, whomever it hurt.
    ['Ana Morell said that Ormland had attacked the Dawn Movement.', 'VAL>ORM accuse', 'ORM>DAW'],
    // Help to an armed group.
    ['Ana Morell said that Ormland was arming the Red Banner.', 'VAL>ORM accuse', 'ORM>RED'],
    // What a claim says.
    ["Ormland dismissed Valdoria's claim that it had shelled a school.", 'VAL>ORM accuse', 'ORM>VAL'],
  ])('is a charge: %s', (text, charge, deed) => {
    const all = pairs(text)
    expect(all).toContain(charge)
    expect(all.some((s) => s.startsWith(deed))).toBe(true)
  })

  it('is a claim where it was done to whoever tells it', () => {
    expect(pairs('Ana Morell said that Ormland had shelled Valdorian posts.')).toContain(
      'ORM>VAL assault-heavy reported',
    )
  })

  it('is none where it is but a figure that an organisation counts', () => {
    expect(pairs('Ormland deported 300 Valdorians, according to the United Nations.')).toEqual([
      'ORM>VAL.PRV detain reported',
    ])
  })
})

describe('what is said, by its words', () => {
  const NEWS = 'Valdoria accused Ormland of lying. Ana Morell spoke in Sarn. '
  it.each([
    ['Ana Morell said Ormland would pay a heavy price.', 'VAL>ORM threaten'],
    ['"Such provocations of Ormland will not go unanswered," Ana Morell said.', 'VAL>ORM threaten'],
    ['Ana Morell said that Valdoria reserved the right to respond.', 'VAL>ORM threaten'],
    ['Ana Morell said that Ormland had no moral right to lecture others.', 'VAL>ORM comment-pessimistic'],
    ['Ana Morell said that Ormland was undermining the trust of all.', 'VAL>ORM accuse'],
    ['Ana Morell termed the move of Ormland regrettable.', 'VAL>ORM criticise'],
  ])('%s', (text, expected) => {
    expect(pairs(NEWS + text).slice(1)).toContain(expected)
  })

  it('is no threat to whom a threat against another is told', () => {
    const text = `${NEWS}Ana Morell told the Ketrian minister that any attack would be met with a firm response.`
    expect(pairs(text).filter((s) => s.endsWith('threaten') && s.includes('>DAW'))).toEqual([])
  })
})

describe('background', () => {
  const flagged = (text: string) => told(text).map((s) => s.background)

  it('is what is dated to an earlier month or year, and what goes on telling of it', () => {
    expect(flagged('In 2015 Ormland bombed a Valdorian base. Valdoria expelled two Ormland diplomats.')).toEqual([
      true,
      true,
    ])
  })

  it('ends with a day of the news, and with the present', () => {
    expect(flagged('In 2015 Ormland bombed a Valdorian base. On Monday Valdoria thanked Ormland.')).toEqual([
      true,
      false,
    ])
    expect(flagged('In 2015 Ormland bombed a Valdorian base. Valdoria has expelled two Ormland diplomats.')).toEqual([
      true,
      false,
    ])
  })

  it('is no deed told in the present beside an earlier one, nor what goes on since', () => {
    expect(flagged('Valdoria accuses Ormland of lying, and in May 2015 Ormland bombed a Valdorian base.')).toEqual([
      false,
      true,
    ])
    expect(flagged('Ormland has blocked its border with Valdoria since 2015.')).toEqual([false])
  })

  it('is not what stands beside the news in a clause of its own', () => {
    expect(flagged('Ormland, which condemned Valdoria, recalled its ambassador from Valdoria.')).toEqual([false, false])
    expect(flagged('Valdoria closed its border with Ormland when Ormland forces shelled a Valdorian post.')).toEqual([
      false,
      false,
    ])
  })
})

describe('a deed without a doer', () => {
  it('is nobody’s where nobody is speaking', () => {
    const text = 'Ana Morell said Valdoria was ready. The Dawn Movement was denied visas.'
    expect(pairs(text).filter((s) => s.includes('DAW'))).toEqual([])
  })
})

describe('the day before', () => {
  it('is that of the deed which it stands before', () => {
    const [attack] = told('The talks came a day after Ormland attacked a Valdorian base.')
    expect(attack?.day && formatDay(attack.day)).toBe('2021-03-09')
  })

  it('does not reach back to what it came after', () => {
    const meeting = told('Ana Morell met the Ormland minister a day after Ormland attacked a Valdorian base.')
    expect(meeting.map((s) => s.day && formatDay(s.day)).sort()).toEqual(['2021-03-09', '2021-03-10'])
  })
})
