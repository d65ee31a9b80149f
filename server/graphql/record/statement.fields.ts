/** The fields of a statement that are read from other tables. */
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { giverOf, type ReasonGiver } from '../../domain/agreement/coding.ts'
import type { Tag } from '../../domain/codebook/codebook.ts'
import type { Actor } from '../../domain/directory/actor.ts'
import type { Document } from '../../domain/record/document.ts'
import type { Event } from '../../domain/record/event.ts'
import type { Statement } from '../../domain/record/statement.ts'
import { TagType } from '../codebooks/codebook.ts'
import { tagIn } from '../codebooks/tagOfLeaf.ts'
import { ActorType, actorOnRecord } from '../directory/actor.ts'
import type { Context } from '../schema/context.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { globalId, numberKey } from '../schema/node.ts'
import { DocumentType } from './document.ts'
import { EventType } from './event.ts'
import type { AtRevision } from './loaders.ts'
import { ReasonGiverType, StatementType } from './statement.ts'

@Resolver(() => StatementType)
export class StatementResolver {
  @Query(() => StatementType, {
    nullable: true,
    description: 'A statement by id, current or superseded; null if there is none.',
  })
  async statement(
    @Arg('id', () => ID, { description: 'Global id of the statement.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<Statement | null> {
    return ctx.loaders.statement.load(orGraphQLError(numberKey('Statement', id)))
  }

  @FieldResolver(() => ID, { description: 'Global id, as `node(id)` takes it.' })
  id(@Root() statement: Statement): string {
    return globalId('Statement', statement.id)
  }

  @FieldResolver(() => ActorType, { description: 'The actor who speaks or acts.' })
  source(@Root() statement: Statement, @Ctx() ctx: Context): Actor {
    return actorOnRecord(ctx, statement.source)
  }

  @FieldResolver(() => ActorType, { description: 'The actor who is addressed or affected.' })
  target(@Root() statement: Statement, @Ctx() ctx: Context): Actor {
    return actorOnRecord(ctx, statement.target)
  }

  @FieldResolver(() => TagType, {
    nullable: true,
    description: 'The tag of the statement under a codebook; null until the statement is settled.',
  })
  async tag(
    @Root() statement: Statement,
    @Arg('codebook', () => String, {
      defaultValue: 'default',
      description:
        'A version such as `default-1`, or a name such as `default` for its latest version; analysts may also name a draft, such as `draft:7`.',
    })
    codebook: string,
    @Ctx() ctx: Context,
  ): Promise<Tag | null> {
    return statement.leaf === null ? null : tagIn(ctx, codebook, statement.leaf)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why this stance; null where nobody said, or a data set’s code was orUserError over.',
  })
  async reason(@Root() statement: AtRevision<Statement>, @Ctx() ctx: Context): Promise<string | null> {
    return (await ctx.loadersIn(statement.readAt).coding.load(statement.id))?.reason || null
  }

  @FieldResolver(() => ReasonGiverType, {
    nullable: true,
    description:
      'Who or what gave the reason: a program or a rule by name, a person by role; null where there is none.',
  })
  async reasonBy(@Root() statement: AtRevision<Statement>, @Ctx() ctx: Context): Promise<ReasonGiver | null> {
    const coding = await ctx.loadersIn(statement.readAt).coding.load(statement.id)
    return coding && giverOf(coding)
  }

  @FieldResolver(() => DocumentType, { description: 'The document that the statement comes from.' })
  async document(@Root() statement: Statement, @Ctx() ctx: Context): Promise<Document | null> {
    return ctx.loaders.document.load(statement.document)
  }

  @FieldResolver(() => EventType, {
    nullable: true,
    description: 'The event that the statement reports; null until the statement is settled.',
  })
  async event(@Root() statement: AtRevision<Statement>, @Ctx() ctx: Context): Promise<Event | null> {
    return statement.event === null ? null : ctx.loadersIn(statement.readAt).event.load(statement.event)
  }
}
