/** Three relations among states that do not exist, with statements nobody made. */
import { type Bucket, dayOf, formatDay, periodEnd } from '../../server/domain/day.ts'
import { day, inventedSeries, inventedStances, type Plan } from '../../web/gallery/fixtures.ts'

const actor = (code: string, name: string) => ({
  id: `actor:${code}`,
  code,
  name,
  kind: 'STATE',
  country: code,
  names: [name],
})
const NORLAND = actor('NOR.GOV', 'Norland')
const SUDRIA = actor('SUD.GOV', 'Sudria')
const FRONT = actor('SUD.FRO', 'Marrow Coast Front')
const OSTMARK = actor('OST', 'Free Towns of Ostmark')

const TAGS = [
  { code: 'threaten-force', label: 'Threaten with force', quad: 'VERBAL_CONFLICT', tension: 7, engagement: 0 },
  { code: 'hold-talks', label: 'Hold talks', quad: 'VERBAL_COOPERATION', tension: 0, engagement: 4.5 },
  { code: 'give-aid', label: 'Give aid', quad: 'MATERIAL_COOPERATION', tension: 0, engagement: 7 },
  { code: 'attack', label: 'Attack with arms', quad: 'MATERIAL_CONFLICT', tension: 10, engagement: 0 },
  { code: 'comment', label: 'Comment', quad: 'STATEMENT', tension: 0, engagement: 0 },
].map((tag) => ({
  ...tag,
  definition: 'What the tag says, in a sentence.',
  includes: '',
  excludes: '',
  example: '',
  cameo: ['138'],
  plover: 'THREATEN',
  leaf: '138',
  reason: 'Because it weighs.',
}))

const RELEASE = {
  id: 'collection:release',
  code: 'release-2018',
  title: 'Invented event release 2018',
  kind: 'RELEASE',
  from: '2018-01-01',
  to: '2018-10-31',
  citation: 'Institute of Invented Events, 2018',
  url: 'https://example.org/release',
  licence: null,
}
const ARTICLES = {
  ...RELEASE,
  id: 'collection:articles',
  code: 'articles',
  title: 'Hand-coded articles',
  kind: 'ARTICLES',
  citation: 'Coded by hand',
  url: null,
}
export const STAMP = {
  codebook: 'default-1',
  codebookHash: 'c0ffee0123456789',
  method: '1',
  asOf: '2026-11-20T10:00:00.000Z',
  revision: 4,
}
const COVERED = [
  { from: '2018-01-01', to: '2018-10-31' },
  { from: '2020-02-28', to: '2020-02-29' },
  { from: '2023-08-12', to: '2023-08-12' },
]

const event = (i: number, on: string, source: typeof NORLAND, target: typeof NORLAND, tag: number) => ({
  id: `event:${i}`,
  day: on,
  precision: 'DAY',
  source,
  target,
  mutual: tag === 1,
  leaf: '138',
  tag: TAGS[tag],
  evidence: 'TWO',
  quality: 0.9,
  collection: RELEASE,
  statements: [],
})

const statement = (i: number, e: ReturnType<typeof event>, summary: string) => ({
  ...e,
  id: `statement:${i}`,
  speaker: 'Foreign Minister Ada Quill',
  summary,
  quote: i % 2 === 0 ? 'We will not look away.' : null,
  start: 0,
  end: 20,
  reason: 'Names a consequence and a condition.',
  reported: i === 1,
  denied: false,
  hypothetical: false,
  background: false,
  issues: [],
  document: {
    id: `document:${i}`,
    title: 'Ministers trade words over the Marrow Coast',
    url: i === 2 ? null : 'https://example.org/article',
    outlet: { code: 'herald', name: 'The Estwick Herald', country: 'NOR', wire: null },
    published: e.day,
    language: 'en',
    collection: ARTICLES,
  },
  event: e,
})

const plan = (low: number, slope: number, from: string | null, to: string | null, bucket: Bucket): Plan => ({
  from: from ?? '2018-01-01',
  to: to ?? formatDay(periodEnd(day('2023-08-12'), bucket)),
  bucket,
  covered: COVERED,
  tension: (s) => low + slope * s + 6 * Math.sin(s * 60),
  engagement: (s) => 30 - (slope / 3) * s + 5 * Math.cos(s * 40),
  events: (s) => (s < 0.2 ? 11 : 3),
})

function relation(slug: string, name: string, a: typeof NORLAND, b: typeof NORLAND, low: number, slope: number) {
  const events = [event(1, '2018-03-14', a, b, 0), event(2, '2018-03-12', b, a, 1), event(3, '2018-02-20', a, b, 3)]
  const statements = events.map((e, i) =>
    statement(i, e, `${e.source.name} told ${e.target.name} what would follow if patrols went on along the coast.`),
  )
  const explainOf = (on: string, measure: string) => ({
    day: on,
    measure,
    state: 'SCORED',
    score: 41.3,
    low: 35.1,
    high: 47.2,
    raw: 520,
    support: 11.6,
    priorEvents: 1,
    formerHolderShare: null,
    formula: '10 × (0.9 × 7 + 0.9 × 10) / (1 + 11.6) = 41.3',
    groups: [{ key: 'threaten-force', label: 'Threaten with force', share: 41.3, events: 3 }],
    contributions: {
      nodes: events.map((e, i) => ({
        share: [20.4, 12.3, 6.1][i],
        raw: 60,
        weight: 7,
        quality: 0.9,
        ageDays: 4 + i,
        event: e,
        statements: [statements[i]],
      })),
      edges: [],
      remainder: 2.5,
      totalCount: 9,
      pageInfo: { hasNextPage: true },
    },
    change: ({ since }: { since: string }) => ({
      since,
      before: 29.2,
      after: 41.3,
      total: 12.1,
      fading: -2.4,
      raised: 15.2,
      lowered: -0.7,
      revised: 0,
      pulls: [
        { pull: 9.1, event: events[0] },
        { pull: 6.1, event: events[2] },
        { pull: -0.7, event: events[1] },
      ],
    }),
    stamp: STAMP,
  })
  const page = <T>(nodes: readonly T[]) => ({
    nodes,
    edges: nodes.map((node) => ({ node, cursor: 'x' })),
    totalCount: nodes.length,
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  })
  return {
    id: `relation:${slug}`,
    slug,
    name,
    a: { code: a.code, name: a.name, actor: a },
    b: { code: b.code, name: b.name, actor: b },
    views: ['OFFICE', 'ENTITY', 'COUNTRY'],
    seriesOf: (from: string | null, to: string | null, bucket: Bucket) => ({
      ...inventedSeries(plan(low, slope, from, to, bucket)),
      succession: [
        { day: '2021-08-15', office: { id: 'office:1', name: 'Government of Sudria' }, former: SUDRIA, holder: FRONT },
      ],
      collectionChanges: [{ day: '2018-11-01', collections: [] }],
      balance: [],
      points: [],
      stamp: STAMP,
    }),
    stancesOf: (from: string | null, to: string | null, bucket: Bucket) => ({
      ...inventedStances(inventedSeries(plan(low, slope, from, to, bucket))),
      balance: [],
      leadingTag: [],
      stamp: STAMP,
    }),
    explainOf,
    eventPage: page(events),
    statementPage: page(statements),
    covered: [
      { collection: RELEASE, spans: [{ from: '2018-01-01', to: '2018-10-31' }] },
      {
        collection: ARTICLES,
        spans: [
          { from: formatDay(dayOf(2020, 2, 28)), to: '2020-02-29' },
          { from: '2023-08-12', to: '2023-08-12' },
        ],
      },
    ],
  }
}

export type InventedRelation = ReturnType<typeof relation>

export const FALLING_WORLD = {
  actors: [NORLAND, SUDRIA, FRONT, OSTMARK],
  relations: [
    relation('norland-sudria', 'Norland–Sudria', NORLAND, SUDRIA, 24, 40),
    relation('norland-front', 'Norland–Marrow Coast Front', NORLAND, FRONT, 55, -30),
    relation('sudria-front', 'Sudria–Marrow Coast Front', SUDRIA, FRONT, 38, 3),
  ],
  codebooks: [
    {
      id: 'codebook:default-1',
      name: 'default',
      version: 'default-1',
      hash: 'c0ffee0123456789',
      note: 'The first version.',
      tags: TAGS,
      method: {
        version: '1',
        halfLifeDays: 30,
        lambda: 0.977,
        priorEvents: 1,
        kappaTension: 2.1,
        kappaEngagement: 1.4,
        kappaPanel: 'the three invented relations, 2018',
        evidence: [
          { class: 'ONE', quality: 0.7 },
          { class: 'TWO', quality: 0.9 },
          { class: 'THREE', quality: 1 },
          { class: 'UNCOUNTED', quality: 0 },
        ],
      },
    },
  ],
}
