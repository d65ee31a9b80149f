/**
 * Leaves in a catalogue what a build can say: the texts whose sources are among some files of web. What is embedded in the
 * pages of others carries the words of charts and not those of the desk.
 */
import { fileURLToPath } from 'node:url'
import { getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'

/** `spoken` matches the files from the top of the tree, such as `web/charts/format.ts`. */
export function catalogueOf(spoken: RegExp): Plugin {
  const config = getConfig({ configPath: fileURLToPath(new URL('lingui.config.js', import.meta.url)) })
  return {
    name: 'catalogue',
    async load(path) {
      const [, language] = /\/web\/locales\/([\w-]+)\.ts$/.exec(path) ?? []
      if (language === undefined) return null
      const [catalogue] = await getCatalogs(config)
      const entries = Object.entries((await catalogue?.read(language)) ?? {}).filter(([, { origin }]) =>
        origin?.some(([file]) => spoken.test(file)),
      )
      const messages = entries.map(([id, { translation, message = '' }]) => [
        id,
        compileMessage(translation || message),
      ])
      return `export const messages = ${JSON.stringify(Object.fromEntries(messages))}`
    },
  }
}
