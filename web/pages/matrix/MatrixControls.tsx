/** What a reader can choose about the matrix: the day, the measure, what a number is, whom the parties stand for, and who they are. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useQuery } from 'urql'
import { ActorsDocument, type View } from '../../../server/figure/generated/documents.ts'
import { nameIn } from '../../../server/figure/words/names.ts'
import type { MatrixParty } from '../../charts/matrix/DyadMatrix.rows.ts'
import type { Change } from '../../data/useView.ts'
import { type MatrixView, MOST_PARTIES } from '../../data/view.matrix.ts'
import { Choice, Segments } from '../../ui/Choice.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { MonthStepper } from '../../ui/MonthStepper.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { type Codebooks, RecordControls } from '../../ui/RecordControls.tsx'

interface Props extends Codebooks {
  readonly view: MatrixView
  readonly change: Change<MatrixView>
  readonly parties: readonly MatrixParty[]
  readonly known: readonly MatrixParty[]
  readonly usual: readonly MatrixParty[]
  readonly day: string
  readonly month: string
  /** The month the page begins with. */
  readonly start: string | null
  readonly months: readonly string[]
}

export function MatrixControls({ view, change, codebooks, parties, known, usual, day, month, start, months }: Props) {
  const { t, i18n } = useLingui()
  const [text, setText] = useState('')
  const [{ data }] = useQuery({ query: ActorsDocument, variables: { search: text.trim() }, pause: text.trim() === '' })
  const fits = (party: MatrixParty) => `${party.name} ${party.code}`.toLowerCase().includes(text.trim().toLowerCase())
  const found = new Map([...known.filter(fits), ...(data?.actors.nodes ?? [])].map((party) => [party.code, party]))
  const views: Readonly<Record<View, string>> = {
    ENTITY: t`Entity: the same actor throughout`,
    OFFICE: t`Office: whoever held it on the day`,
    COUNTRY: t`Country: all its actors`,
  }
  return (
    <section className="controls" aria-label={t`What is shown`}>
      <MonthStepper month={month} months={months} onChange={(next) => change({ day: next === start ? null : next })} />
      <div className="row">
        <DayField
          key={day}
          label={t`Day`}
          day={day}
          placeholder={t`latest`}
          onChange={(typed) => change({ day: typed })}
        />
        <Segments
          label={t`Index`}
          value={view.measure}
          onChange={(measure) => change({ measure })}
          options={[
            { value: 'tension', label: t`Tension` },
            { value: 'engagement', label: t`Engagement` },
          ]}
        />
        <Segments
          label={t`Number shown`}
          value={view.mode}
          onChange={(mode) => change({ mode })}
          options={[
            { value: 'level', label: t`Score` },
            { value: 'change', label: t`Change in a year` },
            { value: 'asymmetry', label: t`Difference of the two directions` },
          ]}
        />
        <Choice
          label={t`Parties counted as`}
          value={view.view}
          onChange={(next) => change({ view: next })}
          options={(['ENTITY', 'OFFICE', 'COUNTRY'] as const).map((value) => ({ value, label: views[value] }))}
        />
        <RecordControls view={view} change={change} codebooks={codebooks} />
      </div>
      <details className="more" open={view.actors !== null || undefined}>
        <summary>{t`Parties: ${parties.length}`}</summary>
        <Picker
          label={t`Parties`}
          chosen={parties.map(({ code, name }) => ({ value: code, label: name }))}
          found={[...found.values()].map(({ code, name }) => ({
            value: code,
            label: `${nameIn(i18n, name)} (${code})`,
          }))}
          text={text}
          onText={setText}
          onChange={(codes) => change({ actors: same(codes, usual) ? null : codes })}
          least={2}
          most={MOST_PARTIES}
        />
        {view.actors !== null && (
          <button type="button" onClick={() => change({ actors: null })}>
            {t`Back to the parties of the watched relations`}
          </button>
        )}
      </details>
    </section>
  )
}

function same(codes: readonly string[], usual: readonly MatrixParty[]): boolean {
  return codes.length === usual.length && codes.every((code, i) => usual[i]?.code === code)
}
