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

  it.each([
    [
      'what is condemned to whoever did it',
      'The Red Banner attacked a Valdorian post. Ormland condemned the attack.',
      'ORM>RED criticise',
    ],
    [
      'a denial to whoever charged',
      'Valdoria accused Ormland of arming rebels. Ormland denied the allegation.',
      'ORM>VAL deny-responsibility',
    ],
    [
      '"both sides" to the two of whom most is told',
      'Valdoria shelled Ormland. Ormland bombed Valdoria. Ketria urged both sides to exercise restraint.',
      'KET.REP>ORM urge-to-act',
    ],
    [
      '"we" to who is named after it',
      'Ormland met Ketria. “We will attack Ormland,” Valdoria’s president said.',
      'VAL>ORM threaten-force',
    ],
    [
      'what its own government is to a group',
      'Ormland met Ketria. The Red Banner attacked the government.',
      'RED>VAL assault-military',
    ],
    [
      'a claimed attack to who claims it',
      'An attack on an Ormland convoy was claimed by the Red Banner.',
      'RED>ORM assault-military',
    ],
    [
      'a welcome of an agreement to both',
      'Valdoria and Ormland signed a treaty. Ketria welcomed the agreement.',
      'KET.REP>VAL support',
    ],
    [
      'talks to those between whom they are',
      'Talks between Valdoria and Ormland ended on Friday.',
      'VAL=ORM negotiate',
    ],
    [
      'a promise where nothing is to be allowed',
      'Ormland told Valdoria that it would not allow anyone to use its soil.',
      'ORM>VAL pledge-cooperation',
    ],
    [
      'no plans as a refusal',
      'Valdoria said it had no plans to recognise the Dawn government.',
      'VAL>DAW refuse-recognition',
    ],
  ])('lays %s', (_, text, expected) => {
    expect(told(article(text))).toContain(expected)
  })

  it('dates a meeting to come by the day on which it is told of', () => {
    const found = article('Valdoria’s president will meet Ormland’s ministers on Saturday.', '2020-03-04')
    expect(found.map((s) => s.day !== null && formatDay(s.day))).toEqual(['2020-03-04'])
  })

  it('has those who exchange fire both do it to each other', () => {
    expect(told(article('Valdorian and Ormland troops exchanged fire on Monday.'))).toEqual([
      'ORM>VAL assault-military',
      'VAL>ORM assault-military',
    ])
  })

  it('takes no own citizens and no captions of authors for anybody', () => {
    const text =
      'Valdoria met Ormland.\nValdoria advised its citizens to leave.\nAbout the author: She reports on Ormland.'
    expect(told(article(text))).toEqual(['VAL=ORM consult'])
  })

  it('marks a deed that is denied in a later sentence, and says so', () => {
    const found = article('Valdoria said Ormland had shelled its posts. Ormland denied involvement.')
    const deed = found.find((s) => s.tag === 'assault-heavy')
    expect(deed).toMatchObject({ source: 'ORM', denied: true })
    expect(deed?.reason).toContain('Denied later: “Ormland denied involvement')
    expect(found.filter((s) => s.denied)).toHaveLength(1)
  })

  it('reads the dateline as whence it is written, not as who acts', () => {
    const found = article('ORIM, May 3 (Agency) - The army attacked the Dawn Movement.')
    expect(told(found)).toEqual(['ORM>DAW assault-military'])
    expect(found[0]?.text.startsWith('The army')).toBe(true)
  })

  it('dates what it tells by its words against its own day', () => {
    const found = article('On Sunday, Valdoria condemned Ormland. Valdoria visited Ketria last month.', '2020-03-04')
    expect(found.map((s) => [s.day === null ? null : formatDay(s.day), s.precision])).toEqual([
      ['2020-03-01', 'DAY'],
      ['2020-02-29', 'MONTH'],
    ])
  })
})
