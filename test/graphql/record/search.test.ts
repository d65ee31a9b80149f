/** Finding anything by words, over the real server. */
import { describe, expect, it } from 'vitest'
import { openApi } from '../../support/api.ts'

const SEARCH = `query ($text: String!, $kinds: [SearchKind!], $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { __typename ... on Actor { code } ... on Document { title } ... on Statement { summary source { code } } } } }`

type Node = { __typename: string; code?: string; title?: string; summary?: string }

describe('a search', () => {
  it('finds actors by names and aliases, then documents, then statements', async () => {
    const { data } = await openApi()
    const kindsOf = async (text: string) =>
      (await data(SEARCH, { text })).search.nodes.map((n: Node) => `${n.__typename} ${n.code ?? n.title ?? n.summary}`)
    expect(await kindsOf('strelsau')).toEqual(['Actor RUR'])
    expect((await kindsOf('borduria')).slice(0, 3)).toEqual(['Actor BOR', 'Actor BOR.KGD', 'Actor BOR.REB'])
    expect(await kindsOf('gazett')).toEqual(['Document The Gazetteer, 1901', 'Document Gazette of the day'])
    expect(await kindsOf('flavia happening 11')).toContain('Statement Happening 112')
    expect(await kindsOf('bordurian 29')).toEqual(['Statement Bordurian happening 29'])
  })

  it('pages through all three kinds without omissions or repetitions', async () => {
    const { data } = await openApi()
    const text = 'b'
    const all: Node[] = []
    for (let after: string | null = null; ; ) {
      const { search } = await data(SEARCH, { text, first: 4, after })
      all.push(...search.nodes)
      after = search.pageInfo.endCursor
      if (!search.pageInfo.hasNextPage) {
        expect(all).toHaveLength(search.totalCount)
        break
      }
    }
    expect(new Set(all.map((n) => JSON.stringify(n))).size).toBe(all.length)
    // Three Bordurias, and thirty happenings there.
    expect(all.map((n) => n.__typename).join(' ')).toBe(`${'Actor '.repeat(3)}${'Statement '.repeat(30)}`.trim())
  })

  it('searches only the kinds asked for', async () => {
    const { data } = await openApi()
    expect((await data(SEARCH, { text: 'b', kinds: ['DOCUMENT'] })).search.totalCount).toBe(0)
    expect((await data(SEARCH, { text: 'b', kinds: ['ACTOR'] })).search.totalCount).toBe(3)
  })

  it('refuses an empty search, too many words, and an invalid cursor', async () => {
    const { ask } = await openApi()
    const codeOf = async (variables: object) => (await ask(SEARCH, { ...variables })).errors[0]?.extensions?.code
    expect(await codeOf({ text: ' -- ' })).toBe('BAD_TEXT')
    expect(await codeOf({ text: 'a '.repeat(13) })).toBe('TOO_MUCH')
    expect(await codeOf({ text: 'x'.repeat(201) })).toBe('TOO_MUCH')
    expect(await codeOf({ text: 'b', after: 'Actor:XYZ' })).toBe('BAD_CODE')
    expect(await codeOf({ text: 'b', after: 'Event:1' })).toBe('BAD_CODE')
    expect(await codeOf({ text: 'b', first: 101 })).toBe('BAD_RANGE')
  })

  it('takes the same number of SQL statements for many rows as for few', async () => {
    const { sqlOf } = await openApi()
    const few = await sqlOf(SEARCH, { text: 'happening', first: 2 })
    const many = await sqlOf(SEARCH, { text: 'happening', first: 100 })
    expect(many).toHaveLength(few.length)
    // The look for changes, the index, the statements, the count.
    expect(many.length, many.join('\n')).toBe(4)
  })
})
