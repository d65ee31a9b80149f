/**
 * The HTTP status of an answer without data. GraphQL over HTTP as released (September 2026): 400 if the request cannot be
 * parsed, 422 if it fails validation or coercion or exceeds a limit. The drafts before: 400, or 200 for a client that
 * accepts only application/json.
 */
import type { ApolloServerPlugin, BaseContext } from '@apollo/server'
import type { Transport } from '../config.ts'
import { acceptedType, JSON_TYPE } from './accept.ts'

/** Error codes of requests that could not be parsed, or whose operation was not found. */
const UNREADABLE = new Set(['GRAPHQL_PARSE_FAILED', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE'])

export function setStatus({ statuses }: Transport): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response: { http, body } }) {
          if (body.kind !== 'single' || body.singleResult.data !== undefined) return
          const code = String(body.singleResult.errors?.[0]?.extensions?.code)
          // Apollo answers this error with 200, for its first clients.
          if (code === 'PERSISTED_QUERY_NOT_FOUND' && statuses === 'RELEASED') http.status = 422
          if (http.status !== 400 && http.status !== 422) return
          if (statuses === 'RELEASED') http.status = UNREADABLE.has(code) ? 400 : 422
          else if (code === 'BAD_REQUEST') http.status = 400
          else http.status = acceptedType(request.http?.headers.get('accept')) === JSON_TYPE ? 200 : 400
        },
      }
    },
  }
}
