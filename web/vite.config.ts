/** Builds the page into dist/page; in development serves it with the API of a running server behind it. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { catalogueOf } from './catalogue.ts'
import { ENGLISH_ONLY } from './lingui.config.js'
import { linguiMacros } from './macros.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const api = `http://localhost:${process.env.PORT ?? 4000}`

/** What the server drew can be read as soon as the style sheet is there: no script is fetched before it. */
const paintFirst: Plugin = {
  name: 'paint-first',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replaceAll('<script type="module"', '<script type="module" fetchpriority="low"'),
  },
}

export default defineConfig({
  root: here('.'),
  plugins: [catalogueOf((file) => !ENGLISH_ONLY.test(file)), linguiMacros(), react(), paintFirst],
  resolve: {
    alias: [
      { find: /^graphql$/, replacement: here('../node_modules/graphql/index.js') },
      { find: 'victory-vendor/d3-scale', replacement: here('scales.ts') },
    ],
  },
  // The page alone: GraphiQL, which lies beside it, is built by a configuration of its own.
  optimizeDeps: { entries: ['index.html'] },
  // What the server answers besides the page itself; data/ and embed/ are folders of the page's sources too.
  server: {
    proxy: {
      '^/graphql(\\?|$)': { target: api, ws: true },
      '^/(graphiql|embed|image|oembed)(/[^.]*|/[^/]+\\.(svg|png|js|css))?(\\?|$)': api,
      '^/data/[^/]+\\.(csv|json|xlsx)(\\?|$)': api,
    },
  },
  build: {
    outDir: here('../dist/page'),
    emptyOutDir: true,
    // Names what a page will need, so that the server can announce it.
    manifest: 'manifest.json',
    target: 'es2022',
    // The policy of our pages lets no font be written into a style.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: {
        // Each with what it imports. What every visit loads is one file, and what several pages share another: a dozen
        // small ones take a slow network a dozen times as long.
        codeSplitting: {
          groups: [
            { name: 'shell', test: /\/web\/main\.tsx$/, priority: 2 },
            {
              name: 'shared',
              test: /\/(web\/(?!pages\/(desk|lab|admin)|styles)|server\/)/,
              minShareCount: 2,
              priority: 1,
            },
          ],
        },
      },
    },
    modulePreload: { polyfill: false },
  },
})
