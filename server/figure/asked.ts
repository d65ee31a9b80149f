/**
 * A query, mutation or subscription as the page holds it: its kind, its name and the SHA-256 of its text, which the server knows. A client
 * takes it for a document and never looks inside.
 */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'

export function asked<Data, Variables>(
  operation: 'query' | 'mutation' | 'subscription',
  name: string,
  hash: string,
): TypedDocumentNode<Data, Variables> {
  const selectionSet = { kind: 'SelectionSet', selections: [] }
  const definition = { kind: 'OperationDefinition', operation, name: { kind: 'Name', value: name }, selectionSet }
  return { kind: 'Document', documentId: hash, definitions: [definition] } as unknown as TypedDocumentNode<
    Data,
    Variables
  >
}

/** Its hash; null for a document that is no `asked`. */
export function hashOf(document: object): string | null {
  return 'documentId' in document && typeof document.documentId === 'string' ? document.documentId : null
}
