/** axe-core in a page: every rule of WCAG 2.2 A and AA it knows, and its best practices. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Found {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

/** The rules of A and AA that look at colours; the others say the same in every theme. */
export const COLOURS: readonly string[] = ['color-contrast', 'link-in-text-block']

/** One line a violation and element; empty where there is none. By the named rules alone, where some are named. */
export async function violationsOn(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(source)
  const asked = { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) }
  const found = (await page.evaluate(`axe.run(document, ${JSON.stringify(asked)})`)) as Found
  return found.violations.flatMap((v) =>
    v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary ?? ''}`),
  )
}
