/** Sentences of our own about invented countries, five families, for models that are learnt in a moment. */

import type { Example, Recipe } from '../../server/coder/training.ts'
import { QUADS } from '../../server/domain/codebook/codebook.ts'

const SUBJECTS = [
  'The government of Ruritania',
  'Syldavia',
  'The Bordurian army',
  'The king',
  'A ministry',
  'Freedonia',
]
const ACTS: readonly (readonly string[])[] = [
  ['declined to comment on the canal', 'said the harvest was late', 'is weighing whether to move the fair'],
  ['agreed to meet the envoys of the duke', 'signed a treaty on the lake', 'praised the wisdom of the queen'],
  ['sent tents and blankets to the valley', 'released the fishermen', 'lifted the ban on cheese'],
  ['rejected the offer of the duke', 'threatened to close the pass', 'accused the queen of trickery'],
  ['shelled the lighthouse', 'arrested the bell ringers', 'imposed sanctions on the island'],
]

/** Each act by each subject: 18 sentences a family. */
export const TOY: readonly Example[] = ACTS.flatMap((acts, c) =>
  acts.flatMap((act) =>
    SUBJECTS.map((subject) => ({ text: `${subject} ${act}.`, quad: QUADS[c] as Example['quad'], weight: 1 })),
  ),
)

export const SMALL: Recipe = { bits: 12, penalty: 0.02, leastSeen: 2, iterations: 30 }
