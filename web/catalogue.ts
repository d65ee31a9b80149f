/**
 * Leaves in a catalogue what a page can say, by the files its texts stand in. What is embedded in the pages of others carries
 * the words of charts alone; the words of the desk, which are in English alone, come with the desk.
 */
import { fileURLToPath } from 'node:url'
import { getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'

/**
 * `isSpoken` says of a file, named from the top of the tree (`server/figure/words/format.ts`), whether the page is made of it. A
 * catalogue imported with `?desk` holds the texts of all other files.
 */
export function catalogueOf(isSpoken: (file: string) => boolean): Plugin {
  const config = getConfig({ configPath: fileURLToPath(new URL('lingui.config.js', import.meta.url)) })
  return {
    name: 'catalogue',
    async load(path) {
      const [, language, desk] = /\/figure\/locales\/([\w-]+)\.ts(\?desk)?$/.exec(path) ?? []
      if (language === undefined) return null
      const [catalogue] = await getCatalogs(config)
      const entries = Object.entries((await catalogue?.read(language)) ?? {}).filter(
        ([, { origin = [] }]) => origin.some(([file]) => isSpoken(file)) === (desk === undefined),
      )
      const messages = entries.map(([id, { translation, message = '' }]) => [
        id,
        compileMessage(translation || message),
      ])
      return `export const messages = ${JSON.stringify(Object.fromEntries(messages))}`
    },
  }
}
