// Builds the project where it is not built, or where a source is newer than what was built from it; else does nothing.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const built = [
  'dist/server/main.js',
  'dist/page/index.html',
  'dist/page/graphiql/index.html',
  'dist/page/embed/live.js',
  'dist/fonts/latin-400.ttf',
].map((file) => join(root, file))

function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  const inside = readdirSync(path).filter((name) => name !== 'generated' && name !== 'node_modules')
  return Math.max(0, ...inside.map((name) => newest(join(path, name))))
}

const sources = ['server', 'web', 'schema.graphql', 'package.json', 'tsconfig.json'].map((file) => join(root, file))
// tsc alone, run by hand, leaves the text macros in server/figure: such a build does not start.
const texts = join(root, 'dist/server/figure/words/sentences.js')
const whole = [...built, texts].every(existsSync) && !readFileSync(texts, 'utf8').includes('core/macro')
const age = whole ? Math.min(...built.map((file) => statSync(file).mtimeMs)) : 0
if (age === 0 || Math.max(...sources.map(newest)) > age) {
  console.log('Building Detente (once; takes some seconds) …')
  // Also where a test or a tool has set another: a page built with React for development is half as large again.
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    encoding: 'utf8',
    env,
  })
  if (status !== 0) {
    console.error(`${stdout ?? ''}${stderr ?? ''}\nThe build failed; what is above says why.`)
    process.exit(1)
  }
}
