import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { linguiMacros } from '../web/macros.ts'
import { SameTogether } from './support/order.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const BROWSER = 'test/browser/**/*.test.ts'

export default defineConfig({
  root,
  // The page's texts are lingui macros; the server's files do not pass through Babel.
  plugins: [linguiMacros()],
  resolve: {
    // One copy of graphql, however it is imported.
    alias: [{ find: /^graphql$/, replacement: `${root}node_modules/graphql/index.js` }],
  },
  test: {
    globalSetup: 'test/support/build.ts',
    // By default one less than there are processors, and on two of them much of a test is waiting for a server or a browser.
    maxWorkers: '100%',
    // A worker loads the server and the page once for all its files: they keep nothing that one test could leave to another.
    isolate: false,
    sequence: { sequencer: SameTogether },
    // Against what hangs, not against what is slow: beside other work a server may take ten times as long to start.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    server: { deps: { inline: ['type-graphql', 'graphql-scalars'] } },
    projects: [
      { extends: true, test: { name: 'browser', include: [BROWSER], globalSetup: 'test/support/build.gallery.ts' } },
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [BROWSER, 'test/bench/**'],
        },
      },
    ],
    coverage: {
      enabled: process.env.CI === 'true',
      provider: 'v8',
      include: ['server/domain/**'],
      thresholds: { branches: 100, functions: 100, lines: 100 },
    },
  },
})
