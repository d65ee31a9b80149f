/**
 * Trusted documents: the questions of our own page, known by the SHA-256 of their texts. A client sends the hash in
 * `extensions.persistedQuery` (version 1, as of Apollo's persisted queries) in place of the text, by GET too. They are
 * checked when the page is built, so that the limits on the shape of a document do not bind them; cost and rate do.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InMemoryLRUCache, type KeyValueCache } from '@apollo/utils.keyvaluecache'
import { type DocumentNode, parse } from 'graphql'
import { root } from '../config.ts'

const FILE = join(root, 'server', 'figure', 'generated', 'trusted.json')
/** Of documents sent as text, those read and checked are kept up to this size, as Apollo does by itself. */
const KEPT_BYTES = 30 * 1024 * 1024

/** By hash, as the build wrote them. */
export function readTrusted(file = FILE): Trusted {
  return new Trusted(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
}

export class Trusted {
  private readonly texts: ReadonlyMap<string, string>
  private readonly documents: ReadonlyMap<string, DocumentNode>

  constructor(texts: Readonly<Record<string, string>>) {
    this.texts = new Map(Object.entries(texts))
    this.documents = new Map(Object.entries(texts).map(([hash, text]) => [hash, parse(text)]))
  }

  has(hash: string | undefined): boolean {
    return hash !== undefined && this.texts.has(hash)
  }

  text(hash: string): string | undefined {
    return this.texts.get(hash)
  }

  document(hash: string): DocumentNode | undefined {
    return this.documents.get(hash)
  }

  /** Where Apollo looks up a hash that came without a text. Nothing is added: who sends a hash with a text teaches nothing. */
  get persisted(): KeyValueCache<string> {
    // Apollo puts a prefix before the hash.
    return { get: async (key) => this.text(hashIn(key)), set: async () => undefined, delete: async () => true }
  }

  /** Where Apollo looks for a document that needs no parsing and checking any more. */
  documentStore(): KeyValueCache<DocumentNode> {
    const others = new InMemoryLRUCache<DocumentNode>({
      maxSize: KEPT_BYTES,
      sizeCalculation: (document) => JSON.stringify(document).length,
    })
    return {
      get: async (key) => this.document(hashIn(key)) ?? others.get(key),
      set: async (key, document) => others.set(key, document),
      delete: async (key) => others.delete(key),
    }
  }
}

function hashIn(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1)
}
