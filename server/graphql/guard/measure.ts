/**
 * Measures an operation in one walk, as it will be executed: fragments are expanded, skipped fields left out, lists
 * multiplied. The walk stops at the first limit that is exceeded, so that refusing costs next to nothing.
 */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  visit,
} from 'graphql'
import type { Limits } from '../../config.ts'
import { refuse } from '../../domain/error.ts'
import { pageOf } from '../schema/connection.ts'
import { errorOf, orGraphQLError } from '../schema/errors.ts'
import { tooManyPoints } from '../scores/range.ts'
import { ASSUMED_LIST_ROWS, fieldCostOf, type RecordSizes } from './cost.ts'

export interface OperationCost {
  readonly cost: number
  readonly points: number
}

export interface OperationToMeasure {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** The variables as sent, not yet coerced. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly sizes: RecordSizes
}

/** The cost of an operation and its series points. Throws if a limit is exceeded. */
export function measureCost(asked: OperationToMeasure, limits: Limits): OperationCost {
  const { document, operation, schema, variables } = asked
  const { aliases, repeats } = countWritten(document)
  if (aliases > limits.aliases) {
    throw tooMuch(aliases, `a document has at most ${limits.aliases} aliases`, 'Ask in several requests')
  }
  if (repeats > limits.aliases) {
    throw tooMuch(repeats, `one field is written at most ${limits.aliases} times side by side`, 'Write it once')
  }
  const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 })
  // graphql-js refuses variables that cannot be coerced.
  if (values.errors) return { cost: 0, points: 0 }
  const root = schema.getRootType(operation.operation)
  if (!root) return { cost: 0, points: 0 }
  const walk = new CostWalk(asked, limits, values.coerced)
  const fields = walk.fieldsOf(root, [operation.selectionSet])
  if (fields.length > limits.rootFields) {
    const rule = `an operation has at most ${limits.rootFields} fields at its top`
    throw tooMuch(fields.length, rule, 'Ask in several requests')
  }
  const introspection = fields.every(({ nodes }) => nodes[0]?.name.value.startsWith('__'))
  for (const field of fields) walk.enter(field, 1, 1, ASSUMED_LIST_ROWS, introspection)
  return walk
}

/** A field as it will be executed: once, even if it is written several times. */
interface Field {
  readonly parent: GraphQLNamedType
  readonly nodes: readonly FieldNode[]
}

class CostWalk implements OperationCost {
  cost = 0
  points = 0
  private visited = 0
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>

  constructor(
    private readonly asked: OperationToMeasure,
    private readonly limits: Limits,
    private readonly values: { readonly [name: string]: unknown },
  ) {
    const { definitions } = asked.document
    this.fragments = new Map(
      definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d]] : [])),
    )
  }

  /** Counts a field and its selections. `times`: how often it is executed; `inherited`: the rows of its connection. */
  enter({ parent, nodes }: Field, depth: number, times: number, inherited: number, exempt: boolean): void {
    const [node] = nodes
    const definition = node && definitionOf(this.asked.schema, parent, node.name.value)
    if (!definition || node.name.value === '__typename') return
    if (depth > this.limits.depth && !exempt) {
      const rule = `a query nests at most ${this.limits.depth} fields`
      throw tooMuch(depth, rule, 'Ask for what lies deeper by its id, with node(id)')
    }
    const args = this.argsOf(definition, node)
    if ('first' in args || 'last' in args) orGraphQLError(pageOf(args))
    const price = fieldCostOf(`${parent.name}.${definition.name}`, args, this.asked.sizes)
    this.spend(times * (price.own ?? 0), times * (price.points ?? 0))
    const type = getNamedType(definition.type)
    if (!isCompositeType(type) || exempt) return
    const isList = isListType(getNullableType(definition.type))
    const rows = price.rows ?? (isList ? inherited : 1)
    const each = isList ? times * rows : times
    this.spend(each, 0)
    const inside = this.fieldsOf(
      type,
      nodes.flatMap((n) => n.selectionSet ?? []),
    )
    for (const field of inside) this.enter(field, depth + 1, each, isList ? ASSUMED_LIST_ROWS : rows, exempt)
  }

  /** The fields of selections: fragments expanded, skipped fields left out, equal fields merged, as in execution. */
  fieldsOf(type: GraphQLNamedType, sets: readonly SelectionSetNode[]): Field[] {
    const found = new Map<string, { parent: GraphQLNamedType; nodes: FieldNode[] }>()
    const opened = new Set<string>()
    const collect = (parent: GraphQLNamedType, set: SelectionSetNode): void => {
      for (const selection of set.selections) {
        if (++this.visited > MAX_VISITS) throw this.tooExpensive(this.visited)
        if (!this.included(selection)) continue
        if (selection.kind === Kind.FIELD) {
          const key = `${parent.name} ${selection.alias?.value ?? selection.name.value}`
          const known = found.get(key)
          if (known) known.nodes.push(selection)
          else found.set(key, { parent, nodes: [selection] })
          continue
        }
        const named = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection
        if (!named || (named.kind === Kind.FRAGMENT_DEFINITION && opened.has(named.name.value))) continue
        if (named.kind === Kind.FRAGMENT_DEFINITION) opened.add(named.name.value)
        const condition = named.typeCondition?.name.value
        const inner = condition === undefined ? parent : this.asked.schema.getType(condition)
        if (inner) collect(inner, named.selectionSet)
      }
    }
    for (const set of sets) collect(type, set)
    return [...found.values()]
  }

  private included(selection: SelectionSetNode['selections'][number]): boolean {
    if (!selection.directives?.length) return true
    try {
      const skip = getDirectiveValues(GraphQLSkipDirective, selection, this.values)
      const include = getDirectiveValues(GraphQLIncludeDirective, selection, this.values)
      return skip?.if !== true && include?.if !== false
    } catch {
      return true
    }
  }

  private argsOf(definition: GraphQLField<unknown, unknown>, node: FieldNode): Record<string, unknown> {
    try {
      return getArgumentValues(definition, node, this.values)
    } catch {
      // Execution will fail with the error of graphql-js.
      return {}
    }
  }

  private spend(cost: number, points: number): void {
    this.cost += cost
    this.points += points
    if (this.points > this.limits.points) throw errorOf(tooManyPoints(this.points, this.limits.points))
    if (this.cost > this.limits.cost) throw this.tooExpensive(this.cost)
  }

  private tooExpensive(cost: number): GraphQLError {
    const rule = `an operation costs at most ${this.limits.cost}`
    return tooMuch(Math.ceil(cost), rule, 'Ask for shorter lists, fewer series or less within each row')
  }
}

/** Selections visited in one walk: far more than any document within the other limits has. */
const MAX_VISITS = 20_000

function tooMuch(value: number, rule: string, cure: string): GraphQLError {
  return errorOf(refuse('TOO_MUCH', value, rule, cure))
}

/** The number of aliases, and how often the most repeated field occurs in one selection set. */
function countWritten(document: DocumentNode): { readonly aliases: number; readonly repeats: number } {
  let [aliases, repeats] = [0, 0]
  visit(document, {
    SelectionSet: ({ selections }) => {
      const times = new Map<string, number>()
      for (const selection of selections) {
        if (selection.kind !== Kind.FIELD) continue
        if (selection.alias) aliases++
        const key = (selection.alias ?? selection.name).value
        times.set(key, (times.get(key) ?? 0) + 1)
      }
      repeats = Math.max(repeats, ...times.values())
    },
  })
  return { aliases, repeats }
}

function definitionOf(schema: GraphQLSchema, parent: GraphQLNamedType, name: string) {
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef
  }
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined
}
