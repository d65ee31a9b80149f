/**
 * A stretch of days chosen by dragging over a plot with a mouse or a pen. On a touch screen a finger reads points; everywhere
 * presets and typed dates choose the same.
 */
import { type PointerEvent, useRef, useState } from 'react'
import type { Day } from '../../../server/domain/day.ts'
import { type ChartModel, dayAt } from '../../../server/figure/model/chart.ts'

/** Pixels: less is a click with an unsteady hand. */
const LEAST = 12

export interface DraggedSpan {
  /** Pixels from the left edge of the figure, ascending; null where nothing is being dragged. */
  readonly edges: readonly [number, number] | null
  readonly begin: (event: PointerEvent<HTMLElement>) => void
  readonly move: (event: PointerEvent<HTMLElement>) => void
  /** True where a stretch was chosen, so that it is no click. */
  readonly end: (event: PointerEvent<HTMLElement>) => boolean
  readonly drop: () => void
}

export function useDraggedSpan(model: ChartModel, onRange?: (from: Day, to: Day) => void): DraggedSpan {
  const start = useRef<number | null>(null)
  const [edges, setEdges] = useState<readonly [number, number] | null>(null)
  const { left, right, width } = model.plot
  const placeOf = ({ clientX, currentTarget }: PointerEvent<HTMLElement>) =>
    Math.max(left, Math.min(clientX - currentTarget.getBoundingClientRect().left, width - right))
  const drop = () => {
    start.current = null
    setEdges(null)
  }
  return {
    edges,
    drop,
    begin: (event) => {
      if (!onRange || event.button !== 0 || event.pointerType === 'touch') return
      start.current = placeOf(event)
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    move: (event) => {
      if (start.current === null) return
      const here = placeOf(event)
      const far = Math.abs(here - start.current) >= LEAST
      setEdges(far ? [Math.min(here, start.current), Math.max(here, start.current)] : null)
    },
    end: (event) => {
      const began = start.current
      drop()
      if (began === null || edges === null) return false
      const here = placeOf(event)
      onRange?.(dayAt(model, Math.min(began, here)), dayAt(model, Math.max(began, here)))
      return true
    },
  }
}
