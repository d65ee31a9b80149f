/** What the commands `export` and `import` do with codings and codebooks: which file, in which form, and what is told. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import type { Codebook } from '../../domain/codebook/codebook.ts'
import { parseCodebook } from '../../domain/codebook/parse.ts'
import { DomainError, type Refusal, refuse, sentenceOf } from '../../domain/error.ts'
import type { Database } from '../../store/database.ts'
import { codebooksAt, publishCodebook } from '../../store/directory.ts'
import { latestRevision } from '../../store/revision.ts'
import type { Rejected } from '../importer.ts'
import { codebookMarkdown, parseMarkdown } from './codebook.markdown.ts'
import { codedStatements } from './coded.read.ts'
import { type Placed, storeCoded } from './coded.store.ts'
import { type CodedFormat, codedHeader, codedText, readCoded } from './coded.text.ts'

/** Codings to a file whose name ends in .jsonl or .csv; answers how many statements. */
export async function exportCodings(db: Database, file: string): Promise<number> {
  const format = codedFormat(file)
  const out = createWriteStream(file)
  let n = 0
  const put = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain')
  }
  await put(codedHeader(format))
  for await (const coded of codedStatements(db, await latestRevision(db))) {
    await put(codedText(coded, format))
    n += 1
  }
  out.end()
  await once(out, 'finish')
  return n
}

export function importCodings(
  db: Database,
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  tell: (told: Placed | Rejected) => void,
) {
  return storeCoded(db, 'import', `codings of ${file}`, readCoded(bytes, codedFormat(file)), tell)
}

function codedFormat(file: string): CodedFormat {
  const found = /\.(jsonl|csv)(\.gz)?$/.exec(file)?.[1]
  if (found === 'jsonl' || found === 'csv') return found
  throw new DomainError(refuse('BAD_TEXT', file, 'codings are a .jsonl or a .csv', 'Give the file such a name'))
}

/** A codebook version as text, by the ending of the file. */
export function codebookText(codebook: Codebook, markdown: boolean): string {
  const { name, version, note, tags, method, hash } = codebook
  return markdown
    ? codebookMarkdown(codebook)
    : `${JSON.stringify({ name, version, note, tags, method, hash }, null, 2)}\n`
}

export async function exportCodebook(db: Database, asked: string, file: string): Promise<string> {
  const codebooks = await codebooksAt(db, await latestRevision(db))
  const found = codebooks.find((c) => c.version === asked) ?? codebooks.findLast((c) => c.name === asked)
  if (!found) {
    const cure = `Give one of ${codebooks.map((c) => c.version).join(', ')}`
    throw new DomainError(refuse('UNKNOWN_CODEBOOK', asked, 'no codebook of this name or version is published', cure))
  }
  await writeFile(file, codebookText(found, isMarkdown(file)))
  return found.version
}

/** Publishes the codebook of a file under the version it names; one that stands already is left as it is. All faults are told. */
export async function importCodebook(
  db: Database,
  file: string,
): Promise<{ readonly version: string; readonly stored: boolean } | readonly string[]> {
  const text = await readFile(file, 'utf8')
  const codebook = isMarkdown(file) ? parseMarkdown(text) : jsonCodebook(text)
  if (Array.isArray(codebook)) return codebook.map(sentenceOf)
  const stored = await db.write('import', `codebook ${codebook.version}`, async (tx) => {
    const standing = (await codebooksAt(tx, tx.revision)).find((c) => c.version === codebook.version)
    if (standing && standing.hash !== codebook.hash) {
      const rule = 'another codebook is published under this version, and a published version never changes'
      throw new DomainError(refuse('CONFLICT', codebook.version, rule, 'Give it the next number'))
    }
    return publishCodebook(tx, codebook)
  })
  return { version: codebook.version, stored }
}

function jsonCodebook(text: string): Codebook | Refusal[] {
  try {
    return parseCodebook(JSON.parse(text))
  } catch {
    return [refuse('BAD_TEXT', text, 'it is no JSON', 'Export one to see how it is written')]
  }
}

function isMarkdown(file: string): boolean {
  return file.endsWith('.md')
}
