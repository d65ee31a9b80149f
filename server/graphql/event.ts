/** Events: what happened, once, and the statements that report it. */
import { Arg, Ctx, Field, FieldResolver, Float, ID, InputType, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Actor, ActorCode } from '../domain/actor.ts'
import type { Codebook, Leaf, Quad, Tag } from '../domain/codebook.ts'
import { tagOfLeaf } from '../domain/codebook.weights.ts'
import type { Day, Precision } from '../domain/day.ts'
import type { Collection, CollectionId } from '../domain/document.ts'
import { refuse } from '../domain/error.ts'
import type { Event, EventId, EvidenceClass } from '../domain/event.ts'
import type { Revision } from '../domain/revision.ts'
import type { Statement } from '../domain/statement.ts'
import { ActorType, actorOnRecord } from './actor.ts'
import { codebookAsked } from './codebook.asked.ts'
import { TagType } from './codebook.ts'
import { CollectionType } from './collection.ts'
import { connectionTypes } from './connection.ts'
import type { Context } from './context.ts'
import { collectionOf } from './document.ts'
import { EvidenceClassEnum, PrecisionEnum, QuadEnum } from './enums.ts'
import { accepted } from './errors.ts'
import type { Read } from './loaders.ts'
import { globalId, NodeType, numberKey } from './node.ts'
import { DateScalar } from './scalars.ts'
import { StatementType } from './statement.ts'

@InputType('EventFilter', { description: 'Which events or statements; what is left out does not restrict.' })
export class EventFilterInput {
  @Field(() => [String], { nullable: true, description: 'Tag codes of the codebook.' })
  tags?: string[] | null

  @Field(() => [QuadEnum], { nullable: true, description: 'Families.' })
  quads?: Quad[] | null

  @Field(() => [String], {
    nullable: true,
    description: 'Matters at issue, at least one of them; of an event, in a statement that reports it.',
  })
  issues?: string[] | null
}

@ObjectType('Event', {
  simpleResolvers: true,
  implements: NodeType,
  description: 'What happened, however many reports there are. Scoring counts events.',
})
export class EventType implements Event {
  readonly id!: EventId
  readonly source!: ActorCode
  readonly target!: ActorCode
  readonly collection!: CollectionId
  readonly addedIn!: Revision
  readonly supersededIn!: Revision | null

  @Field(() => DateScalar, { description: 'The day it happened.' })
  readonly day!: Day

  @Field(() => PrecisionEnum, { description: 'How exactly the day is known.' })
  readonly precision!: Precision

  @Field(() => Boolean, { description: 'Did both do it to each other?' })
  readonly mutual!: boolean

  @Field(() => String, { description: 'The finest code on record: a CAMEO code, or one with our refinement.' })
  readonly leaf!: Leaf

  @Field(() => EvidenceClassEnum, { description: 'How well it is evidenced.' })
  readonly evidence!: EvidenceClass
}

export const EventConnection = connectionTypes('Event', () => EventType, 'events')

/** A codebook's tag of a leaf, found once a codebook. */
const finders = new WeakMap<Codebook, (leaf: Leaf) => Tag | null>()

export async function tagIn(ctx: Context, codebook: string, leaf: Leaf): Promise<Tag> {
  const version = await codebookAsked(ctx, codebook)
  const find = finders.get(version) ?? tagOfLeaf(version)
  finders.set(version, find)
  const rule = `codebook ${version.version} has no tag for it`
  return accepted(find(leaf) ?? refuse('UNKNOWN_LEAF', leaf, rule, 'Ask under another codebook'))
}

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
