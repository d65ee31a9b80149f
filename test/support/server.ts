/** The built server as a process of its own, on a free port and a fresh database with the demonstration data. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface RunningServer {
  /** `http://localhost:…`, without a slash at the end. */
  readonly origin: string
  /** What it writes on its error output so far. */
  readonly errors: () => string
  readonly child: ChildProcess
  readonly stop: () => Promise<void>
}

/** Builds what is not built, starts, and waits for the line that names the address. */
export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  await build()
  const folder = mkdtempSync(join(tmpdir(), 'detente-'))
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATABASE_URL: join(folder, 'test.sqlite'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const origin = await addressOf(child)
  return {
    origin,
    child,
    errors: () => errors,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('close', resolve))
      if (child.exitCode === null && child.kill()) await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One build at a time: test files run beside each other, and each build empties what the other would start. */
async function build(): Promise<void> {
  const lock = join(root, 'node_modules', '.cache', 'detente-build.lock')
  mkdirSync(dirname(lock), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch {
      if (!isRunning(lock)) rmSync(lock, { force: true })
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  try {
    execFileSync(process.execPath, ['server/build.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Does the process still run that holds a lock? One that was killed leaves it behind. */
function isRunning(lock: string): boolean {
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')), 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0]
      if (address) resolve(address)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('close', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)))
  })
}
