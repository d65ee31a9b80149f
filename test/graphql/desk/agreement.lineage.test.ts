/** Agreement after a codebook is published anew: judgements follow what became of their tags. */
import { describe, expect, it } from 'vitest'
import { type Ask, does } from '../../support/people.ts'
import { type CodedSo, openCoded, publish } from '../../support/published.ts'

const FIGURES = 'n raw { value low high } alpha { value low high } kappa { value } ac1 { value }'
const REPORT = `query ($codebook: String!) {
  agreement(codebook: $codebook) {
    codebook overall { ${FIGURES} } tags { tag used figures { ${FIGURES} } } confusion { a b n }
    uncounted { tag label codebook because judgements statements { id } }
  }
  disagreements(codebook: $codebook, first: 100) { totalCount nodes { id } }
}`
const RELIABILITY = `query ($codebook: String!) {
  codebook(version: $codebook) { reliability { overall { n alpha { value } } tags { tag used } uncounted } }
}`

/** 54 statements that two have coded, 14 of them differently. */
const CODED: readonly CodedSo[] = [
  [22, { analyst: 'accuse', ben: 'accuse' }],
  [8, { analyst: 'accuse', ben: 'criticise' }],
  [10, { analyst: 'demand', ben: 'demand' }],
  [6, { analyst: 'rebut', ben: 'oppose' }],
  [8, { analyst: 'rebut', ben: 'rebut' }],
]

async function told(ask: Ask, codebook = 'default') {
  const { data, errors } = await ask(REPORT, { codebook })
  expect(errors).toEqual([])
  const { agreement, disagreements } = data
  return {
    agreement,
    overall: agreement.overall,
    used: Object.fromEntries(agreement.tags.map(({ tag, used }: { tag: string; used: number }) => [tag, used])),
    uncounted: agreement.uncounted,
    disputed: disagreements.nodes.map((s: { id: string }) => s.id) as string[],
  }
}

const words = { definition: 'd', includes: 'i', excludes: 'e', example: 'x', reason: 'r', tension: 2, engagement: 0 }
const ACCUSE = ['112', '1121', '1122', '1123', '1124', '1125']
const split = (cameo: readonly string[], tag = 'accuse') => ({
  split: {
    tag,
    parts: [
      { code: 'accuse', label: 'Accuse', cameo: cameo.slice(0, 3), ...words },
      { code: 'blame', label: 'Blame', cameo: cameo.slice(3), ...words },
    ],
  },
})
const SPLIT = split(ACCUSE)

describe('agreement under a version published after its statements were coded', () => {
  it('is unchanged if a tag was renamed: no item and no disagreement is lost', async () => {
    const { analyst, editor } = await openCoded(CODED)
    const before = await told(analyst)
    expect([before.overall.n, before.disputed.length]).toEqual([54, 14])
    expect(await publish(editor, { rename: { tag: 'accuse', code: 'blame', label: 'Blame' } })).toBe('default-2')
    const after = await told(analyst)
    expect(after.agreement.codebook).toBe('default-2')
    expect(after.overall).toEqual(before.overall)
    expect(after.disputed).toEqual(before.disputed)
    expect(after.used).toEqual({ blame: 30, criticise: 8, demand: 10, rebut: 14, oppose: 6 })
    expect(after.uncounted).toEqual([])
  })

  it('treats merged tags as one, so that items that differed only in them agree', async () => {
    const { analyst, editor, by } = await openCoded(CODED)
    const before = await told(analyst)
    await publish(editor, { merge: { tags: ['criticise'], into: 'accuse' } })
    const after = await told(analyst)
    // Alike were 40 of 54, and are 48.
    expect([before.overall.raw.value, after.overall.raw.value]).toEqual([
      expect.closeTo(40 / 54),
      expect.closeTo(48 / 54),
    ])
    expect(after.used).toEqual({ accuse: 30, demand: 10, rebut: 14, oppose: 6 })
    expect(after.disputed.toSorted()).toEqual(by.slice(40, 46).toSorted())
    expect(after.agreement.confusion).not.toContainEqual(expect.objectContaining({ b: 'criticise' }))
    expect(after.uncounted).toEqual([])
  })

  it('leaves out judgements by a tag that was split, and lists their statements', async () => {
    const { analyst, editor, by, api } = await openCoded(CODED)
    await publish(editor, SPLIT)
    const after = await told(editor)
    // Of the eight that differed one judgement is left, and one is no pair: 54 − 22 − 8 = 24, too few for a figure.
    expect(after.overall).toEqual({ n: 24, raw: null, alpha: null, kappa: null, ac1: null })
    expect(after.used).toEqual({ demand: 10, rebut: 14, oppose: 6 })
    expect(after.disputed.toSorted()).toEqual(by.slice(40, 46).toSorted())
    const [lost, ...others] = after.uncounted
    expect(others).toEqual([])
    // Two judgements each of 22 statements, one each of eight.
    const what = { tag: 'accuse', label: 'Accuse', codebook: 'default-1', because: 'SPLIT', judgements: 52 }
    expect(lost).toMatchObject(what)
    // The newest twenty of thirty.
    expect(lost.statements.map((s: { id: string }) => s.id)).toEqual(by.slice(10, 30).toReversed())
    // The public is told how many, and of no statement.
    const { codebook } = await api.data(RELIABILITY, { codebook: 'default' })
    expect(codebook.reliability).toMatchObject({ overall: { n: 24, alpha: null }, uncounted: 52 })
    // Judged anew by both, a statement counts again.
    for (const [ask, tag] of [
      [analyst, 'blame'],
      [editor, 'accuse'],
    ] as const) {
      const input = { statement: by[0], judgement: { tag, reason: 'So.' } }
      expect((await does(ask, 'submitCoding', 'CodingSubmission', input, 'coding { coder }')).userErrors).toEqual([])
    }
    const again = await told(editor)
    expect(again.overall.n).toBe(25)
    expect(again.disputed).toContain(by[0])
    expect(again.uncounted[0].judgements).toBe(51)
  })

  it('leaves out judgements by a tag retired without a successor, and maps one with a successor to it', async () => {
    const { analyst, editor, by } = await openCoded(CODED)
    await publish(editor, { retire: { tag: 'demand', into: 'appeal' } })
    expect((await told(analyst)).used).toMatchObject({ appeal: 10 })
    expect(await publish(editor, { retire: { tag: 'rebut' } })).toBe('default-3')
    const after = await told(editor)
    expect(after.overall.n).toBe(40)
    expect(after.used).toEqual({ accuse: 30, criticise: 8, appeal: 10 })
    expect(after.disputed.toSorted()).toEqual(by.slice(22, 30).toSorted())
    expect(after.uncounted).toMatchObject([{ tag: 'rebut', codebook: 'default-1', because: 'RETIRED', judgements: 22 }])
  })

  it('is unchanged under every earlier version', async () => {
    const { analyst, editor } = await openCoded(CODED)
    const first = await told(editor)
    await publish(editor, { merge: { tags: ['criticise'], into: 'accuse' } })
    const second = await told(editor)
    await publish(editor, split([...ACCUSE, '111', '114']))
    // All codes of the first version’s “criticise” are those of “blame” now; its “accuse” is in two.
    expect((await told(editor)).uncounted).toMatchObject([{ tag: 'accuse', codebook: 'default-1', judgements: 52 }])
    // What is judged under the third is in the report on no earlier one.
    const input = { statement: first.disputed[0], judgement: { tag: 'blame', codebook: 'default-3', reason: 'So.' } }
    await does(analyst, 'submitCoding', 'CodingSubmission', input, 'coding { coder }')
    expect(await told(editor, 'default-1')).toEqual(first)
    expect(await told(editor, 'default-2')).toEqual(second)
  })

  it('combines judgements from before and after, following codes through every version between', async () => {
    const { editor, by } = await openCoded([...CODED, [4, { analyst: 'accuse' }]])
    await publish(editor, { rename: { tag: 'accuse', code: 'blame', label: 'Blame' } })
    // Another takes the name that is free: it is not what it was.
    await publish(editor, { rename: { tag: 'criticise', code: 'accuse', label: 'Accuse' } })
    const input = { statement: by[54], judgement: { tag: 'blame', reason: 'So.' } }
    await does(editor, 'submitCoding', 'CodingSubmission', input, 'coding { coder }')
    const after = await told(editor)
    expect(after.overall.n).toBe(55)
    expect(after.used).toEqual({ blame: 31, accuse: 8, demand: 10, rebut: 14, oppose: 6 })
    expect(after.disputed).not.toContain(by[54])
  })

  it('counts a coder once, by the last judgement, even if they judged under two versions', async () => {
    const { analyst, editor, by } = await openCoded([...CODED, [1, { analyst: 'accuse' }]])
    await publish(editor, { rename: { tag: 'demand', code: 'insist', label: 'Insist' } })
    const judge = (statement: string | undefined, tag: string) =>
      does(
        analyst,
        'submitCoding',
        'CodingSubmission',
        { statement, judgement: { tag, reason: 'So.' } },
        'coding { coder }',
      )
    await judge(by[54], 'criticise')
    await judge(by[22], 'criticise')
    const after = await told(editor)
    expect(after.overall.n).toBe(54)
    // The eight were “accuse” against “criticise”; of the first the analyst thinks otherwise now.
    expect(after.disputed).not.toContain(by[22])
    expect(after.used).toMatchObject({ accuse: 29, criticise: 8 })
    expect((await told(editor, 'default-1')).disputed).toContain(by[22])
  })

  it('keeps an editor’s decision until the chosen tag is split', async () => {
    const { editor, by } = await openCoded([[1, { analyst: 'demand', ben: 'rebut', 'gold:eve': 'accuse' }]])
    expect((await told(editor)).disputed).toEqual([])
    await publish(editor, { rename: { tag: 'accuse', code: 'blame', label: 'Blame' } })
    expect((await told(editor)).disputed).toEqual([])
    await publish(editor, split(ACCUSE, 'blame'))
    const after = await told(editor)
    expect(after.disputed).toEqual(by)
    // An adjudication is no coder’s judgement.
    expect(after.uncounted).toEqual([])
  })

  it('shows analysts only statements that they have judged too', async () => {
    const { analyst, editor, by } = await openCoded([
      [2, { ben: 'accuse', cyd: 'accuse' }],
      [1, { analyst: 'accuse', ben: 'accuse' }],
    ])
    await publish(editor, SPLIT)
    const listed = async (ask: Ask) => {
      const [lost] = (await told(ask)).uncounted
      return [lost.judgements, lost.statements.map((s: { id: string }) => s.id)]
    }
    expect(await listed(editor)).toEqual([6, by.toReversed()])
    expect(await listed(analyst)).toEqual([6, [by[2]]])
  })
})

describe('a coding', () => {
  it('has a tag under another version; null if its tag was split', async () => {
    const { editor, by } = await openCoded([[1, { analyst: 'accuse', ben: 'demand' }]])
    await publish(editor, { rename: { tag: 'demand', code: 'insist', label: 'Insist' } })
    await publish(editor, SPLIT)
    const query = `{ codings(statement: "${by[0]}") { coder tag { code } tagUnder { code } second: tagUnder(codebook: "default-2") { code } } }`
    const { data } = await editor(query)
    expect(data.codings).toEqual([
      { coder: 'analyst', tag: { code: 'accuse' }, tagUnder: null, second: { code: 'accuse' } },
      { coder: 'ben', tag: { code: 'demand' }, tagUnder: { code: 'insist' }, second: { code: 'insist' } },
    ])
  })
})
