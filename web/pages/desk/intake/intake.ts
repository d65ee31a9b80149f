/**
 * From a file to the text of an article: plain text, HTML, a mail or a PDF, told by its first bytes, else by its name.
 * What holds no words is refused with what to do instead.
 */
import { textOfMail } from './eml.ts'
import { textOfHtml } from './html.ts'
import { textOfPdf } from './pdf.ts'
import type { Taken } from './takenText.ts'

const MOST_BYTES = 2_000_000
/** Pictures and fonts of it are not read. */
const MOST_BYTES_OF_PDF = 20_000_000

export async function textOfFile(file: File): Promise<Taken> {
  const name = file.name.toLowerCase()
  const head = new TextDecoder('latin1').decode(await file.slice(0, 1024).arrayBuffer())
  const isPdf = head.includes('%PDF-')
  const most = isPdf ? MOST_BYTES_OF_PDF : MOST_BYTES
  if (file.size > most) {
    return { refusal: `${file.name}: it has ${file.size} bytes, and an article at most ${most}. Give one article.` }
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (isPdf) return textOfPdf(bytes, file.name)
  if (name.endsWith('.eml') || /^(received|return-path|message-id|mime-version|delivered-to): /im.test(head)) {
    return textOfMail(bytes, file.name)
  }
  const text = decoded(bytes)
  if (text === null) {
    return {
      refusal: `${file.name}: it is no PDF or mail, nor plain text or HTML in UTF-8 or UTF-16. Save it as text, or copy the words and paste them.`,
    }
  }
  if (/\.(html?|xhtml)$/.test(name) || /^\s*<(!doctype html|html)/i.test(text)) return textOfHtml(text)
  return { text }
}

/** As UTF-8, or UTF-16 where its mark says so; null where it is neither. */
export function decoded(bytes: Uint8Array): string | null {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no text has them
    return /[\u0000-\u0008\u000e-\u001a]/.test(text) ? null : text
  } catch {
    return null
  }
}
