/** The numbers of the lab without its pages: every series of every relation anew under other weights. */
import { type Day, dayOf } from '../../server/domain/day.ts'
import { numeratorsOfCells, reweighed, type TaggedEvidence } from '../../server/domain/score/reweight.ts'
import { randomFrom } from '../support/random.ts'

const TAGS = 45
const DAYS = 7300

export function reweighTimes(rounds: number, relations: number, events: number): number[] {
  const random = randomFrom(7)
  const first = dayOf(2000, 1, 1)
  const histories = Array.from({ length: relations }, () => {
    const cells = Array.from({ length: Math.floor(events / relations) }, (): TaggedEvidence => {
      return { day: (first + random(DAYS)) as Day, tag: random(TAGS), evidence: 10_000 }
    })
    const parameters = { lambda: 0.977159968434, priorEvents: 1 }
    return numeratorsOfCells(cells, parameters, first, (first + DAYS - 1) as Day)
  })
  const weights = { tension: new Float64Array(TAGS), engagement: new Float64Array(TAGS) }
  return Array.from({ length: rounds }, (_, round) => {
    for (let tag = 0; tag < TAGS; tag++) weights.tension[tag] = (tag * 7 + round) % 10
    const start = performance.now()
    let sum = 0
    for (const history of histories) {
      sum += reweighed(history, weights.tension).at(-1) ?? 0
      reweighed(history, weights.engagement)
    }
    const time = performance.now() - start
    if (Number.isNaN(sum)) throw new Error('a history has no score')
    return time
  })
}
