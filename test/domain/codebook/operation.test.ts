/** Surgery on tags: what it makes of them, that no code is lost or doubled, and what can be read off afterwards. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CAMEO_CODES } from '../../../server/domain/codebook/cameo.ts'
import type { Codebook, Leaf } from '../../../server/domain/codebook/codebook.ts'
import {
  type Draft,
  type DraftTag,
  draftedOn,
  publishable,
  weighedTags,
} from '../../../server/domain/codebook/draft.ts'
import { descentOf, leavesOf, movedLeaves } from '../../../server/domain/codebook/lineage.ts'
import {
  faultsOfOperation,
  type Operation,
  operated,
  sentenceOfOperation,
} from '../../../server/domain/codebook/operation.ts'
import { parseCodebook } from '../../../server/domain/codebook/parse.ts'
import { tagOfLeaf } from '../../../server/domain/codebook/weights.ts'
import { wordsOf } from '../../../server/domain/codebook/words.ts'
import { isRefusal, must, type Refusal } from '../../../server/domain/error.ts'
import type { Instant } from '../../../server/domain/record/revision.ts'
import { draft as sample } from './sample.ts'

const BASE = parseCodebook(sample()) as Codebook
const TAGS: readonly DraftTag[] = BASE.tags
const done = (operation: Operation, tags = TAGS) => must(operated(tags, operation) as DraftTag[] | Refusal)
const refused = (operation: Operation, tags = TAGS) => (operated(tags, operation) as Refusal).code
const codes = (tags: readonly DraftTag[]) => tags.map((t) => t.code)
const of = (tags: readonly DraftTag[], code: string) => tags.find((t) => t.code === code) as DraftTag
const texts = { definition: 'd', includes: 'i', excludes: 'e', example: 'x', reason: 'r' }
const QUARREL = of(TAGS, 'quarrel')
const HALF = QUARREL.cameo.slice(0, 5)
const split: Operation = {
  kind: 'SPLIT',
  tag: 'quarrel',
  parts: [
    { code: 'quarrel', label: 'Quarrel', cameo: QUARREL.cameo.slice(5) },
    { code: 'demand', label: 'Demand', cameo: HALF, tension: 4 },
    { code: 'sulk', label: 'Sulk', cameo: [], quad: 'VERBAL_COOPERATION', ...texts, tension: 0, engagement: 1 },
  ],
}

describe('an operation on tags', () => {
  it('renames: code and name, and nothing else', () => {
    const tags = done({ kind: 'RENAME', tag: 'quarrel', code: 'dispute', label: ' Dispute ' })
    expect(of(tags, 'dispute')).toEqual({ ...QUARREL, code: 'dispute', label: 'Dispute' })
    expect(codes(tags)).toEqual(['say', 'help', 'dispute', 'refuse-recognition'])
    // The name alone may change too.
    expect(codes(done({ kind: 'RENAME', tag: 'quarrel', code: 'quarrel', label: 'Row' }))).toEqual(codes(TAGS))
  })

  it('describes what is given, and keeps what is not', () => {
    const tags = done({ kind: 'DESCRIBE', tag: 'help', texts: { definition: ' Aid ', example: null, label: '' } })
    expect(of(tags, 'help')).toEqual({ ...of(TAGS, 'help'), definition: 'Aid', label: '' })
  })

  it('merges: the tag that stays has all codes, refinements too, and its own weights and words', () => {
    const tags = done({ kind: 'MERGE', tags: ['refuse-recognition', 'refuse-recognition', 'quarrel'], into: 'help' })
    expect(codes(tags)).toEqual(['say', 'help'])
    const { cameo, ...rest } = of(tags, 'help')
    expect(rest).toEqual({ ...of(TAGS, 'help'), cameo: undefined })
    expect(cameo).toContain('120.recognition')
    const find = tagOfLeaf({ tags: weighedTags(tags) })
    for (const leaf of ['120.recognition', '120', '120.other', '190'] as Leaf[]) expect(find(leaf)?.code).toBe('help')
  })

  it('retires a tag for another, or alone where it gathers nothing but its own refinement', () => {
    const tags = done({ kind: 'RETIRE', tag: 'refuse-recognition', into: null })
    expect(codes(tags)).toEqual(['say', 'help', 'quarrel'])
    expect(tagOfLeaf({ tags: weighedTags(tags) })('120.recognition' as Leaf)?.code).toBe('quarrel')
    expect(of(done({ kind: 'RETIRE', tag: 'quarrel', into: 'help' }), 'help').cameo).toContain('120')
  })

  it('splits: each code to one part; a part that keeps the code keeps weights and words, others have none yet', () => {
    const tags = done(split)
    expect(codes(tags)).toEqual(['say', 'help', 'quarrel', 'demand', 'sulk', 'refuse-recognition'])
    expect(of(tags, 'quarrel')).toEqual({ ...QUARREL, cameo: QUARREL.cameo.slice(5) })
    expect(of(tags, 'demand')).toMatchObject({
      tension: 4,
      engagement: null,
      definition: '',
      reason: '',
      leaf: HALF[0],
    })
    // One that gathers nothing is a refinement of the whole.
    expect(of(tags, 'sulk')).toMatchObject({ ...texts, leaf: '120.sulk', quad: 'VERBAL_COOPERATION', engagement: 1 })
    const parts = [
      { code: '12', label: 'Twelve', cameo: [] },
      { code: 'rest', label: 'Rest', cameo: QUARREL.cameo },
    ]
    const numbered = done({ kind: 'SPLIT', tag: 'quarrel', parts })
    expect([of(numbered, '12').leaf, of(numbered, 'rest').leaf]).toEqual(['120.tag-12', '120'])
  })

  it('says why it cannot be', () => {
    const two = (a: object, b: object): Operation => {
      const part = { code: 'x', label: 'X', cameo: [] }
      return {
        kind: 'SPLIT',
        tag: 'quarrel',
        parts: [
          { ...part, ...a },
          { ...part, code: 'y', ...b },
        ],
      }
    }
    const all = { cameo: QUARREL.cameo }
    expect([
      refused({ kind: 'RENAME', tag: 'none', code: 'x', label: 'X' }),
      refused({ kind: 'RENAME', tag: 'help', code: 'Help!', label: 'X' }),
      refused({ kind: 'RENAME', tag: 'help', code: 'say', label: 'X' }),
      refused({ kind: 'DESCRIBE', tag: 'none', texts: {} }),
      refused({ kind: 'MERGE', tags: ['say'], into: 'none' }),
      refused({ kind: 'MERGE', tags: ['none'], into: 'say' }),
      refused({ kind: 'MERGE', tags: ['say'], into: 'say' }),
      refused({ kind: 'MERGE', tags: [], into: 'say' }),
      refused({ kind: 'RETIRE', tag: 'none', into: null }),
      refused({ kind: 'RETIRE', tag: 'quarrel', into: null }),
      refused({ ...split, tag: 'none' }),
      refused({ kind: 'SPLIT', tag: 'quarrel', parts: [{ code: 'x', label: 'X', ...all }] }),
      refused(two(all, { code: 'x' })),
      refused(two(all, { code: 'help' })),
      refused(two(all, { cameo: ['010'] })),
      refused(two({ cameo: HALF }, {})),
      refused(two(all, { cameo: HALF })),
    ]).toEqual([
      ...['UNKNOWN_TAG', 'BAD_CODE', 'CONFLICT', 'UNKNOWN_TAG', 'UNKNOWN_TAG', 'UNKNOWN_TAG', 'NOT_POSSIBLE'],
      ...['INCOMPLETE', 'UNKNOWN_TAG', 'INCOMPLETE', 'UNKNOWN_TAG', 'INCOMPLETE', 'CONFLICT', 'CONFLICT'],
      ...['UNKNOWN_LEAF', 'INCOMPLETE', 'INCOMPLETE'],
    ])
  })

  it('is refused for a text or a weight that cannot stand, and not for one that is empty', () => {
    const label = 'x'.repeat(81)
    expect(faultsOfOperation({ kind: 'RENAME', tag: 'a', code: 'b', label })).toHaveLength(1)
    expect(
      faultsOfOperation({ kind: 'DESCRIBE', tag: 'a', texts: { definition: '', reason: 'y'.repeat(2001) } }),
    ).toHaveLength(1)
    expect(faultsOfOperation({ kind: 'MERGE', tags: ['a'], into: 'b' })).toEqual([])
    expect(faultsOfOperation(split)).toEqual([])
    const part = { code: 'x', label: 'X', cameo: [] }
    const heavy: Operation = { kind: 'SPLIT', tag: 'a', parts: [{ ...part, tension: 11 }] }
    expect(faultsOfOperation(heavy).map((f) => f.code)).toEqual(['BAD_NUMBER'])
  })

  it('is told in a sentence', () => {
    const told: readonly (readonly [Operation, string])[] = [
      [{ kind: 'RENAME', tag: 'a', code: 'b', label: 'B' }, 'Renamed a to b'],
      [{ kind: 'DESCRIBE', tag: 'a', texts: {} }, 'Described a'],
      [{ kind: 'MERGE', tags: ['a', 'b'], into: 'c' }, 'Merged a, b into c'],
      [split, 'Split quarrel into quarrel, demand, sulk'],
      [{ kind: 'RETIRE', tag: 'a', into: null }, 'Retired a'],
      [{ kind: 'RETIRE', tag: 'a', into: 'b' }, 'Retired a, its codes to b'],
    ]
    for (const [operation, sentence] of told) expect(sentenceOfOperation(operation)).toBe(sentence)
  })

  it('leaves every CAMEO code in exactly one tag and every leaf with its tag, whatever was done in whatever order', () => {
    const pick = fc.nat(1000)
    const anyStep = fc.tuple(fc.constantFrom('RENAME', 'MERGE', 'SPLIT', 'RETIRE'), pick, pick)
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 8 }), (steps) => {
        let tags: readonly DraftTag[] = TAGS
        steps.forEach(([kind, x, y], i) => {
          const [tag, other] = [tags[x % tags.length], tags[y % tags.length]] as [DraftTag, DraftTag]
          const leaves = leavesOf(tag)
          const cut = y % (leaves.length + 1)
          const part = (code: string, cameo: readonly string[]) => ({
            code,
            label: code,
            cameo,
            tension: 0,
            engagement: 0,
          })
          const steps: Record<string, Operation> = {
            RENAME: { kind: 'RENAME', tag: tag.code, code: `new-${i}`, label: 'New' },
            MERGE: { kind: 'MERGE', tags: [tag.code], into: other.code },
            RETIRE: { kind: 'RETIRE', tag: tag.code, into: tag === other ? null : other.code },
            SPLIT: {
              kind: 'SPLIT',
              tag: tag.code,
              parts: [part(`one-${i}`, leaves.slice(0, cut)), part(`two-${i}`, leaves.slice(cut))],
            },
          }
          const next = operated(tags, steps[kind] as Operation)
          if (!isRefusal(next)) tags = next as readonly DraftTag[]
        })
        // Weights of a family that has none are another rule.
        const finished = tags.map((t) => ({ ...t, ...texts, tension: 0, engagement: 0 }))
        expect(parseCodebook({ ...sample(), tags: finished })).not.toBeInstanceOf(Array)
        expect(new Set(tags.flatMap((t) => t.cameo)).size).toBe(tags.flatMap((t) => t.cameo).length)
      }),
      { numRuns: 200 },
    )
  })
})

describe('what became of tags', () => {
  const changedBy = (...operations: Operation[]) =>
    weighedTags(operations.reduce<readonly DraftTag[]>((tags, operation) => done(operation, tags), TAGS))

  it('is read off their codes: renamed, merged, split; nothing where they stayed', () => {
    const fates = (tags: ReturnType<typeof changedBy>) =>
      descentOf(TAGS, tags).map(({ tag, fate, into }) => [tag.code, fate, into.map((t) => t.code)])
    expect(fates(changedBy())).toEqual([])
    expect(fates(changedBy({ kind: 'RENAME', tag: 'help', code: 'aid', label: 'Aid' }))).toEqual([
      ['help', 'RENAMED', ['aid']],
    ])
    expect(fates(changedBy({ kind: 'MERGE', tags: ['quarrel'], into: 'help' }))).toEqual([
      ['quarrel', 'MERGED', ['help']],
    ])
    expect(fates(changedBy(split))).toEqual([['quarrel', 'SPLIT', ['quarrel', 'demand', 'sulk']]])
    // Two into one of a new name: both are merged.
    const both = changedBy(
      { kind: 'MERGE', tags: ['refuse-recognition'], into: 'quarrel' },
      { kind: 'RENAME', tag: 'quarrel', code: 'row', label: 'Row' },
    )
    expect(fates(both)).toEqual([
      ['quarrel', 'MERGED', ['row']],
      ['refuse-recognition', 'MERGED', ['row']],
    ])
  })

  it('is told in sentences, with what of the others differs', () => {
    expect(wordsOf(BASE, { tags: changedBy() })).toEqual([])
    expect(wordsOf(BASE, { tags: changedBy(split) })).toEqual([
      '“Quarrel” (quarrel) is split into “Quarrel” (quarrel), “Demand” (demand) and “Sulk” (sulk).',
      '“Quarrel” (quarrel): it gathers other codes.',
      '“Demand” (demand): tension 3 → 4; engagement 0.5 → 0, from Quarrel.',
      '“Sulk” (sulk): tension 3 → 0; engagement 0.5 → 1, from Quarrel.',
    ])
    expect(wordsOf(BASE, { tags: changedBy({ kind: 'RENAME', tag: 'help', code: 'aid', label: 'Aid' }) })).toEqual([
      '“Help” (help) is now “Aid” (aid).',
    ])
    expect(
      wordsOf(BASE, { tags: changedBy({ kind: 'MERGE', tags: ['refuse-recognition'], into: 'quarrel' }) }),
    ).toEqual([
      '“Refuse recognition” (refuse-recognition) is merged into “Quarrel” (quarrel).',
      '“Quarrel” (quarrel): it gathers other codes.',
    ])
    const other = TAGS.map((t) =>
      t.code === 'help'
        ? { ...t, quad: 'VERBAL_COOPERATION', definition: 'a', label: 'L', example: 'y', reason: 'z', engagement: 1 }
        : t,
    )
    expect(wordsOf(BASE, { tags: weighedTags(other as DraftTag[]) })).toEqual([
      '“L” (help): engagement 7.125 → 1; it moves from material cooperation to verbal cooperation; what it means is reworded; its name is reworded; its example is another; the reason for its weights is another.',
    ])
    // Of codebooks that share no codes: what is gone and what is new.
    const strange = {
      ...(BASE.tags[0] as Codebook['tags'][number]),
      code: 'odd',
      label: 'Odd',
      cameo: [],
      leaf: '' as Leaf,
    }
    expect(wordsOf({ tags: [strange] }, { tags: [{ ...strange, code: 'odder', leaf: 'x' as Leaf }] })).toEqual([
      '“Odd” (odder) is new.',
      '“Odd” (odd) is gone.',
    ])
  })

  it('names the leaves whose events get another tag or other weights', () => {
    const leaves = ['010', '070', '120', '120.recognition', '190'] as Leaf[]
    expect(movedLeaves(BASE.tags, BASE.tags, leaves)).toEqual([])
    const merged = changedBy({ kind: 'MERGE', tags: ['refuse-recognition'], into: 'quarrel' })
    expect(movedLeaves(BASE.tags, merged, leaves)).toEqual(['120.recognition'])
    const lighter = BASE.tags.map((t) => (t.code === 'help' ? { ...t, engagement: 1 } : t))
    expect(movedLeaves(BASE.tags, lighter, leaves)).toEqual(['070'])
    expect(movedLeaves([], BASE.tags, ['010'] as Leaf[])).toEqual(['010'])
  })
})

describe('a draft', () => {
  const now = '2001-01-01T00:00:00.000Z' as Instant
  const drafted = (tags: readonly DraftTag[]): Draft => ({
    ...{ id: 7, codebook: 'small', base: 'small-1', edition: 2, state: 'OPEN', createdBy: 'zoe', tags },
    ...{ createdAt: now, changedAt: now },
  })

  it('that lacks weights or words is not published; each tag says what it lacks', () => {
    const lacking = publishable(BASE, drafted(done(split)), 'small-2', 'A note') as Refusal[]
    expect(lacking.map((r) => [r.value, r.rule])).toEqual([
      [
        '"demand"',
        'the tag has no engagement weight, no definition, no includes, no excludes, no example, no reason for its weights',
      ],
    ])
    expect(publishable(BASE, drafted(TAGS), 'small-2', 'A note')).toMatchObject({ version: 'small-2', note: 'A note' })
  })

  it('scores what is not weighed as nothing', () => {
    const codebook = draftedOn(BASE, drafted(done(split)))
    expect(weighedTags([{ ...QUARREL, tension: null }])[0]).toEqual({ ...QUARREL, tension: 0 })
    expect(codebook.version).toBe('draft:7')
    expect(codebook.tags.find((t) => t.code === 'demand')).toMatchObject({ tension: 4, engagement: 0 })
    expect(new Set(codebook.tags.flatMap((t) => t.cameo))).toEqual(new Set(CAMEO_CODES))
  })
})
