/** Actors: who can speak, act or be addressed, under which names. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useMutation, useQuery } from 'urql'
import {
  type ActorKind,
  AddActorDocument,
  DirectoryActorsDocument,
  type DirectoryActorsQuery,
  SupersedeActorDocument,
} from '../../../../server/figure/generated/documents.ts'
import { Failed, Loading } from '../../../ui/states.tsx'
import { former, given, linesOf, text } from './entered.ts'
import type { PartProps } from './partProps.ts'
import type { Editing, Entered, FieldOf } from './RecordForm.tsx'
import { Records } from './Records.tsx'
import { Search } from './Search.tsx'
import { useReread } from './useReread.ts'

type Row = DirectoryActorsQuery['actors']['nodes'][number]

export function Actors({ version, onEdit }: PartProps) {
  const { t } = useLingui()
  const [search, setSearch] = useState<string | null>(null)
  const [{ data, error }, ask] = useQuery({ query: DirectoryActorsDocument, variables: { search } })
  const [, add] = useMutation(AddActorDocument)
  const [, correct] = useMutation(SupersedeActorDocument)
  useReread(version, ask)
  if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
  if (!data) return <Loading height={600} />
  const kinds: Readonly<Record<ActorKind, string>> = {
    STATE: t`state`,
    GOVERNMENT: t`government`,
    DE_FACTO_AUTHORITY: t`de facto authority`,
    ARMED_GROUP: t`armed group`,
    PARTY: t`party`,
    IGO: t`international organisation`,
    PRIVATE: t`private: citizens, media, refugees`,
  }
  const fields: readonly FieldOf[] = [
    { name: 'name', label: t`Name`, required: true },
    {
      name: 'kind',
      label: t`What it is`,
      choice: Object.entries(kinds).map(([value, label]) => ({ value, label })),
    },
    { name: 'country', label: t`Country`, hint: t`Three capitals, such as PAK. Empty: it belongs to none.` },
  ]
  const more = { name: 'names', many: true }
  const code = {
    name: 'code',
    label: t`Code`,
    hint: t`Three capitals; with a dot and more for a part: AFG.IRA`,
    required: true,
  }
  const asNew: Editing = {
    title: t`A new actor`,
    act: t`Add the actor`,
    fields: [code, ...fields, { ...more, label: t`Other names it goes by, one a line` }],
    initial: { code: '', name: '', kind: 'STATE', country: '', names: '' },
    said: t`The actor is on record.`,
    submit: (entered) =>
      add({
        input: {
          ...{ code: text(entered, 'code'), name: text(entered, 'name'), kind: entered.kind as ActorKind },
          ...given(entered, ['country']),
          names: linesOf(entered.names),
        },
      }),
  }
  const rightOf = ({ code, ...row }: Row): Editing => {
    const initial = { name: row.name, kind: row.kind, country: row.country ?? '', names: '' }
    const send = (changed: Entered) => {
      const names = linesOf(changed.names)
      const kind = changed.kind === undefined ? {} : { kind: changed.kind as ActorKind }
      return correct({
        input: { code, ...kind, ...given(changed, ['name', 'country']), ...(names.length > 0 ? { names } : {}) },
      })
    }
    return {
      title: t`Put ${code} right`,
      act: t`Put it right`,
      fields: [...fields, { ...more, label: t`More names it goes by, one a line`, hint: row.names.join(' · ') }],
      initial,
      said: t`${code} is put right.`,
      submit: (_, changed) => send(changed),
      // Names that were added stay: they were found in some text.
      undo: (changed) => send(former(initial, { ...changed, names: '' })),
    }
  }
  const { nodes, totalCount } = data.actors
  return (
    <>
      <Search label={t`Name, alias or code`} onSearch={setSearch} total={totalCount} shown={nodes.length}>
        {onEdit && (
          <button type="button" onClick={() => onEdit(asNew)}>
            {t`Add an actor …`}
          </button>
        )}
      </Search>
      <Records
        label={t`Actors`}
        rows={nodes}
        keyOf={(row) => row.code}
        columns={[
          { head: t`Code`, cell: (row) => <code>{row.code}</code> },
          { head: t`Name`, names: true, cell: (row) => row.name },
          { head: t`What it is`, cell: (row) => kinds[row.kind] },
          { head: t`Country`, cell: (row) => row.country ?? '–' },
          { head: t`Other names`, className: 'quiet', cell: (row) => row.names.join(' · ') },
        ]}
        act={
          onEdit && {
            text: t`Put right …`,
            label: (row) => t`Put right … ${row.code}`,
            onAct: (row) => onEdit(rightOf(row)),
          }
        }
      />
    </>
  )
}
