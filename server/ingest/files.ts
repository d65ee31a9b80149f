/** The tables that are shipped beside the program, read from the source tree: the compiler copies none of them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../config.ts'

export function referencePath(name: string): string {
  return join(root, 'server', 'ingest', 'reference', name)
}

export function referenceText(name: string): string {
  return readFileSync(referencePath(name), 'utf8')
}
