/** What can be guessed of an article from its text alone. Every guess stands in a field and can be put right. */

/** The first line that holds anything, cut at a word before 120 characters. */
export function firstLine(text: string): string {
  const line = (text.split('\n').find((one) => one.trim() !== '') ?? '').trim()
  return line.length <= 120 ? line : line.slice(0, 120).replace(/\s+\S*$/, '')
}

/** A code for an outlet's name: lower case words joined by hyphens. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** By its script, and no more: what is written in Latin letters may be in any language. */
export function languageOf(text: string): string | null {
  const letters = text.match(/\p{L}/gu) ?? []
  const share = (script: RegExp) => letters.filter((l) => script.test(l)).length / Math.max(1, letters.length)
  if (share(/\p{Script=Cyrillic}/u) > 0.5) return 'ru'
  if (share(/\p{Script=Arabic}/u) > 0.5)
    return /[ٹڈڑےں]/.test(text) ? 'ur' : /[ټډړښځ]/.test(text) ? 'ps' : /[پچژگ]/.test(text) ? 'fa' : 'ar'
  return null
}
