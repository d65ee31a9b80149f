/**
 * The name a codebook version cannot lie about: a hash of its content. Two files that say the same, in whatever order
 * and layout, have the same hash; one thousandth of one weight gives another.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Codebook } from './codebook.ts'

/**
 * SHA-256, hexadecimal, over the canonical JSON of name, version, note, tags in the order of their codes (the CAMEO
 * codes of each in order too), and method.
 */
export function hashOf(codebook: Omit<Codebook, 'hash'>): string {
  const { name, version, note, tags, method } = codebook
  const inOrder = tags
    .map((tag) => ({ ...tag, cameo: [...tag.cameo].sort(byUnit) }))
    .sort((a, b) => byUnit(a.code, b.code))
  return bytesToHex(sha256(utf8ToBytes(canonical({ name, version, note, tags: inOrder, method }))))
}

/** JSON without white space, the keys of every object in order. Numbers as ECMAScript writes them: one text a value. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const pairs = Object.entries(value).sort(([a], [b]) => byUnit(a, b))
  return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

/** By code unit, the same on every machine and in every language. What is sorted here is never twice the same. */
function byUnit(a: string, b: string): number {
  return a < b ? -1 : 1
}
