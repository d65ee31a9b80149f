/** The pages that tell of agreement, before and after a codebook is published anew. */
import type { Browser, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { comeIn } from '../support/comeIn.ts'
import { startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: agreement of versions in a browser. There is ${CURE}.`)

/** What ana judged, what ben did, how often. */
const CODED = [
  ['accuse', 'accuse', 22],
  ['accuse', 'criticise', 4],
  ['demand', 'demand', 4],
  ['rebut', 'rebut', 3],
] as const
const words = { definition: 'd', includes: 'i', excludes: 'e', example: 'x', reason: 'r', tension: 2, engagement: 0 }

it.skipIf(path === null)(
  'show every tag over all items, and keep them when a version is published, but for what was split',
  async () => {
    const server = await startServer({ DETENTE_DEMO: 'articles' })
    const browser: Browser = await openBrowser(path ?? '')
    const asks = async (page: Page, query: string, variables: object = {}) => {
      const answer = await page.request.post(`${server.origin}/graphql`, { data: { query, variables } })
      const { data, errors = [] } = await answer.json()
      expect(errors).toEqual([])
      return data
    }
    const does = async (page: Page, name: string, type: string, input: object, selection: string) => {
      const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { message } } }`
      const done = (await asks(page, query, { input }))[name]
      expect(done.userErrors).toEqual([])
      return done
    }
    try {
      const [ana, ben] = [
        await comeIn(browser, server, 'ana', 'analyst'),
        await comeIn(browser, server, 'ben', 'analyst'),
      ]
      const eve = await comeIn(browser, server, 'eve', 'editor')
      const found = await asks(
        ana,
        '{ relations(first: 9) { nodes { statements(first: 1) { nodes { document { id } } } } } }',
      )
      const [{ document }] = found.relations.nodes.flatMap(
        (r: { statements: { nodes: object[] } }) => r.statements.nodes,
      )
      for (const [first, second, n] of CODED) {
        for (let i = 0; i < n; i++) {
          const input = {
            document: document.id,
            source: 'PAK',
            target: 'TAL',
            day: '2024-07-01',
            summary: `Says ${first} ${i}`,
          }
          const { statement } = await does(ana, 'addStatement', 'NewStatement', input, 'statement { id }')
          for (const [page, tag] of [
            [ana, first],
            [ben, second],
          ] as const) {
            const judgement = { tag, reason: 'It says so.' }
            await does(
              page,
              'submitCoding',
              'CodingSubmission',
              { statement: statement.id, judgement },
              'coding { coder }',
            )
          }
        }
      }
      const row = (page: Page, name: string) =>
        page
          .locator('table')
          .filter({ hasText: 'By tag' })
          .locator('tr')
          .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
      const cells = (page: Page, name: string) => row(page, name).locator('td').allTextContents()
      await eve.goto(`${server.origin}/agreement`)
      // Of 33 both said “accuse” in 22, one alone in 4, neither in 7: κ is (0.879 − 0.596)/0.404 = 0.70, as chance is (26 · 22 + 7 · 11)/33².
      await row(eve, 'Accuse').waitFor()
      expect((await cells(eve, 'Accuse')).slice(0, 2)).toEqual(['33', '26'])
      expect((await cells(eve, 'Accuse'))[4]).toMatch(/^0\.70 0\.\d\d to (0\.\d\d|1\.00)$/)
      expect(await cells(eve, 'Disagree or rebut')).toEqual(['33', '3', 'too rarely chosen'])
      await eve.getByText('Where they differ (4)').waitFor()
      const publish = async (operation: object) => {
        const { draft } = await does(eve, 'createDraft', 'NewDraft', { from: 'default' }, 'draft { number edition }')
        const input = { draft: draft.number, edition: draft.edition, operation }
        const { edition } = (await does(eve, 'changeTags', 'TagsChange', input, 'draft { edition }')).draft
        const publishing = { draft: draft.number, edition, note: 'Read the note of the test.' }
        await does(eve, 'publishCodebook', 'DraftPublishing', publishing, 'codebook { version }')
      }
      await publish({ rename: { tag: 'accuse', code: 'blame', label: 'Blame' } })
      const { codebook } = await asks(eve, '{ codebook(version: "default") { tags { code cameo } } }')
      const { cameo } = codebook.tags.find((tag: { code: string }) => tag.code === 'criticise')
      const parts = [
        { code: 'criticise', label: 'Criticise', cameo: cameo.slice(0, 1), ...words },
        { code: 'scold', label: 'Scold', cameo: cameo.slice(1), ...words },
      ]
      await publish({ split: { tag: 'criticise', parts } })
      await eve.goto(`${server.origin}/agreement`)
      await row(eve, 'Blame').waitFor()
      // The four that ben called “criticise” have one judgement left.
      expect((await cells(eve, 'Blame')).slice(0, 2)).toEqual(['29', '22'])
      expect(await row(eve, 'Accuse').count()).toBe(0)
      await eve
        .getByRole('heading', { name: '4 judgements under tags that were split or retired do not count here' })
        .waitFor()
      await eve.getByText('of default-1, split').click()
      expect(await eve.locator('.uncounted li a').first().getAttribute('href')).toMatch(/^\/desk\/\d+$/)
      expect(await eve.locator('.uncounted li').count()).toBe(4)
      await eve.getByText('Where they differ (0)').waitFor()
      expect(await violationsOn(eve)).toEqual([])
      // Under the version between, all count, and what was judged before it says how.
      await eve.getByLabel('Codebook version').selectOption('default-2')
      await eve.getByText('Where they differ (4)').waitFor()
      await eve.getByText('judged “Accuse” under default-1').first().waitFor()
      expect((await cells(eve, 'Blame')).slice(0, 2)).toEqual(['33', '26'])
      expect(await violationsOn(eve)).toEqual([])
      // The public is told of no statement.
      const anyone = await browser.newPage()
      await anyone.goto(`${server.origin}/method`)
      await anyone.getByText('Coded under tags that were split or retired since, and not counted here: 4.').waitFor()
      await anyone.getByText('Coded twice so far: 29.').waitFor()
    } finally {
      await browser.close()
      await server.stop()
    }
  },
  180_000,
)
