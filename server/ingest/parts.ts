/**
 * The parts of a country that data sets tell apart: its state, its private persons, its armed groups without a name; and
 * which of our actors stands for each on a day.
 */

import type { Day } from '../domain/day.ts'
import type { ActorCode } from '../domain/directory/actor.ts'
import type { Directory } from '../domain/directory/directory.ts'
import { type OfficeCode, tenureOn } from '../domain/directory/tenure.ts'

/** Left out, and why; the same words for all rows with the same fault. */
export interface LeftOut {
  readonly leftOut: string
}

/** `part`: STATE (whoever holds the government, where that is an office), PRIVATE or ARMED. */
export function inCountry(directory: Directory, country: string, part: string, day: Day): ActorCode | LeftOut {
  const government = `${country}.GOV`
  switch (part) {
    case 'STATE':
      return actorOf(directory, directory.offices.some((o) => o.code === government) ? government : country, day)
    case 'PRIVATE':
      return actorOf(directory, `${country}.PRV`, day)
    case 'ARMED':
      return actorOf(directory, `${country}.ARM`, day)
    default:
      return { leftOut: 'a part of the country that is not in the table' }
  }
}

/** The actor a code stands for: itself, or whoever holds the office on that day. */
export function actorOf(directory: Directory, code: string, day: Day): ActorCode | LeftOut {
  if (directory.offices.some((o) => o.code === code)) {
    const tenure = tenureOn(directory.tenures, code as OfficeCode, day)
    return tenure?.holder ?? { leftOut: 'nobody held the office on that day' }
  }
  if (directory.actors.some((a) => a.code === code)) return code as ActorCode
  return { leftOut: `no actor ${code} is on record` }
}
