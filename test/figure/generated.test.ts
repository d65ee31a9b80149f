import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import { describe, expect, it } from 'vitest'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

describe('what is generated for the page', () => {
  it('types the queries by the schema, and names them by hash, as they are: otherwise run `npm run codegen`', async () => {
    const module = (await import(at('web/data/generate.mjs'))) as { generate: () => Promise<Record<string, string>> }
    const generated = await module.generate()
    expect(Object.keys(generated)).toEqual(['documents.ts', 'trees.ts', 'trusted.json'])
    for (const [name, text] of Object.entries(generated)) {
      expect(text, name).toBe(readFileSync(at(`server/figure/generated/${name}`), 'utf8'))
    }
  })

  it('holds every text of the page, and no other: otherwise run `npm run codegen`', async () => {
    const [catalog] = await getCatalogs(getConfig({ configPath: at('web/lingui.config.js') }))
    const [found, kept] = [await catalog?.collect(), await catalog?.read('en')]
    expect(Object.keys(kept ?? {}).sort()).toEqual(Object.keys(found ?? {}).sort())
    const compiled = readFileSync(at('server/figure/locales/en.ts'), 'utf8')
    for (const id of Object.keys(found ?? {})) expect(compiled).toContain(JSON.stringify(id).slice(1, -1))
  })
})
