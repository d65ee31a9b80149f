import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const css = readFileSync(fileURLToPath(new URL('../../web/styles/tokens.css', import.meta.url)), 'utf8')

/** The colours of each block of the sheet that sets a ground: light, dark by choice, dark by the system. */
const THEMES = [...css.matchAll(/\{([^{}]*--ground[^{}]*)\}/g)].map(([, block = '']) =>
  Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour])),
)

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio, WCAG 2.2: 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = ['ground', 'panel', 'wash', 'notice']
/** Words may stand on any ground; numbers in the colour of an index on those of a page and of a panel. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  text: GROUNDS,
  quiet: GROUNDS,
  link: GROUNDS,
  tension: ['ground', 'panel'],
  engagement: ['ground', 'panel'],
}
/** What is no text, and must be seen. */
const LINES: Readonly<Record<string, readonly string[]>> = { focus: GROUNDS, edge: GROUNDS }

/** The pairs that stand out less than `least` : 1, in any theme. */
function weakOf(pairs: Readonly<Record<string, readonly string[]>>, least: number): string[] {
  return THEMES.flatMap((theme, i) =>
    Object.entries(pairs).flatMap(([colour, grounds]) =>
      grounds.flatMap((ground) => {
        const ratio = contrast(theme[colour] ?? '', theme[ground] ?? '')
        return ratio >= least ? [] : [`${colour} on ${ground}, theme ${i}: ${ratio.toFixed(2)}`]
      }),
    ),
  )
}

describe('the colours of text', () => {
  it('are measured as WCAG measures them', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 9)
    // #777777: (0x77 / 255 + 0.055) / 1.055 = 0.4945, to the power 2.4 0.1845; 1.05 / 0.2345 = 4.48.
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  it('are three sets, of which the two dark ones are the same', () => {
    expect(THEMES).toHaveLength(3)
    expect(THEMES[2]).toEqual(THEMES[1])
    expect(Object.keys(THEMES[0] ?? {})).toEqual(Object.keys(THEMES[1] ?? {}))
  })

  it('stand out 4.5 : 1 from the grounds they stand on, light and dark', () => {
    expect(weakOf(TEXTS, 4.5)).toEqual([])
    // Were it not so, it would be said.
    expect(weakOf({ line: ['ground'] }, 4.5)).toHaveLength(3)
  })

  it('and those of the focus and of the edges of controls stand out 3 : 1', () => {
    expect(weakOf(LINES, 3)).toEqual([])
  })
})
