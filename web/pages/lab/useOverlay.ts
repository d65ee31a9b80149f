/**
 * Weights that differ from the base: kept in the URL step by step, with undo and redo. While a slider moves, its weight
 * is shown and is no step yet.
 */
import { useState } from 'react'
import type { TagWeights } from '../../../server/domain/codebook/codebook.ts'
import type { Measure } from '../../../server/figure/model/points.ts'
import type { LabCodebook } from './Lab.rows.ts'

type Overlay = readonly TagWeights[]

export interface OverlayHistory {
  /** As shown, the moving weight included. */
  readonly shown: Overlay
  readonly move: (tag: string, measure: Measure, value: number) => void
  readonly set: (tag: string, measure: Measure, value: number) => void
  readonly reset: (tag: string | null) => void
  /** null: nothing to undo. */
  readonly undo: (() => void) | null
  readonly redo: (() => void) | null
}

export function useOverlay(codebook: LabCodebook, overlay: Overlay, onChange: (next: Overlay) => void): OverlayHistory {
  const [moving, setMoving] = useState<Overlay | null>(null)
  const [past, setPast] = useState<readonly Overlay[]>([])
  const [future, setFuture] = useState<readonly Overlay[]>([])
  const step = (next: Overlay) => {
    setMoving(null)
    if (next === overlay) return
    setPast((steps) => [...steps, overlay])
    setFuture([])
    onChange(next)
  }
  const travel = (from: readonly Overlay[], leave: typeof setPast, arrive: typeof setPast) => {
    const next = from.at(-1)
    if (next === undefined) return null
    return () => {
      leave((steps) => steps.slice(0, -1))
      arrive((steps) => [...steps, overlay])
      onChange(next)
    }
  }
  return {
    shown: moving ?? overlay,
    move: (tag, measure, value) => setMoving(changed(codebook, overlay, tag, measure, value)),
    set: (tag, measure, value) => step(changed(codebook, overlay, tag, measure, value)),
    reset: (tag) => step(tag === null ? [] : overlay.filter((o) => o.tag !== tag)),
    undo: travel(past, setPast, setFuture),
    redo: travel(future, setFuture, setPast),
  }
}

/** With one weight changed; what is as in the base is left out. */
function changed(codebook: LabCodebook, overlay: Overlay, code: string, measure: Measure, value: number): Overlay {
  const tag = codebook.tags.find((t) => t.code === code)
  const known = overlay.find((o) => o.tag === code)
  if (!tag || (known?.[measure] ?? tag[measure]) === value) return overlay
  const before = known ?? { tag: code, tension: null, engagement: null }
  const after = { ...before, [measure]: value === tag[measure] ? null : value }
  const rest = overlay.filter((o) => o.tag !== code)
  return after.tension === null && after.engagement === null ? rest : [...rest, after]
}
