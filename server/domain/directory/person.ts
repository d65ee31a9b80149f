/**
 * Persons and posts: who a named speaker spoke for on a day. A minister speaks for a state, an envoy of one state about
 * another still for the first, a party leader for a party.
 */

import type { Day } from '../day.ts'
import type { ActorCode } from './actor.ts'

export interface Person {
  readonly id: string
  readonly name: string
  /** Other spellings and short forms: "Kabulov", "Asif". */
  readonly aliases: readonly string[]
}

/** A post a person held for an actor, both days inclusive; null = open or not known. */
export interface Post {
  readonly person: string
  readonly title: string
  readonly actor: ActorCode
  readonly from: Day | null
  readonly to: Day | null
  /** Where this is known from. */
  readonly citation: string
}
