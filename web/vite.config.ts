/** Builds the page into dist/page; in development serves it with the API of a running server behind it. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { linguiMacros } from './macros.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const api = `http://localhost:${process.env.PORT ?? 4000}`

export default defineConfig({
  root: here('.'),
  plugins: [linguiMacros(), react()],
  resolve: { alias: [{ find: /^graphql$/, replacement: here('../node_modules/graphql/index.js') }] },
  server: { proxy: { '/graphql': api } },
  build: {
    outDir: here('../dist/page'),
    emptyOutDir: true,
    target: 'es2022',
    // The policy of our pages lets no font be written into a style.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    rolldownOptions: { checks: { bundlerTimings: false } },
    modulePreload: { polyfill: false },
  },
})
