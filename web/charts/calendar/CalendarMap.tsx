/**
 * One index of one relation day by day, as sheets of a calendar: a block a year, a square a day, hatched where nobody
 * looked. Walked by keyboard as a whole: one stop for Tab, one live region.
 */
import { msg, plural } from '@lingui/core/macro'
import { type KeyboardEvent, memo, type ReactNode, useId, useMemo, useState } from 'react'
import { addDays, type Day } from '../../../server/domain/day.ts'
import {
  type ChartPoint,
  type Columns,
  hasScore,
  isStop,
  type Measure,
  pointsOf,
} from '../../../server/figure/model/points.ts'
import { dayText, numberText, tickText } from '../../../server/figure/words/format.ts'
import { MEASURE_NAMES, pointSentence } from '../../../server/figure/words/sentences.ts'
import type { Texts } from '../../../server/figure/words/texts.ts'
import { useTexts } from '../../i18n.ts'
import { HatchPatterns } from '../plot/PlotBack.tsx'
import { ShadeKey } from '../shade/ShadeKey.tsx'
import { scoreShade, shadeClass } from '../shade/shades.ts'
import { type CalendarMonth, calendarBlocks, calendarMove, highestDay } from './CalendarMap.rows.ts'

export interface CalendarMapProps {
  /** One value a day. */
  readonly columns: Columns
  readonly measure: Measure
  readonly subtitle?: ReactNode
  /** The explained day, ringed. */
  readonly selected?: Day | null
  /** A click or Enter on a day with a score or events. Without it days are read but not opened. */
  readonly onExplain?: (day: Day) => void
}

export function CalendarMap({ columns, measure, subtitle, selected = null, onExplain }: CalendarMapProps) {
  const i18n = useTexts()
  const id = useId()
  const points = useMemo(() => pointsOf(columns, 'DAY'), [columns])
  const blocks = useMemo(() => calendarBlocks(points), [points])
  /** Only days that are drawn are walked on. */
  const walked = useMemo(
    () => blocks.flatMap((b) => (b.kind === 'year' ? b.months.flatMap((m) => m.days.map((d) => d.point)) : [])),
    [blocks],
  )
  const [cursor, setCursor] = useState<ChartPoint | null>(null)
  const [said, setSaid] = useState('')
  const put = (point: ChartPoint | null, aloud: boolean) => {
    setCursor(point)
    if (aloud && point) setSaid(pointSentence(i18n, points, point, measure, 'DAY'))
  }
  const enter = () =>
    put(cursor ?? walked.find((p) => p.day === selected) ?? walked.findLast(hasScore) ?? walked.at(-1) ?? null, true)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.shiftKey || !cursor) return
    if (event.key === 'Enter') {
      if (isStop(cursor)) onExplain?.(cursor.day)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      put(null, false)
    } else {
      const to = calendarMove(event, walked, cursor)
      if (!to) return
      put(to, true)
    }
    event.preventDefault()
  }
  const under = (target: EventTarget): ChartPoint | null => {
    const day = target instanceof Element ? target.closest('[data-day]')?.getAttribute('data-day') : null
    return day == null ? null : (walked.find((p) => p.day === Number(day)) ?? null)
  }
  return (
    <figure className={`calendar-map ${measure}`} aria-labelledby={`${id}-title`}>
      <figcaption>
        <h2 id={`${id}-title`}>{findingOf(i18n, points, measure)}</h2>
        {subtitle && <p className="subtitle">{subtitle}</p>}
      </figcaption>
      <p id={`${id}-keys`} className="unseen">
        {i18n._(
          msg`Left and right arrow: day. Up and down: week. Page up and down: month. Home and End: first and last of the month, with Control of all. N and P: next and previous day with events. Enter: explain. Escape: leave.`,
        )}
      </p>
      <svg width="0" height="0" aria-hidden="true" className="unseen">
        <HatchPatterns id={id} />
      </svg>
      <div
        dir="ltr"
        className="calendar-field"
        role="application"
        aria-roledescription={i18n._(msg`calendar`)}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-keys`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the calendar is walked by keyboard
        tabIndex={0}
        onFocus={enter}
        onBlur={() => put(null, false)}
        onKeyDown={onKeyDown}
        onPointerOver={(event) => put(under(event.target), false)}
        onPointerLeave={() => put(null, false)}
        onPointerUp={(event) => {
          const point = under(event.target)
          if (point && isStop(point) && event.button === 0) onExplain?.(point.day)
        }}
      >
        {blocks.map((block) =>
          block.kind === 'silent' ? (
            <p key={block.from} className="quiet">
              {silenceText(i18n, block.from, block.to)}
            </p>
          ) : (
            <div key={block.year} className="year">
              <h3>{numberText(i18n.locale, block.year, 0, false)}</h3>
              <div className="months">
                {block.months.map((month) => (
                  <Month
                    key={month.first}
                    month={month}
                    measure={measure}
                    hatch={id}
                    cursor={within(month, cursor?.day ?? null)}
                    selected={within(month, selected)}
                  />
                ))}
              </div>
            </div>
          ),
        )}
      </div>
      <p className="readout" aria-hidden="true">
        {cursor
          ? pointSentence(i18n, points, cursor, measure, 'DAY')
          : i18n._(msg`Point at a day, or walk by keyboard, to read it in words.`)}
      </p>
      <ShadeKey measure={measure} mode="level" />
      <p className="unseen" aria-live="polite" role="status">
        {said}
      </p>
    </figure>
  )
}

/** Months without the cursor keep what they drew. */
function within({ first }: CalendarMonth, day: Day | null): Day | null {
  return day !== null && day >= first && day < addDays(first, 31) ? day : null
}

interface MonthProps {
  readonly month: CalendarMonth
  readonly measure: Measure
  readonly hatch: string
  readonly cursor: Day | null
  readonly selected: Day | null
}

/** A day and the air around it, in units of the drawing. */
const SQUARE = 14

const Month = memo(function Month({ month, measure, hatch, cursor, selected }: MonthProps) {
  const i18n = useTexts()
  return (
    <div className="month">
      <span>{tickText(i18n.locale, { day: month.first, form: 'month' })}</span>
      <svg viewBox={`0 0 ${7 * SQUARE} ${6 * SQUARE}`} aria-hidden="true">
        {month.days.map(({ point, column, row }) => {
          const at = { x: column * SQUARE + 1, y: row * SQUARE + 1, width: SQUARE - 2, height: SQUARE - 2 }
          const mark = point.day === cursor ? 'cursor' : point.day === selected ? 'selected' : ''
          return hasScore(point) ? (
            <g key={point.day} data-day={point.day}>
              <rect {...at} className={`${shadeClass(scoreShade(point.value, measure))} ${mark}`} />
              {point.state === 'SPARSE' && (
                <line className="sparse" x1={at.x + 2} x2={at.x + at.width - 2} y1={at.y + 9.5} y2={at.y + 9.5} />
              )}
            </g>
          ) : (
            <rect
              key={point.day}
              data-day={point.day}
              {...at}
              className={`silence ${mark}`}
              fill={`url(#${hatch}-${point.state === 'NOT_COVERED' ? 'NOT_COVERED' : 'NOT_ENOUGH'})`}
            />
          )
        })}
      </svg>
    </div>
  )
})

function findingOf(i18n: Texts, points: readonly ChartPoint[], measure: Measure): string {
  const name = i18n._(MEASURE_NAMES[measure])
  const highest = highestDay(points)
  if (!highest) return i18n._(msg`${name}: no day in this range has a score`)
  const days = points.filter(hasScore).length
  const [score, when] = [numberText(i18n.locale, highest.value), dayText(i18n.locale, highest.day)]
  return i18n._(
    msg`${name} was highest on ${when}: ${score} (${plural(days, { one: '# day has a score', other: '# days have a score' })})`,
  )
}

function silenceText(i18n: Texts, from: number, to: number): string {
  const [first, last] = [numberText(i18n.locale, from, 0, false), numberText(i18n.locale, to, 0, false)]
  return from === to
    ? i18n._(msg`${first}: no day has a score or an event`)
    : i18n._(msg`${first} to ${last}: no day has a score or an event`)
}
