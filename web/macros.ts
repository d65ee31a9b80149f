/** Turns the lingui macros of a text into catalogue ids, for the build and the tests alike. Only files that import a macro pay for Babel. */
import { fileURLToPath } from 'node:url'
import babel, { defineRolldownBabelPreset } from '@rolldown/plugin-babel'

// The macro looks for the configuration in the working directory unless it is told.
process.env.LINGUI_CONFIG ??= fileURLToPath(new URL('lingui.config.js', import.meta.url))

export const linguiMacros = () =>
  babel({
    include: /\/web\/.*\.tsx?$/,
    parserOpts: { plugins: ['typescript', 'jsx'] },
    presets: [
      defineRolldownBabelPreset({
        preset: () => ({ plugins: ['@lingui/babel-plugin-lingui-macro'] }),
        rolldown: { filter: { code: /@lingui\/(core|react)\/macro/ } },
      }),
    ],
  })
