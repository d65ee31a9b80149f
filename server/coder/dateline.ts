/** The dateline before an article's first words, "KABUL, May 3 (Agency) - ": no part of its sentence, but whence it is written. */

const CITY = "[\\p{Lu}][\\p{Lu}'’.-]{2,}(?:[ /]+[\\p{Lu}][\\p{Lu}'’.-]+){0,3}(?:, \\p{Lu}[\\p{L}. ]{1,24})?"
const DATE = '(?:,? \\p{Lu}\\p{L}{2,8}\\.? \\d{1,2}(?:, \\d{4})?)?'
const AGENCY = '\\((?:\\p{Lu}[\\p{L} /&.]{1,30})\\)'
const DATELINES = [
  new RegExp(`^${CITY}${DATE}(?: ?${AGENCY})?\\s?(?:[—–:]|--?)\\s`, 'u'),
  new RegExp(`^\\p{Lu}[\\p{L}'’. /-]{2,40}${DATE} ?${AGENCY}\\s?(?:[—–:]|--?)\\s`, 'u'),
  new RegExp(`^\\p{Lu}[\\p{L}'’. /-]{2,40}${DATE.slice(0, -1)} ?${AGENCY}\\s`, 'u'),
]
/** A dateline is no longer. */
const LONGEST = 90

/** How many UTF-16 units of a sentence are its dateline; 0 where it has none. */
export function datelineOf(sentence: string): number {
  const head = sentence.slice(0, LONGEST)
  for (const pattern of DATELINES) {
    const found = pattern.exec(head)
    if (found) return found[0].length
  }
  return 0
}
