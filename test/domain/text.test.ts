/** What may be written into a text field, what a name and a password are, and which role stands above which. */
import { describe, expect, it } from 'vitest'
import { checkName, checkPassword, isAtLeast, lesserOf, ROLES } from '../../server/domain/account.ts'
import { checkQuote, checkText, checkUrl } from '../../server/domain/text.ts'

describe('a text', () => {
  it('has a length in characters, no spaces around it and no control characters', () => {
    expect(checkText('İstanbul\nand 🕊', 14)).toBeNull()
    expect(checkText('🕊🕊', 1)?.rule).toContain('at most 1')
    for (const text of ['', ' ', 'x ', '\tx']) expect(checkText(text, 9)?.rule).toContain('not empty')
    expect(checkText('a\u0000b', 9)?.rule).toContain('control')
  })

  it('quoted has at most 25 words', () => {
    const words = (n: number) => Array.from({ length: n }, (_, i) => `w${i}`).join(' ')
    expect(checkQuote(words(25))).toBeNull()
    expect(checkQuote(words(26))?.code).toBe('TOO_MUCH')
  })

  it('that is an address begins with http', () => {
    expect(checkUrl('https://example.org/a?b=c#d')).toBeNull()
    for (const url of ['javascript:alert(1)', 'http://', 'https://a b', 'ftp://x', `https://x/${'y'.repeat(2000)}`]) {
      expect(checkUrl(url)?.code, url.slice(0, 20)).toBe('BAD_TEXT')
    }
  })
})

describe('an account', () => {
  it('has a name that can stand as a coder’s', () => {
    for (const name of ['ana', 'ana.petrova', 'a1', 'Ünal@example.org']) expect(checkName(name)).toBeNull()
    for (const name of ['', 'a', 'a b', 'machine:x', '-a', 'a'.repeat(51)])
      expect(checkName(name)?.code).toBe('BAD_TEXT')
  })

  it('has a password of 10 to 200 characters, which a refusal never shows', () => {
    expect([checkPassword('x'.repeat(10)), checkPassword('x'.repeat(200))]).toEqual([null, null])
    expect(checkPassword('secret')?.value).toBe('6')
    expect(checkPassword('x'.repeat(201))?.code).toBe('BAD_TEXT')
  })

  it('may do what the roles before its own may', () => {
    for (const [i, role] of ROLES.entries()) {
      for (const [j, other] of ROLES.entries()) {
        expect(isAtLeast(role, other)).toBe(i >= j)
        expect(lesserOf(role, other)).toBe(ROLES[Math.min(i, j)])
      }
    }
  })
})
