/** The parts of the Share dialog, each a way to take a view along. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useQuery } from 'urql'
import { rangeArguments, scoringArguments } from '../../../server/figure/address/arguments.ts'
import type { RelationView } from '../../../server/figure/address/view.ts'
import type { RelationData } from '../../../server/figure/figure.ts'
import { RowCountsDocument } from '../../../server/figure/generated/documents.ts'
import { type Rows, seriesTable } from '../../../server/figure/seriesTable.ts'
import { citationBibtex, citationText } from '../../../server/figure/words/citation.ts'
import { isolated } from '../../../server/figure/words/format.intl.ts'
import { nameIn } from '../../../server/figure/words/names.ts'
import { addressesOf, elementCode, iframeCode } from '../../data/share.ts'
import { LANGUAGES, type Language, snippetOf } from '../../data/snippets.ts'
import { Segments } from '../../ui/Choice.tsx'
import { CopyField } from '../../ui/CopyField.tsx'

interface Props {
  readonly relation: RelationData
  /** With the record pinned, where the link is frozen. */
  readonly view: RelationView
  readonly origin: string
}

interface LinksProps extends Props {
  /** The pinned view, where the first link is not pinned itself. */
  readonly frozen: RelationView | null
}

export function Links({ relation, view, origin, frozen }: LinksProps) {
  const { t, i18n } = useLingui()
  return (
    <section>
      <h3>{t`Link`}</h3>
      <CopyField label={t`Address of this page`} text={addressesOf(origin, relation.slug, view, i18n.locale).page} />
      {frozen && (
        <CopyField
          label={t`The same, as recorded now and for good`}
          text={addressesOf(origin, relation.slug, frozen, i18n.locale).page}
        />
      )}
    </section>
  )
}

export function Embed({ relation, view, origin }: Props) {
  const { t, i18n } = useLingui()
  const addresses = addressesOf(origin, relation.slug, view, i18n.locale)
  const [theme, language, hide] = ['theme=dark', 'lang=…', 'hide=title~events~key~table~source'].map((part) =>
    isolated(i18n.locale, part),
  )
  return (
    <section>
      <h3>{t`In a page of your own`}</h3>
      <p className="quiet">
        {t`The figure is drawn without scripts and comes alive when it is touched. Add ${theme}, ${language} or ${hide} to its address.`}
      </p>
      <CopyField label={t`Frame`} text={iframeCode(origin, addresses.figure, nameIn(i18n, relation.name))} />
      <CopyField label={t`Custom element`} text={elementCode(origin, relation.slug, view, i18n.locale)} />
      <CopyField label={t`Picture, for slides and mail`} text={addresses.image('png')} />
    </section>
  )
}

const FILES = ['csv', 'xlsx', 'json'] as const

export function Downloads({ relation, view, origin }: Props) {
  const { t, i18n } = useLingui()
  const addresses = addressesOf(origin, relation.slug, view, i18n.locale)
  const displayed = seriesTable(relation, view, 'displayed').rows.length
  const { bucket } = view
  const [{ data }] = useQuery({
    query: RowCountsDocument,
    variables: { slug: relation.slug, bucket, quads: view.quads, ...rangeArguments(view), ...scoringArguments(view) },
  })
  const all = data?.relation?.series.days.length ?? null
  const rows: readonly { readonly which: Rows; readonly label: string }[] = [
    { which: 'displayed', label: t`Displayed: ${plural(displayed, { one: '# row', other: '# rows' })}` },
    {
      which: 'all',
      label: all === null ? t`Everything` : t`Everything: ${plural(all, { one: '# row', other: '# rows' })}`,
    },
  ]
  const [events, statements] = [data?.relation?.events.totalCount, data?.relation?.statements.totalCount]
  const lists = [
    {
      list: 'events',
      label: events === undefined ? t`Events` : t`Events: ${plural(events, { one: '# row', other: '# rows' })}`,
    },
    {
      list: 'statements',
      label:
        statements === undefined
          ? t`Statements`
          : t`Statements: ${plural(statements, { one: '# row', other: '# rows' })}`,
    },
  ] as const
  return (
    <section>
      <h3>{t`Download`}</h3>
      <dl className="downloads">
        {rows.map(({ which, label }) => (
          <div key={which}>
            <dt>{label}</dt>
            <dd>
              {FILES.map((kind) => (
                <a key={kind} href={addresses.file(kind, which)} download>
                  {kind.toUpperCase()}
                </a>
              ))}
            </dd>
          </div>
        ))}
        {lists.map(({ list, label }) => (
          <div key={list}>
            <dt>{label}</dt>
            <dd>
              <a href={addresses.list(list)} download>
                CSV
              </a>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t`Picture`}</dt>
          <dd>
            {(['png', 'svg'] as const).map((kind) => (
              <a key={kind} href={addresses.image(kind)} download={`${relation.slug}.${kind}`}>
                {kind.toUpperCase()}
              </a>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t`Notes: columns, sources, weights`}</dt>
          <dd>
            <a href={addresses.file('txt', 'displayed')} target="_blank" rel="noreferrer">
              TXT
            </a>
          </dd>
        </div>
      </dl>
    </section>
  )
}

export function Programs({ relation, view, origin }: Props) {
  const { t } = useLingui()
  const [language, setLanguage] = useState<Language>('GraphQL')
  return (
    <section>
      <h3>{t`For programs`}</h3>
      <Segments
        label={t`The same numbers from the API, in`}
        value={language}
        onChange={setLanguage}
        options={LANGUAGES.map((value) => ({ value, label: value }))}
      />
      <CopyField
        key={language}
        label={language === 'GraphQL' ? t`Query` : t`Program in ${language}`}
        text={snippetOf(language, origin, relation.slug, view)}
      />
    </section>
  )
}

interface CiteProps extends Props {
  /** What is cited must not change: always the pinned view. */
  readonly frozen: RelationView
}

export function Cite({ relation, origin, frozen }: CiteProps) {
  const { t } = useLingui()
  const cited = { relation, view: frozen, link: addressesOf(origin, relation.slug, { ...frozen, point: null }).page }
  return (
    <section>
      <h3>{t`Cite`}</h3>
      <p className="quiet">{t`With the versions it was computed from, and a frozen link.`}</p>
      <CopyField label={t`Text`} text={citationText(cited)} />
      <CopyField label="BibTeX" text={citationBibtex(cited)} />
    </section>
  )
}
