/** The pinned relations' cells, asked for one by one and kept: another pin does not ask for the others again. */
import { useEffect, useState } from 'react'
import { type CombinedError, useClient } from 'urql'
import { LabRelationDocument } from '../../../server/figure/generated/documents.ts'
import type { LabRelation } from './Lab.rows.ts'

export interface Pins {
  /** By slug; what is missing is on its way. */
  readonly loaded: ReadonlyMap<string, LabRelation>
  readonly error: CombinedError | null
}

export function useLabRelations(slugs: readonly string[], codebook: string): Pins {
  const client = useClient()
  const [pins, setPins] = useState<Pins>({ loaded: new Map(), error: null })
  const asked = slugs.join('~')
  useEffect(() => {
    let gone = false
    for (const slug of asked === '' ? [] : asked.split('~')) {
      void client
        .query(LabRelationDocument, { slug, codebook })
        .toPromise()
        .then(({ data, error }) => {
          if (gone) return
          const relation = data?.relation
          if (relation) setPins((known) => ({ ...known, loaded: new Map(known.loaded).set(slug, relation) }))
          else if (error) setPins((known) => ({ ...known, error }))
        })
    }
    return () => {
      gone = true
    }
  }, [client, asked, codebook])
  return pins
}
