/**
 * Refusals of the domain as GraphQL errors, and the rule that nothing internal leaves: an error that nobody meant for
 * a client is logged here and answered with its request id alone.
 */
import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { DomainError, isRefusal, type Refusal, sentenceOf } from '../domain/error.ts'

/** A refusal as an error whose extensions carry code, value, rule and cure. */
export function errorOf(r: Refusal): GraphQLError {
  return new GraphQLError(sentenceOf(r), { extensions: { code: r.code, value: r.value, rule: r.rule, cure: r.cure } })
}

/** The value, or the refusal thrown as a GraphQL error. */
export function accepted<T>(x: T | Refusal): T {
  if (isRefusal(x)) throw errorOf(x)
  return x
}

/** What a client sees of an error; `log` gets what it must not see. */
export function formatErrors(log: (error: unknown) => void) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = unwrapResolverError(error)
    if (original instanceof DomainError) return { ...formatted, ...errorOf(original.refusal).toJSON() }
    if (original instanceof GraphQLError) return formatted
    if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') return formatted
    log(original)
    return {
      message:
        'The server failed to answer this. Nothing was changed. Try again, and report the request id if it stays.',
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    }
  }
}
