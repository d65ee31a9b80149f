/** Which families of stance are listed. */
import { useLingui } from '@lingui/react/macro'
import { Checks } from '../../ui/Checks.tsx'
import { QUAD_NAMES, QUADS_LISTED } from '../../ui/families.ts'
import type { RelationProps } from './relationProps.ts'

export function FamilyFilter({ view, change }: RelationProps) {
  const { t, i18n } = useLingui()
  return (
    <Checks
      label={t`Families`}
      value={view.quads}
      onChange={(quads) => change({ quads })}
      options={QUADS_LISTED.map((value) => ({ value, label: i18n._(QUAD_NAMES[value]) }))}
    />
  )
}
