/**
 * Tells the server which proposals are displayed, each once: who has seen one, and comes back when the same is on record
 * from somebody else, no longer judges it blind. What is set aside unseen is not told of until it is opened.
 */
import { useEffect, useRef, useState } from 'react'
import { useMutation } from 'urql'
import { LogExposureDocument } from '../../../server/figure/generated/documents.ts'
import { displayed, type Work } from './work.ts'

const AGAIN_MS = 5000

/** Does the server know of everything that is displayed? */
export function useExposure(document: string, work: Work): boolean {
  const told = useRef(new Set<string>())
  const [, log] = useMutation(LogExposureDocument)
  const [failures, setFailures] = useState(0)
  const [known, setKnown] = useState(false)
  const shown = displayed(work)
  const marks = shown.map(({ key }) => key).join('\n')
  const latest = useRef(shown)
  latest.current = shown
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew when other proposals are displayed, and after a failure
  useEffect(() => {
    const fresh = latest.current.filter(({ key }) => !told.current.has(key))
    if (fresh.length === 0) return setKnown(true)
    let timer: ReturnType<typeof setTimeout> | undefined
    setKnown(false)
    void log({ input: { document, proposals: fresh.map(({ proposal }) => proposal) } }).then(({ data }) => {
      if (!data?.logExposure.document) {
        timer = setTimeout(() => setFailures((n) => n + 1), AGAIN_MS)
        return
      }
      for (const { key } of fresh) told.current.add(key)
      setKnown(latest.current.every(({ key }) => told.current.has(key)))
    })
    return () => clearTimeout(timer)
  }, [marks, failures])
  return known
}
