/** What a judgement by a tag says in the tags of another version, and which judgements count under it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followedTo, type MadeJudgement } from '../../../server/domain/agreement/lineage.ts'
import type { Codebook, Leaf, Tag } from '../../../server/domain/codebook/codebook.ts'
import { type DraftTag, weighedTags } from '../../../server/domain/codebook/draft.ts'
import { descentOf, heirsOf, leavesOf, versionsUpTo } from '../../../server/domain/codebook/lineage.ts'
import { type Operation, operated } from '../../../server/domain/codebook/operation.ts'
import { parseCodebook } from '../../../server/domain/codebook/parse.ts'
import { tagOfLeaf } from '../../../server/domain/codebook/weights.ts'
import { wordsOf } from '../../../server/domain/codebook/words.ts'
import { isRefusal } from '../../../server/domain/error.ts'
import { draft as sample } from './sample.ts'

const BASE = parseCodebook(sample()) as Codebook
const of = (tags: readonly DraftTag[], code: string) => tags.find((t) => t.code === code) as DraftTag
const QUARREL = of(BASE.tags, 'quarrel')

const RENAME: Operation = { kind: 'RENAME', tag: 'quarrel', code: 'dispute', label: 'Dispute' }
const MERGE: Operation = { kind: 'MERGE', tags: ['refuse-recognition'], into: 'quarrel' }
const RETIRE: Operation = { kind: 'RETIRE', tag: 'refuse-recognition', into: null }
const SPLIT: Operation = {
  kind: 'SPLIT',
  tag: 'quarrel',
  parts: [
    { code: 'quarrel', label: 'Quarrel', cameo: QUARREL.cameo.slice(5) },
    { code: 'demand', label: 'Demand', cameo: QUARREL.cameo.slice(0, 5) },
  ],
}

/** What cannot be done is left out. */
const tagsAfter = (...operations: readonly Operation[]): Tag[] =>
  weighedTags(
    operations.reduce<readonly DraftTag[]>((tags, operation) => {
      const next = operated(tags, operation)
      return isRefusal(next) ? tags : next
    }, BASE.tags),
  )
const heirs = (tags: readonly Tag[]) => Object.fromEntries(heirsOf(BASE.tags, tags))

describe('the heir of a tag', () => {
  const same = Object.fromEntries(BASE.tags.map(({ code }) => [code, { tag: code }]))

  it('is the tag itself where nothing happened, the new code, or the tag it was merged into', () => {
    expect(heirs(tagsAfter())).toEqual(same)
    expect(heirs(tagsAfter(RENAME))).toEqual({ ...same, quarrel: { tag: 'dispute' } })
    expect(heirs(tagsAfter(MERGE))).toEqual({ ...same, 'refuse-recognition': { tag: 'quarrel' } })
    expect(heirs(tagsAfter(MERGE, RENAME))).toEqual({
      ...same,
      quarrel: { tag: 'dispute' },
      'refuse-recognition': { tag: 'dispute' },
    })
  })

  it('is none where the tag was split, though a part has its code, nor where it was retired for no other', () => {
    expect(heirs(tagsAfter(SPLIT))).toEqual({ ...same, quarrel: { lost: 'SPLIT' } })
    expect(heirs(tagsAfter(RETIRE))).toEqual({ ...same, 'refuse-recognition': { lost: 'RETIRED' } })
    // What was parted and put together again is whole.
    expect(heirs(tagsAfter(SPLIT, { kind: 'MERGE', tags: ['demand'], into: 'quarrel' }))).toEqual(same)
    // Retired for another is merged.
    expect(heirs(tagsAfter({ ...RETIRE, into: 'help' }))).toEqual({ ...same, 'refuse-recognition': { tag: 'help' } })
  })

  it('that is none is told in a sentence', () => {
    expect(descentOf(BASE.tags, tagsAfter(RETIRE))).toMatchObject([{ fate: 'RETIRED', into: [{ code: 'quarrel' }] }])
    expect(wordsOf(BASE, { tags: tagsAfter(RETIRE) })).toEqual([
      '“Refuse recognition” (refuse-recognition) is retired; what was coded so counts as “Quarrel” (quarrel).',
    ])
  })

  it('is none in a codebook that has neither its codes nor its name', () => {
    const odd = { ...(BASE.tags[0] as Tag), code: 'odd', cameo: [], leaf: 'odd' as Leaf }
    expect(heirsOf([odd], [{ ...odd, code: 'odder', leaf: 'odder' as Leaf }])).toEqual(
      new Map([['odd', { lost: 'RETIRED' }]]),
    )
  })

  const operations = fc.array(fc.constantFrom(RENAME, MERGE, RETIRE, SPLIT, { ...MERGE, into: 'help' }), {
    maxLength: 5,
  })

  it('whatever was done, scores every event that its own tag scored', () => {
    fc.assert(
      fc.property(operations, (done) => {
        const tags = tagsAfter(...done)
        const find = tagOfLeaf({ tags })
        for (const tag of BASE.tags) {
          const heir = heirsOf(BASE.tags, tags).get(tag.code)
          if (heir === undefined || 'lost' in heir) continue
          for (const leaf of leavesOf(tag)) expect(find(leaf as Leaf)?.code).toBe(heir.tag)
        }
      }),
    )
  })
})

describe('judgements under earlier versions', () => {
  const first = { name: 'test', version: 'test-1', tags: BASE.tags }
  const second = { name: 'test', version: 'test-2', tags: tagsAfter(SPLIT) }
  const third = { name: 'test', version: 'test-3', tags: tagsAfter(SPLIT, MERGE) }
  const made = (statement: number, coder: string, tag: string, codebook: string): MadeJudgement => {
    return { statement, coder, tag, codebook, shown: null }
  }

  it('are in the tags of the version asked for, the last of each coder, and what is no tag is listed by tag', () => {
    const judgements = [
      made(1, 'ana', 'quarrel', 'test-1'),
      made(1, 'ben', 'refuse-recognition', 'test-1'),
      made(2, 'ana', 'quarrel', 'test-1'),
      made(2, 'ben', 'quarrel', 'test-1'),
      made(2, 'gold:eve', 'quarrel', 'test-1'),
      made(2, 'machine:coder', 'quarrel', 'test-1'),
      made(1, 'ana', 'demand', 'test-2'),
      made(3, 'ana', 'nothing', 'test-2'),
      made(3, 'ben', 'help', 'other-1'),
    ]
    expect(followedTo(third, [first, second, third], judgements)).toEqual({
      judgements: [
        { statement: 1, coder: 'ana', tag: 'demand', shown: null },
        { statement: 1, coder: 'ben', tag: 'quarrel', shown: null },
      ],
      uncounted: [
        { codebook: 'test-1', tag: 'quarrel', because: 'SPLIT', judgements: 2, statements: [2] },
        { codebook: 'test-2', tag: 'nothing', because: 'RETIRED', judgements: 1, statements: [3] },
      ],
    })
  })

  it('are of the version itself and those published before it, and of a draft of all', () => {
    const other = { ...second, name: 'other', version: 'other-1' }
    const all = [first, other, second, third]
    expect(versionsUpTo(all, second)).toEqual([first, second])
    expect(versionsUpTo(all, { name: 'test', version: 'draft:7' })).toEqual([first, second, third])
  })
})
