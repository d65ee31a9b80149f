/**
 * Reasons that the desk made up by itself before it left them empty. Files and databases of then still say them; the record
 * does not: migration 0011 empties its own, and whatever comes in passes here.
 */
import { type Coding, PROPOSER } from './coding.ts'

const CHOSEN = 'Chosen at the desk.'
const ACCEPTED = 'Proposed by the coder and accepted as it stands.'

/** The coding with the reason that somebody or something gave: none for what was made up, the coder's own where it was taken over. */
export function withGivenReason<T extends Pick<Coding, 'reason' | 'reasonBy' | 'tag' | 'shown'>>(coding: T): T {
  const { reason, tag, shown } = coding
  if (reason === CHOSEN) return { ...coding, reason: '' }
  if (!reason.startsWith(ACCEPTED)) return coding
  const words = shown === tag ? reason.slice(ACCEPTED.length).trim() : ''
  return { ...coding, reason: words, reasonBy: words === '' ? null : PROPOSER }
}
