// Builds the project if it is not built, or if a source is newer than the build; otherwise does nothing.
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
// A build by tsc alone still has the text macros in server/figure and does not start.
const texts = join(root, 'dist/server/figure/words/sentences.js')
const whole = [...built, texts].every(existsSync) && !readFileSync(texts, 'utf8').includes('core/macro')
const age = whole ? Math.min(...built.map((file) => statSync(file).mtimeMs)) : 0
if (age === 0 || Math.max(...sources.map(newest)) > age) {
  console.log('Building Detente (once; takes some seconds) …')
  // Set even if a test or a tool has set another value: React's development build is half as large again.
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    encoding: 'utf8',
    env,
  })
  if (status !== 0) {
    console.error(`${stdout ?? ''}${stderr ?? ''}\nThe build failed, see the messages above.`)
    process.exit(1)
  }
}
