/** A real database in a directory of its own, with invented countries, and builders that say only what matters. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Leaf } from '../../server/domain/codebook/codebook.ts'
import { type Day, parseDay } from '../../server/domain/day.ts'
import type { Actor, ActorCode } from '../../server/domain/directory/actor.ts'
import { must } from '../../server/domain/error.ts'
import type { CollectionId, DocumentId } from '../../server/domain/record/document.ts'
import { KILLED_UNKNOWN } from '../../server/domain/record/killed.ts'
import type { Revision } from '../../server/domain/record/revision.ts'
import { pairOf } from '../../server/domain/score/tally.ts'
import type { OpenOptions } from '../../server/store/connection.ts'
import { Database } from '../../server/store/database.ts'
import { addDocument } from '../../server/store/document.ts'
import { addActors, addOutlets, putCollection } from '../../server/store/reference.ts'
import type { NewStatement } from '../../server/store/settle.ts'
import type { PageAsked, Sought, SoughtOfEach } from '../../server/store/sought.ts'
import { copyEmpty, templateOf } from './template.ts'

export const RUR = 'RUR' as ActorCode
export const SYL = 'SYL' as ActorCode
export const BOR = 'BOR' as ActorCode
export const ACTORS: readonly Omit<Actor, 'addedIn' | 'supersededIn'>[] = [
  { code: RUR, name: 'Ruritania', kind: 'STATE', country: 'RUR' },
  { code: SYL, name: 'Syldavia', kind: 'STATE', country: 'SYL' },
  { code: BOR, name: 'Borduria', kind: 'STATE', country: 'BOR' },
]

export const day = (text: string): Day => must(parseDay(text))
export const leaf = (code: string): Leaf => code as Leaf

/** A directory that is gone after the test. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'detente-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

/** A copy of a template, and what it was filled with, closed after the test. */
export async function openCopy<Filled>(copy: (path: string) => Promise<Filled>, options: OpenOptions = {}) {
  const path = join(await temporaryDirectory(), 'test.sqlite')
  const filled = await copy(path)
  const db = await Database.open(path, options)
  onTestFinished(() => db.close())
  return { db, filled }
}

/** An empty database, closed after the test. */
export async function openEmptyStore(options: OpenOptions = {}): Promise<Database> {
  return (await openCopy(copyEmpty, options)).db
}

export interface TestStore {
  readonly db: Database
  /** A body of articles, with one document each of two outlets of one wire and of one outlet of its own. */
  readonly articles: CollectionId
  readonly herald: DocumentId
  readonly courier: DocumentId
  readonly gazette: DocumentId
  /** A data set's release of the year 1901, with its one document. */
  readonly release: CollectionId
  readonly releaseDocument: DocumentId
}

export async function openTestStore(options: OpenOptions = {}): Promise<TestStore> {
  const { db, filled } = await openCopy(copyCountries, options)
  return { db, ...filled }
}

/** What stands in every test store. */
export const putCountries = (db: Database) => db.write('test', 'the invented countries', fill)
const copyCountries = templateOf(putCountries)

export async function fill(tx: Parameters<Parameters<Database['write']>[2]>[0]): Promise<Omit<TestStore, 'db'>> {
  await addActors(tx, ACTORS)
  await addOutlets(tx, [
    { code: 'herald', name: 'The Herald', country: 'RUR', wire: 'pigeon-post' },
    { code: 'courier', name: 'The Courier', country: 'SYL', wire: 'pigeon-post' },
    { code: 'gazette', name: 'The Gazette', country: 'BOR', wire: null },
  ])
  const none = { from: null, to: null, pairs: null, volume: null, url: null, licence: null }
  const articles = await putCollection(tx, {
    ...none,
    code: 'articles',
    title: 'Articles',
    kind: 'ARTICLES',
    citation: 'Coded by hand',
  })
  const release = await putCollection(tx, {
    ...none,
    code: 'gazetteer-1901',
    title: 'Gazetteer',
    kind: 'RELEASE',
    from: day('1901-01-01'),
    to: day('1901-12-31'),
    volume: 5,
    citation: 'The Gazetteer, 1901',
  })
  const document = (outlet: string | null, collection: CollectionId, title: string) =>
    addDocument(tx, {
      collection,
      outlet,
      title,
      url: null,
      published: outlet === null ? null : day('1901-03-01'),
      language: 'en',
      contentHash: null,
    })
  return {
    articles,
    release,
    herald: await document('herald', articles, 'Herald of the day'),
    courier: await document('courier', articles, 'Courier of the day'),
    gazette: await document('gazette', articles, 'Gazette of the day'),
    releaseDocument: await document(null, release, 'The Gazetteer, 1901'),
  }
}

let origins = 0

/** A settled statement of Ruritania toward Syldavia on 1 March 1901, but for what is given. */
export function statement(document: DocumentId, given: Partial<NewStatement> = {}): NewStatement {
  return {
    document,
    origin: `made ${++origins}`,
    start: null,
    end: null,
    speaker: null,
    source: RUR,
    target: SYL,
    mutual: false,
    day: day('1901-03-01'),
    precision: 'DAY',
    summary: 'Accuses it of smuggling',
    caption: null,
    ...KILLED_UNKNOWN,
    quote: null,
    leaf: leaf('112'),
    reported: false,
    denied: false,
    hypothetical: false,
    background: false,
    issues: [],
    ...given,
  }
}

/** All that stands between Ruritania and Syldavia in a revision, but for what is given. */
export function sought(revision: Revision, given: Partial<Sought> = {}): Sought {
  const slice = { pair: pairOf(RUR, SYL), flipped: false, from: day('0001-01-01'), to: day('9999-12-31') }
  return {
    slices: [slice],
    from: null,
    to: null,
    direction: 'BOTH',
    leaves: null,
    collections: null,
    issues: null,
    revision,
    ...given,
  }
}

export const first = (n: number, given: Partial<PageAsked> = {}): PageAsked => ({
  first: n,
  last: null,
  after: null,
  before: null,
  ...given,
})

/** A question that is asked of many relations at once, asked of one. */
export function ofOne<Rest extends readonly unknown[], Answer>(
  find: (db: Database, sought: SoughtOfEach, ...rest: Rest) => Promise<readonly Answer[]>,
) {
  return async (db: Database, { slices, ...conditions }: Sought, ...rest: Rest): Promise<Answer> =>
    (await find(db, { ...conditions, slicesOfEach: [slices] }, ...rest))[0] as Answer
}
