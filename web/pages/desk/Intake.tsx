/** A new article: pasted, or dropped as a file; title, day and outlet guessed from it and open to correction. */
import { useLingui } from '@lingui/react/macro'
import { type DragEvent, type FormEvent, useId, useState } from 'react'
import { type CombinedError, useMutation } from 'urql'
import { useLocation } from 'wouter'
import { AddDocumentDocument, ReadPageDocument } from '../../../server/figure/generated/documents.ts'
import { firstLine, languageOf, slugOf } from './guess.ts'
import { textOfHtml } from './intake/html.ts'
import { textOfFile } from './intake/intake.ts'
import type { Known } from './intake/takenText.ts'

export function Intake() {
  const { t } = useLingui()
  const id = useId()
  const [, navigate] = useLocation()
  const [{ fetching }, add] = useMutation(AddDocumentDocument)
  const [{ fetching: reading }, fetchIt] = useMutation(ReadPageDocument)
  const [text, setText] = useState('')
  const [fields, setFields] = useState({ title: '', published: '', outlet: '', url: '', language: 'en' })
  const [faults, setFaults] = useState<readonly string[]>([])
  const take = (pasted: string, known: Known = {}) => {
    setText(pasted)
    setFields((now) => ({
      title: now.title || known.title || firstLine(pasted),
      published: now.published || known.published || (/\b(\d{4}-\d{2}-\d{2})\b/.exec(pasted.slice(0, 500))?.[1] ?? ''),
      outlet: now.outlet || known.outlet || '',
      url: now.url || known.url || '',
      language: known.language ?? languageOf(pasted) ?? now.language,
    }))
  }
  const drop = async (files: FileList | null) => {
    const file = files?.[0]
    if (!file) return
    const taken = await textOfFile(file)
    if ('refusal' in taken) return setFaults([taken.refusal])
    setFaults([])
    take(taken.text, taken)
  }
  const fetchPage = async () => {
    const { data, error } = await fetchIt({ url: fields.url.trim() })
    const page = data?.readPage.page
    if (!page) return setFaults(sentencesOf(data?.readPage.userErrors, error))
    const taken = page.type === 'text/plain' ? { text: page.body } : textOfHtml(page.body)
    if ('refusal' in taken) return setFaults([taken.refusal])
    setFaults([])
    take(taken.text, taken)
  }
  const sentencesOf = (userErrors: readonly { message: string }[] | undefined, error: CombinedError | undefined) =>
    userErrors?.map((e) => e.message) ??
    error?.graphQLErrors.map((e) => e.message) ?? [t`The server was not reached. Try again.`]
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { title, published, outlet, url, language } = fields
    const input = {
      ...{ title: title.trim(), text, language },
      url: url.trim() || null,
      published: published.trim() || null,
      outlet: outlet.trim() === '' ? null : { code: slugOf(outlet), name: outlet.trim() },
    }
    const { data, error } = await add({ input })
    const made = data?.addDocument
    if (made?.document) {
      return navigate(`/desk/${made.document.id.replace('Document:', '')}${made.known ? '?known' : ''}`)
    }
    setFaults(sentencesOf(made?.userErrors, error))
  }
  const field = (name: keyof typeof fields, label: string, more: object = {}) => (
    <div className="choice">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        type="text"
        autoComplete="off"
        value={fields[name]}
        onChange={(event) => setFields({ ...fields, [name]: event.currentTarget.value })}
        {...more}
      />
    </div>
  )
  return (
    <form
      className="intake"
      onSubmit={submit}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        event.preventDefault()
        void drop(event.dataTransfer.files)
      }}
    >
      <div className="choice">
        <label
          htmlFor={`${id}-text`}
        >{t`A new article: paste its text, or drop a file here (text, HTML, mail, PDF)`}</label>
        <textarea
          id={`${id}-text`}
          rows={text === '' ? 4 : 10}
          required
          dir="auto"
          value={text}
          onChange={(event) => take(event.currentTarget.value)}
        />
      </div>
      <div className="intake-fields">
        {field('title', t`Title`, { required: true, size: 40 })}
        {field('published', t`Published on`, { placeholder: '2026-11-20', size: 11, pattern: '\\d{4}-\\d{2}-\\d{2}' })}
        {field('outlet', t`Outlet`, { size: 18 })}
        {field('url', t`Address`, { inputMode: 'url', size: 30 })}
        <button type="button" disabled={reading || fields.url.trim() === ''} onClick={() => void fetchPage()}>
          {t`Fetch the page`}
        </button>
        {field('language', t`Language`, { size: 5, required: true })}
        <div className="choice">
          <label htmlFor={`${id}-file`}>{t`File`}</label>
          <input
            id={`${id}-file`}
            type="file"
            accept=".txt,.html,.htm,.eml,.pdf,text/plain,text/html,message/rfc822,application/pdf"
            onChange={(event) => void drop(event.currentTarget.files)}
          />
        </div>
        <button type="submit" disabled={fetching || text.trim() === ''}>{t`Read it`}</button>
      </div>
      <div role="alert">
        {faults.map((fault) => (
          <p key={fault} className="wrong">
            {fault}
          </p>
        ))}
      </div>
    </form>
  )
}
