import { fileURLToPath } from 'node:url'
import babel from '@rolldown/plugin-babel'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
process.env.LINGUI_CONFIG ??= `${root}web/lingui.config.js`

export default defineConfig({
  root,
  // The page's texts are lingui macros; the server's files do not pass through Babel.
  plugins: [
    babel({
      include: /\/web\/.*\.tsx?$/,
      parserOpts: { plugins: ['typescript', 'jsx'] },
      plugins: ['@lingui/babel-plugin-lingui-macro'],
    }),
  ],
  resolve: {
    // One copy of graphql, however it is imported.
    alias: [{ find: /^graphql$/, replacement: `${root}node_modules/graphql/index.js` }],
  },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/bench/**'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    server: { deps: { inline: ['type-graphql', 'graphql-scalars'] } },
    coverage: {
      provider: 'v8',
      include: ['server/domain/**'],
      thresholds: { branches: 100, functions: 100, lines: 100 },
    },
  },
})
