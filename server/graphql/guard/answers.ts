/**
 * A cache of answers to anonymous callers: between two revisions the same query has the same answer. Answers to users are
 * not cached, because they depend on the user, and because drafts and accounts change without a revision. Limits, cost and
 * access are checked before, as for any other query.
 */
import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server'
import { LRUCache } from 'lru-cache'
import type { Context } from '../schema/context.ts'

type Data = Record<string, unknown>

/** Longer keys are not cached; such queries are hardly repeated. */
const MAX_KEY_LENGTH = 10_000
/** Approximate heap size of a parsed answer for each character of its JSON text. */
const CHARACTER_BYTES = 4

export function cacheAnswers(megabytes: number): readonly ApolloServerPlugin<Context>[] {
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
          async willSendResponse({ response: { body }, contextValue: { unversioned } }) {
            if (key === null || found !== undefined || unversioned.read || body.kind !== 'single') return
            const { data, errors } = body.singleResult
            if (data && errors === undefined) answers.set(key, data)
          },
        }
      },
    },
  ]
}

/** The cache key: everything that the answer depends on. Null if the answer must not be cached. */
function keyOf({ operation, operationName, queryHash, request, contextValue }: GraphQLRequestContext<Context>) {
  const { caller, reading, revision, at } = contextValue
  if (operation?.operation !== 'query' || caller.role !== null || caller.refused !== null) return null
  if (reading === 'CLOSED') return null
  try {
    const key = JSON.stringify([queryHash, operationName, request.variables ?? null, revision, at])
    return key.length > MAX_KEY_LENGTH ? null : key
  } catch {
    // The variables are nested deeper than the stack allows.
    return null
  }
}
