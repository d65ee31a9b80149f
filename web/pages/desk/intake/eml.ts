/** The words of a mail, as newsletters and alerts bring articles: its text, else its HTML; subject, day and sender with it. */
import { textOfHtml } from './html.ts'
import type { Taken } from './takenText.ts'

export async function textOfMail(bytes: Uint8Array, name: string): Promise<Taken> {
  const { default: PostalMime } = await import('postal-mime')
  const mail = await PostalMime.parse(bytes)
  const known = {
    title: mail.subject?.trim() || null,
    // The day where it was sent: its own header says it, whatever the zone of this machine.
    published: dayOfHeader(mail.headers.find((h) => h.key === 'date')?.value),
    outlet: mail.from?.name?.trim() || null,
  }
  const plain = mail.text?.trim() ?? ''
  const taken = plain === '' && mail.html ? textOfHtml(mail.html) : { text: plain }
  if ('refusal' in taken || taken.text === '') {
    return { refusal: `${name}: the mail holds no words. Open it, copy the article and paste it.` }
  }
  return { ...taken, ...known, title: known.title ?? taken.title ?? null }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The day as written in a Date header (RFC 5322), `Tue, 3 Mar 2026 23:10:00 -0500` → `2026-03-03`. */
export function dayOfHeader(header: string | undefined): string | null {
  const found = /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})/.exec(header ?? '')
  const month = MONTHS.indexOf(found?.[2]?.toLowerCase() ?? '') + 1
  if (!found || month === 0) return null
  return `${found[3]}-${String(month).padStart(2, '0')}-${found[1]?.padStart(2, '0')}`
}
