import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setupI18n } from '@lingui/core'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../server/figure/words/languages.ts'
import { nameIn, ownName, withNames } from '../../server/figure/words/names.ts'
import { textsOf } from '../../server/http/texts.ts'

const shipped = <T>(path: string): T =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL(`../../server/ingest/reference/${path}`, import.meta.url)), 'utf8'),
  ) as T

const named = { Norland: 'Норландия', Sudria: 'Судрия', 'Isle – of Two': 'Остров', Threaten: 'Угроза' }
const i18n = setupI18n({ locale: 'ru', messages: { ru: withNames({}, named) } })

describe('a name from the record', () => {
  it('is in the language of the page where the language has it, and as the record has it elsewhere', () => {
    expect(nameIn(i18n, 'Norland')).toBe('Норландия')
    expect(nameIn(i18n, 'Ostmark')).toBe('Ostmark')
    expect(ownName(i18n, 'Ostmark')).toBeNull()
  })

  it('is put together of two where it is a pair, but only where both are known', () => {
    expect(nameIn(i18n, 'Norland – Sudria')).toBe('Норландия – Судрия')
    expect(nameIn(i18n, 'Norland – Ostmark')).toBe('Norland – Ostmark')
    expect(nameIn(i18n, 'Isle – of Two')).toBe('Остров')
  })

  it('may hold any characters, also those that mean something in a text', () => {
    for (const odd of ['{0}', 'a {b', '<1>x</1>', '__proto__', 'constructor', '']) expect(nameIn(i18n, odd)).toBe(odd)
  })
})

describe('the names that come with the product', () => {
  interface Named {
    readonly name: string
  }
  const { actors, offices } = shipped<{ readonly actors: readonly Named[]; readonly offices: readonly Named[] }>(
    'actors.json',
  )
  const relations = shipped<readonly Named[]>('relations.json').map(({ name }) => name)
  const { tags } = shipped<{ readonly tags: readonly { readonly label: string }[] }>('codebooks/default-1.json')
  const titles = ['icews-2018.json', 'articles.json'].map(
    (path) => shipped<{ readonly collection: { readonly title: string } }>(path).collection.title,
  )
  const shown = [
    ...[...actors, ...offices].map(({ name }) => name),
    ...relations,
    ...tags.map((t) => t.label),
    ...titles,
  ]

  for (const { code } of LANGUAGES.filter((language) => language.code !== 'en')) {
    it(`have a word of their own each in ${code}`, () => {
      const texts = textsOf(code)
      expect(shown.filter((name) => ownName(texts, name) === null)).toEqual([])
      // Two names that read the same could not be told apart.
      const own = [...new Set(shown)].map((name) => nameIn(texts, name))
      expect(own.filter((name, i) => own.indexOf(name) !== i)).toEqual([])
    })
  }

  it('begin in Pashto with no particle of their own, for sentences put one before them', () => {
    const particle = 'د '
    expect([...actors, ...offices].filter(({ name }) => nameIn(textsOf('ps'), name).startsWith(particle))).toEqual([])
  })

  it('stand as they are in English', () => {
    expect(shown.filter((name) => nameIn(textsOf('en'), name) !== name)).toEqual([])
  })
})
