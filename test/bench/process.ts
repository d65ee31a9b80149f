/** Processes of a bench: each server and the load run in their own, so that none is measured with another's work. */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The top of the tree; a bench runs with it as its working directory. */
export const ROOT = process.cwd()

export interface Running {
  readonly origin: string
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** Starts the built server on a database of its own; `env` are settings of it. */
export async function startOurs(database: string, env: Readonly<Record<string, string>> = {}): Promise<Running> {
  const settings = {
    ...{ NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', DATABASE_URL: database, DETENTE_DEMO: 'off' },
    // The load comes from one address.
    RATE_POINTS: '0',
  }
  const flags = (process.env.BENCH_NODE_FLAGS ?? '').split(' ').filter(Boolean)
  const child = spawn(process.execPath, [...flags, join(ROOT, 'dist/server/main.js')], {
    cwd: ROOT,
    env: { ...process.env, ...settings, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (said: Buffer) => {
      const found = /localhost:(\d+)/.exec(said.toString())?.[1]
      if (found) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`our server ended with ${code}`)))
  })
  return running(child, `http://127.0.0.1:${port}`)
}

/** Starts this bench again in another role; a server says its port once it listens. */
export async function startRole(role: string, ...args: readonly string[]): Promise<Running> {
  const child = asRole(role, args)
  const port = await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`${role} ended with ${code}`)))
  })
  return running(child, `http://127.0.0.1:${port}`)
}

/** Runs this bench in another role to its end and answers what it said. */
export async function runRole<T>(role: string, ...args: readonly string[]): Promise<T> {
  const child = asRole(role, args)
  return new Promise<T>((resolve, reject) => {
    child.once('message', (said) => resolve(said as T))
    child.once('exit', (code) => reject(new Error(`${role} ended with ${code} and said nothing`)))
  })
}

/** The role and arguments this process was started with; null where it is the bench itself. */
export function roleOf(): { readonly role: string; readonly args: readonly string[] } | null {
  const [flag, role, ...args] = process.argv.slice(2)
  return flag === '--role' && role !== undefined ? { role, args } : null
}

/** Says something to the bench that started this process. */
export function say(what: unknown): void {
  process.send?.(what)
}

function asRole(role: string, args: readonly string[]): ChildProcess {
  return fork(process.argv[1] as string, ['--role', role, ...args], { cwd: ROOT, execArgv: [] })
}

function running(child: ChildProcess, origin: string): Running {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  // Whatever happens to the bench, nothing it started stays.
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  const stop = async () => {
    child.kill('SIGTERM')
    const late = setTimeout(kill, 5000)
    await ended
    clearTimeout(late)
  }
  return { origin, pid: child.pid ?? 0, stop }
}

/** What a process has used of the processors so far, in ms; null where the system does not tell. */
export function processorMs(pid: number): number | null {
  try {
    // After the name in brackets; user and system are the 14th and 15th of all, in hundredths of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return 10 * (Number(fields[11]) + Number(fields[12]))
  } catch {
    return null
  }
}

/** The most memory a process has held so far, in MB; null where the system does not tell. */
export function peakMemory(pid: number): number | null {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Math.round(Number(kilobytes) / 1024)
  } catch {
    return null
  }
}
