/** Statements: what someone said or did to someone on a day, as one document has it. */
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Actor, ActorCode } from '../domain/actor.ts'
import type { Leaf, Tag } from '../domain/codebook.ts'
import type { Day, Precision } from '../domain/day.ts'
import type { Document, DocumentId } from '../domain/document.ts'
import type { Event, EventId } from '../domain/event.ts'
import type { Revision } from '../domain/revision.ts'
import type { Statement, StatementId } from '../domain/statement.ts'
import type { IssueCount } from '../store/sought.ts'
import { ActorType, actorOnRecord } from './actor.ts'
import { TagType } from './codebook.ts'
import { connectionTypes } from './connection.ts'
import type { Context } from './context.ts'
import { DocumentType } from './document.ts'
import { PrecisionEnum } from './enums.ts'
import { accepted } from './errors.ts'
import { EventType, tagIn } from './event.ts'
import type { Read } from './loaders.ts'
import { globalId, NodeType, numberKey } from './node.ts'
import { DateScalar } from './scalars.ts'

@ObjectType('Statement', {
  simpleResolvers: true,
  implements: NodeType,
  description: 'An utterance or act by a source toward a target, as one document has it.',
})
export class StatementType implements Statement {
  readonly id!: StatementId
  readonly document!: DocumentId
  readonly source!: ActorCode
  readonly target!: ActorCode
  readonly event!: EventId | null
  readonly supersedes!: StatementId | null
  readonly addedIn!: Revision
  readonly supersededIn!: Revision | null

  @Field(() => String, {
    description: 'What makes it known again in its collection: the row of a data set, or what its coder named it.',
  })
  readonly origin!: string

  @Field(() => Int, {
    nullable: true,
    description: 'Where it begins in its document, in UTF-16 units; null for a data set’s row.',
  })
  readonly start!: number | null

  @Field(() => Int, { nullable: true, description: 'Where it ends, exclusive; null for a data set’s row.' })
  readonly end!: number | null

  @Field(() => String, { nullable: true, description: 'Who spoke; null for an act or where not known.' })
  readonly speaker!: string | null

  @Field(() => Boolean, { description: 'Did both do it to each other?' })
  readonly mutual!: boolean

  @Field(() => DateScalar, { description: 'The day it was said or done.' })
  readonly day!: Day

  @Field(() => PrecisionEnum, { description: 'How exactly the day is known.' })
  readonly precision!: Precision

  @Field(() => String, { description: 'What was said or done, in our own words.' })
  readonly summary!: string

  @Field(() => String, { nullable: true, description: 'At most 25 words of the original; null where none is given.' })
  readonly quote!: string | null

  @Field(() => String, { nullable: true, description: 'The settled code; null until it is settled.' })
  readonly leaf!: Leaf | null

  @Field(() => Boolean, { description: 'Is it a third party’s claim?' })
  readonly reported!: boolean

  @Field(() => Boolean, { description: 'Is it denied by the one it is laid to?' })
  readonly denied!: boolean

  @Field(() => Boolean, { description: 'Is it about what would, could or might be?' })
  readonly hypothetical!: boolean

  @Field(() => Boolean, { description: 'Is it mentioned in passing?' })
  readonly background!: boolean

  @Field(() => [String], { description: 'Matters at issue; unscored.' })
  readonly issues!: readonly string[]
}

@ObjectType('IssueCount', { description: 'How often a matter is at issue.' })
export class IssueCountType implements IssueCount {
  @Field(() => String, { description: 'The matter, such as `border` or `refugees`; a value for `filter.issues`.' })
  readonly issue!: string

  @Field(() => Int, { description: 'Settled statements that raise it.' })
  readonly statements!: number
}

export const StatementConnection = connectionTypes('Statement', () => StatementType, 'statements')

@Resolver(() => StatementType)
export class StatementResolver {
  @Query(() => StatementType, {
    nullable: true,
    description: 'A statement by id, standing or superseded; null if there is none.',
  })
  async statement(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<Statement | null> {
    return ctx.loaders.statement.load(accepted(numberKey('Statement', id)))
  }

  @FieldResolver(() => ID, { description: 'Global id.' })
  id(@Root() statement: Statement): string {
    return globalId('Statement', statement.id)
  }

  @FieldResolver(() => ActorType, { description: 'Who said or did it.' })
  source(@Root() statement: Statement, @Ctx() ctx: Context): Actor {
    return actorOnRecord(ctx, statement.source)
  }

  @FieldResolver(() => ActorType, { description: 'To whom.' })
  target(@Root() statement: Statement, @Ctx() ctx: Context): Actor {
    return actorOnRecord(ctx, statement.target)
  }

  @FieldResolver(() => TagType, {
    nullable: true,
    description: 'Its stance under a codebook; null until it is settled.',
  })
  async tag(
    @Root() statement: Statement,
    @Arg('codebook', () => String, { defaultValue: 'default', description: 'Version or name.' }) codebook: string,
    @Ctx() ctx: Context,
  ): Promise<Tag | null> {
    return statement.leaf === null ? null : tagIn(ctx, codebook, statement.leaf)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why this stance, in the coder’s words; null where a data set’s code was taken over.',
  })
  async reason(@Root() statement: Read<Statement>, @Ctx() ctx: Context): Promise<string | null> {
    return (await ctx.loadersIn(statement.readIn).coding.load(statement.id))?.reason ?? null
  }

  @FieldResolver(() => DocumentType, { description: 'Where it was said.' })
  async document(@Root() statement: Statement, @Ctx() ctx: Context): Promise<Document | null> {
    return ctx.loaders.document.load(statement.document)
  }

  @FieldResolver(() => EventType, { nullable: true, description: 'The event it reports; null until it is settled.' })
  async event(@Root() statement: Read<Statement>, @Ctx() ctx: Context): Promise<Event | null> {
    return statement.event === null ? null : ctx.loadersIn(statement.readIn).event.load(statement.event)
  }
}
