/** What a mutation made; or the sentences of its refusal. */
import type { CombinedError } from 'urql'

interface Answer<D> {
  readonly data?: D | undefined
  readonly error?: CombinedError | undefined
}

type Payloads = Readonly<Record<string, { readonly userErrors: readonly { readonly message: string }[] }>>

/** What was made; where it was refused, the sentences are told and null is given. */
export function told<D extends Payloads, T>(
  { data, error }: Answer<D>,
  take: (data: D | undefined) => T | null | undefined,
  tell: (refusals: readonly string[]) => void,
): T | null {
  const made = take(data)
  if (made) return made
  const refused = Object.values(data ?? {}).flatMap((payload) => payload.userErrors.map((e) => e.message))
  const failed = error?.graphQLErrors.map((e) => e.message) ?? []
  tell([...refused, ...failed].length > 0 ? [...refused, ...failed] : [error?.message ?? ''])
  return null
}
