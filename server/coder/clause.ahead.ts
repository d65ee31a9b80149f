/** The verb that comes next in a sentence, and whether what stands here is its subject. */
import type { Phrase } from './phrase.ts'
import { finite } from './verb.ts'

/** Whether a phrase is followed by a finite verb of its own: "said the government offered". */
export function isSubjectOfNext(phrases: readonly Phrase[], i: number): boolean {
  let at = i + 1
  if (phrases[at]?.sort === 'C' && phrases[at + 1]?.sort === 'NP') at += 2
  while (phrases[at]?.sort === 'ADV' || phrases[at]?.sort === 'TIME') at++
  const next = phrases[at]
  if (next?.sort === 'P' && phrases[at + 1]?.sort === 'NP' && phrases[at + 2]?.sort === 'VG') {
    return finite(phrases[at + 2]?.verb) && phrases[at + 2]?.verb?.bare === null
  }
  return next?.sort === 'VG' && finite(next.verb) && (next.verb?.bare === null || !looksPassive(phrases, at))
}

const looksPassive = (phrases: readonly Phrase[], at: number) =>
  phrases[at + 1]?.sort === 'P' || phrases[at + 1] === undefined

/** The clause of the next finite verb; null where none comes. */
export function nextVerb(phrases: readonly Phrase[], i: number, of: ReadonlyMap<number, number>): number | null {
  for (let at = i + 1; at < phrases.length; at++)
    if (phrases[at]?.sort === 'VG' && finite(phrases[at]?.verb)) return of.get(at) ?? null
  return null
}
