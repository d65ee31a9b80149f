/** The names the coder knows by itself: every member of the United Nations, its people, its capital; and those who act in them. */
import { describe, expect, it } from 'vitest'
import countries from '../../server/coder/countries.json' with { type: 'json' }
import { worldDictionary } from '../../server/coder/dictionary.world.ts'
import { phraseActor } from '../../server/coder/phrase.actor.ts'
import { shippedDirectory } from '../../server/ingest/shipped/reference.ts'
import { day } from '../support/scoring.ts'

const dictionary = worldDictionary(shippedDirectory())
const who = (phrase: string, on = '2024-06-30') => phraseActor(dictionary, phrase, day(on))
const countryOf = (phrase: string) => who(phrase)?.country ?? null

const MEMBERS =
  `Afghanistan, Albania, Algeria, Andorra, Angola, Antigua and Barbuda, Argentina, Armenia, Australia, Austria, Azerbaijan,
  Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia and Herzegovina, Botswana,
  Brazil, Brunei Darussalam, Bulgaria, Burkina Faso, Burundi, Cabo Verde, Cambodia, Cameroon, Canada, Central African Republic,
  Chad, Chile, China, Colombia, Comoros, Republic of the Congo, Costa Rica, Côte d'Ivoire, Croatia, Cuba, Cyprus, Czechia,
  North Korea, Democratic Republic of the Congo, Denmark, Djibouti, Dominica, Dominican Republic, Ecuador, Egypt, El Salvador,
  Equatorial Guinea, Eritrea, Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Greece,
  Grenada, Guatemala, Guinea, Guinea-Bissau, Guyana, Haiti, Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland,
  Israel, Italy, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kiribati, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho,
  Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Marshall Islands,
  Mauritania, Mauritius, Mexico, Micronesia, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nauru, Nepal,
  Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Macedonia, Norway, Oman, Pakistan, Palau, Panama, Papua New Guinea,
  Paraguay, Peru, Philippines, Poland, Portugal, Qatar, South Korea, Moldova, Romania, Russia, Rwanda, Saint Kitts and Nevis,
  Saint Lucia, Saint Vincent and the Grenadines, Samoa, San Marino, Sao Tome and Principe, Saudi Arabia, Senegal, Serbia,
  Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands, Somalia, South Africa, South Sudan, Spain, Sri Lanka,
  Sudan, Suriname, Sweden, Switzerland, Syria, Tajikistan, Thailand, Timor-Leste, Togo, Tonga, Trinidad and Tobago, Tunisia,
  Türkiye, Turkmenistan, Tuvalu, Uganda, Ukraine, United Arab Emirates, United Kingdom, Tanzania, United States, Uruguay,
  Uzbekistan, Vanuatu, Venezuela, Vietnam, Yemen, Zambia, Zimbabwe`.split(/,\s+/)

describe('the world', () => {
  it('has all 193 members of the United Nations, each a country of its own', () => {
    const codes = MEMBERS.map((name) => [name, countryOf(name)] as const)
    expect(codes.filter(([, code]) => code === null)).toEqual([])
    expect(new Set(codes.map(([, code]) => code)).size).toBe(193)
  })

  it('knows each country by its names, its people and its capital', () => {
    // Two Congos, two Dominicas: the people of the first listed. Brussels is the Union's seat before it is Belgium's.
    const shared = new Set(['Congolese', 'Guinean', 'Guineans', 'Brussels'])
    const wrong = countries.flatMap((line) => {
      const [code = '', ...cells] = line.split('|')
      const names = cells.flatMap((cell) => cell.split(',')).filter((name) => name !== '' && !shared.has(name))
      return names.flatMap((name) => (countryOf(name) === code ? [] : [`${name}: ${countryOf(name)}, not ${code}`]))
    })
    expect(wrong).toEqual([])
  })

  it.each([
    ['the Ministry of Foreign Affairs of Uzbekistan', 'UZB'],
    ['Uzbekistan’s army', 'UZB'],
    ['Tajik border forces', 'TJK'],
    ['the Ugandan-backed rebels', 'UGA.ARM'],
    ['Foreign Office spokesperson of Pakistan', 'PAK'],
    ['Beijing’s foreign ministry', 'CHN'],
    ['Rawalpindi', 'PAK'],
    ['the White House', 'USA'],
    ['the interim Afghan government', 'TAL'],
    ['the de facto authorities', 'TAL'],
    ['the Taliban regime', 'TAL'],
    ['the Islamic Emirate of Afghanistan', 'TAL'],
    ['Fitna al-Khawarij', 'TTP'],
    ['the banned Tehreek-i-Taliban Pakistan', 'TTP'],
    ['ISIS-Khorasan', 'ISKP'],
    ['Islamic State-Khorasan', 'ISKP'],
    ['UNAMA', 'UNO'],
    ['the U.N. Security Council', 'UNO'],
    ['the Organisation of Islamic Cooperation', 'OIC'],
    ['the Shanghai Cooperation Organisation', 'SCO'],
    ['the European Union', 'EUR'],
  ])('takes “%s” for %s', (phrase, code) => {
    expect(who(phrase)?.code).toBe(code)
  })

  it('takes Kabul for whoever governs on the day', () => {
    expect(who('Kabul', '2021-08-14')?.code).toBe('AFG.IRA')
    expect(who('Kabul', '2021-08-15')?.code).toBe('TAL')
  })
})
