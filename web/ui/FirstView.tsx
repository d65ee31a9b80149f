/** What the server drew of this page, kept in sight until the page itself is there; elsewhere the usual words. */
import type { ReactNode } from 'react'
import { expectWidth } from '../charts/plot/useWidth.ts'
import { Loading } from './states.tsx'

const drawn = document.querySelector('#main > .first-view')
// Measured here, before the page changes around it.
const width = drawn?.querySelector('.drawn')?.clientWidth ?? 0
const path = window.location.pathname

interface Props {
  readonly height: number
  /** Shown where the server drew nothing. */
  readonly children?: ReactNode
}

export function FirstView({ height, children = <Loading height={height} /> }: Props) {
  if (drawn === null || window.location.pathname !== path) return children
  return <div ref={keep} style={{ minHeight: height }} aria-busy="true" />
}

function keep(place: HTMLElement | null) {
  if (place === null || drawn === null) return
  place.replaceChildren(drawn)
  expectWidth(width)
}
