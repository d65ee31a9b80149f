/** The shown series once more, under the codebook it is held against; nothing is asked where there is none. */
import { type CombinedError, useQuery } from 'urql'
import type { RelationView } from '../../server/figure/address/view.ts'
import { relationVariables } from '../../server/figure/figure.ts'
import { UnderCodebookDocument, type UnderCodebookQuery } from '../../server/figure/generated/documents.ts'

type Series = NonNullable<UnderCodebookQuery['relation']>['series']

export function useUnderCodebook(
  slug: string,
  view: RelationView,
): { series: Series | null; error: CombinedError | null } {
  const { stanceBucket: _, ...variables } = relationVariables(slug, {
    ...view,
    codebook: view.against ?? view.codebook,
  })
  const [{ data, error }] = useQuery({ query: UnderCodebookDocument, variables, pause: view.against === null })
  const held = view.against === null ? null : (data?.relation?.series ?? null)
  return { series: held, error: view.against === null ? null : (error ?? null) }
}
