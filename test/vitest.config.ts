import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { linguiMacros } from '../web/macros.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  // The page's texts are lingui macros; the server's files do not pass through Babel.
  plugins: [linguiMacros()],
  resolve: {
    // One copy of graphql, however it is imported.
    alias: [{ find: /^graphql$/, replacement: `${root}node_modules/graphql/index.js` }],
  },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/bench/**'],
    globalSetup: 'test/support/build.ts',
    // By default one less than there are processors, and on two of them much of a test is waiting for a server or a browser.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    server: { deps: { inline: ['type-graphql', 'graphql-scalars'] } },
    coverage: {
      enabled: process.env.CI === 'true',
      provider: 'v8',
      include: ['server/domain/**'],
      thresholds: { branches: 100, functions: 100, lines: 100 },
    },
  },
})
