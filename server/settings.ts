/**
 * Every environment variable: its name, default, description and accepted values. config.ts reads them; server/README.md
 * shows the same rows as a table.
 */
import { isIP } from 'node:net'
import { type Refusal, refuse } from './domain/error.ts'

export const DEMOS = ['all', 'articles', 'off'] as const
export type Demo = (typeof DEMOS)[number]

export const LOGS = ['off', 'json'] as const

export interface Setting {
  readonly name: string
  readonly default: string
  readonly description: string
  /** Accepted values: a whole number from … to …, one of some words, or a text that matches. */
  readonly accepts: readonly [number, number] | readonly string[] | RegExp | ((text: string) => boolean)
}

const number = (name: string, preset: number, from: number, to: number, description: string): Setting => ({
  name,
  default: String(preset),
  description,
  accepts: [from, to],
})

export const SETTINGS = {
  port: number('PORT', 4000, 0, 65_535, 'Port on which the server listens; 0: any free port.'),
  host: { name: 'HOST', default: '0.0.0.0', description: 'Address on which the server listens.', accepts: /\S/ },
  database: {
    name: 'DATABASE_URL',
    default: 'data/detente.sqlite',
    description: 'Path of the SQLite file.',
    accepts: /^(?!postgres(ql)?:)./,
  },
  demo: {
    name: 'DETENTE_DEMO',
    default: 'all',
    description:
      'What an empty database is filled with: the articles and the 2018 history, only the articles, or nothing.',
    accepts: DEMOS,
  },
  reading: {
    name: 'READ',
    default: 'open',
    description: 'Who may read. `open`: everybody; `closed`: only users, and programs with a token.',
    accepts: ['open', 'closed'],
  },
  fetching: {
    name: 'FETCH',
    default: 'off',
    description: 'Whether the server fetches web pages for analysts: only public addresses, at most 2 MB and 10 s.',
    accepts: ['off', 'on'],
  },
  depth: number('LIMIT_DEPTH', 8, 1, 50, 'Nesting depth of a query; pure introspection is exempt.'),
  aliases: number(
    'LIMIT_ALIASES',
    15,
    0,
    1000,
    'Aliases in a document; also how often one field may be repeated side by side.',
  ),
  rootFields: number('LIMIT_ROOT_FIELDS', 10, 1, 1000, 'Root fields of an operation.'),
  tokens: number('LIMIT_TOKENS', 1000, 100, 100_000, 'Tokens of a document.'),
  bodyBytes: number('LIMIT_BODY_BYTES', 100_000, 1000, 100_000_000, 'Size of a request body, in bytes.'),
  points: number('LIMIT_POINTS', 8000, 1, 1_000_000, 'Points of all series of an operation together.'),
  cost: number('LIMIT_COST', 20_000, 1, 10_000_000, 'Cost of an operation, counted before it runs.'),
  rate: number(
    'RATE_POINTS',
    600_000,
    0,
    1_000_000_000,
    'Cost that one caller (a token, else a user, else an address) may spend in a minute, some 300 pages; 0: no limit.',
  ),
  documents: {
    name: 'DOCUMENTS',
    default: 'any',
    description:
      'Which documents are executed. `any`: any within the limits; `trusted`: only those of our own page, by their hash.',
    accepts: ['any', 'trusted'],
  },
  seconds: number('LIMIT_SECONDS', 10, 1, 3600, 'Seconds within which a request must have arrived completely.'),
  statuses: {
    name: 'GRAPHQL_STATUSES',
    default: 'RELEASED',
    description:
      'HTTP statuses of GraphQL over HTTP as released (422 for invalid documents), or of the drafts before (400, or 200).',
    accepts: ['RELEASED', 'LEGACY'],
  },
  frameAncestors: {
    name: 'FRAME_ANCESTORS',
    default: "'self'",
    description: "Sites that may show our pages in a frame: origins, `'self'` or `'none'`, separated by spaces.",
    accepts: /^('(self|none)'|https?:\/\/[\w.*:-]+)( ('(self|none)'|https?:\/\/[\w.*:-]+))*$/,
  },
  embedAncestors: {
    name: 'EMBED_ANCESTORS',
    default: '*',
    description:
      "Sites that may show the figures under /embed in a frame: `*` for any, or origins, `'self'` or `'none'`.",
    accepts: /^(\*|('(self|none)'|https?:\/\/[\w.*:-]+)( ('(self|none)'|https?:\/\/[\w.*:-]+))*)$/,
  },
  corsOrigins: {
    name: 'CORS_ORIGINS',
    default: '',
    description: 'Origins whose pages may read the API, separated by spaces; empty: only our own.',
    accepts: /^(https?:\/\/[\w.:-]+( https?:\/\/[\w.:-]+)*)?$/,
  },
  trustProxy: {
    name: 'TRUST_PROXY',
    default: 'off',
    description:
      'Proxies whose X-Forwarded headers are believed: addresses, ranges, `loopback`, `uniquelocal`, separated by spaces; `off`: none.',
    accepts: (text) => text === 'off' || text.split(' ').every(isAddressOrRange),
  },
  metrics: {
    name: 'METRICS',
    default: 'local',
    description:
      'Who may read /metrics besides an admin. `local`: programs on this machine; `open`: everybody; `token`: nobody else.',
    accepts: ['local', 'open', 'token'],
  },
  log: {
    name: 'LOG',
    default: 'off',
    description: '`json` writes one line a request to the error output; `off` writes nothing.',
    accepts: LOGS,
  },
  slowMs: number(
    'SLOW_MS',
    1000,
    0,
    3_600_000,
    'With LOG=json, operations that take longer get a line of their own, in ms; 0: none.',
  ),
  keptMegabytes: number(
    'KEPT_MB',
    32,
    0,
    100_000,
    'Size of the cache of answers to anonymous callers, in MB; 0: no cache.',
  ),
  drainSeconds: number(
    'DRAIN_SECONDS',
    0,
    0,
    600,
    'Seconds for which /readyz answers 503 before the server stops accepting connections, so that a load balancer notices.',
  ),
} as const satisfies Record<string, Setting>

/** Whether a text is an address, a range such as 10.0.0.0/8, or the name of a range. */
function isAddressOrRange(text: string): boolean {
  if (text === 'loopback' || text === 'uniquelocal' || text === 'linklocal') return true
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

/** Why the text of a setting is refused; null if it is accepted. */
export function refusalOf({ name, accepts, ...setting }: Setting, text: string): Refusal | null {
  const leave = `Set ${name}=${setting.default}, or leave it out`
  if (accepts instanceof RegExp) {
    if (accepts.test(text)) return null
    if (name === 'DATABASE_URL') {
      const cure = 'Give the path of a SQLite file, or leave it out'
      return refuse('NOT_POSSIBLE', text, `${name}: PostgreSQL is not supported yet`, cure)
    }
    return refuse(
      'BAD_TEXT',
      text,
      `${name} does not have the required form. ${setting.description.replace(/\.$/, '')}`,
      leave,
    )
  }
  if (typeof accepts === 'function') {
    if (accepts(text)) return null
    return refuse(
      'BAD_TEXT',
      text,
      `${name} does not have the required form. ${setting.description.replace(/\.$/, '')}`,
      leave,
    )
  }
  const [from, to] = accepts
  if (typeof from === 'number' && typeof to === 'number') {
    const n = Number(text)
    if (text.trim() !== '' && Number.isInteger(n) && n >= from && n <= to) return null
    return refuse('BAD_NUMBER', text, `${name} must be a whole number from ${from} to ${to}`, leave)
  }
  if (accepts.some((word) => word === text)) return null
  return refuse('BAD_CODE', text, `${name} must be one of ${accepts.join(', ')}`, 'Set one of these, or leave it out')
}

/** The settings as the table that server/README.md shows. */
export function settingsTable(): string {
  const rows = Object.values<Setting>(SETTINGS).map(
    (s) => `| \`${s.name}\` | \`${s.default || ' '}\` | ${s.description} |`,
  )
  return ['| setting | default | what it does |', '| --- | --- | --- |', ...rows].join('\n')
}
