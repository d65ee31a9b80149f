/**
 * Text in a drawn figure: escaped, broken into lines, and cut into runs of one script each, because the renderer of
 * images takes the font of a run's first letters for the whole run and draws boxes for what that font lacks.
 */

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What no XML may hold: control characters and halves of letters. */
const UNREADABLE = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Safe in the text and in the attributes of XML and HTML. */
export function escapeText(text: string): string {
  return text.replace(UNREADABLE, '').replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c)
}

export interface Run {
  readonly script: 'latin' | 'arabic'
  readonly text: string
}

/** Arabic script with its supplements and presentation forms; everything else that we write is in Noto Sans. */
const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufeff]/
const NEUTRAL = /[\s.,:;·()0-9%–\u200e\u200f\u202a-\u202e\u2066-\u2069-]/

/**
 * Runs of one script; spaces, marks and figures stay with the run they follow, at the beginning with the one they precede.
 * Their texts joined are the text.
 */
export function runsOf(text: string): Run[] {
  const runs: { script: Run['script']; text: string }[] = []
  const begins = ARABIC.test([...text].find((letter) => !NEUTRAL.test(letter)) ?? '') ? 'arabic' : 'latin'
  for (const letter of text) {
    const last = runs.at(-1)
    const script = ARABIC.test(letter) ? 'arabic' : NEUTRAL.test(letter) ? (last?.script ?? begins) : 'latin'
    if (last?.script === script) last.text += letter
    else runs.push({ script, text: letter })
  }
  return runs
}

/** The fonts of pictures. */
export const FAMILIES: Readonly<Record<Run['script'], string>> = { latin: 'Noto Sans', arabic: 'Noto Sans Arabic' }

/** What stands inside `<text>`. */
export function runsSvg(text: string): string {
  // Runs are placed one by one: what holds a name together elsewhere would only stand between them.
  const runs = runsOf(text.replace(/[\u2066-\u2069]/g, ''))
  if (runs.every((run) => run.script === 'latin')) return escapeText(runs.map((run) => run.text).join(''))
  return runs
    .map(({ script, text: part }) => {
      const family = script === 'arabic' ? ` font-family="${FAMILIES.arabic}"` : ''
      return `<tspan${family}>${escapeText(part)}</tspan>`
    })
    .join('')
}

/** Mean advance of a letter, in parts of the font's size: a little more than Noto Sans has over English text. */
const ADVANCE = 0.56
const BOLD = 1.07

/** About how wide a line is, in pixels; no less than it will be, but for a line of capitals. */
export function widthOfText(text: string, size: number, bold = false): number {
  return [...text].length * size * ADVANCE * (bold ? BOLD : 1)
}

/** Lines no wider than `width` pixels, broken at spaces; a word that is wider stands alone. */
export function linesOf(text: string, size: number, width: number, bold = false): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOfText(longer, size, bold) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}
