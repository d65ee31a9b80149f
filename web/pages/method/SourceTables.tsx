/** Where the data comes from: each collection with its citation, and which days of each relation somebody looked at. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import type { SourcesQuery } from '../../../server/figure/generated/documents.ts'
import { dayFrom } from '../../../server/figure/model/points.ts'
import { isolated } from '../../../server/figure/words/format.intl.ts'
import { dayText } from '../../../server/figure/words/format.ts'
import { Named } from '../../ui/Named.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'

type Collections = SourcesQuery['collections']
type Relations = SourcesQuery['relations']['nodes']

export function Collected({ collections }: { readonly collections: Collections }) {
  const { t, i18n } = useLingui()
  return (
    <ul>
      {collections.map(({ id, title, citation, licence: terms, url }) => {
        const licence = terms && isolated(i18n.locale, terms)
        return (
          <li key={id}>
            {url ? (
              <a href={url} target="_blank" rel="noreferrer noopener">
                <Named name={title} />
              </a>
            ) : (
              <Named name={title} />
            )}
            : <bdi lang="en">{citation}</bdi> {licence ? t`Licence: ${licence}` : t`Its licence is not known`}
          </li>
        )
      })}
    </ul>
  )
}

interface Props {
  readonly collections: Collections
  readonly relations: Relations
}

export function CoverageTable({ collections, relations }: Props) {
  const { t } = useLingui()
  return (
    <ScrollRegion label={t`Covered days of each relation`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t`Relation`}</th>
            {collections.map(({ id, title }) => (
              <th key={id} scope="col">
                <Named name={title} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {relations.map(({ id, slug, name, coverage }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`/r/${slug}`}>
                  <Named name={name} />
                </Link>
              </th>
              {collections.map((collection) => (
                <td key={collection.id}>
                  <Spans spans={coverage.find((c) => c.collection.id === collection.id)?.spans ?? []} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Spans({ spans }: { readonly spans: Relations[number]['coverage'][number]['spans'] }) {
  const { t, i18n } = useLingui()
  const day = (text: string) => {
    const known = dayFrom(text)
    return known === null ? text : dayText(i18n.locale, known, 'short')
  }
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last) return <span className="quiet">{t`none`}</span>
  if (spans.length === 1) return first.from === first.to ? day(first.from) : t`${day(first.from)} to ${day(first.to)}`
  const stretches = plural(spans.length, { one: '# stretch', other: '# stretches' })
  return t`${stretches} between ${day(first.from)} and ${day(last.to)}`
}
