/**
 * The layers as data: who may import whom, and what a file may not be. Each breach is told with the file, the import and
 * the rule, so that the message alone is enough to mend it. test/architecture.test.ts holds the source against it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

interface Layer {
  /** The folder, or the file, that this speaks of; the longest that fits a file is its layer. */
  readonly at: string
  /** Folders and files of ours it may import, beside its own; `*` = all. */
  readonly ours: readonly string[]
  /** Packages and platform modules it may import; a scope ends in `/`; `*` = all. */
  readonly packages: readonly string[]
}

const NODE = 'node:'
const SERVER_LAYERS = [
  'server/domain',
  'server/figure',
  'server/store',
  'server/ingest',
  'server/coder',
  'server/graphql',
  'server/http',
]

/** Imports point toward the domain. `server/config.ts` is open to all of the server but the domain (see below). */
const LAYERS: readonly Layer[] = [
  // Pure: values in, values out. The hash of a codebook is the one thing it does not do itself.
  { at: 'server/domain', ours: [], packages: ['@noble/hashes/'] },
  // The pure core of figures, drawn by the page and by the server alike: no React, no DOM, no file.
  {
    at: 'server/figure',
    ours: ['server/domain'],
    packages: ['@lingui/core', '@graphql-typed-document-node/core'],
  },
  { at: 'server/store', ours: ['server/domain'], packages: ['typeorm', NODE] },
  // The only files that know the driver.
  { at: 'server/store/connection.ts', ours: ['server/domain', 'server/store'], packages: ['typeorm', 'sqlite3'] },
  { at: 'server/store/copy.ts', ours: ['server/domain', 'server/store'], packages: ['typeorm', 'sqlite3', NODE] },
  { at: 'server/store/prepared.ts', ours: [], packages: ['lru-cache', 'sqlite3'] },
  {
    at: 'server/ingest',
    ours: ['server/domain', 'server/store'],
    packages: ['typeorm', 'csv-parse', 'csv-stringify', 'ipaddr.js', NODE],
  },
  // Tokens, parts of speech and lemmas are winkNLP's; the judgement is ours.
  { at: 'server/coder', ours: ['server/domain'], packages: ['wink-nlp', 'wink-eng-lite-web-model'] },
  {
    at: 'server/graphql',
    ours: ['server/domain', 'server/store', 'server/coder', 'server/ingest'],
    packages: [
      'type-graphql',
      'graphql',
      'graphql-scalars',
      'dataloader',
      'lru-cache',
      'reflect-metadata',
      '@graphql-yoga/subscription',
      '@apollo/server',
      'typeorm',
      NODE,
    ],
  },
  { at: 'server/http', ours: SERVER_LAYERS, packages: ['*'] },
  // Composition: main.ts, commands/, config.ts and what builds. Nothing in the server imports the page.
  { at: 'server', ours: ['server', 'dist/server'], packages: ['*'] },
  { at: 'server/config.ts', ours: ['server/domain', 'server/settings.ts'], packages: [NODE] },
  { at: 'server/settings.ts', ours: ['server/domain'], packages: [NODE] },
  // The browser computes a what-if with the very code the server publishes with, and takes nothing else from it.
  { at: 'web', ours: ['server/domain', 'server/figure'], packages: ['*'] },
  { at: 'test', ours: ['*'], packages: ['*'] },
]

const BANNED_NAMES = /^(utils?|helpers?|common|managers?|services?)$/
/** Lines of a file, at most: tests and the coder, which is to be laid out anew, may have more. */
export const mostLinesOf = (file: string) => (/^test\/|^server\/coder\//.test(file) ? 400 : 250)

/** Our own source: the generated and the built are left out. */
export const files: readonly string[] = ['server', 'web', 'test']
  .filter((folder) => existsSync(path.join(ROOT, folder)))
  .flatMap((folder) => readdirSync(path.join(ROOT, folder), { recursive: true }).map((file) => `${folder}/${file}`))
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.[mc]?[jt]sx?$/.test(file))
  .filter((file) => !/(^|\/)(node_modules|dist|generated)\//.test(file) && !file.startsWith('server/figure/locales/'))
  .sort()

export const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')

/** Source without comments; text in quotes stays, for that is where imports are. */
export function codeOf(source: string): string {
  return source.replace(/(["'`])(?:\\.|(?!\1)[^\\])*\1|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (match) =>
    match.startsWith('/') ? match.replace(/[^\n]/g, ' ') : match,
  )
}

/** What a source imports or re-exports: static, type-only, for its effect, by `import()` and by `require()`. */
export function importsOf(source: string): string[] {
  const patterns = [
    /(?:^|[;}\n])\s*(?:import|export)\b[^'"`;()]*?\bfrom\s*(['"])(.+?)\1/g,
    /(?:^|[;}\n])\s*import\s*(['"])(.+?)\1/g,
    /\b(?:import|require)\s*\(\s*(['"`])(.+?)\1/g,
  ]
  const code = codeOf(source)
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((m) => m[2] as string))
}

const within = (file: string, folder: string) => file === folder || file.startsWith(`${folder}/`)

function layerOf(file: string): Layer {
  const fitting = LAYERS.filter((l) => within(file, l.at)).sort((x, y) => y.at.length - x.at.length)
  if (!fitting[0]) throw new Error(`${file}: no layer of the import table holds this file`)
  return fitting[0]
}

/** The folder whose files may import one another. */
const homeOf = (layer: Layer) => layer.at.replace(/\/[^/]+\.ts$/, '')

/** Why this import is not allowed; null where it is. */
export function breachOf(file: string, specifier: string): string | null {
  const layer = layerOf(file)
  const say = (allowed: readonly string[], what: string) =>
    `${file}: imports ${JSON.stringify(specifier)}, but ${layer.at} may import ${allowed.join(', ') || 'no'} ${what}`
  if (!specifier.startsWith('.')) {
    const fits = (name: string) =>
      name === '*' || specifier === name || specifier.startsWith(/[:/]$/.test(name) ? name : `${name}/`)
    return layer.packages.some(fits) ? null : say(layer.packages, '(packages)')
  }
  const target = path.posix.join(path.posix.dirname(file), specifier)
  if (target === 'package.json' && file.startsWith('server/')) return null
  if (target === 'server/config.ts' && file.startsWith('server/') && layer.at !== 'server/domain') return null
  const own = /^server\/(config|settings)\.ts$/.test(layer.at) ? [] : [homeOf(layer)]
  const allowed = [...own, ...layer.ours]
  return allowed.some((place) => place === '*' || within(target, place)) ? null : say(allowed, '(of ours)')
}

/** What a pure module may not touch. */
export function impurities(source: string): string[] {
  const bare = codeOf(source).replace(/(["'])(?:\\.|(?!\1)[^\\\n])*\1/g, "''")
  const words =
    /\bnew Date\b|\bDate\s*[.(]|\bMath\.random\b|\bperformance\.|\bprocess\b|\bglobalThis\b|\bcrypto\.|\bfetch\(|\basync\b|\bawait\b|\bconsole\./g
  return [...bare.matchAll(words)].map((m) => m[0].trim())
}

/** Why a file may not be called that; null where it may. */
export function nameBreachOf(file: string): string | null {
  const name = path.posix.basename(file)
  if (/^index\.[mc]?[jt]sx?$/.test(name)) return `${file}: a barrel; import the file that has the thing`
  const banned = [...file.split('/').slice(1, -1), ...name.split('.').slice(0, -1)].find((part) =>
    BANNED_NAMES.test(part),
  )
  return banned ? `${file}: "${banned}" says nothing; name the noun the file is about` : null
}
