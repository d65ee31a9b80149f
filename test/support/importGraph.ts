/** The imports between our own files as a graph: its circles, how full folders are, re-exports, and names in comments. */
import path from 'node:path'
import { codeOf, files, importsOf, textOf } from './architecture.ts'

/** Source files that one folder may hold. */
export const MAX_FILES = 40
/** Exempt from circles and from the size of folders until it is laid out anew: the coder and its tests. */
const EXEMPT = /^(server|test)\/coder\//

export type ImportGraph = ReadonlyMap<string, readonly string[]>

/** Each of our files with those of ours that it imports, for their values or for their types alone. */
export function importGraph(): ImportGraph {
  const known = new Set(files)
  return new Map(
    files.map((file) => [
      file,
      importsOf(textOf(file))
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, '')))
        .filter((target) => known.has(target)),
    ]),
  )
}

/** Circles of imports, each as the files on the way round; of several through one file, the first found. */
export function circlesOf(graph: ImportGraph): string[][] {
  const circles: string[][] = []
  const finished = new Set<string>()
  const visit = (file: string, way: readonly string[]) => {
    const start = way.indexOf(file)
    if (start !== -1) circles.push([...way.slice(start), file])
    if (start !== -1 || finished.has(file)) return
    for (const target of graph.get(file) ?? []) visit(target, [...way, file])
    finished.add(file)
  }
  for (const file of graph.keys()) if (!EXEMPT.test(file)) visit(file, [])
  return circles.filter((circle) => !circle.every((file) => EXEMPT.test(file)))
}

/** Folders with more source files than one may hold. */
export function crowdedFolders(names: readonly string[]): string[] {
  const count = new Map<string, number>()
  for (const file of names.filter((name) => !EXEMPT.test(name))) {
    const folder = path.posix.dirname(file)
    count.set(folder, (count.get(folder) ?? 0) + 1)
  }
  return [...count].filter(([, n]) => n > MAX_FILES).map(([folder, n]) => `${folder}: ${n} files; at most ${MAX_FILES}`)
}

/** What a file passes on from another file of ours: a barrel, or the beginning of one. */
export function reexportsOf(source: string): string[] {
  return [
    ...codeOf(source).matchAll(/^export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s*(?:as\s+\w+\s*)?from\s*'(\..+?)'/gm),
  ].map((match) => match[1] as string)
}

/** Files that a comment names and that do not exist: it was moved, and the comment was not. */
export function staleMentions(source: string, known: readonly string[]): string[] {
  const code = codeOf(source)
  // What the code lacks is comment.
  const comments = [...source].map((letter, at) => (code[at] === letter && letter !== '\n' ? ' ' : letter)).join('')
  return [...comments.matchAll(/(?<![\w/.$*-])((?:[\w-]+\/)*[A-Za-z][\w.-]*\.(?:tsx?|mjs))\b/g)]
    .map((match) => match[1] as string)
    .filter((name) => !known.some((file) => file === name || file.endsWith(`/${name}`)))
}
