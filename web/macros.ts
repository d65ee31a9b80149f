/** Turns the lingui macros of a text into catalogue ids, for the build and the tests alike. Only files that import a macro pay for Babel. */
import { fileURLToPath } from 'node:url'
import { transformAsync } from '@babel/core'
import type { Plugin } from 'vite'

// The macro looks for the configuration in the working directory unless it is told.
process.env.LINGUI_CONFIG ??= fileURLToPath(new URL('lingui.config.js', import.meta.url))

export const linguiMacros = (): Plugin => ({
  name: 'lingui-macros',
  // Before types and JSX are taken out: the macro reads the text as it is written.
  enforce: 'pre',
  transform: {
    filter: { id: /\/(web|server\/figure)\/.*\.tsx?$/, code: /@lingui\/(core|react)\/macro/ },
    async handler(source, filename) {
      const done = await transformAsync(source, {
        filename,
        configFile: false,
        babelrc: false,
        parserOpts: { plugins: ['typescript', 'jsx'] },
        plugins: ['@lingui/babel-plugin-lingui-macro'],
        sourceMaps: true,
      })
      return done?.code == null ? null : { code: done.code, map: done.map ?? null }
    },
  },
})
