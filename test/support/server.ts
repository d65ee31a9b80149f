/** The built server as a process of its own, on a free port and a fresh database with the demonstration data. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Demo } from '../../server/settings.ts'
import { copyDemo } from './template.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface RunningServer {
  /** `http://localhost:…`, without a slash at the end. */
  readonly origin: string
  /** Path of its database. */
  readonly database: string
  /** What it writes on its error output so far. */
  readonly errors: () => string
  readonly child: ChildProcess
  readonly stop: () => Promise<void>
}

/**
 * Starts what support/build.ts has built and waits for the line that names the address. Its database has the demonstration
 * data of DETENTE_DEMO (by default all of it) already, unless it is to begin with none and fill it itself, or DATABASE_URL
 * names another.
 */
export async function startServer(
  env: Readonly<Record<string, string>> = {},
  begin: 'filled' | 'empty' = 'filled',
): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'detente-'))
  const database = env.DATABASE_URL ?? join(folder, 'test.sqlite')
  if (env.DATABASE_URL === undefined && begin === 'filled')
    await copyDemo[(env.DETENTE_DEMO ?? 'all') as Demo](database)
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: root,
    env: { ...process.env, PORT: '0', ...env, DATABASE_URL: database },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const origin = await addressOf(child)
  return {
    origin,
    database,
    child,
    errors: () => errors,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('close', resolve))
      if (child.exitCode === null && child.kill()) await ended
      rmSync(folder, { recursive: true, force: true })
    },
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
