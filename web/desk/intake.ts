/** From a file to the text of an article. What is no text is refused with what to do instead. */
export type Taken = { readonly text: string; readonly title: string | null } | { readonly refusal: string }

const MOST_BYTES = 2_000_000

export async function textOfFile(file: File): Promise<Taken> {
  if (file.size > MOST_BYTES)
    return {
      refusal: `${file.name}: it has ${file.size} bytes, and an article at most ${MOST_BYTES}. Give one article.`,
    }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const name = file.name.toLowerCase()
  const text = decoded(bytes)
  if (text === null) {
    return {
      refusal: `${file.name}: it is not plain text in UTF-8 or UTF-16. Save it as text, or copy the words and paste them.`,
    }
  }
  if (/\.(html?|xhtml)$/.test(name) || /^\s*<(!doctype html|html)/i.test(text)) return textOfHtml(text)
  return { text, title: null }
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

/** The words of a page: its article where it has one, without scripts, menus and captions. */
export function textOfHtml(html: string): Taken {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const e of page.querySelectorAll('script, style, noscript, nav, header, footer, aside, form, figcaption'))
    e.remove()
  const body = page.querySelector('article') ?? page.querySelector('main') ?? page.body
  const blocks = [...body.querySelectorAll('h1, h2, h3, p, li, blockquote')].filter(
    (e) => !e.querySelector('p, li, blockquote'),
  )
  const lines = (blocks.length > 0 ? blocks : [body]).map((e) => (e.textContent ?? '').replace(/\s+/g, ' ').trim())
  const text = lines.filter(Boolean).join('\n\n')
  const title = page.querySelector('h1')?.textContent?.trim() || page.title.trim() || null
  return text === '' ? { refusal: 'The page holds no words. Copy the article from it and paste it.' } : { text, title }
}
