import { describe, expect, it } from 'vitest'
import { type Refusal, sentenceOf } from '../../server/domain/error.ts'
import { type Fields, fieldsOf } from '../../server/domain/fields.ts'

/** What a reading gives, and the sentences with which it refuses. */
function reading<T>(json: unknown, read: (fields: Fields) => T): [T, string[]] {
  const refusals: Refusal[] = []
  const value = read(fieldsOf(json, 'a parcel', ['x'], refusals))
  return [value, refusals.map(sentenceOf)]
}

describe('the fields of a JSON object', () => {
  it('are true or false where a flag is read', () => {
    expect(reading({ x: true }, (f) => f.flag('x'))).toEqual([true, []])
    expect(reading({ x: false }, (f) => f.flag('x'))).toEqual([false, []])
    expect(reading({ x: 'yes' }, (f) => f.flag('x'))).toEqual([
      false,
      ['"yes": "x" of a parcel is true or false. Write true or false.'],
    ])
  })

  it('are null or a text where both may stand', () => {
    expect(reading({ x: null }, (f) => f.textOrNull('x'))).toEqual([null, []])
    expect(reading({ x: 'a' }, (f) => f.textOrNull('x'))).toEqual(['a', []])
    expect(reading({ x: 1 }, (f) => f.textOrNull('x'))[1]).toHaveLength(1)
  })

  it('are refused once where missing, however they are read', () => {
    const missing = ['"x": a parcel must have this field. Add "x".']
    expect(reading({}, (f) => f.flag('x'))).toEqual([false, missing])
    expect(reading({}, (f) => f.text('x'))).toEqual(['', missing])
    expect(reading({}, (f) => f.number('x', () => true, 'is'))).toEqual([0, missing])
    expect(reading({}, (f) => f.texts('x'))).toEqual([[], missing])
    expect(reading({}, (f) => f.oneOf('x', ['a', 'b']))).toEqual(['a', missing])
    expect(reading({}, (f) => f.textLike('x', /a/, 'is'))).toEqual(['', missing])
  })

  it('are not those an object inherits', () => {
    expect(reading({ x: 1 }, (f) => f.has('toString'))[0]).toBe(false)
  })
})
