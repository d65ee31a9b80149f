/** The day of a document itself, by what its text begins with and what its file is called. */
import { type Day, dayOf, monthEnd, type Precision } from '../domain/day.ts'
import { exact, WHOLE_DATES } from './dates.forms.ts'

/** The document's own day, from its text's first lines or the name of its file; null where neither tells. */
export function documentDay(
  text: string,
  file: string | null,
): { readonly day: Day; readonly precision: Precision } | null {
  const named = file === null ? null : /(?<!\d)((?:19|20)\d{2})-?(\d{2})-?(\d{2})(?!\d)/.exec(file)
  const fromName = named && exact(Number(named[1]), Number(named[2]), Number(named[3]))
  if (fromName?.day != null) return { day: fromName.day, precision: 'DAY' }
  const head = text.slice(0, 600).toLowerCase()
  const dateline = /\b(?:date|published|updated|posted)\b[: ]{1,3}(?:on )?([^\n]{6,30})/.exec(head)
  const candidates = dateline
    ? [dateline[1] as string]
    : head
        .split('\n')
        .slice(0, 4)
        .filter((line) => line.trim().length < 40)
  for (const candidate of candidates) {
    for (const { pattern, read } of WHOLE_DATES) {
      const [m] = candidate.matchAll(pattern)
      const found = m && read(m, null)
      if (found?.day != null) return { day: found.day, precision: 'DAY' }
    }
  }
  const month = file === null ? null : /(?<!\d)((?:19|20)\d{2})-?(0[1-9]|1[0-2])(?!\d)/.exec(file)
  if (month) return { day: monthEnd(dayOf(Number(month[1]), Number(month[2]), 1)), precision: 'MONTH' }
  const year = file === null ? null : /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(file)
  // The year alone: names are understood as of its middle, and nothing is dated by it.
  return year ? { day: dayOf(Number(year[1]), 7, 1), precision: 'UNKNOWN' } : null
}
