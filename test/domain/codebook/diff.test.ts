/** What two versions of a codebook differ in. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Tag } from '../../../server/domain/codebook/codebook.ts'
import { diffOf, TAG_PARTS } from '../../../server/domain/codebook/diff.ts'

const tag = (code: string, given: Partial<Tag> = {}): Tag => ({
  ...{ code, label: code, quad: 'VERBAL_CONFLICT', tension: 3, engagement: 0, definition: 'd', includes: 'i' },
  ...{ excludes: 'e', example: 'x', cameo: ['111', '112'], plover: null, leaf: '111' as Tag['leaf'], reason: 'r' },
  ...given,
})
const book = (...tags: Tag[]) => ({ tags })

describe('the difference of two codebooks', () => {
  it('is what was added, removed and changed', () => {
    const d = diffOf(
      book(tag('accuse'), tag('deny'), tag('halt')),
      book(tag('sue'), tag('halt', { tension: 4 }), tag('deny')),
    )
    expect([d.added, d.removed].map((tags) => tags.map((t) => t.code))).toEqual([['sue'], ['accuse']])
    expect(d.changed.map((c) => [c.before.tension, c.after.tension, c.parts])).toEqual([[3, 4, ['WEIGHTS']]])
  })

  it.each([
    [{ engagement: 1 }, 'WEIGHTS'],
    [{ quad: 'MATERIAL_CONFLICT' }, 'FAMILY'],
    [{ definition: 'other' }, 'DEFINITION'],
    [{ excludes: 'other' }, 'DEFINITION'],
    [{ cameo: ['112'] }, 'MAPPING'],
    [{ plover: 'ACCUSE' }, 'MAPPING'],
    [{ label: 'other' }, 'LABEL'],
    [{ example: 'other' }, 'EXAMPLE'],
    [{ reason: 'other' }, 'REASON'],
  ] as const)('calls %j a change of %s', (given, part) => {
    expect(diffOf(book(tag('t')), book(tag('t', given as Partial<Tag>))).changed[0]?.parts).toEqual([part])
  })

  it('does not see the order of tags or of their CAMEO codes', () => {
    const d = diffOf(book(tag('a'), tag('b')), book(tag('b', { cameo: ['112', '111'] }), tag('a')))
    expect(d).toEqual({ added: [], removed: [], changed: [] })
  })

  it('turned round exchanges added and removed, and the two sides of what changed', () => {
    const anyTag = fc
      .record({
        code: fc.constantFrom('a', 'b', 'c', 'd'),
        tension: fc.constantFrom(1, 2),
        label: fc.constantFrom('x', 'y'),
      })
      .map(({ code, ...given }) => tag(code, given))
    const anyTags = fc.uniqueArray(anyTag, { selector: (t) => t.code })
    fc.assert(
      fc.property(anyTags, anyTags, (x, y) => {
        const [there, back] = [diffOf(book(...x), book(...y)), diffOf(book(...y), book(...x))]
        expect([back.added, back.removed]).toEqual([there.removed, there.added])
        const sides = there.changed.map((c) => [c.after.code, c.parts]).sort()
        expect(back.changed.map((c) => [c.before.code, c.parts]).sort()).toEqual(sides)
        for (const c of there.changed) expect(TAG_PARTS).toEqual(expect.arrayContaining([...c.parts]))
      }),
    )
  })
})
