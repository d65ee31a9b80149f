/** The words of a PDF: its lines put together to paragraphs again. The reader is loaded when the first one is dropped. */
import type { PDFPageProxy, TextItem } from 'pdfjs-dist/types/src/display/api.js'
import type { Taken } from './takenText.ts'

/** More is a book. */
const MOST_PAGES = 60

/** One run of letters on a page: its words, its baseline from below, its height, and whether its line ends with it. */
export type Run = Pick<TextItem, 'str' | 'hasEOL' | 'height'> & { readonly y: number }

export async function textOfPdf(bytes: Uint8Array, name: string): Promise<Taken> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist')
  GlobalWorkerOptions.workerSrc = (await import('pdfjs-dist/build/pdf.worker.min.mjs?url')).default
  // What a page draws is not needed, nor are fonts of its own; nothing of it is executed.
  const loading = getDocument({ data: bytes, disableFontFace: true, useSystemFonts: true, isEvalSupported: false })
  try {
    const pdf = await loading.promise
    if (pdf.numPages > MOST_PAGES) {
      const rule = `it has ${pdf.numPages} pages, and an article at most ${MOST_PAGES}`
      return { refusal: `${name}: ${rule}. Copy the article from it and paste it.` }
    }
    const pages: Run[][] = []
    for (let i = 1; i <= pdf.numPages; i++) pages.push(await runsOf(await pdf.getPage(i)))
    const text = paragraphsOf(pages).join('\n\n')
    if (!/\p{L}/u.test(text)) {
      return {
        refusal: `${name}: its pages are pictures without letters. Open it, copy or type the words, and paste them.`,
      }
    }
    const { info } = (await pdf.getMetadata()) as { info: { Title?: string } }
    return { text, title: info.Title?.trim() || null }
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    const rule = locked ? 'it is locked by a password' : 'it is no PDF that can be read, or a damaged one'
    return { refusal: `${name}: ${rule}. Open it, copy the words and paste them.` }
  } finally {
    await loading.destroy()
  }
}

async function runsOf(page: PDFPageProxy): Promise<Run[]> {
  const { items } = await page.getTextContent()
  return items.flatMap((item) =>
    'str' in item ? [{ str: item.str, hasEOL: item.hasEOL, height: item.height, y: Number(item.transform[5]) }] : [],
  )
}

interface Line {
  readonly text: string
  readonly y: number
  readonly height: number
}

/** Lines closer than this, in heights of their letters, go on; a page's end goes on where no sentence ends. */
const CLOSE = 1.75
/** Of another size than this share apart, a line begins something else, such as the text below a headline. */
const OTHER_SIZE = 0.12

/** Paragraphs in the order in which the file has their letters. */
export function paragraphsOf(pages: readonly (readonly Run[])[]): string[] {
  const paragraphs: string[] = []
  let open: Line | null = null
  for (const [number, page] of pages.entries()) {
    const lines = linesOf(page)
    for (const [i, line] of lines.entries()) {
      const last: string = paragraphs.at(-1) ?? ''
      const over = i === 0 && number > 0
      const goes = open !== null && (over ? !/[.!?…”"]$/.test(last) : follows(open, line))
      if (goes) paragraphs[paragraphs.length - 1] = joined(last, line.text)
      else paragraphs.push(line.text)
      open = line
    }
  }
  return paragraphs
}

function linesOf(page: readonly Run[]): Line[] {
  const lines: Line[] = []
  let runs: Run[] = []
  const end = () => {
    const text = runs
      .map((run) => run.str)
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
    const heights = runs.map((run) => run.height)
    if (text !== '') lines.push({ text, y: runs[0]?.y ?? 0, height: Math.max(...heights) })
    runs = []
  }
  for (const run of page) {
    runs.push(run)
    if (run.hasEOL) end()
  }
  end()
  return lines
}

function follows(above: Line, line: Line): boolean {
  const size = Math.max(above.height, line.height, 1)
  return (
    above.y - line.y < CLOSE * size && above.y > line.y && Math.abs(above.height - line.height) <= OTHER_SIZE * size
  )
}

/** A word parted at the end of a line is whole again. */
function joined(text: string, line: string): string {
  return /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(line) ? text.slice(0, -1) + line : `${text} ${line}`
}
