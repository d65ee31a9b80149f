/**
 * The environment, read once at the start: typed, with defaults, and with a plain refusal for what cannot be meant.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Refusal, refuse } from './domain/error.ts'

export const DEMOS = ['all', 'articles', 'off'] as const
export type Demo = (typeof DEMOS)[number]

export const LOGS = ['off', 'json'] as const
export type Log = (typeof LOGS)[number]

/** For those who run it: logs, slow operations, and how it goes down. */
export interface Operations {
  /** LOG: `json` writes one line a request on the error output; `off` is silent. */
  readonly log: Log
  /** SLOW_MS: with LOG=json, operations that take longer have a line of their own, in milliseconds; 0: none. */
  readonly slowMs: number
  /** DRAIN_SECONDS: how long /readyz says 503 before the server stops taking connections, so that a balancer notices. */
  readonly drainSeconds: number
}

export const DEFAULT_OPERATIONS: Operations = { log: 'off', slowMs: 1000, drainSeconds: 0 }

export interface Config {
  /** PORT: where the server listens. */
  readonly port: number
  /** HOST: the address it listens on. */
  readonly host: string
  /** DATABASE_URL: path of the SQLite file. */
  readonly database: string
  /** DETENTE_DEMO: what an empty database is filled with. */
  readonly demo: Demo
  readonly operations: Operations
}

/** The folder that holds package.json, wherever the program was started from and whether it is compiled or not. */
export const root: string = rootOf(dirname(fileURLToPath(import.meta.url)))

/** The settings, or every refusal. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config | Refusal[] {
  const refusals: Refusal[] = []
  const port = Number(env.PORT ?? 4000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    refusals.push(
      refuse('BAD_NUMBER', env.PORT, 'PORT is a whole number from 0 to 65535', 'Set PORT=4000, or leave it out'),
    )
  }
  const demo = (env.DETENTE_DEMO ?? 'all') as Demo
  if (!DEMOS.includes(demo)) {
    refusals.push(
      refuse('BAD_CODE', demo, `DETENTE_DEMO is one of ${DEMOS.join(', ')}`, 'Set one of these, or leave it out'),
    )
  }
  const url = env.DATABASE_URL ?? join(root, 'data', 'detente.sqlite')
  if (/^postgres(ql)?:/.test(url)) {
    refusals.push(
      refuse(
        'NOT_POSSIBLE',
        'DATABASE_URL',
        'PostgreSQL is not supported yet',
        'Give the path of a SQLite file, or leave it out',
      ),
    )
  }
  const operations = readOperations(env, refusals)
  if (refusals.length > 0) return refusals
  return { port, host: env.HOST ?? '0.0.0.0', database: url.replace(/^(sqlite|file):(\/\/)?/, ''), demo, operations }
}

function rootOf(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'schema.graphql'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('package.json of Detente was not found above the program')
  return rootOf(parent)
}

/** The settings of running it; a refusal for each that cannot be meant goes to `refusals`. */
function readOperations(env: Readonly<Record<string, string | undefined>>, refusals: Refusal[]): Operations {
  const log = (env.LOG ?? DEFAULT_OPERATIONS.log) as Log
  if (!LOGS.includes(log)) {
    refusals.push(refuse('BAD_CODE', log, `LOG is one of ${LOGS.join(', ')}`, 'Set one of these, or leave it out'))
  }
  const whole = (name: string, most: number, preset: number): number => {
    const value = Number(env[name] ?? preset)
    if (Number.isInteger(value) && value >= 0 && value <= most) return value
    const cure = `Set ${name}=${preset}, or leave it out`
    refusals.push(refuse('BAD_NUMBER', env[name], `${name} is a whole number from 0 to ${most}`, cure))
    return preset
  }
  return {
    log,
    slowMs: whole('SLOW_MS', 3_600_000, DEFAULT_OPERATIONS.slowMs),
    drainSeconds: whole('DRAIN_SECONDS', 600, DEFAULT_OPERATIONS.drainSeconds),
  }
}
