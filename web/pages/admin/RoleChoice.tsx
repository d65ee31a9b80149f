/** A role, each with what it may do. */
import { useLingui } from '@lingui/react/macro'
import type { PeopleQuery } from '../../../server/figure/generated/documents.ts'
import { Choice } from '../../ui/Choice.tsx'

export type RoleName = PeopleQuery['users'][number]['role']
const ROLES: readonly RoleName[] = ['VIEWER', 'ANALYST', 'EDITOR', 'ADMIN']

interface Props {
  readonly value: RoleName
  /** None above this is offered. */
  readonly atMost?: RoleName
  readonly onChange: (role: RoleName) => void
}

export function RoleChoice({ value, atMost = 'ADMIN', onChange }: Props) {
  const { t } = useLingui()
  const says: Readonly<Record<RoleName, string>> = {
    VIEWER: t`viewer: reads`,
    ANALYST: t`analyst: codes statements, drafts weights`,
    EDITOR: t`editor: decides, publishes codebooks`,
    ADMIN: t`admin: lets people in, reads the audit`,
  }
  const offered = ROLES.slice(0, ROLES.indexOf(atMost) + 1)
  return (
    <Choice
      label={t`Role`}
      value={value}
      options={offered.map((role) => ({ value: role, label: says[role] }))}
      onChange={onChange}
    />
  )
}
