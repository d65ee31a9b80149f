/** Builds GraphiQL beside the page, into dist/page/graphiql, as a bundle of its own: the page does not grow by it. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('graphiql'),
  base: '/graphiql/',
  plugins: [react()],
  resolve: { alias: [{ find: /^graphql$/, replacement: here('../node_modules/graphql/index.js') }] },
  worker: { format: 'es' },
  build: {
    outDir: here('../dist/page/graphiql'),
    emptyOutDir: true,
    target: 'es2022',
    // An editor with its languages; nobody waits for it who did not ask for it.
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: { checks: { bundlerTimings: false } },
    modulePreload: { polyfill: false },
  },
})
