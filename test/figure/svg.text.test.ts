import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { root } from '../../server/config.ts'
import { PAINTS } from '../../server/figure/svg/paint.ts'
import { escapeText, linesOf, runsOf, runsSvg, widthOfText } from '../../server/figure/svg/text.ts'
import { FONTS, fontsFor } from '../../server/http/png/fonts.ts'
import { lettersOf } from '../support/font.ts'

const fontOf = (name: string) => lettersOf(readFileSync(FONTS.find(({ cut }) => cut.includes(name))?.cut ?? name))

/** The texts of figures in every language there is; those of other folders no picture shows. */
function textsOfCharts(): string[] {
  const folder = `${root}/server/figure/locales`
  return readdirSync(folder)
    .filter((file) => file.endsWith('.po'))
    .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').split('\n\n'))
    .filter((entry) => /#: (web\/charts|server\/figure)\//.test(entry))
    .flatMap((entry) => /^msgstr "(.*)"$/m.exec(entry)?.[1] ?? [])
}

describe('text in a picture', () => {
  it('cannot end its element or its attribute, whatever it says', () => {
    expect(escapeText('</text><script a="b" c=\'d\'>&')).toBe(
      '&lt;/text&gt;&lt;script a=&quot;b&quot; c=&#39;d&#39;&gt;&amp;',
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeText(text)).not.toMatch(/[<>"']/)
      }),
    )
  })

  it('leaves out what no XML may hold', () => {
    expect(escapeText('a\u0000b\u001fc\ud800d\uffff')).toBe('abcd')
    expect(escapeText('a 🕊 b')).toBe('a 🕊 b')
  })

  it('is cut where the script changes, and loses nothing', () => {
    expect(runsOf('Kabul کابل, Москва')).toEqual([
      { script: 'latin', text: 'Kabul ' },
      { script: 'arabic', text: 'کابل, ' },
      { script: 'latin', text: 'Москва' },
    ])
    // A day before its month is of the month's script, or the space between them is lost.
    expect(runsOf('1 نومبر')).toEqual([{ script: 'arabic', text: '1 نومبر' }])
    // What holds a name together in a page only stands between runs that are placed one by one.
    expect(runsSvg('\u2068Kabul\u2069 کابل')).toBe(
      '<tspan>Kabul </tspan><tspan font-family="Noto Sans Arabic">کابل</tspan>',
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(
          runsOf(text)
            .map((run) => run.text)
            .join(''),
        ).toBe(text)
      }),
    )
    expect(runsSvg('a کابل')).toBe('<tspan>a </tspan><tspan font-family="Noto Sans Arabic">کابل</tspan>')
  })

  it('is broken at spaces into lines that fit, and a long word stands alone', () => {
    expect(linesOf('one two three', 10, 60)).toEqual(['one two', 'three'])
    expect(linesOf('a pneumonoultramicroscopic b', 10, 60)).toEqual(['a', 'pneumonoultramicroscopic', 'b'])
    expect(linesOf('', 10, 60)).toEqual([])
    const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1 })
    fc.assert(
      fc.property(words, fc.integer({ min: 80, max: 600 }), (list, width) => {
        const lines = linesOf(list.join(' '), 12, width)
        expect(lines.join(' ')).toBe(list.join(' '))
        for (const line of lines) expect(widthOfText(line, 12)).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('is in the fonts of the pictures, letter by letter', () => {
    const fonts = {
      latin: fontOf('latin-400'),
      arabic: fontOf('arabic-400'),
    }
    // The guard itself: an ideograph and the filled diamond are in neither.
    expect(['漢', '◆'].map((letter) => fonts.latin(letter.codePointAt(0) ?? 0))).toEqual([false, false])
    expect(textsOfCharts().length).toBeGreaterThan(20)
    const samples = [
      'Пакистан – Афганистан',
      'پاکستان – افغانستان',
      'د افغانستان حکومت ۱۲۳',
      'العلاقات بين',
      '· − – % “”',
    ]
    const missing = [...samples, ...textsOfCharts()].flatMap((text) =>
      runsOf(text).flatMap(({ script, text: part }) =>
        [...part].filter((letter) => !fonts[script](letter.codePointAt(0) ?? 0)),
      ),
    )
    expect(missing).toEqual([])
    // None of them needs the whole fonts, which draw a picture at a third of the speed.
    const cut = FONTS.map((font) => font.cut)
    for (const text of [...samples, ...textsOfCharts()]) expect(fontsFor(text).fontFiles, text).toEqual(cut)
    expect(fontsFor('Ελλάδα').fontFiles).toEqual(FONTS.map(({ whole }) => whole))
  })
})

describe('the colours of a picture', () => {
  it('are those of the page, light and dark', () => {
    const css = readFileSync(`${root}/web/styles/tokens.css`, 'utf8')
    const blockOf = (selector: string) => css.slice(css.indexOf(selector)).split('}')[0] ?? ''
    for (const [theme, selector] of [
      ['light', ':root {'],
      ['dark', ':root[data-theme="dark"] {'],
    ] as const) {
      for (const [name, colour] of Object.entries(PAINTS[theme])) {
        expect(blockOf(selector), `${theme} ${name}`).toContain(`--${name}: ${colour};`)
      }
    }
  })
})
