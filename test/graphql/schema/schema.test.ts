/** The schema's house rules: described for an analyst, named alike, connections as Relay has them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  validateSchema,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { root } from '../../../server/config.ts'
import { printSorted } from '../../../server/graphql/schema/schema.ts'
import { theSchema } from '../../support/api.ts'

const types: GraphQLNamedType[] = Object.values(theSchema().getTypeMap()).filter(
  (t) => !t.name.startsWith('__') && !['String', 'Int', 'Float', 'Boolean', 'ID'].includes(t.name),
)
const outputs = types.filter((t) => isObjectType(t) || isInterfaceType(t))
const fields: (readonly [string, GraphQLField<unknown, unknown>])[] = outputs.flatMap((t) =>
  Object.values(t.getFields()).map((f) => [`${t.name}.${f.name}`, f] as const),
)

/** Every place of the schema that a reader meets, with what is said of it. */
const places: (readonly [string, { readonly description?: unknown; readonly deprecationReason?: unknown }])[] = [
  ...types.map((t) => [t.name, t] as const),
  ...fields,
  ...fields.flatMap(([path, f]) => f.args.map((a) => [`${path}(${a.name})`, a] as const)),
  ...types.flatMap((t) =>
    isInputObjectType(t) ? Object.values(t.getFields()).map((f) => [`${t.name}.${f.name}`, f] as const) : [],
  ),
  ...types.flatMap((t) => (isEnumType(t) ? t.getValues().map((v) => [`${t.name}.${v.name}`, v] as const) : [])),
]

describe('the schema', () => {
  it('is valid and equals schema.graphql', () => {
    expect(validateSchema(theSchema())).toEqual([])
    expect(readFileSync(join(root, 'schema.graphql'), 'utf8')).toBe(printSorted(theSchema()))
  })

  it('describes every type, field, argument and enum value in a sentence', () => {
    const bare = places.filter(([, p]) => typeof p.description !== 'string' || p.description.trim().length < 3)
    expect(bare.map(([path]) => path)).toEqual([])
    const open = places.filter(([, p]) => !/[.!?]$/.test(String(p.description)) || /^[a-z]/.test(String(p.description)))
    // Names of quantities, such as g or n0, stand as they are written.
    expect(open.filter(([, p]) => !/^(after|[wgv][,: ]|n0)/.test(String(p.description))).map(([path]) => path)).toEqual(
      [],
    )
  })

  it('gives each deprecation a date and a replacement', () => {
    const vague = places.filter(
      ([, p]) => p.deprecationReason != null && !/^Since \d{4}-\d{2}-\d{2}: use `.+`/.test(String(p.deprecationReason)),
    )
    expect(vague.map(([path]) => path)).toEqual([])
  })

  it('names types in PascalCase, fields and arguments in camelCase, enum values in capitals', () => {
    const wrong = [
      ...types.filter((t) => !/^[A-Z][A-Za-z0-9]*$/.test(t.name)).map((t) => t.name),
      ...fields.filter(([, f]) => !/^[a-z][A-Za-z0-9]*$/.test(f.name)).map(([path]) => path),
      ...fields.flatMap(([path, f]) => f.args.filter((a) => !/^[a-z][A-Za-z0-9]*$/.test(a.name)).map(() => path)),
      ...types.flatMap((t) =>
        isEnumType(t)
          ? t
              .getValues()
              .filter((v) => !/^[A-Z][A-Z0-9_]*$/.test(v.name))
              .map((v) => v.name)
          : [],
      ),
      ...types.filter((t) => /(Type|Input|Enum|Interface)$/.test(t.name)).map((t) => t.name),
      ...fields.filter(([, f]) => /^(get|list|fetch)[A-Z]/.test(f.name)).map(([path]) => path),
    ]
    expect(wrong).toEqual([])
  })

  it('has no unused types', () => {
    const used = new Set(['Query', 'Mutation', 'Subscription'])
    for (const [, f] of fields) {
      used.add(getNamedType(f.type).name)
      for (const a of f.args) used.add(getNamedType(a.type).name)
    }
    for (const t of types) {
      if (isInputObjectType(t)) for (const f of Object.values(t.getFields())) used.add(getNamedType(f.type).name)
      if (isObjectType(t) && t.getInterfaces().length > 0) used.add(t.name)
    }
    expect(types.filter((t) => !used.has(t.name)).map((t) => t.name)).toEqual([])
  })

  it('marks inputs with alternative keys as oneOf', () => {
    const by = types.filter((t) => isInputObjectType(t) && t.name.endsWith('By'))
    expect(by.map((t) => t.name)).toEqual(['RelationBy'])
    expect(by.every((t) => isInputObjectType(t) && t.isOneOf)).toBe(true)
  })

  it('has scalars for days and instants', () => {
    expect(
      types
        .filter(isScalarType)
        .map((t) => t.name)
        .sort(),
    ).toEqual(['Date', 'DateTime'])
    const days = fields.filter(([, f]) => /^(day|days|from|to|published|since)$/.test(f.name))
    for (const [path, f] of days) expect(getNamedType(f.type).name, path).toBe('Date')
  })
})

describe('connections', () => {
  const connections = outputs.filter((t) => t.name.endsWith('Connection'))
  const typeOf = (t: GraphQLNamedType, field: string) =>
    isObjectType(t) ? String(t.getFields()[field]?.type ?? 'missing') : 'missing'

  it('have edges, nodes, pageInfo and totalCount as in Relay', () => {
    expect(connections.length).toBeGreaterThanOrEqual(5)
    for (const c of connections) {
      const noun = c.name.slice(0, -'Connection'.length)
      expect(typeOf(c, 'edges')).toBe(`[${noun}Edge!]!`)
      expect(typeOf(c, 'nodes')).toBe(`[${noun}!]!`)
      expect(typeOf(c, 'pageInfo')).toBe('PageInfo!')
      expect(typeOf(c, 'totalCount')).toBe('Int!')
      const edge = theSchema().getType(`${noun}Edge`) as GraphQLNamedType
      expect([typeOf(edge, 'cursor'), typeOf(edge, 'node')]).toEqual(['String!', `${noun}!`])
    }
    const info = theSchema().getType('PageInfo') as GraphQLNamedType
    expect([typeOf(info, 'hasNextPage'), typeOf(info, 'hasPreviousPage')]).toEqual(['Boolean!', 'Boolean!'])
    expect([typeOf(info, 'startCursor'), typeOf(info, 'endCursor')]).toEqual(['String', 'String'])
  })

  it('take first and after, and last and before if they run both ways', () => {
    const asking = fields.filter(([, f]) => getNamedType(f.type).name.endsWith('Connection'))
    for (const [path, f] of asking) {
      const args = new Map(f.args.map((a) => [a.name, String(a.type)]))
      expect([args.get('first'), args.get('after')], path).toEqual(['Int', 'String'])
      if (args.has('last')) expect([args.get('last'), args.get('before')], path).toEqual(['Int', 'String'])
      expect(String(f.type), path).toMatch(/!$/)
    }
  })

  it('list nodes: a type with an id and a query of its own is a Node', () => {
    const nodes = outputs.filter((t) => isObjectType(t) && 'id' in t.getFields())
    for (const t of nodes) {
      expect(isObjectType(t) ? t.getInterfaces().map((i) => i.name) : [], t.name).toContain('Node')
      expect(typeOf(t, 'id')).toBe('ID!')
    }
    const query = theSchema().getQueryType()?.getFields() ?? {}
    expect(String(query.node?.type)).toBe('Node')
    expect(String(query.nodes?.type)).toBe('[Node]!')
  })
})
