/**
 * Refusals of the domain as GraphQL errors. Internal errors are logged and never sent: the client gets only the request id.
 */
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { DomainError, isRefusal, REFUSAL_CODES, type Refusal, sentenceOf } from '../../domain/error.ts'

export const FAILED =
  'The server failed to answer this. Nothing was changed. Try again, and report the request id if it stays.'

/** A refusal as a GraphQL error with code, value, rule and cure in its extensions. */
export function errorOf(r: Refusal): GraphQLError {
  return new GraphQLError(sentenceOf(r), { extensions: { code: r.code, value: r.value, rule: r.rule, cure: r.cure } })
}

/** Returns the value, or throws the refusal as a GraphQL error. */
export function orGraphQLError<T>(x: T | Refusal): T {
  if (isRefusal(x)) throw errorOf(x)
  return x
}

/** Formats errors for the client; `log` gets the internal ones. */
export function formatErrors(log: (error: unknown) => void) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    if (formatted.message === FAILED) return formatted
    const chain = causesOf(error)
    const cause = chain.at(-1)
    if (cause instanceof DomainError) {
      const { message, extensions } = errorOf(cause.refusal)
      return { ...formatted, message, extensions }
    }
    const cure = APOLLO_CURES.get(formatted.message)
    if (cure !== undefined) return { message: `${formatted.message}. ${cure}.`, extensions: { code: 'BAD_REQUEST' } }
    // An error without a code comes from graphql-js during execution, such as a resolver's value of a wrong type.
    const internal = formatted.extensions?.code === 'INTERNAL_SERVER_ERROR' && !/^Argument "/.test(formatted.message)
    if (internal || !(cause instanceof GraphQLError)) {
      log(cause)
      const code = 'INTERNAL_SERVER_ERROR'
      return { message: FAILED, ...(formatted.path ? { path: formatted.path } : {}), extensions: { code } }
    }
    // A refused value keeps the domain's code, whether it was a literal, a variable or an argument of a resolver.
    const refused =
      formatted.extensions?.code === 'INTERNAL_SERVER_ERROR'
        ? 'BAD_USER_INPUT'
        : chain.map((e) => (e as GraphQLError).extensions.code).find(isRefusalCode)
    // The message is part of the protocol: clients then send the text of the document.
    const unknown = formatted.extensions?.code === 'PERSISTED_QUERY_NOT_FOUND' ? UNKNOWN_DOCUMENT : {}
    const extensions = { ...formatted.extensions, ...unknown, ...(refused === undefined ? {} : { code: refused }) }
    return { ...formatted, message: addCure(formatted.message), extensions }
  }
}

/** Cures for errors of Apollo that have no code of their own. */
const APOLLO_CURES = new Map([
  ['provided sha does not match query', 'Send the SHA-256 of the text in hexadecimal, or one of the two alone'],
  ['Unsupported persisted query version', 'Send extensions.persistedQuery as {version: 1, sha256Hash: "…"}'],
])

const UNKNOWN_DOCUMENT = {
  rule: 'no document with this hash is known here',
  cure: 'Send the text of the document; reload a page that was built for another version',
}

/** The error and its causes, the root cause last. */
function causesOf(error: unknown): unknown[] {
  const chain = [error]
  for (let e = error; e instanceof GraphQLError && e.originalError; ) {
    e = e.originalError
    chain.push(e)
  }
  return chain
}

function isRefusalCode(code: unknown): boolean {
  return REFUSAL_CODES.some((known) => known === code)
}

/** Cures for errors of graphql-js, by a pattern of their message. */
const CURES: readonly (readonly [RegExp, string])[] = [
  [
    /OneOf Input Object|for OneOf type|"\w+By\.\w+" must be non-null/i,
    'Give one of its fields, by slug or by two parties for a relation, and leave the others out.',
  ],
  [/contains more that \d+ tokens/, 'Split it into several requests.'],
]

function addCure(message: string): string {
  const cure = CURES.find(([pattern]) => pattern.test(message))?.[1]
  return cure === undefined ? message : `${message.replace(/\.?$/, '.')} ${cure}`
}
