import { describe, expect, it } from 'vitest'
import { changedFields, gistOf } from '../../../web/pages/admin/AuditLog.rows.ts'

const json = JSON.stringify

describe('an entry of the audit, field by field', () => {
  it('names what differs, in the order in which it stands, and leaves out what stayed', () => {
    const before = json({ summary: 'Accuses it', day: '1901-06-10', issues: ['border'], quote: null })
    const after = json({ summary: 'Threatens it', day: '1901-06-10', issues: ['border', 'trade'], quote: 'We will' })
    expect(changedFields(before, after)).toEqual([
      { name: 'summary', before: 'Accuses it', after: 'Threatens it' },
      { name: 'issues', before: '["border"]', after: '["border","trade"]' },
      { name: 'quote', before: null, after: 'We will' },
    ])
  })

  it('is called what it became, else what it was, by the words a person knows it by', () => {
    const was = json({ id: 3, summary: 'Accuses it', name: 'x' })
    expect(gistOf(was, json({ id: 4, summary: 'Threatens it' }))).toBe('Threatens it')
    expect(gistOf(was, json({ reason: 'A slip' }))).toBe('Accuses it')
    expect(gistOf(null, json({ code: 'PAK', name: 'Pakistan' }))).toBe('Pakistan')
    expect([gistOf(null, json({ role: 'ADMIN' })), gistOf(null, null)]).toEqual([null, null])
  })

  it('has every field of what was added or taken away, and none where nothing is told', () => {
    expect(changedFields(null, json({ role: 'ANALYST' }))).toEqual([{ name: 'role', before: null, after: 'ANALYST' }])
    expect(changedFields(json({ role: 'ANALYST' }), null)).toEqual([{ name: 'role', before: 'ANALYST', after: null }])
    expect(changedFields(null, null)).toEqual([])
    expect(changedFields('7', json([1]))).toEqual([{ name: '0', before: null, after: '1' }])
  })
})
