/** Codings out and in again: a file is looked at first, each statement told as what it is, and stored on a second word. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { type DragEvent, useId, useState } from 'react'
import { useQuery } from 'urql'
import type { UploadReport } from '../../../server/domain/record/upload.ts'
import { WhoAmIDocument } from '../../../server/figure/generated/documents.ts'
import { decoded } from '../desk/intake/intake.ts'
import { CodingRows } from './CodingRows.tsx'
import { type Format, formatOf, MOST_BYTES, sent } from './codings.ts'
import { Faults, mayEdit, Screen } from './Screen.tsx'

interface Given {
  readonly name: string
  readonly format: Format
  readonly text: string
}

export function Codings() {
  const { t } = useLingui()
  const id = useId()
  const [{ data: me }] = useQuery({ query: WhoAmIDocument })
  const [given, setGiven] = useState<Given | null>(null)
  const [report, setReport] = useState<UploadReport | null>(null)
  const [faults, setFaults] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const send = async (file: Given, store: boolean) => {
    setBusy(true)
    const answer = await sent(file.format, file.text, store)
    setBusy(false)
    setFaults(
      'refusal' in answer ? [answer.refusal ?? t`The server was not reached. Nothing was stored. Try again.`] : [],
    )
    if (!('refusal' in answer)) setReport(answer)
  }
  const take = async (files: FileList | null) => {
    const file = files?.[0]
    if (!file) return
    setReport(null)
    setGiven(null)
    const format = formatOf(file.name)
    if (format === null) return setFaults([t`${file.name}: codings are a .jsonl or a .csv. Give the file such a name.`])
    if (file.size > MOST_BYTES) {
      return setFaults([
        t`${file.name}: it has ${file.size} bytes, and a page takes ${MOST_BYTES}. Cut it, or import it on the server: npm run import -- codings FILE.`,
      ])
    }
    const text = decoded(new Uint8Array(await file.arrayBuffer()))
    if (text === null) return setFaults([t`${file.name}: it is no text in UTF-8. Export it again, or save it so.`])
    const next = { name: file.name, format, text }
    setGiven(next)
    await send(next, false)
  }
  const fresh = report?.stored ?? 0
  return (
    <Screen title={t`Codings`}>
      <p>
        {t`Every coded statement with its judgements, without the texts:`} <a href="/exchange/codings.csv">CSV</a>,{' '}
        <a href="/exchange/codings.jsonl">JSONL</a>
      </p>
      {mayEdit(me?.viewer?.role) ? (
        <section
          className="drop"
          aria-label={t`Codings in`}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event: DragEvent) => {
            event.preventDefault()
            void take(event.dataTransfer.files)
          }}
        >
          <label
            htmlFor={id}
          >{t`A file of codings: drop it here, or choose it. Nothing is stored until you say so.`}</label>
          <input
            id={id}
            type="file"
            accept=".jsonl,.csv,text/csv,application/x-ndjson"
            onChange={(event) => {
              void take(event.currentTarget.files)
              // The same file, mended, is a new choice.
              event.currentTarget.value = ''
            }}
          />
        </section>
      ) : (
        <p className="quiet">{t`An editor brings codings in.`}</p>
      )}
      <Faults faults={faults} />
      <div role="status">
        {busy && <p>{t`Reading …`}</p>}
        {given && report && !busy && (
          <>
            <h2>{given.name}</h2>
            <p className={report.done ? 'notice' : ''}>
              {report.done
                ? t`${plural(fresh, { one: '# statement is stored.', other: '# statements are stored.' })}`
                : t`${plural(report.read, { one: '# statement is in it:', other: '# statements are in it:' })}`}
            </p>
          </>
        )}
      </div>
      {given && report && !busy && (
        <>
          <ul className="fates">
            <li>
              <b>{report.stored}</b> {t`new, or with a judgement that is new`}
            </li>
            <li>
              <b>{report.duplicate}</b> {t`the same as on record`}
            </li>
            <li>
              <b>{report.differing}</b> {t`on record with something else: that stays`}
            </li>
            <li>
              <b>{report.rejected}</b> {t`faulty: left out`}
            </li>
          </ul>
          {!report.done && (
            <p className="acts">
              <button type="button" disabled={fresh === 0} onClick={() => void send(given, true)}>
                {fresh === 0
                  ? t`Nothing of it is new`
                  : t`Store ${plural(fresh, { one: '# statement', other: '# statements' })}`}
              </button>{' '}
              <button
                type="button"
                onClick={() => {
                  setGiven(null)
                  setReport(null)
                }}
              >
                {t`Leave it`}
              </button>
            </p>
          )}
          <CodingRows report={report} />
        </>
      )}
    </Screen>
  )
}
