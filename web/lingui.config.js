// Where the texts of the page live. English is the source; a language is one .po file beside it.
import { fileURLToPath } from 'node:url'
import { formatter } from '@lingui/format-po'

/** Screens that are English everywhere, by the files they are made of. */
export const ENGLISH_ONLY = /^web\/(pages\/(lab|desk|admin)|gallery)\//

/** @type {import('@lingui/conf').LinguiConfig} */
export default {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  sourceLocale: 'en',
  locales: ['en', 'ur', 'fa-AF', 'ps', 'ru', 'ar'],
  catalogs: [
    {
      path: '<rootDir>/server/figure/locales/{locale}',
      include: ['<rootDir>/web', '<rootDir>/server/figure'],
      exclude: ['**/gallery/**'],
    },
  ],
  format: formatter({ lineNumbers: false }),
  compileNamespace: 'ts',
}
