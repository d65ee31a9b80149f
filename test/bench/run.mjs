// `npm run bench -- NAME …`: bundles test/bench/*.bench.ts and runs it in a process of its own. Without a name it
// lists what there is. Peers stand in test/bench/package.json and are installed by the first bench that needs them.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '..', '..')
const [name, ...args] = process.argv.slice(2)
const file = join(here, `${name}.bench.ts`)
if (!name || !existsSync(file)) {
  const known = readdirSync(here).flatMap((f) => (f.endsWith('.bench.ts') ? [f.slice(0, -9)] : []))
  console.error(`Give the name of a bench: ${known.join(', ')}`)
  process.exit(2)
}
const [peers, installed] = ['package.json', 'node_modules/.package-lock.json'].map((path) => join(here, path))
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(peers).mtimeMs) {
  console.log('Installing the peers …')
  const flags = ['--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error']
  spawnSync('npm', ['install', ...flags], { cwd: here, stdio: 'inherit' })
}
// The built server is measured, so it is built first where it is not.
const built = spawnSync(process.execPath, [join(root, 'server/build.mjs')], { stdio: 'inherit' })
if (built.status !== 0) process.exit(1)
await build({
  configFile: false,
  root,
  logLevel: 'warn',
  build: {
    ssr: file,
    outDir: join(here, 'node_modules', '.bench', name),
    minify: false,
    emptyOutDir: true,
    rolldownOptions: { external: (id) => !id.startsWith('.') && !id.startsWith('/') },
  },
})
const run = spawnSync(
  process.execPath,
  ['--expose-gc', join(here, 'node_modules', '.bench', name, `${name}.bench.js`), ...args],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
process.exit(run.status ?? 1)
