/** Known moves in the lab, held against the weights as they are moved. They follow a moment after the lines. */
import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { MovesSum, MovesTable } from '../KnownMoves.tsx'
import { checksOf, dailyOf, type LabCodebook, type LabMove, type Pinned, type Weights, weightsOf } from './Lab.rows.ts'

interface Props {
  readonly moves: readonly LabMove[]
  /** By slug: under the draft, and under its base. */
  readonly relations: ReadonlyMap<string, { readonly pinned: Pinned; readonly was: Pinned }>
  readonly base: LabCodebook
  readonly weights: Weights
  /** What stands below them. */
  readonly children?: ReactNode
}

export function LabMoves({ moves, relations, base, weights, children }: Props) {
  const { t } = useLingui()
  const settled = useDeferredValue(weights)
  const before = useMemo(() => {
    const published = weightsOf(base, [])
    const lines = new Map([...relations].map(([slug, { was }]) => [slug, dailyOf(was, published)]))
    return new Map(checksOf(moves, lines).map((row) => [row.move.code, row.verdict]))
  }, [moves, relations, base])
  const rows = useMemo(() => {
    const lines = new Map([...relations].map(([slug, { pinned }]) => [slug, dailyOf(pinned, settled)]))
    return checksOf(moves, lines)
  }, [moves, relations, settled])
  const changed = rows.filter((row) => before.get(row.move.code) !== row.verdict)
  return (
    <section className="lab-moves">
      <h2>{t`Known moves`}</h2>
      <MovesSum rows={rows} />
      {changed.length > 0 && <MovesTable rows={changed} before={before} />}
      <details>
        <summary>{t`Each of them`}</summary>
        <MovesTable rows={rows} before={before} />
      </details>
      {children}
    </section>
  )
}
