// @vitest-environment jsdom
import { File } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOfHeader, textOfMail } from '../../../web/pages/desk/intake/eml.ts'
import { textOfHtml } from '../../../web/pages/desk/intake/html.ts'
import { textOfFile } from '../../../web/pages/desk/intake/intake.ts'
import { paragraphsOf, type Run } from '../../../web/pages/desk/intake/pdf.ts'

const file = (name: string, ...parts: (string | Uint8Array)[]) =>
  new File(parts as never, name) as unknown as globalThis.File
const bytes = (text: string) => new TextEncoder().encode(text)

/** One line of a page, 12 high unless said otherwise. */
const line = (str: string, y: number, height = 12): Run => ({ str, y, height, hasEOL: true })

describe('a mail', () => {
  const mail = [
    'From: "The Strelsau Herald" <news@example.org>',
    'Subject: =?utf-8?Q?Ruritania_=E2=80=93_talks?=',
    'Date: Tue, 3 Mar 1998 23:10:00 -0500',
    'MIME-Version: 1.0',
  ]

  it('gives its words, its subject as title, its sender as outlet, and the day it says itself', async () => {
    const text = [...mail, 'Content-Type: text/plain; charset=utf-8', '', 'Ruritania and Syldavia met.'].join('\r\n')
    expect(await textOfFile(file('alert.eml', text))).toEqual({
      text: 'Ruritania and Syldavia met.',
      title: 'Ruritania – talks',
      outlet: 'The Strelsau Herald',
      // In Greenwich it was the fourth already.
      published: '1998-03-03',
    })
  })

  it('is known by its headers whatever it is called, and read from its HTML where it has no other words', async () => {
    const html = '<article><p>Ruritania <b>and</b> Syldavia met.</p><script>x()</script></article>'
    const text = [...mail, 'Content-Type: text/html; charset=utf-8', '', html].join('\r\n')
    expect(await textOfFile(file('saved.txt', text))).toMatchObject({ text: 'Ruritania and Syldavia met.' })
  })

  it('without words is refused with what to do', async () => {
    const empty = await textOfMail(bytes([...mail, '', ''].join('\r\n')), 'alert.eml')
    expect(empty).toEqual({ refusal: 'alert.eml: the mail holds no words. Open it, copy the article and paste it.' })
  })

  it('has a day only where its header is one', () => {
    expect(dayOfHeader('3 Mar 1998 00:00 GMT')).toBe('1998-03-03')
    expect(dayOfHeader('yesterday')).toBeNull()
    expect(dayOfHeader(undefined)).toBeNull()
  })
})

describe('a page of a PDF', () => {
  it('has its lines put together to paragraphs, and words parted at a line’s end made whole', () => {
    const page = [
      line('Talks in Strelsau', 760, 20),
      line('Ruritania and Syldavia agreed on a cease-', 720),
      line('fire, the minis-', 706),
      line('ters said on Tuesday.', 692),
      // More than a line's height below.
      line('Borduria was not asked.', 664),
    ]
    expect(paragraphsOf([page])).toEqual([
      'Talks in Strelsau',
      'Ruritania and Syldavia agreed on a ceasefire, the ministers said on Tuesday.',
      'Borduria was not asked.',
    ])
  })

  it('goes on over the end of a page where no sentence ends there', () => {
    const over = (last: string) => paragraphsOf([[line(last, 40)], [line('of the border.', 760)]])
    expect(over('They spoke')).toEqual(['They spoke of the border.'])
    expect(over('They spoke.')).toEqual(['They spoke.', 'of the border.'])
  })

  it('keeps every word, in the order of the file', () => {
    const runs = fc.array(
      fc.record({
        str: fc.constantFrom('one', ' two ', 'three', ' '),
        y: fc.integer({ min: 0, max: 800 }),
        height: fc.integer({ min: 0, max: 30 }),
        hasEOL: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(fc.array(runs, { maxLength: 4 }), (pages) => {
        const words = pages.map((page) => page.map((run) => run.str + (run.hasEOL ? '\n' : '')).join('')).join('\n')
        expect(paragraphsOf(pages).join('\n').match(/\S+/g)).toEqual(words.match(/\S+/g))
      }),
    )
  })
})

describe('a page of HTML', () => {
  it('gives the words of its article, and what it says of itself', () => {
    const html = `<html lang="en-GB"><head><title>Talks | Herald</title><meta property="og:site_name" content="The Herald">
      <meta property="article:published_time" content="1998-03-03T23:10:00-05:00">
      <link rel="canonical" href="https://herald.example/talks"></head><body><nav><p>Home</p></nav>
      <article><h1>Talks in Strelsau</h1><p>Ruritania and\n Syldavia met.</p><figure><figcaption>The hall</figcaption></figure>
      <ul><li><p>One point</p></li></ul></article><footer><p>Imprint</p></footer></body></html>`
    expect(textOfHtml(html)).toEqual({
      text: 'Talks in Strelsau\n\nRuritania and Syldavia met.\n\nOne point',
      ...{ title: 'Talks in Strelsau', outlet: 'The Herald', published: '1998-03-03', language: 'en' },
      url: 'https://herald.example/talks',
    })
    expect(textOfHtml('<p>Words</p>')).toMatchObject({ text: 'Words', title: null, published: null, outlet: null })
  })
})

describe('a file', () => {
  it('that is too large, or holds no words, is refused by its name with what to do', async () => {
    const large = await textOfFile(file('book.txt', new Uint8Array(2_000_001)))
    expect(large).toEqual({
      refusal: 'book.txt: it has 2000001 bytes, and an article at most 2000000. Give one article.',
    })
    const picture = await textOfFile(file('photo.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff])))
    expect(picture).toMatchObject({
      refusal: expect.stringMatching(/^photo\.txt: it is no PDF or mail.* paste them\.$/),
    })
    expect(textOfHtml('<html><body><script>1</script></body></html>')).toHaveProperty('refusal')
  })
})
