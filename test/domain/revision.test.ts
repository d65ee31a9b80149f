/** What stood in a revision. */
import { describe, expect, it } from 'vitest'
import { type Revision, stands } from '../../server/domain/revision.ts'

const revision = (n: number) => n as Revision

describe('a row', () => {
  it('stands from the revision that added it', () => {
    const row = { addedIn: revision(3), supersededIn: null }
    expect([2, 3, 4].map((r) => stands(row, revision(r)))).toEqual([false, true, true])
  })

  it('stands no more in the revision that superseded it', () => {
    const row = { addedIn: revision(3), supersededIn: revision(5) }
    expect([2, 3, 4, 5, 6].map((r) => stands(row, revision(r)))).toEqual([false, true, true, false, false])
  })
})
