/** Builds the page into dist/web; in development serves it with the API of a running server behind it. */
import { fileURLToPath } from 'node:url'
import babel from '@rolldown/plugin-babel'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const api = `http://localhost:${process.env.PORT ?? 4000}`
// The macro looks for the configuration in the working directory unless it is told.
process.env.LINGUI_CONFIG ??= here('lingui.config.js')

export default defineConfig({
  root: here('.'),
  plugins: [
    // Only files that use a lingui macro pay for Babel; everything else goes through oxc alone.
    babel({
      include: /\/web\/.*\.tsx?$/,
      parserOpts: { plugins: ['typescript', 'jsx'] },
      plugins: ['@lingui/babel-plugin-lingui-macro'],
    }),
    react(),
  ],
  resolve: { alias: [{ find: /^graphql$/, replacement: here('../node_modules/graphql/index.js') }] },
  server: { proxy: { '/graphql': api } },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 600,
    modulePreload: { polyfill: false },
  },
})
