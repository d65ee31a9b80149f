/** The states of a draft as a GraphQL enum. */
import { registerEnumType } from 'type-graphql'
import type { DraftState } from '../../domain/codebook/draft.ts'

export const DraftStateEnum: Readonly<Record<DraftState, DraftState>> = {
  OPEN: 'OPEN',
  PUBLISHED: 'PUBLISHED',
  DISCARDED: 'DISCARDED',
}
registerEnumType(DraftStateEnum, {
  name: 'DraftState',
  description: 'The state of a draft.',
  valuesConfig: {
    OPEN: { description: 'The draft is being worked on.' },
    PUBLISHED: { description: 'The draft was published as a version.' },
    DISCARDED: { description: 'The draft was discarded.' },
  },
})
