/** The environment, read once at the start: typed, with defaults, and with a plain refusal for what cannot be meant. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Refusal } from './domain/error.ts'
import { type Demo, type LOGS, refusalOf, SETTINGS, type Setting } from './settings.ts'

/** For those who run it: logs, slow operations, and how it goes down. */
export interface Operations {
  readonly log: (typeof LOGS)[number]
  /** Operations that take longer have a line of their own, in milliseconds; 0: none. */
  readonly slowMs: number
  /** What answers to strangers take in memory at most; 0: none are kept. */
  readonly keptMegabytes: number
  /** How long /readyz says 503 before the server stops taking connections. */
  readonly drainSeconds: number
}

/** What one request may ask. */
export interface Limits {
  /** Fields within fields. */
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
  /** Whether only trusted documents are answered, see http/trusted.ts. */
  readonly trustedOnly: boolean
  /** Seconds in which a request must have arrived whole. */
  readonly seconds: number
}

export interface Transport {
  /** RELEASED: GraphQL over HTTP of September 2026. LEGACY: the drafts before it. They differ in statuses. */
  readonly statuses: 'RELEASED' | 'LEGACY'
  /** Who may show our pages in a frame, as in the policy's frame-ancestors. */
  readonly frameAncestors: string
  /** The same for the figures under /embed, which are made for pages of others. */
  readonly embedAncestors: string
  /** Origins whose pages may read the API; none but our own where empty. */
  readonly corsOrigins: readonly string[]
  /** Who may read /metrics, beside programs with an admin’s token. LOCAL: this machine; OPEN: anyone; TOKEN: nobody else. */
  readonly metrics: 'LOCAL' | 'OPEN' | 'TOKEN'
  /** Addresses and ranges of proxies whose word on a client's address is believed. */
  readonly trustProxy: readonly string[]
}

export interface Config {
  readonly port: number
  readonly host: string
  /** Path of the SQLite file. */
  readonly database: string
  /** What an empty database is filled with. */
  readonly demo: Demo
  /** Whether whoever is not signed in may read. */
  readonly reading: 'OPEN' | 'CLOSED'
  /** Whether the server fetches pages of the web for analysts. */
  readonly fetching: boolean
  readonly limits: Limits
  readonly transport: Transport
  readonly operations: Operations
}

/** The folder that holds package.json, wherever the program was started from and whether it is compiled or not. */
export const root: string = rootOf(dirname(fileURLToPath(import.meta.url)))

type Name = keyof typeof SETTINGS

/** The settings, or every refusal. */
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
      keptMegabytes: count('keptMegabytes'),
      drainSeconds: count('drainSeconds'),
    },
  }
}

/** The settings of an empty environment. */
export function defaultConfig(): Config {
  const config = readConfig({})
  if (Array.isArray(config)) throw new Error('the defaults are refused')
  return config
}

function rootOf(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'schema.graphql'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('package.json of Detente was not found above the program')
  return rootOf(parent)
}
