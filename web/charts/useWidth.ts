/** The width a widget was given, followed as it changes. 0 until it is known, so that nothing is drawn twice. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

export function useWidth<E extends HTMLElement>(fixed?: number): readonly [RefObject<E | null>, number] {
  const ref = useRef<E>(null)
  const [width, setWidth] = useState(fixed ?? 0)
  useLayoutEffect(() => {
    const element = ref.current
    if (fixed !== undefined || !element) return
    setWidth(Math.floor(element.getBoundingClientRect().width))
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [fixed])
  return [ref, fixed ?? width]
}
