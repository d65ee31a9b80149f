/** What the record has of the document that is open: as it was when the page was opened, and again whenever it changes. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useClient } from 'urql'
import {
  DeskChangedDocument,
  DeskStandsDocument,
  type StandsFragment,
} from '../../../server/figure/generated/documents.ts'
import { followRecord } from '../../data/follow.ts'
import type { DeskData } from './item.ts'

export interface Standings {
  /** The document with what stands of it now. */
  readonly desk: DeskData
  /** The revision of the record that this is from; 0: that of the page's first question. */
  readonly revision: number
  /** Asks again; null where the server was not reached. */
  readonly reread: () => Promise<DeskData | null>
}

interface Read {
  readonly stands: StandsFragment | null
  readonly revision: number
}

export function useStands(asOpened: DeskData): Standings {
  // What is proposed stays as it was when the page was opened, though the question is asked again after every change.
  const [opened] = useState(asOpened)
  const client = useClient()
  const { id } = opened.document
  const [{ stands, revision }, setRead] = useState<Read>({ stands: null, revision: 0 })
  const desk = useMemo(() => (stands ? { ...opened, ...stands, document: opened.document } : opened), [opened, stands])
  const reread = useCallback(async () => {
    const { data, extensions } = await client.query(
      DeskStandsDocument,
      { document: id },
      { requestPolicy: 'network-only' },
    )
    const now = data?.desk
    if (!now) return null
    const revision = revisionIn(extensions)
    // Answers may overtake each other.
    setRead((last) => (revision < last.revision ? last : { stands: now, revision }))
    return { ...opened, ...now, document: opened.document }
  }, [client, id, opened])
  useEffect(() => {
    const again = () => void reread()
    return followRecord([{ document: DeskChangedDocument, variables: { document: id }, onNext: again }], again)
  }, [id, reread])
  return { desk, revision, reread }
}

/** The revision that an answer is from, or that a change made; 0 where it does not say. */
export function revisionIn(extensions: Readonly<Record<string, unknown>> | undefined): number {
  return typeof extensions?.revision === 'number' ? extensions.revision : 0
}
