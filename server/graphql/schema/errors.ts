/**
 * Refusals of the domain as GraphQL errors, and the rule that nothing internal leaves: an error that nobody meant for
 * a client is logged here and answered with its request id alone.
 */
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { DomainError, isRefusal, REFUSAL_CODES, type Refusal, sentenceOf } from '../../domain/error.ts'

export const FAILED =
  'The server failed to answer this. Nothing was changed. Try again, and report the request id if it stays.'

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
    if (formatted.message === FAILED) return formatted
    const chain = chainOf(error)
    const cause = chain.at(-1)
    if (cause instanceof DomainError) {
      const { message, extensions } = errorOf(cause.refusal)
      return { ...formatted, message, extensions }
    }
    const unsent = UNSENT.get(formatted.message)
    if (unsent !== undefined)
      return { message: `${formatted.message}. ${unsent}.`, extensions: { code: 'BAD_REQUEST' } }
    // One without a code was made by graphql-js while executing: a resolver's value of a wrong kind, say.
    const internal = formatted.extensions?.code === 'INTERNAL_SERVER_ERROR' && !/^Argument "/.test(formatted.message)
    if (internal || !(cause instanceof GraphQLError)) {
      log(cause)
      const code = 'INTERNAL_SERVER_ERROR'
      return { message: FAILED, ...(formatted.path ? { path: formatted.path } : {}), extensions: { code } }
    }
    // A refused value keeps the domain's code, whether it came as a literal, as a variable or to a resolver.
    const refused =
      formatted.extensions?.code === 'INTERNAL_SERVER_ERROR'
        ? 'BAD_USER_INPUT'
        : chain.map((e) => (e as GraphQLError).extensions.code).find(isRefusalCode)
    // Its message is a word of the protocol, by which clients know to send the text.
    const unknown = formatted.extensions?.code === 'PERSISTED_QUERY_NOT_FOUND' ? UNKNOWN_DOCUMENT : {}
    const extensions = { ...formatted.extensions, ...unknown, ...(refused === undefined ? {} : { code: refused }) }
    return { ...formatted, message: withCure(formatted.message), extensions }
  }
}

/** Apollo gives these no code, as if they were its own failures. */
const UNSENT = new Map([
  ['provided sha does not match query', 'Send the SHA-256 of the text in hexadecimal, or one of the two alone'],
  ['Unsupported persisted query version', 'Send extensions.persistedQuery as {version: 1, sha256Hash: "…"}'],
])

const UNKNOWN_DOCUMENT = {
  rule: 'no document of this hash is known here',
  cure: 'Send the text of the document; a page that was built for another version is to be loaded anew',
}

/** The error and what caused it, the first cause last. */
function chainOf(error: unknown): unknown[] {
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

/** graphql-js says which rule was broken, but not always what to do about it. */
const CURES: readonly (readonly [RegExp, string])[] = [
  [
    /OneOf Input Object|for OneOf type|"\w+By\.\w+" must be non-null/i,
    'Give one of its fields, by slug or by two parties for a relation, and leave the others out.',
  ],
  [/contains more that \d+ tokens/, 'Split it into several requests.'],
]

function withCure(message: string): string {
  const cure = CURES.find(([pattern]) => pattern.test(message))?.[1]
  return cure === undefined ? message : `${message.replace(/\.?$/, '.')} ${cure}`
}
