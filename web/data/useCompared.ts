/** Asks one question for all relations, or one for each where each has days of its own, and waits for all of them. */
import { useCallback, useEffect, useState } from 'react'
import { type CombinedError, useClient } from 'urql'
import {
  CompareDocument,
  type CompareQuery,
  type CompareQueryVariables,
} from '../../server/figure/generated/documents.ts'

export type ComparedRow = CompareQuery['compare']['rows'][number]

interface Compared {
  /** In the order of the questions; null until the first answers are there. */
  readonly rows: readonly ComparedRow[] | null
  readonly error: CombinedError | null
  readonly fetching: boolean
  readonly ask: () => void
}

export function useCompared(questions: readonly CompareQueryVariables[]): Compared {
  const client = useClient()
  const key = JSON.stringify(questions)
  const [again, setAgain] = useState(0)
  const [state, setState] = useState<Omit<Compared, 'ask'>>({ rows: null, error: null, fetching: true })
  useEffect(() => {
    let wanted = true
    const asked = JSON.parse(key) as CompareQueryVariables[]
    const requestPolicy = again === 0 ? 'cache-first' : 'network-only'
    setState((s) => ({ ...s, fetching: true }))
    const answers = asked.map((variables) => client.query(CompareDocument, variables, { requestPolicy }).toPromise())
    void Promise.all(answers).then((all) => {
      if (!wanted) return
      const error = all.find((answer) => answer.error)?.error ?? null
      const rows = error ? null : all.flatMap((answer) => answer.data?.compare.rows ?? [])
      setState({ rows, error, fetching: false })
    })
    return () => {
      wanted = false
    }
  }, [client, key, again])
  const ask = useCallback(() => setAgain((n) => n + 1), [])
  return { ...state, ask }
}
