/** The view of the page as the URL has it, and the one way to change it. Every change is a step Back can undo. */
import { useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { decodeView, decodeWatch, encodeView, encodeWatch } from '../../server/figure/address/url.ts'
import type { RelationView, WatchView } from '../../server/figure/address/view.ts'
import { decodeLab, encodeLab, type LabView } from './lab.url.ts'

export type Change<V> = (patch: Partial<V>) => void

export function useRelationView(slug: string): readonly [RelationView, Change<RelationView>] {
  return useView(`/r/${slug}`, decodeView, encodeView)
}

export function useWatchView(): readonly [WatchView, Change<WatchView>] {
  return useView('/', decodeWatch, encodeWatch)
}

export function useLabView(): readonly [LabView, Change<LabView>] {
  return useView('/lab', decodeLab, encodeLab)
}

export function useView<V>(
  path: string,
  decode: (s: string) => V,
  encode: (view: V) => string,
): readonly [V, Change<V>] {
  const search = useSearch()
  const [, navigate] = useLocation()
  const view = useMemo(() => decode(search), [decode, search])
  const change = (patch: Partial<V>) => {
    const query = encode({ ...view, ...patch })
    if (query !== encode(view)) navigate(path + query)
  }
  return [view, change]
}
