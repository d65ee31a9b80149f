/** The environment, read once at the start: typed values with defaults, or a refusal for each invalid value. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Refusal } from './domain/error.ts'
import { type Demo, type LOGS, refusalOf, SETTINGS, type Setting } from './settings.ts'

/** Settings for operators: log, cache and shutdown. */
export interface Operations {
  readonly log: (typeof LOGS)[number]
  /** Operations that take longer than this many milliseconds are logged; 0: none. */
  readonly slowMs: number
  /** Size of the cache of answers to anonymous callers; 0: no cache. */
  readonly cacheMegabytes: number
  /** How long /readyz answers 503 before the server stops accepting connections. */
  readonly drainSeconds: number
}

/** The limits of one request. */
export interface Limits {
  /** Nesting depth of fields. */
  readonly depth: number
  readonly aliases: number
  readonly rootFields: number
  /** Tokens of a document. */
  readonly tokens: number
  readonly bodyBytes: number
  /** Points of all series of one operation. */
  readonly points: number
  /** Cost of one operation, see graphql/guard/cost.ts. */
  readonly cost: number
  /** Cost of all operations of one caller in a minute, see graphql/guard/rate.ts; 0: no limit. */
  readonly rate: number
  /** Whether only trusted documents are executed, see http/trusted.ts. */
  readonly trustedOnly: boolean
  /** Seconds within which a request must have arrived completely. */
  readonly seconds: number
}

export interface Transport {
  /** RELEASED: statuses of GraphQL over HTTP of September 2026. LEGACY: statuses of the drafts before it. */
  readonly statuses: 'RELEASED' | 'LEGACY'
  /** Sites that may show our pages in a frame, as the frame-ancestors of a Content-Security-Policy. */
  readonly frameAncestors: string
  /** The same for the figures under /embed, which are made for other sites. */
  readonly embedAncestors: string
  /** Origins whose pages may read the API; empty: only our own. */
  readonly corsOrigins: readonly string[]
  /** Who may read /metrics, besides callers with an admin’s token. LOCAL: this machine; OPEN: everybody; TOKEN: nobody. */
  readonly metrics: 'LOCAL' | 'OPEN' | 'TOKEN'
  /** Addresses and ranges of proxies that are trusted to forward a client's address. */
  readonly trustProxy: readonly string[]
}

export interface Config {
  readonly port: number
  readonly host: string
  /** Path of the SQLite file. */
  readonly database: string
  /** What an empty database is filled with. */
  readonly demo: Demo
  /** Whether callers who are not signed in may read. */
  readonly reading: 'OPEN' | 'CLOSED'
  /** Whether the server fetches web pages for analysts. */
  readonly fetching: boolean
  readonly limits: Limits
  readonly transport: Transport
  readonly operations: Operations
}

/** The folder of package.json, whether the program is compiled or not. */
export const root: string = rootOf(dirname(fileURLToPath(import.meta.url)))

type Name = keyof typeof SETTINGS

/** The settings, or a refusal for each invalid one. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config | Refusal[] {
  const texts = Object.fromEntries(Object.entries(SETTINGS).map(([key, s]) => [key, env[s.name] ?? s.default]))
  const refusals = Object.entries<Setting>(SETTINGS).flatMap(([key, s]) => refusalOf(s, texts[key] as string) ?? [])
  if (refusals.length > 0) return refusals
  const text = (name: Name) => texts[name] as string
  const count = (name: Name) => Number(text(name))
  const database = env.DATABASE_URL ?? join(root, SETTINGS.database.default)
  return {
    port: count('port'),
    host: text('host'),
    database: database.replace(/^(sqlite|file):(\/\/)?/, ''),
    demo: text('demo') as Demo,
    reading: text('reading') === 'closed' ? 'CLOSED' : 'OPEN',
    fetching: text('fetching') === 'on',
    limits: {
      depth: count('depth'),
      aliases: count('aliases'),
      rootFields: count('rootFields'),
      tokens: count('tokens'),
      bodyBytes: count('bodyBytes'),
      points: count('points'),
      cost: count('cost'),
      rate: count('rate'),
      trustedOnly: text('documents') === 'trusted',
      seconds: count('seconds'),
    },
    transport: {
      statuses: text('statuses') as Transport['statuses'],
      frameAncestors: text('frameAncestors'),
      embedAncestors: text('embedAncestors'),
      corsOrigins: text('corsOrigins').split(' ').filter(Boolean),
      metrics: text('metrics').toUpperCase() as Transport['metrics'],
      trustProxy: text('trustProxy') === 'off' ? [] : text('trustProxy').split(' '),
    },
    operations: {
      log: text('log') as Operations['log'],
      slowMs: count('slowMs'),
      cacheMegabytes: count('keptMegabytes'),
      drainSeconds: count('drainSeconds'),
    },
  }
}

/** The settings of an empty environment. */
export function defaultConfig(): Config {
  const config = readConfig({})
  if (Array.isArray(config)) throw new Error('Default settings are refused. Correct them in server/settings.ts.')
  return config
}

function rootOf(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'schema.graphql'))) return folder
  const parent = dirname(folder)
  if (parent === folder)
    throw new Error(
      'No folder with package.json and schema.graphql was found above the program. Run it in the repository.',
    )
  return rootOf(parent)
}
