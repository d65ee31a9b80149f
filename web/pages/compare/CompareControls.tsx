/** What a reader can choose about a comparison: which relations, which index, what range, and what the days are counted from. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { BUCKETS } from '../../../server/domain/day.ts'
import type { Change } from '../../data/useView.ts'
import { type CompareView, MOST_COMPARED } from '../../data/view.compare.ts'
import { Choice, Segments } from '../../ui/Choice.tsx'
import { DateRange } from '../../ui/DateRange.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { type Codebooks, RecordControls } from '../../ui/RecordControls.tsx'
import { withRelations } from './Compare.rows.ts'

interface Props extends Codebooks {
  readonly view: CompareView
  readonly change: Change<CompareView>
  readonly known: readonly { readonly slug: string; readonly name: string }[]
  readonly nameOf: (slug: string) => string
}

/** Windows around an event, in days. */
const WINDOWS = [
  { before: 30, after: 30 },
  { before: 90, after: 90 },
  { before: 90, after: 180 },
  { before: 180, after: 365 },
] as const

export function CompareControls({ view, change, known, nameOf, codebooks }: Props) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const words = text.trim().toLowerCase()
  const options = known.map(({ slug, name }) => ({ value: slug, label: name }))
  const windows = WINDOWS.some((w) => w.before === view.window.before && w.after === view.window.after)
    ? WINDOWS
    : [...WINDOWS, view.window]
  // What stands on the page without being in the address is named as soon as something is chosen.
  const choose = (patch: Partial<CompareView>) => change({ relations: view.relations, ...patch })
  return (
    <section className="controls" aria-label={t`What is shown`}>
      <Picker
        label={t`Relations`}
        chosen={view.relations.map((slug) => ({ value: slug, label: nameOf(slug) }))}
        found={options.filter((option) => option.label.toLowerCase().includes(words))}
        text={text}
        onText={setText}
        onChange={(relations) => choose(withRelations(view, relations))}
        least={1}
        most={MOST_COMPARED}
      />
      <div className="row">
        <Segments
          label={t`Index`}
          value={view.measure}
          onChange={(measure) => choose({ measure })}
          options={[
            { value: 'tension', label: t`Tension` },
            { value: 'engagement', label: t`Engagement` },
          ]}
        />
        <Segments
          label={t`Days counted`}
          value={view.events === null ? 'calendar' : 'event'}
          onChange={(by) => choose({ events: by === 'calendar' ? null : view.relations.map(() => null) })}
          options={[
            { value: 'calendar', label: t`By the calendar` },
            { value: 'event', label: t`From an event of each` },
          ]}
        />
        {view.events === null ? (
          <>
            <Choice
              label={t`One point per`}
              value={view.bucket}
              onChange={(bucket) => choose({ bucket })}
              options={BUCKETS.map((value) => ({
                value,
                label: { DAY: t`Day`, WEEK: t`Week`, MONTH: t`Month`, QUARTER: t`Quarter`, YEAR: t`Year` }[value],
              }))}
            />
            <DateRange
              range={view}
              presets={[{ label: t`All there is`, range: { from: null, to: null } }]}
              onChange={choose}
            />
          </>
        ) : (
          <Choice
            label={t`Days before and after`}
            value={`${view.window.before} ${view.window.after}`}
            onChange={(value) => {
              const [before = 90, after = 180] = value.split(' ').map(Number)
              choose({ window: { before, after } })
            }}
            options={windows.map(({ before, after }) => ({
              value: `${before} ${after}`,
              label: t`${before} before, ${after} after`,
            }))}
          />
        )}
        <RecordControls view={view} change={choose} codebooks={codebooks} />
      </div>
    </section>
  )
}
