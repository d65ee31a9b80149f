/** What the lists of events and statements are asked with: the view's range, direction and families. */
import { instantOf, rangeArguments } from './arguments.ts'
import type { RelationView } from './view.ts'

export const PAGE = 50

export function listArguments(slug: string, view: RelationView, after: string | null) {
  return {
    slug,
    ...rangeArguments(view),
    direction: view.direction,
    view: view.view,
    quads: view.quads,
    codebook: view.codebook,
    asOf: instantOf(view.asOf),
    first: PAGE,
    after,
  }
}
