/** The last answer, kept on the screen while the next one is under way, so that a changed control moves nothing else. */
import { useRef } from 'react'

/** `value`, or the last one seen under the same key while `value` is missing. */
export function useKept<T>(value: T | null | undefined, key: string): T | null {
  const last = useRef<{ readonly key: string; readonly value: T } | null>(null)
  if (value !== null && value !== undefined) last.current = { key, value }
  return last.current?.key === key ? last.current.value : null
}
