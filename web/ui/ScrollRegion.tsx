/** A part that scrolls in itself, such as a table wider than the page; reached by keyboard like a link, so that it can be scrolled. */
import type { ReactNode } from 'react'

interface Props {
  /** What it holds, for who does not see it. */
  readonly label: string
  /** Of its own look, beside that of all. */
  readonly className?: string
  readonly children: ReactNode
}

export function ScrollRegion({ label, className, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={className ? `scroll ${className}` : 'scroll'} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
