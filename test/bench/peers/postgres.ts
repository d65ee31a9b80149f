/** A PostgreSQL of the bench's own, in a folder that goes with it, reached by a socket in that folder alone. */
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const PLACES = '/usr/lib/postgresql'
const USER = 'postgres'

export interface Postgres {
  /** The folder of its socket. */
  readonly host: string
  readonly user: string
  readonly stop: () => void
}

/** Starts one below a folder; null where this machine has no PostgreSQL. */
export function startPostgres(folder: string): Postgres | null {
  const bin = binaries()
  if (bin === null) return null
  const host = join(folder, 'postgres')
  mkdirSync(host)
  // PostgreSQL refuses to run as root.
  const asRoot = process.getuid?.() === 0
  if (asRoot) {
    const id = (flag: string) => Number(execFileSync('id', [flag, USER]))
    chownSync(host, id('-u'), id('-g'))
    chmodSync(folder, 0o755)
  }
  const run = (command: string, ...args: string[]) => {
    const whole = [join(bin, command), ...args]
    const [first, ...rest] = asRoot ? ['runuser', '-u', USER, '--', ...whole] : whole
    execFileSync(first as string, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: host })
  }
  const data = join(host, 'data')
  run('initdb', '-D', data, '-U', USER, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync')
  // As much memory for the rows as ours has; nothing is waited for on the disk, for nothing is written while it is asked.
  const settings = `-k ${host} -c listen_addresses='' -c fsync=off -c shared_buffers=512MB -c jit=off`
  run('pg_ctl', '-D', data, '-w', '-l', join(host, 'log'), '-o', settings, 'start')
  const stop = () => run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
  return { host, user: USER, stop }
}

function binaries(): string | null {
  if (!existsSync(PLACES)) return null
  const bins = readdirSync(PLACES).map((version) => join(PLACES, version, 'bin'))
  return bins.findLast((bin) => existsSync(join(bin, 'initdb'))) ?? null
}
