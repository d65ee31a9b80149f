/** Whoever runs it, by keyboard alone: lets a person in, gives a program a token, reads the audit and takes a change back. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { comeIn } from '../support/comeIn.ts'
import { startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: administration in a browser. There is ${CURE}.`)

const ADD = `mutation ($document: ID!) { addStatement(input: {document: $document, source: "PAK", target: "AFG.IRA",
  day: "2020-05-20", summary: "Says it will go on with its raids", judgement: {tag: "accuse", reason: "A slip"}})
  { statement { id } userErrors { message } } }`

const asked = (page: Page, query: string, variables: object = {}) =>
  page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' }
    return (await fetch('/graphql', { method: 'POST', headers, body })).json()
  }, JSON.stringify({ query, variables }))

it.skipIf(path === null)(
  'lets a person in, gives a token, and takes back what was changed',
  async () => {
    const server = await startServer({ DETENTE_DEMO: 'articles' })
    const browser = await openBrowser(path ?? '')
    try {
      const root = await comeIn(browser, server, 'root', 'admin')
      await root.goto(`${server.origin}/people`)
      await root.getByLabel('Name').focus()
      await root.keyboard.type('zoe')
      await root.keyboard.press('Enter')
      const link = root.getByLabel(/^Link for zoe/)
      await link.waitFor()
      expect(await violationsOn(root)).toEqual([])
      const zoe = await (await browser.newContext()).newPage()
      await zoe.goto(await link.inputValue())
      await zoe.getByLabel(/^Password/).fill('a long password')
      await zoe.keyboard.press('Enter')
      await zoe.getByRole('heading', { name: 'Signed in as zoe' }).waitFor()

      await zoe.goto(`${server.origin}/account`)
      await zoe.getByLabel('What it is for').focus()
      await zoe.keyboard.type('a newsroom')
      await zoe.keyboard.press('Enter')
      const token = await zoe.getByLabel(/^The token/).inputValue()
      expect(await violationsOn(zoe)).toEqual([])
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
      const viewer = async () => {
        const body = '{"query":"{ viewer { name role readOnly } }"}'
        return (await fetch(`${server.origin}/graphql`, { method: 'POST', headers, body })).json()
      }
      expect(await viewer()).toMatchObject({ data: { viewer: { name: 'zoe', role: 'VIEWER', readOnly: true } } })

      // What zoe slips in is found in the audit by her name and taken back.
      const { data } = await asked(
        zoe,
        '{ search(text: "offensive", kinds: [DOCUMENT], first: 1) { nodes { ... on Document { id } } } }',
      )
      const document = data.search.nodes[0].id
      expect((await asked(zoe, ADD, { document })).data.addStatement.userErrors).toEqual([])
      const raids = async () =>
        (await asked(root, '{ search(text: "raids", kinds: [STATEMENT], first: 5) { totalCount } }')).data.search
          .totalCount
      expect(await raids()).toBe(1)
      await root.goto(`${server.origin}/audit`)
      await root.getByLabel('By whom').focus()
      await root.keyboard.type('zoe')
      await root.keyboard.press('Enter')
      await root.waitForURL(/by=zoe/)
      await root.getByLabel('What was changed').selectOption('Statement')
      await root.getByText('1 change', { exact: true }).waitFor()
      await root.getByRole('button', { name: /^Take back change/ }).focus()
      await root.keyboard.press('Enter')
      await root.keyboard.type('It is not in the article.')
      expect(await violationsOn(root)).toEqual([])
      await root.keyboard.press('Enter')
      await root.getByLabel('By whom').focus()
      await root.keyboard.press('Control+A')
      await root.keyboard.press('Delete')
      await root.keyboard.press('Enter')
      await root.locator('.audit').getByText('revertChange').waitFor()
      expect(await raids()).toBe(0)

      await root.goto(`${server.origin}/running`)
      await root.getByText('It answers.').waitFor()
      await root.getByText('Hand-coded articles', { exact: true }).first().waitFor()
      expect(await root.locator('.figures dd').first().textContent()).toMatch(/^[1-9]/)
      expect(await violationsOn(root)).toEqual([])

      await root.goto(`${server.origin}/people`)
      await root.getByRole('button', { name: 'Shut zoe out' }).press('Enter')
      await root.getByRole('button', { name: 'Yes, shut zoe out' }).press('Enter')
      await root.getByText('shut out since').waitFor()
      expect((await viewer()).data.viewer).toBeNull()
      await zoe.goto(`${server.origin}/account`)
      await zoe.getByRole('heading', { name: 'Nobody is signed in' }).waitFor()
    } finally {
      await browser.close()
      await server.stop()
    }
  },
  120_000,
)
