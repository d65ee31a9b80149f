/** The width a widget was given, followed as it changes and before it is printed. 0 until it is known, so that nothing is drawn twice. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** CSS pixels; 0: unknown. */
let expected = 0

/**
 * Says how wide the widgets that are drawn next will be, where that is known from what they replace. They are then drawn
 * in slices, with the rest of the page, and not all at once when they have been measured.
 */
export function expectWidth(width: number): void {
  expected = Math.floor(width)
}

export function useWidth<E extends HTMLElement>(fixed?: number): readonly [RefObject<E | null>, number] {
  const ref = useRef<E>(null)
  const [width, setWidth] = useState(fixed ?? expected)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what matters of the width is whether it was known at the beginning
  useLayoutEffect(() => {
    expected = 0
    const element = ref.current
    if (fixed !== undefined || !element) return
    const measure = () => setWidth(Math.floor(element.getBoundingClientRect().width))
    // An expected width is held to the real one by the observer, before anything is painted, and without a layout of its own.
    if (width === 0 || typeof ResizeObserver === 'undefined') measure()
    // Printing does not wait for an observer: what is not redrawn now is printed at the width of the screen.
    const onPrint = () => flushSync(measure)
    window.addEventListener('beforeprint', onPrint)
    const stop = () => window.removeEventListener('beforeprint', onPrint)
    if (typeof ResizeObserver === 'undefined') return stop
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width))
    })
    observer.observe(element)
    return () => {
      stop()
      observer.disconnect()
    }
  }, [fixed])
  return [ref, fixed ?? width]
}
