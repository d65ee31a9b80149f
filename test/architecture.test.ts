/** Holds the source against the import table (support/architecture.ts), and the guard against planted breaches. */
import { describe, expect, it } from 'vitest'
import {
  breachOf,
  files,
  importsOf,
  impurities,
  MAX_LINES,
  nameBreachOf,
  textOf,
  webTaken,
} from './support/architecture.ts'

function breaches(check: (file: string) => readonly string[]): string {
  return files.flatMap(check).join('\n')
}

describe('the source', () => {
  it('is found', () => {
    expect(files).toContain('server/domain/score.ts')
    expect(files).toContain('test/architecture.test.ts')
  })

  it('imports toward the domain only', () => {
    const found = breaches((file) =>
      importsOf(textOf(file)).flatMap((specifier) => {
        const breach = breachOf(file, specifier)
        return breach === null ? [] : [breach]
      }),
    )
    expect(found).toBe('')
  })

  it('takes nothing from web into the server that needs a page', () => {
    const taken = webTaken()
    expect([...taken.keys()]).toContain('web/charts/svg.figure.ts')
    expect([...taken].flatMap(([file, bad]) => bad.map((specifier) => `${file}: ${specifier}`))).toEqual([])
  })

  it(`has no file of more than ${MAX_LINES} lines`, () => {
    const found = breaches((file) => {
      const lines = textOf(file).trimEnd().split('\n').length
      return lines > MAX_LINES ? [`${file}: ${lines} lines; one concept a file, at most ${MAX_LINES}`] : []
    })
    expect(found).toBe('')
  })

  it('has no clock, no chance and no environment in the domain', () => {
    const found = breaches((file) =>
      file.startsWith('server/domain/')
        ? impurities(textOf(file)).map((word) => `${file}: uses ${word}; the domain is pure: values in, values out`)
        : [],
    )
    expect(found).toBe('')
  })

  it('has no barrels and no files named for nothing', () => {
    const found = breaches((file) => {
      const breach = nameBreachOf(file)
      return breach === null ? [] : [breach]
    })
    expect(found).toBe('')
  })
})

describe('the guard itself', () => {
  it('finds every kind of import, over lines and beside comments', () => {
    const source = [
      "import a from './a.ts'",
      "import type { B } from './b.ts'",
      'import {',
      '  c, // from "./not.ts"',
      "  type D } from './c.ts'",
      "import './d.ts'",
      "export { e } from './e.ts'",
      "export * from './f.ts'",
      "const g = await import('./g.ts')",
      "const h = require('./h.ts')",
      "// import './no.ts'",
      "/* import './no.ts' */ const text = 'https://x.y/'; import i from './i.ts'",
      "export const from = 'nowhere'",
    ].join('\n')
    expect(importsOf(source).sort()).toEqual('abcdefghi'.split('').map((name) => `./${name}.ts`))
  })

  it.each([
    ['server/domain/score.ts', './day.ts'],
    ['server/domain/codebook.hash.ts', '@noble/hashes/sha2.js'],
    ['server/store/statement.ts', '../domain/statement.ts'],
    ['server/store/statement.ts', './database.ts'],
    ['server/store/statement.ts', '../config.ts'],
    ['server/store/connection.ts', 'sqlite3'],
    ['server/store/database.ts', './tables.ts'],
    ['server/ingest/demo.ts', '../store/statement.ts'],
    ['server/http/image.ts', '../../web/charts/model/axis.ts'],
    ['server/http/image.ts', '../../web/charts/svg.figure.ts'],
    ['server/main.ts', './graphql/schema.ts'],
    ['web/pages/relation.tsx', '../../server/domain/series.ts'],
    ['test/store/statement.test.ts', 'sqlite3'],
  ])('lets %s import %s', (file, specifier) => {
    expect(breachOf(file, specifier)).toBeNull()
  })

  it.each([
    ['server/domain/score.ts', 'node:fs', 'server/domain may import @noble/hashes/ (packages)'],
    ['server/domain/score.ts', '../config.ts', 'server/domain may import server/domain (of ours)'],
    ['server/domain/score.ts', '../store/statement.ts', 'server/domain may import server/domain (of ours)'],
    ['server/store/statement.ts', 'sqlite3', 'server/store may import typeorm, node: (packages)'],
    ['server/store/statement.ts', '../ingest/demo.ts', 'server/store may import server/store, server/domain (of ours)'],
    [
      'server/coder/stance.ts',
      '../store/statement.ts',
      'server/coder may import server/coder, server/domain (of ours)',
    ],
    ['server/graphql/score.ts', '../http/live.ts', 'server/graphql may import'],
    ['server/http/image.ts', '../../web/charts/TimeSeries.tsx', 'server/http may import'],
    [
      'server/config.ts',
      './store/database.ts',
      'server/config.ts may import server/domain, server/settings.ts (of ours)',
    ],
    ['web/pages/relation.tsx', '../../server/store/statement.ts', 'web may import web, server/domain (of ours)'],
    ['web/pages/relation.tsx', '../../server/config.ts', 'web may import web, server/domain (of ours)'],
  ])('does not let %s import %s, and says why', (file, specifier, why) => {
    expect(breachOf(file, specifier)).toContain(`${file}: imports "${specifier}", but ${why}`)
  })

  it('knows what is impure, and what only speaks of it', () => {
    expect(impurities('const t = Date.now() + Math.random() * Number(process.env.X)')).toEqual([
      'Date.',
      'Math.random',
      'process',
    ])
    expect(impurities("// new Date() shifts days\nconst text = 'process of talks'")).toEqual([])
  })

  it('knows bad names', () => {
    const bad = ['server/domain/index.ts', 'web/ui/utils.ts', 'server/store/helpers/x.ts', 'web/date.helper.ts']
    for (const file of bad) expect(nameBreachOf(file)).toContain(file)
    for (const file of ['web/index.html', 'server/store/statement.ts', 'test/support/scoring.ts']) {
      expect(nameBreachOf(file)).toBeNull()
    }
  })
})
