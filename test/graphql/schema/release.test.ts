/** What was released is not broken without a new version. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { root } from '../../../server/config.ts'
import { compareWithRelease, releaseText } from '../../../server/graphql/schema/release.ts'
import { theSchema } from '../../support/api.ts'

const SDL = `enum Mood { CALM TENSE }
type Query { mood(of: String!, on: String): Mood! crown: String }
`
const judge = (changed: string, from = '0.3.1', to = '0.3.2') =>
  compareWithRelease(releaseText(from, SDL), buildSchema(changed), to)

describe('a schema', () => {
  it('that equals the release has no breaking changes', () => {
    expect(judge(SDL)).toEqual({ breaking: [], dangerous: [], allowed: false })
  })

  it('that removes, renames or requires more is breaking; one that only adds is not', () => {
    const breaks = (from: string, to: string) => judge(SDL.replace(from, to)).breaking
    expect(breaks(' crown: String', '')).toEqual(['Query.crown was removed.'])
    expect(breaks('CALM', 'CALMER')).toEqual(['CALM was removed from enum type Mood.'])
    expect(breaks('on: String', 'on: String!')).toEqual(['Query.mood arg on has changed type from String to String!.'])
    expect(breaks('Mood!', 'Mood')).toEqual(['Query.mood changed type from Mood! to Mood.'])
    expect(breaks('crown: String', 'crown: String throne(of: String): String')).toEqual([])
    expect(judge(SDL.replace('TENSE', 'TENSE FIERCE')).dangerous).toEqual(['FIERCE was added to enum type Mood.'])
  })

  it('may break with a new version: minor before 1.0, major from then on', () => {
    const allowed = (from: string, to: string) => judge(SDL, from, to).allowed
    expect([allowed('0.3.1', '0.3.9'), allowed('0.3.1', '0.4.0'), allowed('0.3.1', '1.0.0')]).toEqual([
      false,
      true,
      true,
    ])
    expect([allowed('2.3.1', '2.4.0'), allowed('2.3.1', '3.0.0')]).toEqual([false, true])
  })

  it('without a version is refused', () => {
    expect(() => compareWithRelease(SDL, buildSchema(SDL), '0.3.1')).toThrow('has no header with its version')
  })

  it('of this server keeps the release, or has a new version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const release = readFileSync(join(root, 'server', 'graphql', 'schema', 'released.graphql'), 'utf8')
    const { breaking, allowed } = compareWithRelease(release, theSchema(), version)
    expect(allowed ? [] : breaking).toEqual([])
  })
})
