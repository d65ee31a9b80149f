/** The thin loader of the widgets: one request for the numbers of one relation, as the page would ask for them. */
import { print } from 'graphql/language/printer.js'
import type { RelationData } from '../data/figure.ts'
import { MatrixPageDocument, type MatrixPageQuery, type MatrixPageQueryVariables } from '../data/generated/documents.ts'
import type { RelationView } from '../data/view.ts'

export interface LoadedFigure {
  readonly relation: RelationData
  readonly view: RelationView
}

/**
 * `search` is what stands after the `?` of the relation's page, with it or without. From a page of another origin the
 * server must name that origin in CORS_ORIGINS. Rejects with the server's sentence where it refuses.
 */
export async function loadFigure(origin: string, slug: string, search = ''): Promise<LoadedFigure> {
  const query = new URLSearchParams(search)
  query.set('notes', '0')
  const response = await fetch(`${origin}/data/${encodeURIComponent(slug)}.json?${query}`)
  const body = (await response.json()) as LoadedFigure & { readonly error?: string }
  if (!response.ok) throw new Error(body.error ?? `The server answered ${response.status}.`)
  return body
}

/**
 * Who does what to whom among some actors on a day (`YYYY-MM-DD`), for DyadMatrix: asked of the API itself, with the
 * query of the Matrix page. The same rule of origins holds.
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
