/** The thin loader of the widgets: one request for the numbers of one relation, as the page would ask for them. */

import type { RelationView } from '../../server/figure/address/view.ts'
import type { RelationData } from '../../server/figure/figure.ts'

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
