/**
 * Keeps an open page with the record: while it is open the server tells that scores of its relations changed and which
 * statements were settled; the page then asks again for what it shows.
 */
import { useEffect, useState } from 'react'
import { useClient } from 'urql'
import {
  ScoresChangedDocument,
  StatementSettledDocument,
  type StatementSettledSubscription,
} from '../../server/figure/generated/documents.ts'
import { recordChanged } from './client.ts'
import { followRecord } from './follow.ts'

export type SettledStatement = StatementSettledSubscription['statementSettled']

/** The server follows so many in one subscription. */
const MOST_RELATIONS = 12

/** The statement settled last since the page was opened; null: none. Without relations nothing is followed. */
export function useLive(relations: readonly string[]): SettledStatement | null {
  const client = useClient()
  const [latest, setLatest] = useState<SettledStatement | null>(null)
  const slugs = relations.slice(0, MOST_RELATIONS).join(' ')
  useEffect(() => {
    if (slugs === '') return
    const variables = { relations: slugs.split(' ').map((slug) => ({ slug })) }
    const changed = () => recordChanged(client)
    const settled = (data: unknown) => setLatest((data as StatementSettledSubscription).statementSettled)
    const followed = [
      { document: ScoresChangedDocument, variables, onNext: changed },
      { document: StatementSettledDocument, variables, onNext: settled },
    ]
    return followRecord(followed, (again) => again && changed())
  }, [slugs, client])
  return latest
}
