/**
 * Trusted documents: the queries of our own page, identified by the SHA-256 of their texts. A client sends the hash in
 * `extensions.persistedQuery` (version 1, Apollo's persisted queries) instead of the text, also by GET. They are validated
 * when the page is built, so the limits on the shape of a document do not apply to them; cost and rate limits do.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InMemoryLRUCache, type KeyValueCache } from '@apollo/utils.keyvaluecache'
import { type DocumentNode, parse } from 'graphql'
import { root } from '../config.ts'

const FILE = join(root, 'server', 'figure', 'generated', 'trusted.json')
/** Size of the LRU cache of parsed and validated documents that were sent as text; Apollo's own default. */
const CACHE_BYTES = 30 * 1024 * 1024

/** Reads the trusted documents that the build wrote. */
export function readTrustedDocuments(file = FILE): TrustedDocuments {
  return new TrustedDocuments(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
}

export class TrustedDocuments {
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

  /** Apollo's store of persisted queries. It is read-only: a client that sends a hash with its text adds nothing. */
  get persisted(): KeyValueCache<string> {
    // Apollo adds a prefix to the hash.
    return { get: async (key) => this.text(hashIn(key)), set: async () => undefined, delete: async () => true }
  }

  /** Apollo's cache of documents that are parsed and validated. */
  documentStore(): KeyValueCache<DocumentNode> {
    const others = new InMemoryLRUCache<DocumentNode>({
      maxSize: CACHE_BYTES,
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
