/** Feeds text to an importer, as a file would be fed. */
import type { Directory } from '../../server/domain/directory/directory.ts'
import type { Imported, Importer } from '../../server/ingest/importer.ts'
import { SHIPPED_CODEBOOKS } from '../../server/ingest/shipped/codebooks.ts'
import { shippedDirectory } from '../../server/ingest/shipped/reference.ts'

/** Bytes in portions of a few, so that lines and letters are torn apart. */
export async function* portions(text: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}

export async function read(
  importer: Importer,
  text: string | Uint8Array,
  directory: Directory = shippedDirectory(),
  size?: number,
): Promise<Imported[]> {
  const all: Imported[] = []
  const codebook = SHIPPED_CODEBOOKS[0] ?? null
  for await (const portion of importer(portions(text, size), { directory, codebook })) all.push(...portion)
  return all
}

/** `source → target code`, `↔` for mutual; `line column reason` for what was left out. */
export function told(found: readonly Imported[]): string[] {
  return found.map((x) => {
    if (x.kind === 'rejected') return `line ${x.line}${x.column === null ? '' : ` ${x.column}`}: ${x.reason}`
    if (x.kind === 'mirrored') return `line ${x.line}: other half`
    return `${x.row.source} ${x.row.mutual ? '↔' : '→'} ${x.row.target} ${x.row.leaf}`
  })
}

export const MATERIAL = process.env.DETENTE_MATERIAL
