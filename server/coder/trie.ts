/** Names by their first words: the longest known name that begins at a word. Keys are those of domain/directory nameKey. */
import { nameKey } from '../domain/directory.ts'

/** A piece of a word as names are compared, and the word it is from. */
export interface Atom {
  readonly key: string
  readonly word: number
}

interface Node<T> {
  readonly next: Map<string, Node<T>>
  readonly values: T[]
}

export class Trie<T> {
  private readonly root: Node<T> = { next: new Map(), values: [] }

  add(name: string, value: T): void {
    let node = this.root
    for (const key of keysOf(name)) {
      let next = node.next.get(key)
      if (!next) {
        next = { next: new Map(), values: [] }
        node.next.set(key, next)
      }
      node = next
    }
    if (node !== this.root) node.values.push(value)
  }

  /** The values under the longest name that begins at atom `at` and pleases; `to` is the atom after it. */
  longest(atoms: readonly Atom[], at: number, pleases: (value: T, to: number) => boolean): Found<T> | null {
    let node: Node<T> | undefined = this.root
    let found: Found<T> | null = null
    for (let i = at; i < atoms.length; i++) {
      node = node.next.get((atoms[i] as Atom).key)
      if (!node) break
      if (node.values.length === 0) continue
      const to = i + 1
      const values = node.values.filter((value) => pleases(value, to))
      if (values.length > 0) found = { values, to: i + 1 }
    }
    return found
  }
}

export interface Found<T> {
  readonly values: readonly T[]
  readonly to: number
}

const KEYS = new Map<string, readonly string[]>()

/** Keys of a name or of a word; remembered, for the words of a language are few. */
export function keysOf(name: string): readonly string[] {
  const known = KEYS.get(name)
  if (known) return known
  const keys =
    name.length > 200
      ? []
      : nameKey(name.replace(/^the\s+/i, ''))
          .split(' ')
          .filter((key) => key !== '')
  if (KEYS.size > 50_000) KEYS.clear()
  KEYS.set(name, keys)
  return keys
}

/** The atoms of some words' texts, or of their lemmas. */
export function atomsOf(
  words: readonly { readonly text: string; readonly lemma: string }[],
  by: 'text' | 'lemma' = 'text',
): Atom[] {
  const atoms: Atom[] = []
  for (let word = 0; word < words.length; word++) {
    const { text, lemma } = words[word] as { text: string; lemma: string }
    for (const key of keysOf(by === 'text' ? text : lemma)) atoms.push({ key, word })
  }
  return atoms
}
