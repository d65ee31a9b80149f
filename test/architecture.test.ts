/** Holds the source against the import table (support/architecture.ts), and the guard against planted breaches. */
import { describe, expect, it } from 'vitest'
import { breachOf, files, importsOf, impurities, mostLinesOf, nameBreachOf, textOf } from './support/architecture.ts'
import { circlesOf, crowdedFolders, importGraph, reexportsOf, staleMentions } from './support/importGraph.ts'

function breaches(check: (file: string) => readonly string[]): string {
  return files.flatMap(check).join('\n')
}

describe('the source', () => {
  it('is found', () => {
    expect(files).toContain('server/domain/score/score.ts')
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

  it('has no circle of imports, by value or by type', () => {
    expect(circlesOf(importGraph()).map((circle) => circle.join(' → '))).toEqual([])
  })

  it('has no folder of more files than a newcomer can look through', () => {
    expect(crowdedFolders(files)).toEqual([])
  })

  it('has no file that is too long to be read in one sitting', () => {
    const found = breaches((file) => {
      const lines = textOf(file).trimEnd().split('\n').length
      const most = mostLinesOf(file)
      return lines > most ? [`${file}: ${lines} lines; one concept a file, at most ${most}`] : []
    })
    expect(found).toBe('')
  })

  it('passes nothing on from one file by another', () => {
    // Types of a setting are named where settings are read; scales.ts stands in for a package of the charts.
    expect(breaches((file) => reexportsOf(textOf(file)).map((from) => `${file}: passes on ${from}`))).toBe('')
  })

  it('names no file in a comment that does not exist', () => {
    expect(breaches((file) => staleMentions(textOf(file), files).map((name) => `${file}: names ${name}`))).toBe('')
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
    ['server/domain/score/score.ts', '../day.ts'],
    ['server/domain/codebook/hash.ts', '@noble/hashes/sha2.js'],
    ['server/store/statement.ts', '../domain/statement.ts'],
    ['server/store/statement.ts', './database.ts'],
    ['server/store/statement.ts', '../config.ts'],
    ['server/store/connection.ts', 'sqlite3'],
    ['server/store/database.ts', './tables.ts'],
    ['server/ingest/shipped/demo.ts', '../../store/statement.ts'],
    ['server/http/image.ts', '../figure/svg/figure.ts'],
    ['web/charts/series/PlotAxes.tsx', '../../../server/figure/model/ticks.ts'],
    ['server/main.ts', './graphql/schema.ts'],
    ['web/pages/relation.tsx', '../../server/domain/score/series.ts'],
    ['test/store/statement.test.ts', 'sqlite3'],
  ])('lets %s import %s', (file, specifier) => {
    expect(breachOf(file, specifier)).toBeNull()
  })

  it.each([
    ['server/domain/score/score.ts', 'node:fs', 'server/domain may import @noble/hashes/ (packages)'],
    ['server/domain/score/score.ts', '../../config.ts', 'server/domain may import server/domain (of ours)'],
    ['server/domain/score/score.ts', '../../store/statement.ts', 'server/domain may import server/domain (of ours)'],
    ['server/store/statement.ts', 'sqlite3', 'server/store may import typeorm, node: (packages)'],
    ['server/store/statement.ts', '../ingest/demo.ts', 'server/store may import server/store, server/domain (of ours)'],
    [
      'server/coder/stance.ts',
      '../store/statement.ts',
      'server/coder may import server/coder, server/domain (of ours)',
    ],
    ['server/graphql/score.ts', '../http/live.ts', 'server/graphql may import'],
    ['server/http/image.ts', '../../web/charts/series/IndexChart.tsx', 'server/http may import'],
    ['server/commands/import.ts', '../../web/routes.tsx', 'server may import server, server, dist/server (of ours)'],
    ['server/figure/figure.ts', '../graphql/schema/schema.ts', 'server/figure may import'],
    ['server/figure/svg/text.ts', 'react', 'server/figure may import @lingui/core'],
    [
      'server/config.ts',
      './store/database.ts',
      'server/config.ts may import server/domain, server/settings.ts (of ours)',
    ],
    [
      'web/pages/relation.tsx',
      '../../server/store/statement.ts',
      'web may import web, server/domain, server/figure (of ours)',
    ],
    ['web/pages/relation.tsx', '../../server/config.ts', 'web may import web, server/domain, server/figure (of ours)'],
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

  it('finds circles, whether of two or of more', () => {
    const graph = new Map([
      ['a.ts', ['b.ts']],
      ['b.ts', ['c.ts', 'd.ts']],
      ['c.ts', ['a.ts']],
      ['d.ts', ['d.ts']],
    ])
    expect(circlesOf(graph)).toEqual([
      ['a.ts', 'b.ts', 'c.ts', 'a.ts'],
      ['d.ts', 'd.ts'],
    ])
  })

  it('knows what is passed on, and names in comments that lead nowhere', () => {
    const source = "export * from './a.ts'\nexport { b } from './b.ts'\nexport const c = 1 // see d.ts and score/e.ts"
    expect(reexportsOf(source)).toEqual(['./a.ts', './b.ts'])
    expect(staleMentions(source, ['web/d.ts', 'server/e.ts'])).toEqual(['score/e.ts'])
    expect(staleMentions("import './gone.ts'", [])).toEqual([])
  })

  it('knows bad names', () => {
    const bad = ['server/domain/index.ts', 'web/ui/utils.ts', 'server/store/helpers/x.ts', 'web/date.helper.ts']
    for (const file of bad) expect(nameBreachOf(file)).toContain(file)
    for (const file of ['web/index.html', 'server/store/statement.ts', 'test/support/scoring.ts']) {
      expect(nameBreachOf(file)).toBeNull()
    }
  })
})
