/** Reads a list again whenever something on record was changed. */
import { useEffect, useRef } from 'react'

export function useReread(version: number, ask: (options: { requestPolicy: 'network-only' }) => void): void {
  const latest = useRef(ask)
  latest.current = ask
  useEffect(() => {
    if (version > 0) latest.current({ requestPolicy: 'network-only' })
  }, [version])
}
