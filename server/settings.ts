/**
 * Every setting of the environment, a row each: its name, its default, what it does and what is accepted. config.ts reads
 * them; server/README.md shows the same rows as a table.
 */
import { isIP } from 'node:net'
import { type Refusal, refuse } from './domain/error.ts'

export const DEMOS = ['all', 'articles', 'off'] as const
export type Demo = (typeof DEMOS)[number]

export const LOGS = ['off', 'json'] as const

export interface Setting {
  readonly name: string
  readonly default: string
  readonly says: string
  /** What is accepted: a whole number from … to …, one of some words, or any text that fits. */
  readonly accepts: readonly [number, number] | readonly string[] | RegExp | ((text: string) => boolean)
}

const number = (name: string, preset: number, from: number, to: number, says: string): Setting => ({
  name,
  default: String(preset),
  says,
  accepts: [from, to],
})

export const SETTINGS = {
  port: number('PORT', 4000, 0, 65_535, 'Where the server listens; 0 takes any free port.'),
  host: { name: 'HOST', default: '0.0.0.0', says: 'The address it listens on.', accepts: /\S/ },
  database: {
    name: 'DATABASE_URL',
    default: 'data/detente.sqlite',
    says: 'Path of the SQLite file.',
    accepts: /^(?!postgres(ql)?:)./,
  },
  demo: {
    name: 'DETENTE_DEMO',
    default: 'all',
    says: 'What an empty database is filled with: the articles and the 2018 history, the articles alone, or nothing.',
    accepts: DEMOS,
  },
  reading: {
    name: 'READ',
    default: 'open',
    says: 'Whether whoever is not signed in may read; `closed`: only users, and programs with a token.',
    accepts: ['open', 'closed'],
  },
  fetching: {
    name: 'FETCH',
    default: 'off',
    says: 'Whether analysts may have the server fetch a page of the web: public addresses alone, 2 MB and 10 s at most.',
    accepts: ['off', 'on'],
  },
  depth: number('LIMIT_DEPTH', 8, 1, 50, 'Fields within fields of a query; pure introspection is exempt.'),
  aliases: number(
    'LIMIT_ALIASES',
    15,
    0,
    1000,
    'Aliases of a document; and how often one field may stand side by side.',
  ),
  rootFields: number('LIMIT_ROOT_FIELDS', 10, 1, 1000, 'Fields at the top of an operation.'),
  tokens: number('LIMIT_TOKENS', 1000, 100, 100_000, 'Tokens of a document.'),
  bodyBytes: number('LIMIT_BODY_BYTES', 100_000, 1000, 100_000_000, 'Size of a request’s body, in bytes.'),
  points: number('LIMIT_POINTS', 8000, 1, 1_000_000, 'Points of all series of an operation together.'),
  cost: number('LIMIT_COST', 20_000, 1, 10_000_000, 'Cost of an operation, counted before it runs.'),
  rate: number(
    'RATE_POINTS',
    600_000,
    0,
    1_000_000_000,
    'Cost that one caller (a token, a user, else an address) may spend in a minute: some 300 pages; 0: no limit.',
  ),
  documents: {
    name: 'DOCUMENTS',
    default: 'any',
    says: 'Which documents are answered: any within the limits; `trusted`: those of our own page, known by hash, alone.',
    accepts: ['any', 'trusted'],
  },
  seconds: number('LIMIT_SECONDS', 10, 1, 3600, 'Seconds in which a request must have arrived whole.'),
  statuses: {
    name: 'GRAPHQL_STATUSES',
    default: 'RELEASED',
    says: 'GraphQL over HTTP as released (422 for what fails validation), or as in the drafts before it (400, or 200).',
    accepts: ['RELEASED', 'LEGACY'],
  },
  frameAncestors: {
    name: 'FRAME_ANCESTORS',
    default: "'self'",
    says: "Who may show our pages in a frame: origins, `'self'` or `'none'`, with spaces between.",
    accepts: /^('(self|none)'|https?:\/\/[\w.*:-]+)( ('(self|none)'|https?:\/\/[\w.*:-]+))*$/,
  },
  embedAncestors: {
    name: 'EMBED_ANCESTORS',
    default: '*',
    says: "Who may show the figures under /embed in a frame: `*` for anyone, or origins, `'self'` or `'none'`.",
    accepts: /^(\*|('(self|none)'|https?:\/\/[\w.*:-]+)( ('(self|none)'|https?:\/\/[\w.*:-]+))*)$/,
  },
  corsOrigins: {
    name: 'CORS_ORIGINS',
    default: '',
    says: 'Origins whose pages may read the API, with spaces between; empty: our own alone.',
    accepts: /^(https?:\/\/[\w.:-]+( https?:\/\/[\w.:-]+)*)?$/,
  },
  trustProxy: {
    name: 'TRUST_PROXY',
    default: 'off',
    says: 'Proxies whose X-Forwarded headers are believed: addresses, ranges, `loopback`, `uniquelocal`, with spaces between; `off`: none.',
    accepts: (text) => text === 'off' || text.split(' ').every(isPlace),
  },
  metrics: {
    name: 'METRICS',
    default: 'local',
    says: 'Who may read /metrics beside an admin: `local`: programs of this machine; `open`: anyone; `token`: nobody else.',
    accepts: ['local', 'open', 'token'],
  },
  log: {
    name: 'LOG',
    default: 'off',
    says: '`json` writes one line a request on the error output; `off` is silent.',
    accepts: LOGS,
  },
  slowMs: number('SLOW_MS', 1000, 0, 3_600_000, 'With LOG=json, longer operations have a line of their own; 0: none.'),
  keptMegabytes: number(
    'KEPT_MB',
    32,
    0,
    100_000,
    'Answers to strangers kept in memory for the next who asks the same of the same revision, in MB; 0: none.',
  ),
  drainSeconds: number(
    'DRAIN_SECONDS',
    0,
    0,
    600,
    'How long /readyz says 503 before connections are refused, so that a balancer notices.',
  ),
} as const satisfies Record<string, Setting>

/** An address, a range such as 10.0.0.0/8, or the name of a range. */
function isPlace(text: string): boolean {
  if (text === 'loopback' || text === 'uniquelocal' || text === 'linklocal') return true
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

/** What is wrong with the text of a setting, or null. */
export function refusalOf({ name, accepts, ...setting }: Setting, text: string): Refusal | null {
  const leave = `Set ${name}=${setting.default}, or leave it out`
  if (accepts instanceof RegExp) {
    if (accepts.test(text)) return null
    if (name === 'DATABASE_URL') {
      const cure = 'Give the path of a SQLite file, or leave it out'
      return refuse('NOT_POSSIBLE', text, `${name}: PostgreSQL is not supported yet`, cure)
    }
    return refuse('BAD_TEXT', text, `${name} is not written like this: ${setting.says}`, leave)
  }
  if (typeof accepts === 'function') {
    if (accepts(text)) return null
    return refuse('BAD_TEXT', text, `${name} is not written like this: ${setting.says}`, leave)
  }
  const [from, to] = accepts
  if (typeof from === 'number' && typeof to === 'number') {
    const n = Number(text)
    if (text.trim() !== '' && Number.isInteger(n) && n >= from && n <= to) return null
    return refuse('BAD_NUMBER', text, `${name} is a whole number from ${from} to ${to}`, leave)
  }
  if (accepts.some((word) => word === text)) return null
  return refuse('BAD_CODE', text, `${name} is one of ${accepts.join(', ')}`, 'Set one of these, or leave it out')
}

/** The settings as the table that server/README.md shows. */
export function settingsTable(): string {
  const rows = Object.values<Setting>(SETTINGS).map((s) => `| \`${s.name}\` | \`${s.default || ' '}\` | ${s.says} |`)
  return ['| setting | default | what it does |', '| --- | --- | --- |', ...rows].join('\n')
}
