/** The day each compared relation is counted from: typed, or taken from the list of its events. */
import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { useQuery } from 'urql'
import { EventDaysDocument } from '../../../server/figure/generated/documents.ts'
import { dayFrom } from '../../../server/figure/model/points.ts'
import { arrowText } from '../../../server/figure/words/format.intl.ts'
import { dayText } from '../../../server/figure/words/format.ts'
import { nameIn } from '../../../server/figure/words/names.ts'
import type { Change } from '../../data/useView.ts'
import type { CompareView } from '../../data/view.compare.ts'
import { DayField } from '../../ui/DayField.tsx'

interface Props {
  readonly view: CompareView
  readonly change: Change<CompareView>
  readonly nameOf: (slug: string) => string
  readonly events: readonly (string | null)[]
}

export function EventDays({ view, change, nameOf, events }: Props) {
  const { t } = useLingui()
  const set = (at: number, day: string | null) =>
    change({ relations: view.relations, events: events.map((old, i) => (i === at ? day : old)) })
  const shared = events.find((day) => day !== null) ?? null
  return (
    <section aria-label={t`Days to count from`}>
      <ul className="event-days">
        {view.relations.map((slug, i) => (
          <li key={slug}>
            <h2 dir="auto">{nameOf(slug)}</h2>
            <DayField
              key={events[i]}
              label={t`Day of the event`}
              day={events[i] ?? null}
              placeholder={t`none yet`}
              onChange={(day) => set(i, day)}
            />
            <EventChoice slug={slug} day={events[i] ?? null} onChange={(day) => set(i, day)} />
          </li>
        ))}
      </ul>
      {shared !== null && events.some((day) => day === null) && (
        <button
          type="button"
          onClick={() => change({ relations: view.relations, events: events.map((day) => day ?? shared) })}
        >{t`Take ${shared} for those without a day`}</button>
      )}
    </section>
  )
}

interface ChoiceProps {
  readonly slug: string
  readonly day: string | null
  readonly onChange: (day: string) => void
}

/** The events up to the chosen day, or the latest: a typed day leads the list to its time. */
function EventChoice({ slug, day, onChange }: ChoiceProps) {
  const { t, i18n } = useLingui()
  const id = useId()
  const [{ data }] = useQuery({ query: EventDaysDocument, variables: { slug, to: day } })
  const events = data?.relation?.events.nodes ?? []
  const chosen = events.find((event) => event.day === day)?.id ?? ''
  return (
    <div className="choice">
      <label htmlFor={id}>{day === null ? t`or one of the latest events` : t`or an event up to this day`}</label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => {
          const found = events.find((e) => e.id === event.currentTarget.value)
          if (found) onChange(found.day)
        }}
      >
        {chosen === '' && <option value="">{events.length === 0 ? t`no event on record` : t`choose`}</option>}
        {events.map((event) => (
          <option key={event.id} value={event.id}>
            {dayWords(i18n.locale, event.day)}:{' '}
            {arrowText(i18n.locale, nameIn(i18n, event.source.name), nameIn(i18n, event.target.name))},{' '}
            {nameIn(i18n, event.tag.label)}
          </option>
        ))}
      </select>
    </div>
  )
}

function dayWords(locale: string, text: string): string {
  const day = dayFrom(text)
  return day === null ? text : dayText(locale, day, 'short')
}
