/** The fields of an event that are read from other tables. */
import { Arg, Ctx, FieldResolver, Float, ID, Query, Resolver, Root } from 'type-graphql'
import type { Tag } from '../../domain/codebook/codebook.ts'
import type { Actor } from '../../domain/directory/actor.ts'
import type { Collection } from '../../domain/record/document.ts'
import type { Event } from '../../domain/record/event.ts'
import type { Statement } from '../../domain/record/statement.ts'
import { resolveCodebook } from '../codebooks/codebook.resolve.ts'
import { TagType } from '../codebooks/codebook.ts'
import { tagIn } from '../codebooks/tagOfLeaf.ts'
import { ActorType, actorOnRecord } from '../directory/actor.ts'
import type { Context } from '../schema/context.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { globalId, numberKey } from '../schema/node.ts'
import { CollectionType } from './collection.ts'
import { collectionOf } from './document.ts'
import { EventType } from './event.ts'
import type { AtRevision } from './loaders.ts'
import { StatementType } from './statement.ts'

@Resolver(() => EventType)
export class EventResolver {
  @Query(() => EventType, {
    nullable: true,
    description: 'An event by id; null if there is none, or it was superseded.',
  })
  async event(
    @Arg('id', () => ID, { description: 'Global id of the event.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<Event | null> {
    return ctx.loaders.event.load(orGraphQLError(numberKey('Event', id)))
  }

  @FieldResolver(() => ID, { description: 'Global id, as `node(id)` takes it.' })
  id(@Root() event: Event): string {
    return globalId('Event', event.id)
  }

  @FieldResolver(() => ActorType, { description: 'The actor who acts.' })
  source(@Root() event: Event, @Ctx() ctx: Context): Actor {
    return actorOnRecord(ctx, event.source)
  }

  @FieldResolver(() => ActorType, { description: 'The actor who is addressed or affected.' })
  target(@Root() event: Event, @Ctx() ctx: Context): Actor {
    return actorOnRecord(ctx, event.target)
  }

  @FieldResolver(() => TagType, { description: 'The tag of the event under a codebook.' })
  async tag(
    @Root() event: Event,
    @Arg('codebook', () => String, {
      defaultValue: 'default',
      description:
        'A version such as `default-1`, or a name such as `default` for its latest version; analysts may also name a draft, such as `draft:7`.',
    })
    codebook: string,
    @Ctx() ctx: Context,
  ): Promise<Tag> {
    return tagIn(ctx, codebook, event.leaf)
  }

  @FieldResolver(() => Float, {
    description: 'g: the factor by which the event counts because of its evidence class, 0–1.',
  })
  async quality(
    @Root() event: Event,
    @Arg('codebook', () => String, {
      defaultValue: 'default',
      description:
        'A version such as `default-1`, or a name such as `default` for its latest version; analysts may also name a draft, such as `draft:7`.',
    })
    codebook: string,
    @Ctx() ctx: Context,
  ): Promise<number> {
    return (await resolveCodebook(ctx, codebook)).method.evidence[event.evidence] / 1e4
  }

  @FieldResolver(() => CollectionType, { description: 'The collection that the event is counted in.' })
  collection(@Root() event: Event, @Ctx() ctx: Context): Collection {
    return collectionOf(ctx, event.collection)
  }

  @FieldResolver(() => [StatementType], { description: 'The statements that report the event.' })
  async statements(@Root() event: AtRevision<Event>, @Ctx() ctx: Context): Promise<readonly Statement[]> {
    return ctx.loadersIn(event.readAt).reports.load(event.id)
  }
}
