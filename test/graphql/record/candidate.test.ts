/** Which events a statement may report too, and that the same words make no new event. */
import { describe, expect, it } from 'vitest'
import { openAccusing } from '../../support/accusing.ts'
import { RELATION } from '../../support/api.ts'
import { does } from '../../support/people.ts'

async function open() {
  const api = await openAccusing()
  const { analyst } = api
  const candidates = async (statement: string) => {
    const asked = `{ eventCandidates(statement: "${statement}") { event { id } likenesses wording } }`
    return (await analyst(asked)).data.eventCandidates
  }
  const counted = async () => {
    const { relation } = await api.data(`{ relation(by: {slug: "${RELATION}"}) { events { totalCount } } }`)
    return relation.events.totalCount
  }
  return { ...api, candidates, counted }
}

describe('the events that a statement may report too', () => {
  it('are listed with what suggests them, most similar first, and can be merged', async () => {
    const { analyst, add, candidates, counted, herald, gazette, releaseDocument } = await open()
    const far = await add(herald, { day: '1901-06-20' })
    const near = await add(gazette, { day: '1901-06-12', judgement: { tag: 'criticise', reason: 'It blames.' } })
    const same = await add(releaseDocument)
    const own = await add(herald)
    expect(await candidates(own.id)).toEqual([
      { event: { id: same.event.id }, likenesses: ['SAME_DAY', 'SAME_TAG'], wording: 1 },
      { event: { id: near.event.id }, likenesses: ['NEAR_DAY'], wording: 1 },
    ])
    expect(await candidates(far.id)).toEqual([])
    expect(await counted()).toBe(4)
    const merging = { events: [same.event.id, own.event.id], reason: 'One speech.' }
    await does(analyst, 'mergeEvents', 'EventMerging', merging, 'event { id }')
    expect(await counted()).toBe(3)
  })

  it('are for analysts only, and refused for unknown statements', async () => {
    const { ask, analyst } = await open()
    const asked = '{ eventCandidates(statement: "Statement:99") { wording } }'
    expect((await ask(asked)).errors[0]?.extensions?.code).toBe('UNAUTHENTICATED')
    expect((await analyst(asked)).errors[0]?.extensions?.code).toBe('UNKNOWN_ID')
  })
})

describe('a statement whose quote is the text of another', () => {
  const quote = 'They sheltered the smugglers, and they know it.'

  it('joins its event, with the reason in the audit, and can be split off again', async () => {
    const { analyst, add, counted, db, herald, gazette } = await open()
    const first = await add(herald, { quote })
    const copy = await add(gazette, { quote: `“${quote}”`, summary: 'Blames it', day: '1901-06-11' })
    expect(copy.event.id).toBe(first.event.id)
    expect(await counted()).toBe(1)
    const [entry] = await db.all<{ after: string }>('SELECT "after" FROM audit ORDER BY "id" DESC LIMIT 1')
    expect(JSON.parse(entry?.after ?? '')).toMatchObject({
      because: `its words are those of ${first.id}`,
    })
    const splitting = { event: first.event.id, statements: [copy.id], reason: 'Said again the next day.' }
    await does(analyst, 'splitEvent', 'EventSplitting', splitting, 'event { id }')
    expect(await counted()).toBe(2)
  })

  it('gets its own event if day, family or the other party differs', async () => {
    const { add, counted, herald, gazette } = await open()
    await add(herald, { quote })
    await add(gazette, { quote, day: '1901-06-14' })
    await add(gazette, { quote, judgement: { tag: 'agree-to-talks', reason: 'It agrees.' } })
    await add(gazette, { quote, source: 'SYL', target: 'RUR' })
    expect(await counted()).toBe(4)
  })
})
