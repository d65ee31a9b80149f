import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrowText } from '../../server/figure/words/format.intl.ts'
import { dayText, monthText, numberText, periodText, rangeText, signedText } from '../../server/figure/words/format.ts'
import { directionOf, LANGUAGES, languageOf } from '../../server/figure/words/languages.ts'
import { day } from '../../web/gallery/fixtures.ts'
import { languageFor, withLanguage } from '../../web/ui/language.ts'

interface Translations {
  readonly faultOf: (message: string, translation: string, language: string) => string | null
  readonly faults: () => Promise<readonly string[]>
  readonly isPublic: (origins: readonly (readonly [string])[]) => boolean
}
const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const { faultOf, faults, isPublic } = (await import(at('web/translations.mjs'))) as Translations

describe('a language', () => {
  it('is found by its tag, with any region, and Dari under its other names', () => {
    const asked = ['ur', 'UR-PK', 'fa-AF', 'prs', 'fa', 'ps-AF', 'ru-RU', 'ar-EG', 'en-GB', 'de', '', 'xx']
    const found = ['ur', 'ur', 'fa-AF', 'fa-AF', 'fa-AF', 'ps', 'ru', 'ar', 'en', null, null, null]
    expect(asked.map(languageOf)).toEqual(found)
  })

  it('runs from the right where its script does', () => {
    const right = LANGUAGES.filter(({ code }) => directionOf(code) === 'rtl').map(({ code }) => code)
    expect(right).toEqual(['ur', 'fa-AF', 'ps', 'ar'])
  })

  it('is the one of the address, else the one kept, else the browser’s first that we have, else English', () => {
    expect(languageFor('?tab=table&lang=ps', 'ru', ['ar'])).toBe('ps')
    expect(languageFor('?lang=xx', 'ru', ['ar'])).toBe('ru')
    expect(languageFor('', null, ['de-DE', 'ar-EG', 'ur'])).toBe('ar')
    expect(languageFor('', 'nonsense', ['de'])).toBe('en')
  })

  it('stays in every address once it is in one, and is in none before', () => {
    expect(withLanguage('/r/a~b?tab=table#x', '?lang=ur')).toBe('/r/a~b?tab=table&lang=ur#x')
    expect(withLanguage('/?lang=ru&month=2018-02', '?lang=ar')).toBe('/?month=2018-02&lang=ar')
    expect(withLanguage('/matrix', '?lang=xx')).toBe('/matrix')
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
        const address = `${path}?${query}`
        expect(withLanguage(address, '')).toBe(address)
        const once = withLanguage(address, '?lang=ps')
        expect(withLanguage(once, '?lang=ps')).toBe(once)
        expect(new URLSearchParams(once.slice(once.indexOf('?'))).getAll('lang')).toEqual(['ps'])
      }),
    )
  })
})

describe('who acts toward whom', () => {
  it('stands in the order of the lines, whatever script the names are in', () => {
    expect(arrowText('en', 'Norland', 'Судрия')).toBe('Norland → Судрия')
    for (const source of ['Norland', 'نورلاند']) {
      // From right to left as a whole (U+2067 to U+2069), each name in a stretch of its own, the arrow to the left.
      expect(arrowText('ar', source, 'Sudria')).toBe(`\u2067\u2068${source}\u2069 ← \u2068Sudria\u2069\u2069`)
    }
  })
})

describe('dates and numbers', () => {
  const in2018 = day('2018-06-15')

  it('keep the Gregorian calendar in every language', () => {
    expect(LANGUAGES.map(({ code }) => dayText(code, in2018).replaceAll('\u00a0', ' '))).toEqual([
      '15 June 2018',
      '15 جون، 2018',
      '۱۵ جون ۲۰۱۸',
      '۱۵ جون ۲۰۱۸',
      '15 июня 2018 г.',
      '15 يونيو 2018',
    ])
  })

  it('name the months of Pashto where the browser does not know them', () => {
    const ends = ['2018-01-31', '2018-05-31', '2018-08-31', '2018-09-30'].map(day)
    expect(ends.map((end) => monthText('ps', end))).toEqual(['جنوري ۲۰۱۸', 'مۍ ۲۰۱۸', 'اګست ۲۰۱۸', 'سپټمبر ۲۰۱۸'])
    const [from = in2018, to = in2018] = ends
    expect(rangeText('ps', from, to)).toContain('جنوري')
    expect(rangeText('ps', from, to)).toContain('مۍ')
    expect(rangeText('ps', from, to)).not.toContain('تا')
    expect(rangeText('ps', day('2018-05-02'), to).match(/مۍ/g)).toHaveLength(1)
  })

  it('name a quarter', () => {
    expect(LANGUAGES.map(({ code }) => periodText(code, day('2018-06-30'), 'QUARTER'))).toEqual([
      '2018 Q2',
      'سہ ماہی 2، 2018',
      'ربع ۲، ۲۰۱۸',
      'ربع ۲، ۲۰۱۸',
      '2 кв. 2018',
      'الربع 2، 2018',
    ])
  })

  it('hold a sign to its number where lines run from the right', () => {
    expect(LANGUAGES.map(({ code }) => signedText(code, -3.5, 1))).toEqual([
      '−3.5',
      '\u200e−3.5',
      '\u200e−۳٫۵',
      '\u200e−۳٫۵',
      '−3,5',
      '\u200e−3.5',
    ])
    expect(signedText('ar', 0)).toBe('0')
    expect(numberText('ps', 1234.5, 1)).toBe(numberText('fa-AF', 1234.5, 1))
  })
})

describe('the catalogues', () => {
  it('hold every public text in every language, with its placeholders and plural forms', async () => {
    expect(await faults()).toEqual([])
  })

  it.each([
    ['', 'has no translation'],
    ['Рост до {from}', 'has the placeholders from instead of to'],
    ['Рост', 'has the placeholders none instead of to'],
    ['Рост до {to', 'has the placeholders none instead of to'],
    ['Рост до {to, number}', null],
    ['Рост до {to}', null],
  ])('“Rose to {to}” in Russian as “%s”: %s', (translation, fault) => {
    expect(faultOf('Rose to {to}', translation, 'ru')).toBe(fault)
  })

  it('need the plural forms of their language', () => {
    const english = '{n, plural, one {# row} other {# rows}}'
    expect(faultOf(english, '{n, plural, one {# строка} other {# строки}}', 'ru')).toBe(
      'lacks the plural forms few, many',
    )
    expect(faultOf(english, '{n, plural, one {# قطار} other {# قطاریں}}', 'ur')).toBe(null)
  })

  it('may leave the lab and signing in to English, and nothing else', () => {
    expect(isPublic([['web/pages/lab/Lab.tsx'], ['web/pages/admin/SignIn.tsx']])).toBe(false)
    expect(isPublic([['web/pages/lab/Lab.tsx'], ['web/ui/Layout.tsx']])).toBe(true)
  })

  it('are loaded each when it is asked for', () => {
    const source = readFileSync(at('web/i18n.ts'), 'utf8')
    expect(source.match(/^import .*locales\/\w+/gm)).toHaveLength(1)
  })
})
