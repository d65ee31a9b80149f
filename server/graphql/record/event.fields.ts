/** The fields of an event that are read from elsewhere in the record. */
import { Arg, Ctx, FieldResolver, Float, ID, Query, Resolver, Root } from 'type-graphql'
import type { Tag } from '../../domain/codebook/codebook.ts'
import type { Actor } from '../../domain/directory/actor.ts'
import type { Collection } from '../../domain/record/document.ts'
import type { Event } from '../../domain/record/event.ts'
import type { Statement } from '../../domain/record/statement.ts'
import { codebookAsked } from '../codebooks/codebook.asked.ts'
import { TagType } from '../codebooks/codebook.ts'
import { tagIn } from '../codebooks/tagOfLeaf.ts'
import { ActorType, actorOnRecord } from '../directory/actor.ts'
import type { Context } from '../schema/context.ts'
import { accepted } from '../schema/errors.ts'
import { globalId, numberKey } from '../schema/node.ts'
import { CollectionType } from './collection.ts'
import { collectionOf } from './document.ts'
import { EventType } from './event.ts'
import type { Read } from './loaders.ts'
import { StatementType } from './statement.ts'

@Resolver(() => EventType)
export class EventResolver {
  @Query(() => EventType, {
    nullable: true,
    description: 'An event by id; null if there is none, or it no longer stands.',
  })
  async event(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<Event | null> {
    return ctx.loaders.event.load(accepted(numberKey('Event', id)))
  }

  @FieldResolver(() => ID, { description: 'Global id.' })
  id(@Root() event: Event): string {
    return globalId('Event', event.id)
  }

  @FieldResolver(() => ActorType, { description: 'Who did it.' })
  source(@Root() event: Event, @Ctx() ctx: Context): Actor {
    return actorOnRecord(ctx, event.source)
  }

  @FieldResolver(() => ActorType, { description: 'To whom.' })
  target(@Root() event: Event, @Ctx() ctx: Context): Actor {
    return actorOnRecord(ctx, event.target)
  }

  @FieldResolver(() => TagType, { description: 'Its stance under a codebook.' })
  async tag(
    @Root() event: Event,
    @Arg('codebook', () => String, { defaultValue: 'default', description: 'Version or name.' }) codebook: string,
    @Ctx() ctx: Context,
  ): Promise<Tag> {
    return tagIn(ctx, codebook, event.leaf)
  }

  @FieldResolver(() => Float, { description: 'g, 0–1: how much it counts for its evidence.' })
  async quality(
    @Root() event: Event,
    @Arg('codebook', () => String, { defaultValue: 'default', description: 'Version or name.' }) codebook: string,
    @Ctx() ctx: Context,
  ): Promise<number> {
    return (await codebookAsked(ctx, codebook)).method.evidence[event.evidence] / 1e4
  }

  @FieldResolver(() => CollectionType, { description: 'The collection in which it is counted.' })
  collection(@Root() event: Event, @Ctx() ctx: Context): Collection {
    return collectionOf(ctx, event.collection)
  }

  @FieldResolver(() => [StatementType], { description: 'The statements that report it.' })
  async statements(@Root() event: Read<Event>, @Ctx() ctx: Context): Promise<readonly Statement[]> {
    return ctx.loadersIn(event.readIn).reports.load(event.id)
  }
}
