/** What the coder finds in sentences about invented countries: who, whom, by which tag. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay } from '../../server/domain/day.ts'
import { article, sentence, told } from './world.ts'

describe('a sentence', () => {
  it.each([
    ['Valdoria accused Ormland of arming the rebels.', ['VAL>ORM accuse']],
    ['Ormland was attacked by Valdorian troops on Tuesday.', ['VAL>ORM assault-military']],
    ['The attack on Ormland by Valdoria killed six soldiers.', ['VAL>ORM assault-military']],
    ['Valdoria and Ormland signed a trade agreement.', ['VAL=ORM agree-formally']],
    ['Valdoria and Ormland condemned the Dawn Movement.', ['ORM>DAW criticise', 'VAL>DAW criticise']],
    ['Valdoria condemned Ormland and Ketria.', ['VAL>KET.REP criticise', 'VAL>ORM criticise']],
    ['Valdoria refused to meet the Dawn government.', ['VAL>DAW reject-talks']],
    ['Valdoria offered to send grain to Ormland.', ['VAL>ORM offer-aid']],
    ['Valdoria threatened to bomb Ormland.', ['VAL>ORM threaten-force']],
    ['Valdoria urged Ormland to release the prisoners.', ['VAL>ORM urge-to-act']],
    ['Valdoria stopped its aid to Ormland.', ['VAL>ORM reduce-relations']],
    ['Valdoria lifted its sanctions on Ormland.', ['VAL>ORM concede']],
    ['Valdoria said Ormland should withdraw its troops.', ['VAL>ORM urge-to-act']],
    ['Foreign minister Ana Morell arrived in Orim on Monday.', ['VAL=ORM visit']],
    ['Ormland expressed solidarity with the Valdorian people.', ['ORM>VAL.PRV express-solidarity']],
    ['Ormland drew criticism from Valdoria.', ['VAL>ORM criticise']],
    ['Valdoria has been facing daily attacks from the Red Banner.', ['RED>VAL assault-military']],
    ['Ormland denied Valdoria’s accusations.', ['ORM>VAL deny-responsibility']],
    ['Valdoria is ready to hold talks with Ormland.', ['VAL>ORM agree-to-talks']],
    ['Valdoria called for talks with Ormland.', ['VAL>ORM call-for-talks']],
    ['Ormland hopes that Valdoria will keep the truce.', ['ORM>VAL comment-optimistic']],
    ['Ormland hosted talks with Valdoria and the Dawn Movement.', ['ORM=DAW consult', 'ORM=VAL consult']],
  ])('%s', (text, expected) => {
    expect(told(sentence(text))).toEqual(expected)
  })

  it('that reports an attack holds the accusation and the attack', () => {
    const found = sentence('Valdoria said that Ormland had shelled its border posts.')
    expect(told(found)).toEqual(['ORM>VAL assault-heavy', 'VAL>ORM accuse'])
  })

  it('told by a third is reported, and of a condition hypothetical', () => {
    const found = sentence('Valdorian experts believe that Ormland supports the Red Banner.')
    expect(told(found)).toEqual(['ORM>RED support', 'VAL.PRV>ORM accuse'])
    expect(found.find((s) => s.source === 'ORM')).toMatchObject({
      source: 'ORM',
      target: 'RED',
      reported: true,
      speaker: 'Valdorian experts',
    })
    const [hypothetical] = sentence('If Ormland attacks Valdoria, the treaty will fall.')
    expect(hypothetical).toMatchObject({ source: 'ORM', target: 'VAL', hypothetical: true })
  })
})

describe('the two sides', () => {
  const sentences = [
    'A accused B of arming the rebels.',
    'B was attacked by A on Tuesday.',
    'A rejected B’s proposal.',
    'A urged B to release the prisoners.',
    'A refused to meet B.',
    'A drew criticism from B.',
    'A will send grain to B.',
    'A expelled two diplomats of B.',
  ]
  const names = [
    ['Valdoria', 'VAL'],
    ['Ormland', 'ORM'],
    ['the Dawn Movement', 'DAW'],
    ['the Red Banner', 'RED'],
    ['Ketria', 'KET.REP'],
  ] as const

  it('change places when the names do, and nothing else changes', () => {
    const name = fc.constantFrom(...names)
    fc.assert(
      fc.property(fc.constantFrom(...sentences), name, name, (text, a, b) => {
        fc.pre(a !== b)
        const written = (x: string, y: string) => text.replace(/\bA\b/, x).replace(/\bB\b/, y).replace(/^the/, 'The')
        const there = sentence(written(a[0], b[0]))[0]
        const back = sentence(written(b[0], a[0]))[0]
        expect([there?.source, there?.target].sort()).toEqual([a[1], b[1]].sort())
        expect([back?.source, back?.target, back?.tag]).toEqual([there?.target, there?.source, there?.tag])
      }),
    )
  })
})

describe('a name', () => {
  it('of a capital means whoever governs on the day', () => {
    const text = 'Valdoria condemned Sarn.'
    expect(told(article(text, '2020-06-30'))).toEqual(['VAL>KET.REP criticise'])
    expect(told(article(text, '2020-07-01'))).toEqual(['VAL>DAW criticise'])
  })
})

describe('an article', () => {
  it('gives every suggestion its exact place in the text as given', () => {
    const text =
      '<p>Meanwhile, “Valdoria”&nbsp;condemned <b>Ormland</b>.</p>\r\nIt rained 😀. Ormland attacked Valdoria.'
    const found = article(text)
    expect(told(found)).toEqual(['ORM>VAL assault-military', 'VAL>ORM criticise'])
    for (const s of found) expect(text.slice(s.start, s.end)).toBe(s.text)
  })

  it('dates what it tells by its words against its own day', () => {
    const found = article('On Sunday, Valdoria condemned Ormland. Valdoria visited Ketria last month.', '2020-03-04')
    expect(found.map((s) => [s.day === null ? null : formatDay(s.day), s.precision])).toEqual([
      ['2020-03-01', 'DAY'],
      ['2020-02-29', 'MONTH'],
    ])
  })
})
