/**
 * The environment, read once at the start: typed, with defaults, and with a plain refusal for what cannot be meant.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Refusal, refuse } from './domain/error.ts'

export const DEMOS = ['all', 'articles', 'off'] as const
export type Demo = (typeof DEMOS)[number]

export interface Config {
  /** PORT: where the server listens. */
  readonly port: number
  /** HOST: the address it listens on. */
  readonly host: string
  /** DATABASE_URL: path of the SQLite file. */
  readonly database: string
  /** DETENTE_DEMO: what an empty database is filled with. */
  readonly demo: Demo
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
  if (refusals.length > 0) return refusals
  return { port, host: env.HOST ?? '0.0.0.0', database: url.replace(/^(sqlite|file):(\/\/)?/, ''), demo }
}

function rootOf(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'schema.graphql'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('package.json of Detente was not found above the program')
  return rootOf(parent)
}
