/** Finding anything again by its global id. */
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import { refuse } from '../../domain/error.ts'
import { actorOf } from '../directory/actor.ts'
import { relationOf } from '../directory/relation.by.ts'
import { PAGE_LIMIT } from '../schema/connection.ts'
import type { Context } from '../schema/context.ts'
import { accepted } from '../schema/errors.ts'
import { NodeType, type NodeTypeName, numberKey, parseGlobalId } from '../schema/node.ts'

type Found = { readonly __typename: NodeTypeName }

@Resolver()
export class LookupResolver {
  @Query(() => NodeType, { nullable: true, description: 'Anything by its global id; null if there is no such thing.' })
  async node(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<Found | null> {
    return nodeOf(ctx, id)
  }

  @Query(() => [NodeType], { nullable: 'items', description: 'Several at once, in the order asked; 100 at most.' })
  nodes(
    @Arg('ids', () => [ID], { description: 'Global ids.' }) ids: string[],
    @Ctx() ctx: Context,
  ): Promise<Found | null>[] {
    if (ids.length > PAGE_LIMIT) {
      accepted<never>(
        refuse('TOO_MUCH', ids.length, `at most ${PAGE_LIMIT} ids are looked up at once`, 'Ask for fewer'),
      )
    }
    // One promise each: a bad id spoils its own place and no other.
    return ids.map((id) => nodeOf(ctx, id))
  }
}

async function nodeOf(ctx: Context, id: string): Promise<Found | null> {
  const { type, key } = accepted(parseGlobalId(id))
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
      return ctx.loaders.event.load(accepted(numberKey(type, id)))
    case 'Statement':
      return ctx.loaders.statement.load(accepted(numberKey(type, id)))
    case 'Document':
      return ctx.loaders.document.load(accepted(numberKey(type, id)))
  }
}
