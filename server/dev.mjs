// `npm run dev`: the server, recompiled and restarted when a source changes, and the page by Vite with hot reload.
import { spawn, spawnSync } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Compiles the server; false if that fails. The errors are printed, and the running server goes on. */
const compile = () => spawnSync('npm', ['run', '--silent', 'compile'], { cwd: root, stdio: 'inherit' }).status === 0
const start = () => spawn(process.execPath, ['dist/server/main.js'], { cwd: root, stdio: 'inherit' })

// Embeds and GraphiQL are built once; changes to them need a restart of this command.
const { status } = spawnSync(process.execPath, [join(root, 'server/build.mjs')], { cwd: root, stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)
let server = start()

let waiting
const restartSoon = (_, file) => {
  if (!/\.(ts|tsx|json|csv)$/.test(file ?? '')) return
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    if (!compile()) return
    server.once('exit', () => {
      server = start()
    })
    // The next server can listen only after this one has released the port.
    if (server.exitCode !== null || !server.kill('SIGTERM')) server.emit('exit')
  }, 200)
}
for (const folder of ['server', 'web']) watch(join(root, folder), { recursive: true }, restartSoon)

const page = await createServer({ configFile: join(root, 'web/vite.config.ts') })
await page.listen()
console.log(`The page, with hot reload: ${page.resolvedUrls?.local[0]}`)

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    server.kill('SIGTERM')
    await page.close()
    process.exit(0)
  })
}
