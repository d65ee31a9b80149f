// `npm run test:nodes`: the quick tests and a start under each Node that is supported, from the binaries that npm carries.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const VERSIONS = process.argv.length > 2 ? process.argv.slice(2) : ['22', '24']
const PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
/** Seconds until a start with demonstration data must have answered. */
const START_SECONDS = 120

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'node_modules', '.cache', 'detente-nodes')

for (const version of VERSIONS) {
  const folder = join(cache, version)
  mkdirSync(folder, { recursive: true })
  run('npm', ['install', '--no-save', '--prefix', folder, `${PACKAGE}@${version}`], process.env)
  const bin = join(folder, 'node_modules', PACKAGE, 'bin')
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }
  console.log(`Node ${spawnSync(join(bin, 'node'), ['--version'], { encoding: 'utf8' }).stdout.trim()}`)
  run('npm', ['run', 'test:fast'], env)
  await start(join(bin, 'node'), { ...env, PORT: '0', DATABASE_URL: join(folder, `${process.pid}.sqlite`) })
}

function run(command, args, env) {
  const { status } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

/** Starts the server on an empty database, asks whether it is ready, and stops it. */
async function start(node, env) {
  const server = spawn(node, ['dist/server/main.js'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  server.stdout.on('data', (bytes) => {
    said += bytes
  })
  const deadline = Date.now() + START_SECONDS * 1000
  while (!/http:\S+/.test(said) && server.exitCode === null && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 100))
  const [address] = /http:\S+/.exec(said) ?? []
  const ready = address !== undefined && (await fetch(`${address}/readyz`)).ok
  server.kill()
  console.log(ready ? 'starts and answers' : `did not start: ${said}`)
  if (!ready) process.exit(1)
}
