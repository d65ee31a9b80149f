/** The thin loader of DyadMatrix: one question to the API, with the query of the Matrix page. */
import { print } from 'graphql/language/printer.js'
import type { MatrixPageQuery, MatrixPageQueryVariables } from '../../server/figure/generated/documents.ts'
import { MatrixPageDocument } from '../../server/figure/generated/trees.ts'

/**
 * Who does what to whom among some actors on a day (`YYYY-MM-DD`). From a page of another origin the server must name
 * that origin in CORS_ORIGINS. Rejects with the server's sentence where it refuses.
 */
export async function loadMatrix(
  origin: string,
  variables: MatrixPageQueryVariables,
): Promise<MatrixPageQuery['matrix']> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(MatrixPageDocument), variables }),
  })
  const { data, errors } = (await response.json()) as {
    readonly data?: MatrixPageQuery | null
    readonly errors?: readonly { readonly message: string }[]
  }
  if (!data) throw new Error(errors?.[0]?.message ?? `The server answered ${response.status}.`)
  return data.matrix
}
