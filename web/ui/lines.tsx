/** How an event and a statement are written wherever they are listed. */
import { useLingui } from '@lingui/react/macro'
import type { EventLineFragment, StatementTextFragment } from '../../server/figure/generated/documents.ts'
import { dayFrom } from '../../server/figure/model/points.ts'
import { dayText, monthText } from '../../server/figure/words/format.ts'
import { Named } from './Named.tsx'
import { Report } from './Report.tsx'

type Dated = Pick<EventLineFragment, 'day' | 'precision'>

/** A day, or the month alone where no more is known. */
export function When({ day, precision }: Dated) {
  const { t, i18n } = useLingui()
  const d = dayFrom(day)
  if (d === null) return <>{day}</>
  if (precision === 'MONTH') return <time dateTime={day.slice(0, 7)}>{monthText(i18n.locale, d, 'short')}</time>
  const text = dayText(i18n.locale, d, 'short')
  if (precision === 'UNKNOWN') return <span>{t`day unknown, told on ${text}`}</span>
  return <time dateTime={day}>{text}</time>
}

interface Directed {
  readonly source: { readonly name: string }
  readonly target: { readonly name: string }
  readonly mutual: boolean
}

export function Who({ source, target, mutual }: Directed) {
  const { t } = useLingui()
  return (
    <span className="who">
      <Named name={source.name} />
      <span aria-hidden="true" className={mutual ? 'mutual' : 'toward'} />
      <span className="unseen"> {mutual ? t`with each other:` : t`toward`} </span>
      <Named name={target.name} />
    </span>
  )
}

/** A tag's label with the mark of its family. */
export function TagChip({ tag }: { readonly tag: Pick<EventLineFragment['tag'], 'label' | 'quad' | 'code'> }) {
  return (
    <span className={`tag ${tag.quad}`} title={tag.code}>
      <Named name={tag.label} />
    </span>
  )
}

export function StatementLine({ statement }: { readonly statement: StatementTextFragment }) {
  const { t } = useLingui()
  const { document: source, speaker, quote } = statement
  const flags = [
    statement.reported && t`reported by a third party`,
    statement.denied && t`denied`,
    statement.hypothetical && t`hypothetical`,
    statement.background && t`background`,
  ].filter((flag) => flag !== false)
  return (
    <article className="statement">
      <p className="meta">
        <When day={statement.day} precision={statement.precision} /> <Who {...statement} />
      </p>
      <p className="summary" dir="auto">
        {statement.summary}
      </p>
      {quote && (
        <blockquote lang={source.language} dir="auto">
          {quote}
        </blockquote>
      )}
      <p className="meta">
        {statement.tag && <TagChip tag={statement.tag} />}
        {flags.map((flag) => (
          <span key={flag} className="flag">
            {flag}
          </span>
        ))}
      </p>
      <p className="meta quiet">
        {speaker && <span dir="auto">{speaker}</span>}
        <SourceLink document={source} />
      </p>
      {statement.reason && (
        <p className="meta quiet">
          <Why reason={statement.reason} by={statement.reasonBy} />
        </p>
      )}
      <Report statement={statement} />
    </article>
  )
}

/** Why a stance was chosen, and who or what says so: a program by name, a person by role. */
function Why({ reason, by }: { readonly reason: string; readonly by: StatementTextFragment['reasonBy'] }) {
  const { t } = useLingui()
  const name = by?.name ?? ''
  switch (by?.who) {
    case 'MACHINE':
      return t`Why this tag, by the program ${name}: ${reason}`
    case 'RULE':
      return t`Why this tag, by the rule ${name}: ${reason}`
    case 'EDITOR':
      return t`Why this tag, by an editor: ${reason}`
    default:
      return t`Why this tag, by an analyst: ${reason}`
  }
}

function SourceLink({ document: source }: { readonly document: StatementTextFragment['document'] }) {
  const { t, i18n } = useLingui()
  const published = source.published === null ? null : dayFrom(source.published)
  const title = <cite dir="auto">{source.title}</cite>
  return (
    <span>
      {source.outlet && <span dir="auto">{source.outlet.name}, </span>}
      {!source.outlet && !source.url && `${t`outlet not known`}, `}
      {source.url ? (
        <a href={source.url} rel="noreferrer noopener" target="_blank">
          {title}
        </a>
      ) : (
        title
      )}
      {published !== null && `, ${dayText(i18n.locale, published, 'short')}`}
    </span>
  )
}
