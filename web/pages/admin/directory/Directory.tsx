/** Who there is on record, and putting it right: actors, relations, who held which office, who spoke for whom. */
import { useLingui } from '@lingui/react/macro'
import { type ComponentType, useRef, useState } from 'react'
import { useQuery } from 'urql'
import { useLocation, useSearch } from 'wouter'
import { ActorsDocument, WhoAmIDocument } from '../../../../server/figure/generated/documents.ts'
import { Segments } from '../../../ui/Choice.tsx'
import { Faults, mayEdit, Screen } from '../Screen.tsx'
import { Actors } from './Actors.tsx'
import { Offices } from './Offices.tsx'
import { Persons } from './Persons.tsx'
import type { PartProps } from './partProps.ts'
import { type Editing, type Entered, faultsIn, RecordForm } from './RecordForm.tsx'
import { Relations } from './Relations.tsx'

const PARTS = ['actors', 'relations', 'offices', 'persons'] as const
type Part = (typeof PARTS)[number]
const SHOWN: Readonly<Record<Part, ComponentType<PartProps>>> = {
  actors: Actors,
  relations: Relations,
  offices: Offices,
  persons: Persons,
}

interface Done {
  readonly said: string
  readonly undo: (() => ReturnType<NonNullable<Editing['undo']>>) | null
}

export function Directory() {
  const { t } = useLingui()
  const [, navigate] = useLocation()
  const asked = new URLSearchParams(useSearch()).get('of')
  const part = PARTS.find((known) => known === asked) ?? 'actors'
  const [{ data: me }] = useQuery({ query: WhoAmIDocument })
  const [{ data }, reread] = useQuery({ query: ActorsDocument, variables: { search: null } })
  const [version, setVersion] = useState(0)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const [faults, setFaults] = useState<readonly string[]>([])
  const opener = useRef<HTMLElement | null>(null)
  const Shown = SHOWN[part]
  const edit = (next: Editing) => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    setDone(null)
    setEditing(next)
  }
  const leave = () => {
    setEditing(null)
    requestAnimationFrame(() => opener.current?.focus())
  }
  const again = () => {
    setVersion(version + 1)
    reread({ requestPolicy: 'network-only' })
  }
  const finish = (made: Editing, changed: Entered) => {
    const { undo } = made
    setDone({ said: made.said, undo: undo ? () => undo(changed) : null })
    setFaults([])
    leave()
    again()
  }
  const takeBack = async (undo: NonNullable<Done['undo']>) => {
    const found = faultsIn(await undo())
    setFaults(found.map(({ message }) => message))
    if (found.length > 0) return
    setDone({ said: t`It is as it was before.`, undo: null })
    again()
  }
  return (
    <Screen title={t`Directory`}>
      <p className="lede">
        {t`Names, offices and posts decide whom a text is about. What is put right stays on record as it was, and scores follow at once.`}
      </p>
      <Segments
        label={t`What is shown`}
        value={part}
        options={[
          { value: 'actors', label: t`Actors` },
          { value: 'relations', label: t`Relations` },
          { value: 'offices', label: t`Offices and who held them` },
          { value: 'persons', label: t`Persons and their posts` },
        ]}
        onChange={(next) => {
          setEditing(null)
          setDone(null)
          navigate(next === 'actors' ? '/directory' : `/directory?of=${next}`)
        }}
      />
      <div role="status">
        {done && (
          <p className="notice">
            {done.said}{' '}
            {done.undo && (
              <button type="button" onClick={() => done.undo && void takeBack(done.undo)}>
                {t`Take it back`}
              </button>
            )}
          </p>
        )}
      </div>
      <Faults faults={faults} />
      {editing && (
        <RecordForm
          key={editing.title}
          editing={editing}
          onDone={(changed) => finish(editing, changed)}
          onLeave={leave}
        />
      )}
      <Shown
        version={version}
        known={(data?.actors.nodes ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        onEdit={mayEdit(me?.viewer?.role) ? edit : null}
      />
    </Screen>
  )
}
