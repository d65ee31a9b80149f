/** Relations made ready for any weights, each once for a codebook and its base: another pin does not prepare the others again. */
import { useMemo, useRef } from 'react'
import { type LabCodebook, type LabRelation, type Pinned, pinnedOf } from './Lab.rows.ts'

export interface Prepared {
  /** Under the codebook that is weighed. */
  readonly pinned: Pinned
  /** Under the version that it is held against. */
  readonly was: Pinned
}

export function usePrepared(
  loaded: ReadonlyMap<string, LabRelation>,
  codebook: LabCodebook,
  base: LabCodebook,
): ReadonlyMap<string, Prepared> {
  const kept = useRef({ codebook, base, made: new Map<LabRelation, Prepared>() })
  return useMemo(() => {
    if (kept.current.codebook !== codebook || kept.current.base !== base) {
      kept.current = { codebook, base, made: new Map() }
    }
    const { made } = kept.current
    const preparedOf = (relation: LabRelation): Prepared => {
      const own = pinnedOf(relation, codebook)
      return { pinned: own, was: codebook === base ? own : pinnedOf(relation, base) }
    }
    return new Map(
      [...loaded].map(([slug, relation]) => {
        const known = made.get(relation) ?? preparedOf(relation)
        made.set(relation, known)
        return [slug, known] as const
      }),
    )
  }, [loaded, codebook, base])
}
