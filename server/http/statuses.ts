/**
 * The status of an answer without data. As released (September 2026): 400 for what cannot be read, 422 for what fails
 * validation or coercion or passes a limit, whatever the client accepts. In the drafts before: 400, and 200 for a client
 * that takes application/json alone.
 */
import type { ApolloServerPlugin, BaseContext } from '@apollo/server'
import type { Transport } from '../config.ts'
import { acceptedType, JSON_TYPE } from './accept.ts'

/** Codes of requests that could not be read, or whose operation could not be found. */
const UNREADABLE = new Set(['GRAPHQL_PARSE_FAILED', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE'])

export function statused({ statuses }: Transport): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response: { http, body } }) {
          if (body.kind !== 'single' || body.singleResult.data !== undefined) return
          const code = String(body.singleResult.errors?.[0]?.extensions?.code)
          // Apollo answers it with 200, as its first clients wished.
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
