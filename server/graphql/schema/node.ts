/**
 * Relay's Node: every object that can be linked to has a global id, made of its type and key in plain text. The id of a
 * superseded statement stays valid: it leads to the row that was on record then.
 */
import { Field, ID, InterfaceType } from 'type-graphql'
import { type Refusal, refuse } from '../../domain/error.ts'

export const NODE_TYPES = [
  'Relation',
  'Actor',
  'Office',
  'Event',
  'Statement',
  'Document',
  'Collection',
  'Codebook',
] as const
export type NodeTypeName = (typeof NODE_TYPES)[number]

@InterfaceType('Node', {
  description: 'An object with a global id, which `node(id)` finds.',
  resolveType: (value: { readonly __typename: string }) => value.__typename,
})
export abstract class NodeType {
  @Field(() => ID, { description: 'Global id: the type, a colon and a key, such as `Event:12`.' })
  readonly id!: unknown
}

/** A global id such as `Event:12`. */
export function globalId(type: NodeTypeName, key: string | number): string {
  return `${type}:${key}`
}

export function parseGlobalId(id: string): { type: NodeTypeName; key: string } | Refusal {
  const at = id.indexOf(':')
  const type = NODE_TYPES.find((t) => t === id.slice(0, at))
  const key = id.slice(at + 1)
  if (type && key) return { type, key }
  return refuse(
    'UNKNOWN_ID',
    id,
    'an id is a type, a colon and a key',
    'Take the id from a field named id, such as "Event:12"',
  )
}

/** The numeric key of a global id of one type; a bare number is accepted too. */
export function numberKey(type: NodeTypeName, id: string): number | Refusal {
  const parsed = /^\d{1,15}$/.test(id) ? { type, key: id } : parseGlobalId(id)
  if ('refused' in parsed) return parsed
  if (parsed.type !== type || !/^\d{1,15}$/.test(parsed.key)) {
    return refuse('UNKNOWN_ID', id, `this is no id of type ${type}`, `Take the id from a ${type}, such as "${type}:12"`)
  }
  return Number(parsed.key)
}
