/** What the Share dialog offers: the view as a link, a figure, a file, a question, a citation; live or as it is recorded now. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { frozenView, type LinkKind } from '../../data/share.ts'
import { Segments } from '../../ui/Choice.tsx'
import type { RelationProps } from './relationProps.ts'
import { Cite, Downloads, Embed, Links, Programs } from './Share.parts.tsx'

export function ShareForms({ relation, view }: Pick<RelationProps, 'relation' | 'view'>) {
  const { t } = useLingui()
  const [kind, setKind] = useState<LinkKind>('live')
  const frozen = frozenView(view, relation.series)
  const parts = { relation, view: kind === 'live' ? view : frozen, origin: window.location.origin }
  const codebook = relation.series.stamp.codebook
  return (
    <>
      <Segments
        label={t`What others will see`}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'live', label: t`Live: the record when they open it` },
          { value: 'frozen', label: t`Frozen: the record as it is now` },
        ]}
      />
      <p className="quiet">
        {kind === 'live'
          ? t`The figure follows new data and the latest version of the codebook.`
          : t`The figure keeps to what is recorded now and to codebook ${codebook}, whatever comes later.`}
      </p>
      <Links {...parts} frozen={kind === 'frozen' ? null : frozen} />
      <Embed {...parts} />
      <Downloads {...parts} />
      <Programs {...parts} />
      <Cite {...parts} frozen={frozen} />
    </>
  )
}
