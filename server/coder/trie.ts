/** Names by their first words: the longest known name that begins at a word. Keys are those of domain/directory nameKey. */
import { nameKey } from '../domain/directory/directory.ts'

/** A piece of a word as names are compared, by the number of its key, and the word it is from. */
export interface Atom {
  /** Key of names.length, or NO_KEY where no name has such a piece. */
  readonly key: number
  readonly word: number
}

interface Node<T> {
  readonly next: Map<number, Node<T>>
  readonly values: T[]
}

/** The keys of all names that were added anywhere: numbers are compared faster than words. */
const NUMBERS = new Map<string, number>()
const NO_KEY = -1

function numberOf(key: string): number {
  const known = NUMBERS.get(key)
  if (known !== undefined) return known
  NUMBERS.set(key, NUMBERS.size)
  // Words that had no key may have one now.
  if (KEYS.size > 0) KEYS.clear()
  return NUMBERS.size - 1
}

export class Trie<T> {
  private readonly root: Node<T> = { next: new Map<number, Node<T>>(), values: [] }

  add(name: string, value: T): void {
    let node = this.root
    for (const piece of piecesOf(name)) {
      const key = numberOf(piece)
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

function piecesOf(name: string): readonly string[] {
  if (name.length > 200) return []
  const key = nameKey(name.replace(/^the\s+/i, ''))
  return key.split(' ').filter((piece) => piece !== '')
}

const KEYS = new Map<string, readonly number[]>()

/** Keys of a word; remembered, for the words of a language are few. */
function keysOf(word: string): readonly number[] {
  const known = KEYS.get(word)
  if (known) return known
  const keys = piecesOf(word).map((piece) => NUMBERS.get(piece) ?? NO_KEY)
  if (KEYS.size > 50_000) KEYS.clear()
  KEYS.set(word, keys)
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
