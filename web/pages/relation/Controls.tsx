/** What a reader can choose about one relation. Each choice is one step in the address. */
import { useLingui } from '@lingui/react/macro'
import { BUCKETS } from '../../../server/domain/day.ts'
import type { RelationPageQuery } from '../../../server/figure/generated/documents.ts'
import { arrowText } from '../../../server/figure/words/format.intl.ts'
import { nameIn } from '../../../server/figure/words/names.ts'
import { Choice, Segments } from '../../ui/Choice.tsx'
import { DateRange } from '../../ui/DateRange.tsx'
import { MoreControls } from './MoreControls.tsx'
import { rangePresets } from './rangePresets.ts'
import type { RelationProps } from './relationProps.ts'

interface Props extends RelationProps {
  readonly codebooks: RelationPageQuery['codebooks']
}

export function Controls(props: Props) {
  const { relation, view, change } = props
  const { t, i18n } = useLingui()
  const [a, b] = [nameIn(i18n, relation.a.name), nameIn(i18n, relation.b.name)]
  return (
    <section className="controls" aria-label={t`What is shown`}>
      <div className="row">
        <Segments
          label={t`Direction`}
          value={view.direction}
          onChange={(direction) => change({ direction, point: null })}
          options={[
            { value: 'BOTH', label: t`Both` },
            { value: 'A_TO_B', label: arrowText(i18n.locale, a, b) },
            { value: 'B_TO_A', label: arrowText(i18n.locale, b, a) },
          ]}
        />
        <Choice
          label={t`One point per`}
          value={view.bucket}
          onChange={(bucket) => change({ bucket, point: null })}
          options={BUCKETS.map((value) => ({
            value,
            label: { DAY: t`Day`, WEEK: t`Week`, MONTH: t`Month`, QUARTER: t`Quarter`, YEAR: t`Year` }[value],
          }))}
        />
        <DateRange
          range={view}
          presets={rangePresets(i18n, relation.coverage)}
          onChange={(range) => change({ ...range, point: null })}
        />
      </div>
      <MoreControls {...props} />
    </section>
  )
}
