/** Adding persons and posts and putting them right: what follows, what is refused, and that what they were stays. */
import { describe, expect, it } from 'vitest'
import { openApi } from '../../support/api.ts'
import { asking, cookieOf, does, settleIn } from '../../support/people.ts'

async function open() {
  const api = await openApi()
  await settleIn(api.db)
  const editor = asking(api, await cookieOf(api.db, 'EDITOR'))
  const person = (name: string, type: string, input: object) =>
    does(editor, name, type, input, 'person { code name aliases }')
  const post = (name: string, type: string, input: object) =>
    does(editor, name, type, input, 'post { number title from to actor { code } }')
  const held = async () =>
    (await editor('{ persons(search: "zog", first: 5) { nodes { name posts { number title from to } } } }')).data
      .persons.nodes
  return { ...api, editor, person, post, held }
}

const ZOG = { code: 'ada-zog', name: 'Ada Zog', aliases: ['Zog'] }
const ENVOY = { person: 'ada-zog', title: 'Envoy', actor: 'RUR', from: '1901-01-01', citation: 'The Gazetteer' }

describe('a person', () => {
  it('is added with posts, which can be ended or corrected under a new number', async () => {
    const { person, post, held, db } = await open()
    expect(await person('addPerson', 'NewPerson', ZOG)).toEqual({ person: ZOG, userErrors: [] })
    const late = (await post('addPost', 'NewPost', ENVOY)).post
    const early = (await post('addPost', 'NewPost', { ...ENVOY, title: 'Clerk', from: null, to: '1900-12-31' })).post
    const ended = (await post('supersedePost', 'PostCorrection', { post: late.number, to: '1901-06-30' })).post
    expect(ended).toEqual({ ...late, number: early.number + 1, to: '1901-06-30' })
    expect(await held()).toEqual([
      {
        name: 'Ada Zog',
        posts: [
          { number: early.number, title: 'Clerk', from: null, to: '1900-12-31' },
          { number: ended.number, title: 'Envoy', from: '1901-01-01', to: '1901-06-30' },
        ],
      },
    ])
    const again = await post('supersedePost', 'PostCorrection', { post: late.number, title: 'Consul' })
    expect(again.userErrors).toMatchObject([{ field: 'post', code: 'CONFLICT' }])
    const said = await db.all<{ action: string; key: string }>(
      `SELECT "action", "key" FROM audit WHERE "noun" = 'Post'`,
    )
    expect(said).toEqual(['addPost', 'addPost', 'supersedePost'].map((action) => ({ action, key: 'ada-zog' })))
  })

  it('has corrected names from now on, and the former names as of before', async () => {
    const { person, record } = await open()
    await person('addPerson', 'NewPerson', ZOG)
    await record.refresh()
    const { revision } = record
    const renamed = { code: 'ada-zog', aliases: ['Zogova', 'Z.'] }
    expect((await person('supersedePerson', 'PersonCorrection', renamed)).person).toEqual({ ...ZOG, ...renamed })
    await record.refresh()
    const aliases = (at: typeof revision) => record.directoryIn(at).persons.find((p) => p.id === 'ada-zog')?.aliases
    expect([aliases(revision), aliases(record.revision)]).toEqual([['Zog'], ['Zogova', 'Z.']])
    const { revision: before } = record
    await person('supersedePerson', 'PersonCorrection', { code: 'ada-zog', name: 'Ada Zog' })
    await record.refresh()
    expect(record.revision).toBe(before)
  })

  it('refuses a used code, unknown references and bad names, and names the field', async () => {
    const { person, post } = await open()
    await person('addPerson', 'NewPerson', ZOG)
    await post('addPost', 'NewPost', ENVOY)
    const fault = async (answer: Promise<{ userErrors: readonly { field: string | null; code: string }[] }>) => {
      const [first] = (await answer).userErrors
      return first && `${first.field} ${first.code}`
    }
    expect(await fault(person('addPerson', 'NewPerson', ZOG))).toBe('code CONFLICT')
    expect(await fault(person('addPerson', 'NewPerson', { ...ZOG, code: 'Ada' }))).toBe('code BAD_CODE')
    expect(await fault(person('addPerson', 'NewPerson', { ...ZOG, code: 'b', name: ' ' }))).toBe('name BAD_TEXT')
    expect(await fault(person('addPerson', 'NewPerson', { ...ZOG, code: 'b', aliases: [''] }))).toBe('aliases BAD_TEXT')
    expect(await fault(person('supersedePerson', 'PersonCorrection', { code: 'nobody' }))).toBe('code UNKNOWN_ID')
    const adding = (given: object) => fault(post('addPost', 'NewPost', { ...ENVOY, ...given }))
    expect(await adding({})).toBe('title CONFLICT')
    expect(await adding({ person: 'nobody' })).toBe('person UNKNOWN_ID')
    expect(await adding({ actor: 'ATL' })).toBe('actor UNKNOWN_ACTOR')
    expect(await adding({ title: '' })).toBe('title BAD_TEXT')
    expect(await adding({ citation: '' })).toBe('citation BAD_TEXT')
    expect(await adding({ to: '1900-01-01' })).toBe('to BAD_RANGE')
    const missing = post('supersedePost', 'PostCorrection', { post: 999, title: 'Consul' })
    expect(await fault(missing)).toBe('post UNKNOWN_ID')
  })
})
