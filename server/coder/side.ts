/** One side of a statement: who a row of phrases means, all of them together, and how surely. */
import type { Day, Precision } from '../domain/day.ts'
import type { Dictionary, Referent } from './dictionary.ts'
import type { Discourse } from './discourse.ts'
import type { Spoken } from './recollection.ts'
import type { How, Meant, Sentence, Who } from './who.ts'

/** What a sentence is read with. */
export interface Setting {
  readonly dictionary: Dictionary
  readonly discourse: Discourse
  readonly day: Day | null
  readonly precision: Precision
  /** Whether sentences before it may tell who is meant. */
  readonly article: boolean
  /** Whether no sentence follows, for whom it would be noted who was spoken of. */
  readonly last?: boolean
}

export interface Side {
  readonly referents: readonly Referent[]
  /** How the first of them was understood; empty where nobody was. */
  readonly how: How | 'TOPIC' | ''
  /** 0–1: the surest way of understanding is 1. */
  readonly weight: number
  readonly meant: Meant | null
  /** Index of the first phrase that means somebody. */
  readonly phrase: number | null
}

/** Whom an act is done to. */
export interface Aim {
  readonly side: Side
  /** 0 where a target stands … 5 taken from elsewhere. */
  readonly rank: number
}

/** From this rank on a candidate is a place. */
export const PLACE_RANK = 5

export const NOBODY: Side = { referents: [], how: '', weight: 0.5, meant: null, phrase: null }

const WEIGHTS: Readonly<Record<How, number>> = {
  NAME: 1,
  OWNER: 0.85,
  ROLE: 0.8,
  PRONOUN: 0.75,
  PLACE: 0.7,
  NEAR: 0.55,
}

export function sideOf(sentence: Sentence, phrases: readonly number[], who: Who): Side {
  const referents: Referent[] = []
  let side: Side = { ...NOBODY, weight: 1 }
  for (const p of phrases) {
    const phrase = sentence.phrases[p]
    const meant = phrase && who.meant(sentence, phrase)
    if (!meant) continue
    for (const r of meant.referents) if (!referents.some((x) => x.code === r.code)) referents.push(r)
    const first = side.meant === null
    side = {
      referents,
      how: first ? meant.how : side.how,
      weight: Math.min(side.weight, WEIGHTS[meant.how]),
      meant: first ? meant : side.meant,
      phrase: first ? p : side.phrase,
    }
  }
  return side.meant === null ? NOBODY : side
}

/** The words of a phrase as the text has them, one space where there is space. */
export function textOf({ phrases, words }: Sentence, phrase: number): string {
  const { from, to } = phrases[phrase] ?? { from: 0, to: 0 }
  let text = ''
  for (let i = from; i < to; i++) {
    text += (i > from && (words[i - 1]?.end ?? 0) < (words[i]?.start ?? 0) ? ' ' : '') + words[i]?.text
  }
  return text
}

export function spokenOf(sentence: Sentence, side: Side): Spoken | null {
  const referent = side.referents[0]
  if (!referent || side.phrase === null || !side.meant) return null
  const { noun, role, person } = side.meant
  return { referent, noun, role, text: textOf(sentence, side.phrase), person, subject: true }
}

export const shared = (a: readonly Referent[], b: readonly Referent[]) =>
  a.some((x) => b.some((y) => x.code === y.code))
