/**
 * Articles coded by hand, as data: where each text came from and what a careful reader found in it, in our own words.
 * The texts are not here; a span says where in the text as given a statement stands, and a hash which text that is.
 * Writing them to the store is left to the importer.
 */

import { type Day, monthEnd, PRECISIONS, parseDay } from '../../domain/day.ts'
import type { ActorCode } from '../../domain/directory/actor.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/error.ts'
import { type Fields, fieldsOf } from '../../domain/fields.ts'
import type { Collection, Document, Outlet } from '../../domain/record/document.ts'
import type { Statement } from '../../domain/record/statement.ts'

/** A body of articles: one collection of kind ARTICLES, not monitored. */
export interface ArticleFile {
  readonly collection: Pick<Collection, 'code' | 'title' | 'citation' | 'url' | 'licence'>
  readonly outlets: readonly Outlet[]
  readonly articles: readonly Article[]
}

/** A document. `published` is null where the day is not certain; `note` says what is known, and from where. */
export interface Article extends Pick<Document, 'outlet' | 'title' | 'url' | 'published' | 'language'> {
  /** Stable, unique; the first part of every origin. */
  readonly key: string
  /** Name of the file the text was given in. */
  readonly file: string
  readonly note: string
  /** SHA-256 of the file as given, hexadecimal. */
  readonly contentHash: string
  /** In the order of the text. */
  readonly statements: readonly ArticleStatement[]
}

type Said =
  | 'origin'
  | 'speaker'
  | 'source'
  | 'target'
  | 'mutual'
  | 'day'
  | 'precision'
  | 'summary'
  | 'quote'
  | 'reported'
  | 'denied'
  | 'hypothetical'
  | 'background'
  | 'issues'

export interface ArticleStatement extends Pick<Statement, Said> {
  /** Span in the text as given, UTF-16 units, end exclusive. */
  readonly start: number
  readonly end: number
  /** Id of the speaker where he or she is a person on record; else null. */
  readonly person: string | null
  /** How the day was derived, with its source where the text alone does not give it. */
  readonly dayNote: string
  /** Tag of the codebook `default-1`. */
  readonly tag: string
  /** Why this tag. */
  readonly reason: string
  /** Statements of one key report one happening, over all articles. */
  readonly event: string
}

const FILE_KEYS = ['collection', 'outlets', 'articles']
const COLLECTION_KEYS = ['code', 'title', 'citation', 'url', 'licence']
const OUTLET_KEYS = ['code', 'name', 'country', 'wire']
const ARTICLE_KEYS = 'key file outlet title url published language note contentHash statements'.split(' ')
const STATEMENT_KEYS = (
  'origin start end speaker person source target mutual day precision dayNote summary quote tag reason ' +
  'reported denied hypothetical background issues event'
).split(' ')

const WORDS = /^[a-z0-9]+(-[a-z0-9]+)*$/
const ACTOR = /^[A-Z]{3,4}(\.[A-Z]{3})?$/

/** The articles of a JSON document, or everything that is wrong with it. Whether a tag or an actor exists is the importer's to ask. */
export function parseArticles(json: unknown): ArticleFile | Refusal[] {
  const refusals: Refusal[] = []
  const fields = fieldsOf(json, 'the file of articles', FILE_KEYS, refusals)
  const collection = fieldsOf(fields.raw('collection'), 'the collection', COLLECTION_KEYS, refusals)
  const file: ArticleFile = {
    collection: {
      code: words(collection, 'code'),
      title: collection.text('title'),
      citation: collection.text('citation'),
      url: collection.textOrNull('url'),
      licence: collection.textOrNull('licence'),
    },
    outlets: fields.list('outlets').map((outlet, i) => parseOutlet(outlet, i, refusals)),
    articles: fields.list('articles').map((article, i) => parseArticle(article, i, refusals)),
  }
  if (refusals.length === 0) refusals.push(...faultsAcross(file))
  return refusals.length > 0 ? refusals : file
}

function parseOutlet(json: unknown, index: number, refusals: Refusal[]): Outlet {
  const outlet = fieldsOf(json, `outlet number ${index + 1}`, OUTLET_KEYS, refusals)
  return {
    code: words(outlet, 'code'),
    name: outlet.text('name'),
    country: outlet.textOrNull('country'),
    wire: outlet.textOrNull('wire'),
  }
}

function parseArticle(json: unknown, index: number, refusals: Refusal[]): Article {
  const article = fieldsOf(json, `article number ${index + 1}`, ARTICLE_KEYS, refusals)
  return {
    key: words(article, 'key'),
    file: article.text('file'),
    outlet: article.textOrNull('outlet'),
    title: article.text('title'),
    url: article.textOrNull('url'),
    published: article.raw('published') === null ? null : dayIn(article, 'published', refusals),
    language: article.text('language'),
    note: article.text('note'),
    contentHash: article.textLike('contentHash', /^[0-9a-f]{64}$/, 'is 64 hexadecimal digits, lower case'),
    statements: article.list('statements').map((statement, i) => parseStatement(statement, i, refusals)),
  }
}

function parseStatement(json: unknown, index: number, refusals: Refusal[]): ArticleStatement {
  const hasOrigin = typeof json === 'object' && json !== null && 'origin' in json
  const where = hasOrigin ? `statement ${json.origin}` : `statement number ${index + 1}`
  const read = fieldsOf(json, where, STATEMENT_KEYS, refusals)
  const start = read.number('start', (n) => Number.isInteger(n) && n >= 0, 'is a whole number from 0')
  const statement: ArticleStatement = {
    origin: read.text('origin'),
    start,
    end: read.number('end', (n) => Number.isInteger(n) && n > start, 'is a whole number above the start'),
    speaker: read.textOrNull('speaker'),
    person: read.textOrNull('person'),
    source: read.textLike('source', ACTOR, 'is an actor code, like AFG.IRA') as ActorCode,
    target: read.textLike('target', ACTOR, 'is an actor code, like AFG.IRA') as ActorCode,
    mutual: read.flag('mutual'),
    day: dayIn(read, 'day', refusals),
    precision: read.oneOf('precision', PRECISIONS),
    dayNote: read.text('dayNote'),
    summary: read.text('summary'),
    quote: read.textOrNull('quote'),
    tag: words(read, 'tag'),
    reason: read.text('reason'),
    reported: read.flag('reported'),
    denied: read.flag('denied'),
    hypothetical: read.flag('hypothetical'),
    background: read.flag('background'),
    issues: read.texts('issues'),
    event: words(read, 'event'),
  }
  refusals.push(...faultsOf(statement, where))
  return statement
}

/** What a statement's fields must be to each other. */
function faultsOf(s: ArticleStatement, where: string): Refusal[] {
  const faults: Refusal[] = []
  if (s.source === s.target && s.source !== ('' as ActorCode)) {
    faults.push(refuse('CONFLICT', s.source, `source and target of ${where} are two actors`, 'Give another target'))
  }
  if (s.precision === 'MONTH' && s.day !== monthEnd(s.day)) {
    const rule = `${where} is known to the month and so lies on its last day`
    faults.push(refuse('BAD_DAY', s.origin, rule, 'Give the last day of the month, or the precision DAY'))
  }
  if (s.precision === 'UNKNOWN' && !s.background) {
    const rule = `${where} has no known day, so it may only be background`
    faults.push(refuse('CONFLICT', s.origin, rule, 'Set background to true, or find the month'))
  }
  if (s.person !== null && s.speaker === null) {
    faults.push(refuse('INCOMPLETE', s.person, `${where} names a person who speaks`, 'Write the speaker in words too'))
  }
  if (s.quote !== null && s.quote.split(/\s+/).length > 25) {
    faults.push(refuse('TOO_MUCH', s.quote, `the quote of ${where} has at most 25 words`, 'Shorten it'))
  }
  return faults
}

/** The rules that no article or statement can keep or break alone. */
function faultsAcross(file: ArticleFile): Refusal[] {
  const faults: Refusal[] = []
  const unique = (name: string, values: readonly string[]) => {
    for (const value of values.filter((v, i) => values.indexOf(v) < i)) {
      faults.push(refuse('CONFLICT', value, `two ${name} are called so`, 'Give one of them another name'))
    }
  }
  const statements = file.articles.flatMap((article) => article.statements)
  unique(
    'outlets',
    file.outlets.map((o) => o.code),
  )
  unique(
    'articles',
    file.articles.map((a) => a.key),
  )
  unique(
    'statements',
    statements.map((s) => s.origin),
  )
  for (const { key, outlet } of file.articles) {
    if (outlet === null || file.outlets.some((o) => o.code === outlet)) continue
    faults.push(
      refuse('UNKNOWN_NAME', outlet, `the outlet of article ${key} is in the list of outlets`, 'Add it there'),
    )
  }
  const events = new Map<string, ArticleStatement>()
  for (const s of statements) {
    const first = events.get(s.event) ?? s
    events.set(s.event, first)
    const differs = (['source', 'target', 'mutual', 'day', 'precision', 'tag'] as const).filter(
      (k) => s[k] !== first[k],
    )
    if (differs.length === 0) continue
    const rule = `${s.origin} and ${first.origin} report one event and agree in ${differs.join(', ')}`
    faults.push(refuse('CONFLICT', s.event, rule, 'Make them agree, or give one another event'))
  }
  return faults
}

function words(fields: Fields, key: string): string {
  return fields.textLike(key, WORDS, 'is lower case words joined by hyphens')
}

/** The day of a field; day 0 where refused. */
function dayIn(fields: Fields, key: string, refusals: Refusal[]): Day {
  const text = fields.text(key)
  const day = text === '' ? (0 as Day) : parseDay(text)
  if (!isRefusal(day)) return day
  refusals.push(day)
  return 0 as Day
}
