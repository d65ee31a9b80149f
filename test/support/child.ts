/** Runs a TypeScript file as another process, as the built server would be run: bundled, its packages left outside. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { linguiMacros } from '../../web/macros.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Bundles a file of the tree (a path from its top); answers the path of what can be run by node. */
export async function bundled(file: string): Promise<string> {
  const key = createHash('sha256').update(`${file} ${process.pid}`).digest('hex').slice(0, 12)
  // Below node_modules, so that the packages are found from there.
  const outDir = join(root, 'node_modules', '.cache', 'detente-test', key)
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    // The server draws figures with the page's own texts.
    plugins: [linguiMacros()],
    build: {
      ssr: join(root, file),
      outDir,
      emptyOutDir: true,
      minify: false,
      rollupOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  })
  return join(outDir, `${basename(file, '.ts')}.mjs`)
}

export function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** All it wrote and how it ended. */
export async function finished(child: ChildProcess): Promise<{ out: string; err: string; code: number | null }> {
  let out = ''
  let err = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { out, err, code }
}
