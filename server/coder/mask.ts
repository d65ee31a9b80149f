/**
 * A text as a reader sees it, of the same length as the text as given, so that every offset in one is an offset in the
 * other: markup, control characters and odd spaces become spaces. Texts that are no text are refused here.
 */
import { type Refusal, refuse } from '../domain/error.ts'

/** In UTF-16 units. A long magazine article has 60,000. */
export const LONGEST_TEXT = 200_000
/** Share of characters that no text has, beyond which it is taken for something else. */
const ODD_SHARE = 0.02

/** Why a text cannot be coded; null where it can. An empty text can: it holds nothing. */
export function checkArticle(text: string): Refusal | null {
  if (text.length > LONGEST_TEXT) {
    const rule = `it has ${text.length} characters, and an article at most ${LONGEST_TEXT}`
    return refuse('TOO_MUCH', `${text.slice(0, 40)}…`, rule, 'Give one article at a time')
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is counted
  const odd = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0
  if (odd > ODD_SHARE * text.length && odd > 3) {
    const rule = `${odd} of its ${text.length} characters are control characters: it is not plain text in UTF-8`
    return refuse('BAD_TEXT', text.slice(0, 40), rule, 'Give the text of the article, saved as plain text')
  }
  return null
}

const blank = (found: string) => ' '.repeat(found.length)
/** Named entities that stand for a character we read; every other one becomes spaces. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&ldquo;': '“',
  '&rdquo;': '”',
  '&lsquo;': '‘',
  '&rsquo;': '’',
  '&#39;': '’',
  '&apos;': '’',
  '&amp;': '&',
}

/** Blanks what stands from an opening to the next closing mark, both in any case; an opening without a closing one stays. */
function between(text: string, open: string, close: string): string {
  const lower = text.toLowerCase()
  // Letters whose small form is longer would shift what follows.
  if (lower.length !== text.length || !lower.includes(open)) return text
  let seen = ''
  let from = 0
  for (;;) {
    const start = lower.indexOf(open, from)
    const end = start < 0 ? -1 : lower.indexOf(close, start + open.length)
    if (end < 0) return seen + text.slice(from)
    seen += text.slice(from, start) + ' '.repeat(end + close.length - start)
    from = end + close.length
  }
}

/** Same length as `text`; tags, scripts, entities, control characters and line separators blanked. */
export function masked(text: string): string {
  let seen = text
  if (/<[a-z/!]/i.test(seen)) {
    seen = between(between(between(seen, '<script', '</script>'), '<style', '</style>'), '<!--', '-->')
      .replace(/<\/?(?:p|div|br|h[1-6]|li|tr|ul|ol|table|article|section|header|footer|nav)\b[^<>]{0,2000}>/gi, (tag) =>
        '\n'.padEnd(tag.length, ' '),
      )
      .replace(/<[a-z/!][^<>]{0,2000}>/gi, blank)
  }
  if (seen.includes('&')) {
    seen = seen.replace(/&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,6});/gi, (e) => (ENTITIES[e] ?? '').padEnd(e.length, ' '))
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is blanked
  return seen.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00a0\u2000-\u200f\u2028-\u202f\ufeff\ufffd]/g, (c) =>
    c === '\r' || c === '\u2028' || c === '\u2029' ? '\n' : ' ',
  )
}
