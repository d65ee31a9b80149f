/** Relations that are watched: their names, parties, and place in lists. */
import { useLingui } from '@lingui/react/macro'
import { useMutation, useQuery } from 'urql'
import { Link } from 'wouter'
import {
  AddRelationDocument,
  DirectoryRelationsDocument,
  type DirectoryRelationsQuery,
  SupersedeRelationDocument,
} from '../../../../server/figure/generated/documents.ts'
import { Failed, Loading } from '../../../ui/states.tsx'
import { slugOf } from '../../desk/guess.ts'
import { former, given, text } from './entered.ts'
import type { PartProps } from './partProps.ts'
import type { Editing, Entered, FieldOf } from './RecordForm.tsx'
import { Records } from './Records.tsx'
import { useReread } from './useReread.ts'

type Row = DirectoryRelationsQuery['relations']['nodes'][number]

export function Relations({ version, known, onEdit }: PartProps) {
  const { t } = useLingui()
  const [{ data, error }, ask] = useQuery({ query: DirectoryRelationsDocument })
  const [, add] = useMutation(AddRelationDocument)
  const [, correct] = useMutation(SupersedeRelationDocument)
  useReread(version, ask)
  if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
  if (!data) return <Loading height={600} />
  const party = t`Code of an actor, an office or a country`
  const fields: readonly FieldOf[] = [
    { name: 'name', label: t`Name`, hint: t`Such as “United States – Taliban”`, required: true },
    { name: 'a', label: t`The one`, hint: party, known, required: true },
    { name: 'b', label: t`The other`, hint: party, known, required: true },
  ]
  const place = { name: 'rank', label: t`Place in lists`, pattern: '\\d{1,6}' }
  const rankOf = ({ rank }: Entered) => (rank === undefined || rank.trim() === '' ? {} : { rank: Number(rank) })
  const asNew: Editing = {
    title: t`A new relation`,
    act: t`Add the relation`,
    fields: [
      ...fields,
      { name: 'slug', label: t`Name in addresses`, hint: t`Empty: made from the name` },
      { ...place, hint: t`A whole number, the lowest first; empty: the last` },
    ],
    initial: { name: '', a: '', b: '', slug: '', rank: '' },
    said: t`The relation is on record; its scores are there at once.`,
    submit: (entered) => {
      const [name, a, b] = [text(entered, 'name'), text(entered, 'a'), text(entered, 'b')]
      return add({ input: { name, a, b, slug: text(entered, 'slug') || slugOf(name), ...rankOf(entered) } })
    },
  }
  const rightOf = ({ slug, name, rank, a, b }: Row): Editing => {
    const initial = { name, a: a.code, b: b.code, rank: String(rank) }
    const send = (changed: Entered) =>
      correct({ input: { slug, ...given(changed, ['name', 'a', 'b']), ...rankOf(changed) } })
    return {
      title: t`Put ${slug} right`,
      act: t`Put it right`,
      fields: [...fields, { ...place, hint: t`A whole number, the lowest first`, required: true }],
      initial,
      said: t`${name} is put right.`,
      submit: (_, changed) => send(changed),
      undo: (changed) => send(former(initial, changed)),
    }
  }
  return (
    <>
      {onEdit && (
        <p className="admin-form">
          <button type="button" onClick={() => onEdit(asNew)}>
            {t`Add a relation …`}
          </button>
        </p>
      )}
      <Records
        label={t`Relations`}
        rows={data.relations.nodes}
        keyOf={(row) => row.slug}
        columns={[
          { head: t`Place`, className: 'number', cell: (row) => row.rank },
          { head: t`Name`, names: true, cell: (row) => <Link href={`/r/${row.slug}`}>{row.name}</Link> },
          { head: t`In addresses`, cell: (row) => <code>{row.slug}</code> },
          { head: t`The one`, title: (row) => row.a.name, cell: (row) => <code>{row.a.code}</code> },
          { head: t`The other`, title: (row) => row.b.name, cell: (row) => <code>{row.b.code}</code> },
        ]}
        act={
          onEdit && {
            text: t`Put right …`,
            label: (row) => t`Put right … ${row.slug}`,
            onAct: (row) => onEdit(rightOf(row)),
          }
        }
      />
    </>
  )
}
