/** What the score is made of, largest share first. The shares as printed add up to the score as printed. */
import { useLingui } from '@lingui/react/macro'
import { numberText } from '../charts/format.ts'
import { roundedParts } from '../charts/parts.ts'
import type { Measure } from '../charts/points.ts'
import { eventsText } from '../charts/sentences.ts'
import type { ContributionGroup } from '../data/generated/documents.ts'
import { Choice } from '../ui/Choice.tsx'
import { StatementLine, TagChip, When, Who } from '../ui/lines.tsx'
import type { Explanation } from './Explained.tsx'

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
              <span dir="auto">{label}</span> <span className="quiet">{eventsText(i18n, events)}</span>
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
  const { nodes, remainder, totalCount } = explained.contributions
  const score = explained.score ?? 0
  const printed = roundedParts([...nodes.map((node) => node.share), remainder], score)
  const rest = totalCount - nodes.length
  return (
    <>
      <ol className="shares">
        {nodes.map((node, i) => (
          <li key={node.event.id}>
            <Share share={node.share} printed={printed[i] ?? 0} score={score} />
            <TagChip tag={node.event.tag} />
            <p className="meta">
              <When {...node.event} /> <Who {...node.event} />
            </p>
            <p className="meta quiet">
              {t`weight ${numberText(i18n.locale, node.event.tag[measure], 1)} × belief ${numberText(i18n.locale, node.quality, 2)}, ${node.ageDays} days old`}
            </p>
            {node.statements.map((statement) => (
              <StatementLine key={statement.id} statement={statement} />
            ))}
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
