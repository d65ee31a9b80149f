/** What the drawer says: a sentence, the way from the last value to this one, the contributions, and the formula. */
import { useLingui } from '@lingui/react/macro'
import type { Bucket } from '../../../server/domain/day.ts'
import type { ContributionGroup } from '../../../server/figure/generated/documents.ts'
import { dayFrom, type Measure } from '../../../server/figure/model/points.ts'
import { numberText, periodText, signedText } from '../../../server/figure/words/format.ts'
import { reasonOf } from '../../../server/figure/words/reason.ts'
import { MEASURE_NAMES, STATE_NAMES, STEADY } from '../../../server/figure/words/sentences.ts'
import { ChangeBars } from '../../charts/change/ChangeBars.tsx'
import { TagChip, When, Who } from '../../ui/lines.tsx'
import { Stamp } from '../../ui/Stamp.tsx'
import { Contributions, Known } from './Contributions.tsx'
import type { Explanation } from './explanation.ts'

type Moved = NonNullable<Explanation['change']>

interface Props {
  readonly explained: Explanation
  readonly measure: Measure
  readonly bucket: Bucket
  readonly interval: number
  readonly group: ContributionGroup
  readonly onGroup: (group: ContributionGroup) => void
  readonly onMore: () => void
  /** As the series has it. */
  readonly provisionalFrom: string | null
}

export function Explained(props: Props) {
  const { explained, measure, bucket, interval } = props
  const { t, i18n } = useLingui()
  const { score, low, high, change, formerHolderShare } = explained
  if (score === null) {
    return (
      <>
        <p className="level">{t`There is no score here: ${i18n._(STATE_NAMES[explained.state])}.`}</p>
        <Known explained={explained} measure={measure} />
        <Stamp stamp={explained.stamp} events={null} provisionalFrom={props.provisionalFrom} />
      </>
    )
  }
  const [text, from, to] = [score, low ?? score, high ?? score].map((v) => numberText(i18n.locale, v, 1))
  const support = numberText(i18n.locale, explained.support, 1)
  return (
    <>
      <p className="level">
        <b className="figure">{numberText(i18n.locale, score, 1)}</b>
        <span>
          {t`${interval} % band ${from} to ${to}. Recent evidence: ${support} events.`}
          {explained.state === 'SPARSE' && ` ${t`Little evidence: read with care.`}`}
        </span>
      </p>
      {formerHolderShare !== null && formerHolderShare >= 0.005 && (
        <p className="notice">
          {t`${numberText(i18n.locale, formerHolderShare * 100)} % of this evidence stems from the former holder of the office.`}
        </p>
      )}
      {change ? (
        <ChangePart change={change} measure={measure} bucket={bucket} day={explained.day} />
      ) : (
        <p>{t`There is no earlier score in the range shown to compare it with.`}</p>
      )}
      <Contributions {...props} />
      <section>
        <h3>{t`How ${text ?? ''} is reckoned`}</h3>
        <p className="formula" dir="ltr">
          {explained.formula}
        </p>
      </section>
      <Stamp
        stamp={explained.stamp}
        events={explained.contributions.totalCount}
        provisionalFrom={props.provisionalFrom}
      />
    </>
  )
}

interface ChangeProps {
  readonly change: Moved
  readonly measure: Measure
  readonly bucket: Bucket
  readonly day: string
}

/** The sentence and the bars of the change; nothing is claimed where one of the two ends has no score. */
function ChangePart({ change, measure, bucket, day }: ChangeProps) {
  const { t, i18n } = useLingui()
  const { before, after, fading, raised, lowered, total } = change
  if (before === null || after === null || total === null) return null
  const [since, now] = [change.since, day].map((text) => {
    const d = dayFrom(text)
    return d === null ? text : periodText(i18n.locale, d, bucket)
  })
  const name = i18n._(MEASURE_NAMES[measure])
  const size = numberText(i18n.locale, Math.abs(total), 1)
  const reason = reasonOf(i18n, { fading, pulls: change.pulls }, 3)
  const moved =
    Math.abs(total) < STEADY
      ? t`${name} moved little, by ${signedText(i18n.locale, total, 1)}, since ${since ?? ''}`
      : total > 0
        ? t`${name} rose ${size} since ${since ?? ''}`
        : t`${name} fell ${size} since ${since ?? ''}`
  return (
    <section>
      <h3>{t`What moved it`}</h3>
      <p>{reason === '' ? `${moved}.` : `${moved}: ${reason}.`}</p>
      <ChangeBars
        measure={measure}
        parts={{
          before,
          after,
          fading: fading ?? 0,
          raised: raised ?? 0,
          lowered: lowered ?? 0,
          revised: change.revised ?? 0,
        }}
        before={since ?? ''}
        after={now ?? ''}
      />
      {change.pulls.length > 0 && (
        <details>
          <summary>{t`New events, strongest first`}</summary>
          <ol className="pulls">
            {change.pulls.map(({ pull, event }) => (
              <li key={event.id}>
                <b className="figure">{signedText(i18n.locale, pull, 1)}</b> <TagChip tag={event.tag} />
                <span className="meta">
                  <When {...event} /> <Who {...event} />
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}
