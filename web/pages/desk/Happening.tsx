/**
 * The event that a settled statement reports: who else reports it, and which others on record may be the same happening,
 * with what speaks for it. Joining and parting are one press each, undo each other, and stand in the audit.
 */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useMutation, useQuery } from 'urql'
import {
  HappeningDocument,
  type HappeningQuery,
  MergeEventsDocument,
  type ReportedFragment,
  SplitEventDocument,
} from '../../../server/figure/generated/documents.ts'
import { numberText } from '../../../server/figure/words/format.ts'

type Likeness = HappeningQuery['eventCandidates'][number]['likenesses'][number]

interface Props {
  /** Id of the statement on record. */
  readonly statement: string
  /** An editor decided it: where it is joined to another, it is the other that is moved. */
  readonly locked: boolean
  /** Statements were put in the place of others: the desk has to read again which stand. */
  readonly onMoved: () => void
}

export function Happening({ statement, locked, onMoved }: Props) {
  const { t, i18n } = useLingui()
  const [said, setSaid] = useState('')
  const [{ data }, ask] = useQuery({
    query: HappeningDocument,
    variables: { statement },
    requestPolicy: 'network-only',
  })
  const [{ fetching: merging }, merge] = useMutation(MergeEventsDocument)
  const [{ fetching: splitting }, split] = useMutation(SplitEventDocument)
  const event = data?.statement?.event
  if (!event) return null
  const busy = merging || splitting
  const says: Readonly<Record<Likeness, string>> = {
    SAME_DAY: t`same day`,
    NEAR_DAY: t`at most three days apart`,
    SAME_MONTH: t`same month`,
    SAME_TAG: t`same tag`,
    SAME_WORDS: t`same words`,
    SAME_DOCUMENT: t`same article`,
    SAME_ADDRESS: t`same address`,
    SAME_WIRE: t`same wire`,
  }
  const after = (faults: readonly { readonly message: string }[] | undefined, done: string) => {
    setSaid(faults === undefined ? t`The server was not reached. Try again.` : (faults[0]?.message ?? done))
    ask({ requestPolicy: 'network-only' })
    if (faults?.length === 0) onMoved()
  }
  const join = async ({ event: other, likenesses }: HappeningQuery['eventCandidates'][number]) => {
    const reason = t`Joined at the desk: ${likenesses.map((likeness) => says[likeness]).join(', ')}`
    const answer = await merge({ events: locked ? [event.id, other.id] : [other.id, event.id], reason })
    after(answer.data?.mergeEvents.userErrors, t`Joined: one happening, counted once.`)
  }
  const part = async (report: ReportedFragment['statements'][number]) => {
    const answer = await split({ event: event.id, statements: [report.id], reason: t`Parted at the desk` })
    after(answer.data?.splitEvent.userErrors, t`Parted: two happenings.`)
  }
  const others = event.statements.filter((report) => report.id !== statement)
  const candidates = data?.eventCandidates ?? []
  return (
    <section className="happening" aria-label={t`The happening`}>
      <h2>
        {t`${plural(event.statements.length, { one: 'Reported once', other: 'One happening, reported # times' })}`}
      </h2>
      {others.length > 0 && (
        <ul>
          {others.map((report) => (
            <li key={report.id}>
              <Report report={report} />
              <button
                type="button"
                disabled={busy}
                aria-label={t`Another happening: ${report.summary}`}
                onClick={() => void part(report)}
              >
                {t`Another happening`}
              </button>
            </li>
          ))}
        </ul>
      )}
      {candidates.length > 0 && (
        <>
          <p className="label">{t`On record, and perhaps the same:`}</p>
          <ul>
            {candidates.map((candidate) => {
              const [report] = candidate.event.statements
              const percent = numberText(i18n.locale, 100 * candidate.wording)
              return (
                <li key={candidate.event.id}>
                  {report && <Report report={report} />}
                  <p className="quiet">
                    {candidate.event.day} · {candidate.event.tag?.label} ·{' '}
                    {[...candidate.likenesses.map((l) => says[l]), t`${percent} % of the words`].join(', ')}
                  </p>
                  <button
                    type="button"
                    disabled={busy}
                    aria-label={t`The same happening: ${report?.summary ?? ''}`}
                    onClick={() => void join(candidate)}
                  >
                    {t`The same happening`}
                  </button>
                </li>
              )
            })}
          </ul>
        </>
      )}
      <p role="status" className="quiet">
        {said}
      </p>
    </section>
  )
}

function Report({ report }: { readonly report: ReportedFragment['statements'][number] }) {
  const { document } = report
  return (
    <p>
      {report.summary}{' '}
      <span className="quiet" lang={document.language} dir="auto">
        {document.outlet?.name ?? document.title}
      </span>
    </p>
  )
}
