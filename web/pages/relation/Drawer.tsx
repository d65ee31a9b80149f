/**
 * The Explain drawer: why a value is what it is, down to the statements. It stands beside the chart, which stays usable;
 * it takes the focus when it opens and gives it back when it closes.
 */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useId, useRef, useState } from 'react'
import { useQuery } from 'urql'
import { periodEnd } from '../../../server/domain/day.ts'
import { scoringArguments } from '../../../server/figure/address/arguments.ts'
import type { ExplainedPoint } from '../../../server/figure/address/view.ts'
import { type ContributionGroup, ExplainDocument } from '../../../server/figure/generated/documents.ts'
import { columnsOf, dayFrom, isStop, pointsOf, scoredBefore } from '../../../server/figure/model/points.ts'
import { periodText } from '../../../server/figure/words/format.ts'
import { MEASURE_NAMES } from '../../../server/figure/words/sentences.ts'
import { useKept } from '../../data/useKept.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { Explained } from './Explained.tsx'
import type { RelationProps } from './relationProps.ts'

interface Props extends RelationProps {
  readonly point: ExplainedPoint
  /** Called when the place the focus came from is gone. */
  readonly onLost: () => void
}

/** More than this many contributions are asked for only when a reader wants them. */
const FIRST = 20

export function Drawer({ relation, view, change, point, onLost }: Props) {
  const { t, i18n } = useLingui()
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  const [group, setGroup] = useState<ContributionGroup>('EVENT')
  const [first, setFirst] = useState(FIRST)
  const close = () => change({ point: null })
  useDrawerFocus(panel, `${point.day} ${point.measure}`, close, onLost)

  const points = pointsOf(columnsOf(relation.series, point.measure), view.bucket)
  // An address may name any day of a period: what is explained is the value that is drawn for it.
  const asked = dayFrom(point.day)
  const at =
    asked === null ? undefined : points.find((p) => periodEnd(p.day, view.bucket) === periodEnd(asked, view.bucket))
  const explains = (at && relation.series.days[at.index]) ?? point.day
  const before = at ? scoredBefore(points, at.index) : null
  const earlier = at ? points.findLast((p) => p.index < at.index && isStop(p)) : undefined
  const later = at ? points.find((p) => p.index > at.index && isStop(p)) : undefined
  const since = before === null ? null : (relation.series.days[before.index] ?? null)
  const [{ data, error }, ask] = useQuery({
    query: ExplainDocument,
    variables: {
      slug: relation.slug,
      day: explains,
      since: since ?? explains,
      compare: since !== null,
      measure: point.measure === 'tension' ? 'TENSION' : 'ENGAGEMENT',
      ...scoringArguments(view),
      group,
      first,
    },
  })
  const explained = useKept(data?.relation?.explain, `${explains} ${point.measure}`)
  const day = dayFrom(explains)
  const when = day === null ? point.day : periodText(i18n.locale, day, view.bucket)
  const go = (index: number | undefined) => {
    const listed = index === undefined ? undefined : relation.series.days[index]
    if (listed !== undefined) change({ point: { ...point, day: listed } })
  }
  return (
    <section ref={panel} className={`drawer ${point.measure}`} role="dialog" aria-labelledby={id}>
      <header>
        <div className="drawer-bar">
          <button type="button" disabled={!earlier} onClick={() => go(earlier?.index)}>
            <span aria-hidden="true" className="arrow back" /> {t`Earlier`}
          </button>
          <button type="button" disabled={!later} onClick={() => go(later?.index)}>
            {t`Later`} <span aria-hidden="true" className="arrow on" />
          </button>
          <button type="button" className="close" onClick={close}>{t`Close`}</button>
        </div>
        <h2 id={id} tabIndex={-1}>
          {i18n._(MEASURE_NAMES[point.measure])}: {when}
        </h2>
      </header>
      {explained ? (
        <Explained
          explained={explained}
          measure={point.measure}
          bucket={view.bucket}
          interval={view.interval}
          group={group}
          onGroup={setGroup}
          onMore={() => setFirst(100)}
          provisionalFrom={relation.series.provisionalFrom}
        />
      ) : error ? (
        <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      ) : (
        <Loading height={480} />
      )}
    </section>
  )
}

/** Focus goes to the heading when a point is opened from outside, and back to where it was when the drawer closes. */
function useDrawerFocus(
  panel: React.RefObject<HTMLElement | null>,
  point: string,
  close: () => void,
  onLost: () => void,
): void {
  const from = useRef<Element | null>(null)
  const closing = useRef(close)
  closing.current = close
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another point is opened
  useEffect(() => {
    const active = document.activeElement
    if (panel.current?.contains(active)) return
    from.current = active
    panel.current?.querySelector<HTMLElement>('h2')?.focus()
  }, [panel, point])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) closing.current()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      const place = from.current
      if (place instanceof HTMLElement && place.isConnected && place !== document.body) place.focus()
      else onLost()
    }
  }, [onLost])
}
