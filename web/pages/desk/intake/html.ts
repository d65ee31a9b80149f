import type { Taken } from './takenText.ts'

/** Of its article where it has one, without scripts, menus and captions; a paragraph a line, an empty line between. */
export function textOfHtml(html: string): Taken {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const known = saidOfItself(page)
  for (const e of page.querySelectorAll('script, style, noscript, nav, header, footer, aside, form, figcaption'))
    e.remove()
  const body = page.querySelector('article') ?? page.querySelector('main') ?? page.body
  const blocks = [...body.querySelectorAll('h1, h2, h3, p, li, blockquote')].filter(
    (e) => !e.querySelector('p, li, blockquote'),
  )
  const lines = (blocks.length > 0 ? blocks : [body]).map((e) => (e.textContent ?? '').replace(/\s+/g, ' ').trim())
  const text = lines.filter(Boolean).join('\n\n')
  if (text === '') return { refusal: 'The page holds no words. Copy the article from it and paste it.' }
  return { text, ...known }
}

/** Its title, day, outlet, address and language, as pages of news say them for those who show links to them. */
function saidOfItself(page: Document) {
  const meta = (name: string) =>
    page.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content')?.trim() || null
  const time = page.querySelector('article time[datetime], time[datetime]')?.getAttribute('datetime') ?? null
  const published = meta('article:published_time') ?? meta('datePublished') ?? meta('date') ?? time
  return {
    title: page.querySelector('h1')?.textContent?.trim() || meta('og:title') || page.title.trim() || null,
    // As it is written: the outlet's own day, whatever the zone of this machine.
    published: /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0] ?? null,
    outlet: meta('og:site_name'),
    url: page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url'),
    language: /^[a-z]{2,3}/.exec(page.documentElement.lang.toLowerCase())?.[0] ?? null,
  }
}
