/** Roles as a GraphQL enum. */
import { registerEnumType } from 'type-graphql'
import type { Role } from '../../domain/account.ts'

export const RoleEnum: Readonly<Record<Role, Role>> = {
  VIEWER: 'VIEWER',
  ANALYST: 'ANALYST',
  EDITOR: 'EDITOR',
  ADMIN: 'ADMIN',
}
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What a user may do. Each role may do everything that the roles before it may do.',
  valuesConfig: {
    VIEWER: { description: 'Reads the record.' },
    ANALYST: { description: 'Adds documents, codes statements, tries weights in drafts.' },
    EDITOR: { description: 'Maintains actors, relations and tenures; adjudicates; publishes codebooks.' },
    ADMIN: { description: 'Invites and disables users, reads the audit and reverts changes.' },
  },
})
