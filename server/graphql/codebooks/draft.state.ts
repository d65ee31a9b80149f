/** What becomes of a draft, as a GraphQL enum. */
import { registerEnumType } from 'type-graphql'
import type { DraftState } from '../../domain/codebook/draft.ts'

export const DraftStateEnum: Readonly<Record<DraftState, DraftState>> = {
  OPEN: 'OPEN',
  PUBLISHED: 'PUBLISHED',
  DISCARDED: 'DISCARDED',
}
registerEnumType(DraftStateEnum, {
  name: 'DraftState',
  description: 'What has become of a draft.',
  valuesConfig: {
    OPEN: { description: 'Being worked on.' },
    PUBLISHED: { description: 'Published as a version.' },
    DISCARDED: { description: 'Given up.' },
  },
})
