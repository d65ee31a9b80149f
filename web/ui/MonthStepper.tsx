/** Steps to the neighbouring month that has data: years without any are crossed in one step. */
import { useLingui } from '@lingui/react/macro'
import { monthAfter } from '../../server/figure/address/url.ts'
import { dayFrom } from '../../server/figure/model/points.ts'
import { monthText } from '../../server/figure/words/format.ts'
import { Choice } from './Choice.tsx'

interface Props {
  /** `YYYY-MM`. */
  readonly month: string
  /** With a score somewhere, ascending. */
  readonly months: readonly string[]
  readonly onChange: (month: string) => void
}

export function MonthStepper({ month, months, onChange }: Props) {
  const { t, i18n } = useLingui()
  const before = months.findLast((m) => m < month)
  const after = months.find((m) => m > month)
  const latest = months.at(-1)
  const listed = months.includes(month) ? months : [...months, month].sort()
  const gap = after !== undefined && after !== monthAfter(month, 1)
  return (
    <nav className="stepper" aria-label={t`Month`}>
      <button type="button" disabled={before === undefined} onClick={() => before && onChange(before)}>
        <span aria-hidden="true" className="arrow back" />
        <span className="unseen">{t`Previous month with data`}</span>
      </button>
      <Choice
        label={t`Month`}
        value={month}
        options={listed.toReversed().map((value) => ({ value, label: monthName(i18n.locale, value) }))}
        onChange={onChange}
      />
      <button type="button" disabled={after === undefined} onClick={() => after && onChange(after)}>
        <span aria-hidden="true" className="arrow on" />
        <span className="unseen">{t`Next month with data`}</span>
      </button>
      {latest !== undefined && latest !== month && (
        <button
          type="button"
          onClick={() => onChange(latest)}
        >{t`Latest data: ${monthName(i18n.locale, latest)}`}</button>
      )}
      {gap && after && <span className="quiet">{t`No data until ${monthName(i18n.locale, after)}`}</span>}
    </nav>
  )
}

export function monthName(locale: string, month: string): string {
  const day = dayFrom(`${month}-01`)
  return day === null ? month : monthText(locale, day)
}
