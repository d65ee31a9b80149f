/** Finds objects by their global ids. */
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import { refuse } from '../../domain/error.ts'
import { actorOf } from '../directory/actor.ts'
import { relationOf } from '../directory/relation.by.ts'
import { PAGE_LIMIT } from '../schema/connection.ts'
import type { Context } from '../schema/context.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { NodeType, type NodeTypeName, numberKey, parseGlobalId } from '../schema/node.ts'

type FoundNode = { readonly __typename: NodeTypeName }

@Resolver()
export class LookupResolver {
  @Query(() => NodeType, { nullable: true, description: 'An object by its global id; null if there is none.' })
  async node(
    @Arg('id', () => ID, { description: 'Global id of the object, such as `Event:12`.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<FoundNode | null> {
    return nodeOf(ctx, id)
  }

  @Query(() => [NodeType], {
    nullable: 'items',
    description: 'Objects by their global ids, in the order asked for, null where there is none; at most 100.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Global ids of at most 100 objects.' }) ids: string[],
    @Ctx() ctx: Context,
  ): Promise<FoundNode | null>[] {
    if (ids.length > PAGE_LIMIT) {
      orGraphQLError<never>(
        refuse('TOO_MUCH', ids.length, `at most ${PAGE_LIMIT} ids are looked up at once`, 'Ask for fewer'),
      )
    }
    // One promise for each id, so that a bad id fails only its own entry.
    return ids.map((id) => nodeOf(ctx, id))
  }
}

async function nodeOf(ctx: Context, id: string): Promise<FoundNode | null> {
  const { type, key } = orGraphQLError(parseGlobalId(id))
  const found = await rowOf(ctx, type, key, id)
  return found ? { ...found, __typename: type } : null
}

async function rowOf(ctx: Context, type: NodeTypeName, key: string, id: string): Promise<object | null | undefined> {
  const { directory, codebooks } = ctx.record
  switch (type) {
    case 'Relation':
      return relationOf(ctx, key)
    case 'Actor':
      return actorOf(ctx, key as Parameters<typeof actorOf>[1])
    case 'Office':
      return directory.offices.findLast((o) => o.code === key)
    case 'Collection':
      return directory.collections.findLast((c) => c.code === key)
    case 'Codebook':
      return codebooks.find((c) => c.version === key)
    case 'Event':
      return ctx.loaders.event.load(orGraphQLError(numberKey(type, id)))
    case 'Statement':
      return ctx.loaders.statement.load(orGraphQLError(numberKey(type, id)))
    case 'Document':
      return ctx.loaders.document.load(orGraphQLError(numberKey(type, id)))
  }
}
