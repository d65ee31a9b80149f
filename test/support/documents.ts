/** Random GraphQL documents of a schema, valid in shape and of any meaning; arguments are often wrong in value. */
import fc from 'fast-check'
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'

/** What a text argument may be, by its name; any other gets noise. */
export type Texts = Readonly<Record<string, readonly string[]>>

const NOISE = [
  '',
  'toad',
  '__proto__',
  '0',
  '-1',
  "'; DROP TABLE statement; --",
  '💥',
  '../../etc/passwd',
  '1901-02-31',
]
const DAYS = ['1901-01-01', '1901-03-01', '1901-07-01', '1901-12-31', '0001-01-01', '9999-12-31', '1901-02-31', 'x']
const INSTANTS = ['1999-01-01T00:00:00Z', '2099-01-01T00:00:00Z', '1901-02-31T00:00:00Z', 'now']
const NUMBERS = [1, 2, 5, 100, 0, -1, 101, 2_147_483_647, 30, 80]
const FLOATS = [30, 80, 95, 0, -1, 0.5, 1.2345, 11, 1e308]

type Pick = <T>(list: readonly T[]) => T

export function documents(schema: GraphQLSchema, texts: Texts): fc.Arbitrary<string> {
  const query = schema.getQueryType()
  if (!query) throw new Error('the schema has no queries')
  return fc.gen().map((g) => {
    const pick: Pick = (list) => list[g(fc.nat, { max: list.length - 1 })] as never
    return `{ ${selectionOf(schema, query, 0, pick, texts)} }`
  })
}

function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType, depth: number, pick: Pick, texts: Texts): string {
  const concrete = isInterfaceType(type) ? pick(schema.getPossibleTypes(type)) : type
  if (!isObjectType(concrete)) return '__typename'
  const all = Object.values(concrete.getFields())
  const leaves = all.filter((f) => !isCompositeType(getNamedType(f.type)))
  const inner = all.filter((f) => isCompositeType(getNamedType(f.type)))
  const wanted = new Set<GraphQLField<unknown, unknown>>()
  for (let i = pick([1, 2, 3]); i > 0; i--) {
    // Mostly inward at the top, mostly leaves below; one step beyond the limit now and then.
    const inward =
      inner.length > 0 && depth < 9 && (leaves.length === 0 || pick(depth < 4 ? [1, 1, 0] : [1, 0, 0]) === 1)
    const from = inward ? inner : leaves
    if (from.length > 0) wanted.add(pick(from))
  }
  const fields = [...wanted].map((f) => {
    const named = getNamedType(f.type)
    const inside = isCompositeType(named) ? ` { ${selectionOf(schema, named, depth + 1, pick, texts)} }` : ''
    return `${f.name}${argumentsOf(f.args, pick, texts)}${inside}`
  })
  const selection = fields.length > 0 ? fields.join(' ') : '__typename'
  return concrete === type ? selection : `__typename ... on ${concrete.name} { ${selection} }`
}

function argumentsOf(args: readonly GraphQLArgument[], pick: Pick, texts: Texts): string {
  const given = args.flatMap((a) =>
    isNonNullType(a.type) || pick([0, 0, 1]) === 1 ? [`${a.name}: ${literalOf(a.type, a.name, pick, texts)}`] : [],
  )
  return given.length === 0 ? '' : `(${given.join(', ')})`
}

function literalOf(type: GraphQLInputType, name: string, pick: Pick, texts: Texts): string {
  if (isNonNullType(type)) return literalOf(type.ofType, name, pick, texts)
  if (pick([0, 0, 0, 0, 0, 0, 0, 1]) === 1) return 'null'
  if (isListType(type)) {
    const items = Array.from({ length: pick([0, 1, 2, 2]) }, () => literalOf(type.ofType, name, pick, texts))
    return `[${items.join(', ')}]`
  }
  if (isEnumType(type)) return pick(type.getValues()).name
  if (isInputObjectType(type)) return objectOf(Object.values(type.getFields()), type.isOneOf, pick, texts)
  if (type.name === 'Int') return String(pick(NUMBERS))
  if (type.name === 'Float') return String(pick(FLOATS))
  if (type.name === 'Boolean') return pick(['true', 'false'])
  const known =
    type.name === 'Date' ? DAYS : type.name === 'DateTime' ? INSTANTS : (texts[name] ?? texts[type.name] ?? [])
  return JSON.stringify(pick(known.length > 0 && pick([1, 1, 1, 0]) === 1 ? known : NOISE))
}

function objectOf(fields: readonly GraphQLInputField[], oneOf: boolean, pick: Pick, texts: Texts): string {
  const chosen = oneOf ? [pick(fields)] : fields.filter((f) => isNonNullType(f.type) || pick([0, 1]) === 1)
  return `{${chosen.map((f) => `${f.name}: ${literalOf(f.type, f.name, pick, texts)}`).join(', ')}}`
}
