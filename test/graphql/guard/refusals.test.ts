/** Bad input: each answer names the value, the rule and the cure, whether it came as a literal or as a variable. */
import { describe, expect, it } from 'vitest'
import { openApi, RELATION } from '../../support/api.ts'

/** [argument's type, refused value as JSON, code, message; with `on`, another field than series] */
interface Case {
  readonly type: string
  readonly value: unknown
  readonly code: string
  readonly says: readonly string[]
  /** The selection on the relation, with `$x` where the value goes. */
  readonly field: string
}

const series = (args: string) => `series(${args}) { days }`
const CASES: readonly Case[] = [
  {
    type: 'Date!',
    value: '1901-02-31',
    code: 'BAD_DAY',
    says: ['"1901-02-31"', '1901-02 has 28 days', 'Give a day from 01 to 28'],
    field: series('from: $x'),
  },
  {
    type: 'Date!',
    value: '31/02/1901',
    code: 'BAD_DAY',
    says: ['"31/02/1901"', 'a day is written YYYY-MM-DD', 'Write it like 2018-02-28'],
    field: series('from: $x'),
  },
  {
    type: 'DateTime!',
    value: '1901-02-28',
    code: 'BAD_DAY',
    says: ['"1901-02-28"', 'an instant is written', 'Write it like 2026-11-20T23:59:59Z'],
    field: series('asOf: $x'),
  },
  {
    type: 'Date!',
    value: '1901-05-01',
    code: 'BAD_RANGE',
    says: ['1901-05-01..1901-04-01', 'a range begins before it ends', 'Exchange from and to'],
    field: series('from: $x, to: "1901-04-01"'),
  },
  {
    type: 'Date!',
    value: '1901-05-01',
    code: 'BAD_RANGE',
    says: ['1901-05-01..1901-04-01', 'a range begins before it ends', 'Exchange from and to'],
    field: 'events(from: $x, to: "1901-04-01") { nodes { id } }',
  },
  {
    type: 'Date!',
    value: '9999-12-31',
    code: 'TOO_MUCH',
    says: ['1901-01-01..9999-12-31', 'at most 100 years', 'Give a nearer from and to'],
    field: series('to: $x'),
  },
  {
    type: 'Date!',
    value: '1925-12-31',
    code: 'TOO_MUCH',
    says: ['9131', 'at most 8000 points', 'Give a longer bucket'],
    field: series('to: $x, bucket: DAY'),
  },
  {
    type: 'String!',
    value: 'default-99',
    code: 'UNKNOWN_CODEBOOK',
    says: ['"default-99"', 'no codebook of this name or version', 'Give one of default-1, goldstein-1, plover-1'],
    field: series('codebook: $x'),
  },
  {
    type: '[String!]',
    value: ['icews-1899'],
    code: 'UNKNOWN_COLLECTION',
    says: ['"icews-1899"', 'there is no such collection', 'Give some of articles, gazetteer-1901'],
    field: series('collections: $x'),
  },
  {
    type: '[WeightOverlay!]',
    value: [{ tag: 'toad', tension: 1 }],
    code: 'UNKNOWN_TAG',
    says: ['"toad"', 'the codebook "default-1" has no such tag', 'Take the code of one of its tags'],
    field: series('overlay: $x'),
  },
  ...[-1, 11, 1.2345].map((tension) => ({
    type: '[WeightOverlay!]',
    value: [{ tag: 'accuse', tension }],
    code: 'BAD_NUMBER',
    says: [`${tension}: tension of "accuse"`, '0 to 10', 'Give such a number'],
    field: series('overlay: $x'),
  })),
  {
    type: '[WeightOverlay!]',
    value: [{ tag: 'comment', engagement: 1 }],
    code: 'NOT_POSSIBLE',
    says: ['engagement of "comment" is 0', 'Set it to 0'],
    field: series('overlay: $x'),
  },
  {
    type: '[WeightOverlay!]',
    value: [
      { tag: 'accuse', tension: 1 },
      { tag: 'accuse', tension: 2 },
    ],
    code: 'CONFLICT',
    says: ['"accuse"', 'an overlay names a tag once', 'Put both weights into one entry'],
    field: series('overlay: $x'),
  },
  ...[0, -3, 3651].map((value) => ({
    type: 'Float!',
    value,
    code: 'BAD_NUMBER',
    says: [`${value}: a half-life lies between 1 and 3650 days`, 'Give a number of days'],
    field: series('halfLife: $x'),
  })),
  {
    type: 'Float!',
    value: 77,
    code: 'BAD_NUMBER',
    says: ['77', 'an interval is one of 50, 80, 90, 95, 99', 'Give one of these'],
    field: series('interval: $x'),
  },
  {
    type: '[String!]',
    value: ['toad'],
    code: 'UNKNOWN_TAG',
    says: ['"toad"', 'default-1 has no such tag', 'Take the code of one of its tags'],
    field: 'statements(filter: {tags: $x}) { nodes { id } }',
  },
  {
    type: 'Date!',
    value: '1901-07-02',
    code: 'BAD_RANGE',
    says: ['1901-07-02', 'the earlier day lies before 1901-07-01', 'Give an earlier day'],
    field: 'explain(day: "1901-07-01", measure: TENSION) { change(since: $x) { total } }',
  },
]

/** JSON as a GraphQL literal. */
function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.entries(value)
    .map(([key, v]) => `${key}: ${literalOf(v)}`)
    .join(', ')}}`
}

describe('bad input', () => {
  it('is answered with the value, the rule and the cure', async () => {
    const { ask } = await openApi()
    for (const { type, value, code, says, field } of CASES) {
      const on = (selection: string) => `{ relation(by: {slug: "${RELATION}"}) { ${selection} } }`
      const answers = [
        await ask(`query ($x: ${type}) ${on(field)}`, { x: value }),
        await ask(on(field.replace('$x', literalOf(value)))),
      ]
      for (const { errors } of answers) {
        expect(errors, field).toHaveLength(1)
        for (const part of says) expect(errors[0]?.message).toContain(part)
        expect(errors[0]?.extensions?.code, field).toBe(code)
        expect(Object.keys(errors[0]?.extensions ?? {})).toEqual(expect.arrayContaining(['value', 'rule', 'cure']))
      }
    }
  })

  it('is refused so for a relation', async () => {
    const { ask } = await openApi()
    const cases: [string, string, string[]][] = [
      ['slug: "toad"', 'UNKNOWN_RELATION', ['"toad"', 'no relation has this slug', 'Give one of ruritania-syldavia, ']],
      ['slug: ""', 'UNKNOWN_RELATION', ['""', 'no relation has this slug', 'Give one of ruritania-syldavia, ']],
      ['parties: []', 'NOT_POSSIBLE', ['""', 'two different parties', 'Give two codes']],
      ['parties: ["RUR"]', 'NOT_POSSIBLE', ['"RUR"', 'two different parties', 'Give two codes']],
      ['parties: ["RUR", "RUR"]', 'NOT_POSSIBLE', ['"RUR~RUR"', 'two different parties', 'Give two codes']],
      ['parties: ["RUR", "SYL", "BOR"]', 'NOT_POSSIBLE', ['"RUR~SYL~BOR"', 'two different parties', 'Give two codes']],
      ['parties: ["RUR", "XXX"]', 'UNKNOWN_ACTOR', ['"XXX"', 'no actor, office or country', 'Look up codes']],
      [
        'slug: "a", parties: ["RUR", "SYL"]',
        'GRAPHQL_VALIDATION_FAILED',
        ['exactly one key', 'Give one of its fields'],
      ],
      ['', 'GRAPHQL_VALIDATION_FAILED', ['exactly one key', 'Give one of its fields']],
      ['slug: null', 'GRAPHQL_VALIDATION_FAILED', ['must be non-null', 'Give one of its fields']],
    ]
    for (const [by, code, says] of cases) {
      const { errors } = await ask(`{ relation(by: {${by}}) { name } }`)
      for (const part of says) expect(errors[0]?.message, by).toContain(part)
      expect(errors[0]?.extensions?.code, by).toBe(code)
    }
    const both = await ask('query ($by: RelationBy!) { relation(by: $by) { name } }', {
      by: { slug: RELATION, parties: ['RUR', 'SYL'] },
    })
    expect(both.errors[0]?.message).toMatch(/xactly one key .* Give one of its fields/)
    expect(both.errors[0]?.extensions?.code).toBe('BAD_USER_INPUT')
  })

  it('is refused so for a codebook', async () => {
    const { ask } = await openApi()
    const { errors } = await ask('{ codebook(version: "toad") { name } }')
    expect(errors[0]?.message).toBe(
      '"toad": no codebook of this name or version is published. Give one of default-1, goldstein-1, plover-1.',
    )
  })

  it('fails its own field and no other', async () => {
    const { ask } = await openApi()
    const { data, errors } = await ask(
      '{ bad: codebook(version: "toad") { name } good: codebook(version: "default") { name } }',
    )
    expect(data).toEqual({ bad: null, good: { name: 'default' } })
    expect(errors.map((e) => e.path)).toEqual([['bad']])
  })
})

describe('a view that has no meaning', () => {
  it('is refused with a view that has one', async () => {
    const { ask } = await openApi()
    const inside = await ask('{ relation(by: {parties: ["BOR.KGD", "BOR.REB"]}) { series(view: COUNTRY) { days } } }')
    expect(inside.errors[0]?.message).toContain('both parties belong to one country')
    expect(inside.errors[0]?.message).toContain('Ask for the view ENTITY')
  })
})
