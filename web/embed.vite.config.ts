/** Builds what embedded figures need into dist/page/embed: small files of fixed names, for they stand in others' pages. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { catalogueOf } from './catalogue.ts'
import { linguiMacros } from './macros.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('embed'),
  base: '/embed/',
  publicDir: false,
  resolve: { alias: [{ find: 'victory-vendor/d3-scale', replacement: here('scales.ts') }] },
  plugins: [
    catalogueOf((file) => /^(server\/figure\/(model|svg|words|page)|web\/(charts|embed))\//.test(file)),
    linguiMacros(),
    react(),
  ],
  build: {
    outDir: here('../dist/page/embed'),
    emptyOutDir: true,
    target: 'es2022',
    cssCodeSplit: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: Object.fromEntries(
        ['embed.ts', 'live.tsx', 'relation-chart.ts', 'height.ts'].map((file) => [
          file.replace(/\.tsx?$/, ''),
          here(`embed/${file}`),
        ]),
      ),
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: ({ names: [name = ''] }) =>
          name.endsWith('.woff2') ? 'assets/[name]-[hash][extname]' : '[name][extname]',
      },
      checks: { bundlerTimings: false },
    },
  },
})
