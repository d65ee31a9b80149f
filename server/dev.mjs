// `npm run dev`: the server, compiled and started anew when a source changes, and the page by Vite, which changes in place.
import { spawn, spawnSync } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Compiled, or what is wrong printed and the server that runs left as it is. */
const compiled = () => spawnSync('npm', ['run', '--silent', 'compile'], { cwd: root, stdio: 'inherit' }).status === 0
const start = () => spawn(process.execPath, ['dist/server/main.js'], { cwd: root, stdio: 'inherit' })

// What the server hands out whole (embeds, GraphiQL) is built once; it changes with the next start.
const { status } = spawnSync(process.execPath, [join(root, 'server/build.mjs')], { cwd: root, stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)
let server = start()

let waiting
const changed = (_, file) => {
  if (!/\.(ts|tsx|json|csv)$/.test(file ?? '')) return
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    if (!compiled()) return
    server.once('exit', () => {
      server = start()
    })
    // The next one may listen only when this one has let go of its port.
    if (server.exitCode !== null || !server.kill('SIGTERM')) server.emit('exit')
  }, 200)
}
for (const folder of ['server', 'web']) watch(join(root, folder), { recursive: true }, changed)

const page = await createServer({ configFile: join(root, 'web/vite.config.ts') })
await page.listen()
console.log(`The page, changed in place: ${page.resolvedUrls?.local[0]}`)

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    server.kill('SIGTERM')
    await page.close()
    process.exit(0)
  })
}
