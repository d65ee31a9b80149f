/** Parts of a sentence set apart between commas or dashes, over which a subject reaches its verb. */
import type { Phrase } from './phrase.ts'
import { finite } from './verb.ts'

/** "Arnor, she added, will close": where what says who tells it begins, between commas; null where nothing does. */
export function insertedStart(phrases: readonly Phrase[], close: number): number | null {
  if (phrases[close]?.sort !== 'COMMA') return null
  let k = close - 1
  while (k > 0 && close - k < 5 && /^(?:TIME|ADV|P)$/.test(phrases[k]?.sort ?? '')) k--
  const turned = phrases[k]?.sort === 'NP' && phrases[k - 1]?.sort === 'VG'
  const [who, verb] = turned ? [phrases[k], phrases[k - 1]] : [phrases[k - 1], phrases[k]]
  if (phrases[k - 2]?.sort !== 'COMMA' || who?.sort !== 'NP' || verb?.sort !== 'VG') return null
  const told = finite(verb.verb) && INSERTED.test(verb.verb?.lemma ?? '')
  return told && phrases[k - 3]?.sort === 'NP' ? k - 2 : null
}
const INSERTED =
  /^(?:say|add|note|point|go|continue|argue|insist|explain|believe|write|warn|stress|claim|recall|tell|concede|admit)$/

/** Where a part between commas or dashes begins that ends at `close`, and hangs on what is before it; null where none does. */
export function parenthesisStart(phrases: readonly Phrase[], close: number): number | null {
  const sort = phrases[close]?.sort
  for (let j = close - 1; j >= 1; j--) {
    if (phrases[j]?.sort !== sort) continue
    const first = phrases[j + 1]
    if (!first || phrases[j - 1]?.sort === 'VG') return null
    if (first.sort === 'NP' && phrases[j + 2]?.sort === 'REL') return j
    if (first.sort === 'NP' && phrases[j + 2]?.sort === 'P' && phrases[j + 3]?.sort === 'REL') return j
    if (first.sort === 'REL' || first.sort === 'P' || first.sort === 'TIME' || first.sort === 'ADV') return j
    if (first.sort === 'VG' && !finite(first.verb)) return j
    for (let k = j + 1; k < close; k++) if (phrases[k]?.sort === 'VG' && finite(phrases[k]?.verb)) return null
    return j
  }
  return null
}
