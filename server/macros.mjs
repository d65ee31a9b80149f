// After tsc: compiles the lingui macros in server/figure to catalogue ids, as the build of the page does.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync } from '@babel/core'

const root = fileURLToPath(new URL('..', import.meta.url))
process.env.LINGUI_CONFIG ??= join(root, 'web/lingui.config.js')

const built = join(root, 'dist/server/figure')
for (const name of readdirSync(built, { recursive: true }).filter((file) => file.endsWith('.js'))) {
  const file = join(built, name)
  const source = readFileSync(file, 'utf8')
  if (!source.includes('/macro')) continue
  const plugins = ['@lingui/babel-plugin-lingui-macro']
  const done = transformSync(source, { filename: file, configFile: false, babelrc: false, plugins, sourceMaps: false })
  writeFileSync(file, done.code)
}
