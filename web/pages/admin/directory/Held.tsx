/** What was held between days: a table of tenures, or of posts. */
import { useLingui } from '@lingui/react/macro'

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
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label={label}>
      <table className="records">
        <thead>
          <tr>
            <th scope="col">{t`From`}</th>
            <th scope="col">{t`To`}</th>
            <th scope="col">{heads[0]}</th>
            <th scope="col">{heads[1]}</th>
            <th scope="col">{t`Where this is known from`}</th>
            {onCorrect && (
              <th scope="col">
                <span className="unseen">{t`What to do`}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <td className="day">{row.from ?? t`open`}</td>
              <td className="day">{row.to ?? t`still`}</td>
              <th scope="row">{row.who}</th>
              <td>{row.how}</td>
              <td className="quiet">{row.citation}</td>
              {onCorrect && (
                <td className="acts">
                  <button
                    type="button"
                    aria-label={t`End or put right … number ${row.number}`}
                    onClick={() => onCorrect(row.number)}
                  >
                    {t`End or put right …`}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
