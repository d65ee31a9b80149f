/** What was held between days: a table of tenures, or of posts. */
import { useLingui } from '@lingui/react/macro'
import { Records } from './Records.tsx'

export interface HeldRow {
  readonly number: number
  readonly from: string | null
  readonly to: string | null
  readonly who: string
  readonly how: string
  readonly citation: string
}

interface Props {
  readonly label: string
  /** Over the column of who, and of how. */
  readonly heads: readonly [string, string]
  readonly rows: readonly HeldRow[]
  readonly onCorrect: ((number: number) => void) | null
}

export function Held({ label, heads, rows, onCorrect }: Props) {
  const { t } = useLingui()
  if (rows.length === 0) return <p className="quiet">{t`Nothing is on record.`}</p>
  return (
    <Records
      label={label}
      rows={rows}
      keyOf={(row) => row.number}
      columns={[
        { head: t`From`, className: 'day', cell: (row) => row.from ?? t`open` },
        { head: t`To`, className: 'day', cell: (row) => row.to ?? t`still` },
        { head: heads[0], names: true, cell: (row) => row.who },
        { head: heads[1], cell: (row) => row.how },
        { head: t`Where this is known from`, className: 'quiet', cell: (row) => row.citation },
      ]}
      act={
        onCorrect && {
          text: t`End or put right …`,
          label: (row) => t`End or put right … number ${row.number}`,
          onAct: (row) => onCorrect(row.number),
        }
      }
    />
  )
}
