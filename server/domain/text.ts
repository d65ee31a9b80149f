/** What may be written into a text field. */
import { type Refusal, refuse } from './error.ts'

/** At least one character, at most `most`, no space at either end, no control characters but line breaks and tabs. */
export function checkText(text: string, most: number): Refusal | null {
  if (text.trim() !== text || text === '') {
    return refuse('BAD_TEXT', text, 'a text is not empty and has no spaces around it', 'Write it without')
  }
  if ([...text].length > most) {
    return refuse('BAD_TEXT', text, `it has at most ${most} characters`, 'Make it shorter')
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) {
    return refuse('BAD_TEXT', text, 'it holds control characters', 'Take them out')
  }
  return null
}

/** As many words of the original as may be quoted. */
export const QUOTE_WORDS = 25

export function checkQuote(quote: string): Refusal | null {
  const words = quote.split(/\s+/).filter((word) => word !== '').length
  if (words > QUOTE_WORDS) {
    const rule = `a quote has at most ${QUOTE_WORDS} words, and this has ${words}`
    return refuse('TOO_MUCH', quote, rule, 'Quote the words that matter, and say the rest in the summary')
  }
  return checkText(quote, 500)
}

/** An address that a browser opens: http or https. */
export function checkUrl(url: string): Refusal | null {
  const parsed = /^https?:\/\/[^\s/?#]+\.?[^\s]*$/i.test(url)
  if (parsed && url.length <= 2000) return null
  return refuse(
    'BAD_TEXT',
    url,
    'an address begins with http:// or https:// and has no spaces',
    'Copy it from the browser',
  )
}
