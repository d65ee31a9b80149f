/** Known moves in the lab, held against the weights as they are moved. They follow a moment after the lines. */
import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react'
import { MovesSum, MovesTable } from '../method/KnownMoves.tsx'
import { checksOf, dailyOf, type LabCodebook, type LabMove, type Weights, weightsOf } from './Lab.rows.ts'
import type { Prepared } from './usePrepared.ts'
import { WithdrawMove } from './WithdrawMove.tsx'

interface Props {
  readonly moves: readonly LabMove[]
  /** By slug: under the draft, and under its base. */
  readonly relations: ReadonlyMap<string, Prepared>
  readonly base: LabCodebook
  readonly weights: Weights
  /** May whoever looks withdraw one? */
  readonly editor: boolean
  /** What stands below them. */
  readonly children?: ReactNode
}

export function LabMoves({ moves, relations, base, weights, editor, children }: Props) {
  const { t } = useLingui()
  const settled = useDeferredValue(weights)
  /** The others are only drawn. */
  const moved = useMemo(() => {
    const slugs = new Set(moves.map((move) => move.relation?.slug))
    return [...relations].filter(([slug]) => slugs.has(slug))
  }, [moves, relations])
  const before = useMemo(() => {
    const published = weightsOf(base, [])
    const lines = new Map(moved.map(([slug, { was }]) => [slug, dailyOf(was, published)]))
    return new Map(checksOf(moves, lines).map((row) => [row.move.code, row.verdict]))
  }, [moves, moved, base])
  const rows = useMemo(() => {
    const lines = new Map(moved.map(([slug, { pinned }]) => [slug, dailyOf(pinned, settled)]))
    return checksOf(moves, lines)
  }, [moves, moved, settled])
  const [withdrawn, setWithdrawn] = useState<string | null>(null)
  const actOn = useCallback(
    ({ code }: LabMove) => <WithdrawMove code={code} onWithdrawn={() => setWithdrawn(code)} />,
    [],
  )
  const changed = rows.filter((row) => before.get(row.move.code) !== row.verdict)
  return (
    <section className="lab-moves">
      <h2>{t`Known moves`}</h2>
      <MovesSum rows={rows} />
      {changed.length > 0 && <MovesTable rows={changed} before={before} />}
      <details>
        <summary>{t`Each of them`}</summary>
        <MovesTable rows={rows} before={before} {...(editor ? { actOn } : {})} />
      </details>
      <p role="status">{withdrawn !== null && t`${withdrawn} is withdrawn.`}</p>
      {children}
    </section>
  )
}
