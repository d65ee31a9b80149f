/**
 * Answers kept for the next who asks the same: between two revisions the record answers a stranger's question always
 * alike. Only theirs are kept, for what users see hangs on who they are, and drafts and accounts change without a revision.
 * Limits, cost and access are looked at before, as for any other question.
 */
import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server'
import { LRUCache } from 'lru-cache'
import type { Context } from '../schema/context.ts'

type Data = Record<string, unknown>

/** A longer question is not asked twice. */
const LONGEST_KEY = 10_000
/** What a character of an answer's text takes as objects on the heap, about. */
const CHARACTER_BYTES = 4

export function kept(megabytes: number): readonly ApolloServerPlugin<Context>[] {
  if (megabytes === 0) return []
  const answers = new LRUCache<string, Data>({
    maxSize: megabytes * 1_000_000,
    sizeCalculation: (data, key) => CHARACTER_BYTES * JSON.stringify(data).length + 2 * key.length,
  })
  return [
    {
      async requestDidStart() {
        let key: string | null = null
        let found: Data | undefined
        return {
          async responseForOperation(request) {
            key = keyOf(request)
            found = key === null ? undefined : answers.get(key)
            if (found === undefined) return null
            return { http: request.response.http, body: { kind: 'single', singleResult: { data: found } } }
          },
          async willSendResponse({ response: { body }, contextValue: { beside } }) {
            if (key === null || found !== undefined || beside.read || body.kind !== 'single') return
            const { data, errors } = body.singleResult
            if (data && errors === undefined) answers.set(key, data)
          },
        }
      },
    },
  ]
}

/** All that the answer depends on; null where it is not to be kept. */
function keyOf({ operation, operationName, queryHash, request, contextValue }: GraphQLRequestContext<Context>) {
  const { caller, reading, revision, at } = contextValue
  if (operation?.operation !== 'query' || caller.role !== null || caller.refused !== null) return null
  if (reading === 'CLOSED') return null
  try {
    const key = JSON.stringify([queryHash, operationName, request.variables ?? null, revision, at])
    return key.length > LONGEST_KEY ? null : key
  } catch {
    // Lists in lists in lists, deeper than the stack.
    return null
  }
}
