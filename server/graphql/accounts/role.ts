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
  description: 'What somebody may do; each role may do what those before it may.',
  valuesConfig: {
    VIEWER: { description: 'Reads.' },
    ANALYST: { description: 'Adds documents, codes statements, tries weights in drafts.' },
    EDITOR: { description: 'Keeps actors, relations and tenures; publishes codebooks.' },
    ADMIN: { description: 'Lets people in and reads the audit.' },
  },
})
