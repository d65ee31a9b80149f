/** What the score is made of, largest share first. The shares as printed add up to the score as printed. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { ContributionGroup } from '../../../server/figure/generated/documents.ts'
import type { Measure } from '../../../server/figure/model/points.ts'
import { numberText } from '../../../server/figure/words/format.ts'
import { eventsText } from '../../../server/figure/words/sentences.ts'
import { roundedParts } from '../../charts/plot/parts.ts'
import { Choice } from '../../ui/Choice.tsx'
import { StatementLine, TagChip, When, Who } from '../../ui/lines.tsx'
import { Named } from '../../ui/Named.tsx'
import type { Explanation } from './explanation.ts'

interface Props {
  readonly explained: Explanation
  readonly measure: Measure
  readonly group: ContributionGroup
  readonly onGroup: (group: ContributionGroup) => void
  readonly onMore: () => void
}

export function Contributions({ explained, measure, group, onGroup, onMore }: Props) {
  const { t, i18n } = useLingui()
  const score = explained.score ?? 0
  return (
    <section>
      <h3>{t`What it is made of`}</h3>
      <Choice<ContributionGroup>
        label={t`Shares by`}
        value={group}
        onChange={onGroup}
        options={[
          { value: 'EVENT', label: t`Event` },
          { value: 'TAG', label: t`Tag` },
          { value: 'SPEAKER', label: t`Speaker` },
          { value: 'DOCUMENT', label: t`Document` },
        ]}
      />
      {group === 'EVENT' ? (
        <Events explained={explained} measure={measure} onMore={onMore} />
      ) : (
        <ol className="shares">
          {sharesOf(explained.groups, score).map(({ key, label, events, share, printed }) => (
            <li key={key}>
              <Share share={share} printed={printed} score={score} />
              <Named name={label} /> <span className="quiet">{eventsText(i18n, events)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

type EventsProps = Omit<Props, 'group' | 'onGroup'>

function Events({ explained, measure, onMore }: EventsProps) {
  const { t, i18n } = useLingui()
  const { nodes, totalCount } = explained.contributions
  const remainder = explained.contributions.remainder ?? 0
  const score = explained.score ?? 0
  const printed = roundedParts([...nodes.map((node) => node.share ?? 0), remainder], score)
  const rest = totalCount - nodes.length
  return (
    <>
      <ol className="shares">
        {nodes.map((node, i) => (
          <li key={node.event.id}>
            <Share share={node.share ?? 0} printed={printed[i] ?? 0} score={score} />
            <Contributed node={node} measure={measure} />
          </li>
        ))}
        {rest > 0 && (
          <li>
            <Share share={remainder} printed={printed.at(-1) ?? 0} score={score} />
            {t`${eventsText(i18n, rest)} more`}
          </li>
        )}
      </ol>
      {rest > 0 && nodes.length < 100 && <button type="button" onClick={onMore}>{t`Show more events`}</button>}
    </>
  )
}

interface ContributedProps {
  readonly node: Explanation['contributions']['nodes'][number]
  readonly measure: Measure
}

/** The statements of an event say who, when and what; an event without any says it itself. */
function Contributed({ node, measure }: ContributedProps) {
  const { t, i18n } = useLingui()
  const { event, statements, quality, ageDays } = node
  const weight = numberText(i18n.locale, event.tag[measure], 1)
  const belief = numberText(i18n.locale, quality, 2)
  const age = t`${plural(ageDays, { one: '# day old', other: '# days old' })}`
  return (
    <>
      {statements.length === 0 && (
        <p className="meta">
          <When {...event} /> <Who {...event} /> <TagChip tag={event.tag} />
        </p>
      )}
      {statements.map((statement) => (
        <StatementLine key={statement.id} statement={statement} />
      ))}
      <p className="meta quiet">{t`weight ${weight} × belief ${belief}, ${age}`}</p>
    </>
  )
}

/** What is known where it is too little for a score: the events that have not faded, without shares. */
export function Known({ explained, measure }: Pick<Props, 'explained' | 'measure'>) {
  const { t } = useLingui()
  const nodes = explained.contributions.nodes.filter((node) => node.raw >= 0.05)
  if (nodes.length === 0) return null
  return (
    <section>
      <h3>{t`What is known`}</h3>
      <ol className="shares">
        {nodes.map((node) => (
          <li key={node.event.id}>
            <Contributed node={node} measure={measure} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface ShareProps {
  readonly share: number
  readonly printed: number
  readonly score: number
}

function Share({ share, printed, score }: ShareProps) {
  const { i18n } = useLingui()
  const width = score > 0 ? Math.max(0, Math.min(100, (share / score) * 100)) : 0
  return (
    <span className="share">
      <b className="figure">{numberText(i18n.locale, printed, 1)}</b>
      <span className="track" dir="ltr" aria-hidden="true">
        <i style={{ width: `${width}%` }} />
      </span>
    </span>
  )
}

function sharesOf(groups: Explanation['groups'], score: number) {
  const printed = roundedParts(
    groups.map((g) => g.share),
    score,
  )
  return groups.map((g, i) => ({ ...g, printed: printed[i] ?? 0 }))
}
