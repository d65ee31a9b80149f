/**
 * Printing. A figure is drawn for the width it was given, and paper is narrower than a screen: before the page is
 * printed it is laid out as wide as the paper, so that figures are drawn anew instead of being made too small to read.
 */
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** The class the root carries while the page is laid out for paper; styles/print.css gives its width. */
const ON_PAPER = 'on-paper'

/** To be called before anything is drawn: figures measure themselves after it, on the same event. */
export function layOutForPaper(): void {
  const root = document.documentElement
  window.addEventListener('beforeprint', () => root.classList.add(ON_PAPER))
  window.addEventListener('afterprint', () => root.classList.remove(ON_PAPER))
}

/** Is the page being printed? What is not changed before the browser goes on is printed as it stands on the screen. */
export function useOnPaper(): boolean {
  const [onPaper, setOnPaper] = useState(false)
  useEffect(() => {
    const before = () => flushSync(() => setOnPaper(true))
    const after = () => setOnPaper(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return onPaper
}
