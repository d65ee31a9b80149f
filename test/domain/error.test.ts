/** How the domain says no. */
import { describe, expect, it } from 'vitest'
import { DomainError, isRefusal, must, refuse, sentenceOf } from '../../server/domain/error.ts'

const no = refuse('BAD_NUMBER', 11, 'a weight lies between 0 and 10', 'Give such a number')

describe('a refusal', () => {
  it('names the value, the rule and the cure', () => {
    expect(sentenceOf(no)).toBe('11: a weight lies between 0 and 10. Give such a number.')
  })

  it('shows text in quotes, cut at 80 characters', () => {
    expect(refuse('BAD_TEXT', 'a "b"', 'r', 'c').value).toBe('"a \\"b\\""')
    expect(refuse('BAD_TEXT', 'x'.repeat(80), 'r', 'c').value).toBe(`"${'x'.repeat(80)}"`)
    expect(refuse('BAD_TEXT', 'x'.repeat(81), 'r', 'c').value).toBe(`"${'x'.repeat(80)}…"`)
  })

  it('is told from every other value', () => {
    expect(isRefusal(no)).toBe(true)
    for (const other of [null, undefined, 0, 'refused', {}, { refused: false }]) expect(isRefusal(other)).toBe(false)
  })

  it('is thrown where the caller cannot treat it, with its code', () => {
    expect(must(7)).toBe(7)
    const thrown = (() => {
      try {
        return must(no)
      } catch (error) {
        return error
      }
    })()
    expect(thrown).toBeInstanceOf(DomainError)
    expect(thrown).toMatchObject({ name: 'DomainError', code: 'BAD_NUMBER', refusal: no, message: sentenceOf(no) })
  })
})
