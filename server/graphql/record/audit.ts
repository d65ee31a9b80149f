/** The audit: who changed what, newest first. */
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { refuse } from '../../domain/error.ts'
import type { Audit } from '../../domain/record/audit.ts'
import type { Instant, Revision } from '../../domain/record/revision.ts'
import { auditsOf, countAudits } from '../../store/audit.ts'
import { badCursor, type Connection, connectionOf, connectionTypes, pageOf } from '../schema/connection.ts'
import type { Context } from '../schema/context.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { DateTimeScalar } from '../schema/scalars.ts'

@ObjectType('AuditEntry', { description: 'One change of data, accounts or drafts. An entry is never changed.' })
export class AuditEntryType implements Audit {
  @Field(() => Int, { name: 'number', description: 'Number of the entry; later entries have higher numbers.' })
  readonly id!: number

  @Field(() => DateTimeScalar, { description: 'When the change was made.' })
  readonly at!: Instant

  @Field(() => String, { description: 'Name of the user who made the change, or of the command.' })
  readonly by!: string

  @Field(() => String, {
    description:
      'How the user was authenticated: `session`, `link`, or the prefix of a token; `command` for a command on the server.',
  })
  readonly via!: string

  @Field(() => String, { description: 'Name of the mutation, or a description by the command.' })
  readonly action!: string

  @Field(() => String, {
    description: 'What kind of object was changed, such as `Statement`; `Record` for many objects at once.',
  })
  readonly noun!: string

  @Field(() => String, {
    nullable: true,
    description: 'Code, slug, name or number of the object; null for many objects at once.',
  })
  readonly key!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The object before the change, as JSON; null if there was none.',
  })
  readonly before!: string | null

  @Field(() => String, { nullable: true, description: 'The object after the change, as JSON; null if there is none.' })
  readonly after!: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'The data revision that the change made; null if it changed only accounts or drafts.',
  })
  readonly revision!: Revision | null
}

/** Nouns whose changes revertChange can revert. */
const REVERTIBLE_NOUNS = ['Statement', 'Event']

const AuditEntryConnection = connectionTypes('AuditEntry', () => AuditEntryType, 'changes')

@Resolver(() => AuditEntryType)
export class AuditResolver {
  @FieldResolver(() => Boolean, {
    description:
      'Whether `revertChange` can revert this kind of change. It may still be refused if the object was changed since.',
  })
  revertible(@Root() { noun }: AuditEntryType): boolean {
    return REVERTIBLE_NOUNS.includes(noun)
  }

  @Query(() => AuditEntryConnection, { description: 'All changes of data, accounts and drafts, newest first.' })
  async audit(
    @Arg('first', () => Int, { nullable: true, description: 'Number of entries, 1–100; null: 20.' }) first:
      | number
      | null,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Cursor of the entry to start after; null: start at the beginning.',
    })
    after: string | null,
    @Arg('by', () => String, { nullable: true, description: 'Only changes by the user of this name; null: all.' }) by:
      | string
      | null,
    @Arg('noun', () => String, {
      nullable: true,
      description: 'Only changes of objects of this kind, such as `Statement`; null: all.',
    })
    noun: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<Audit>> {
    const page = orGraphQLError(pageOf({ first, after }))
    if (page.after !== null && !/^\d{1,15}$/.test(page.after)) orGraphQLError<never>(badCursor(page.after))
    if (by === '' || noun === '') {
      orGraphQLError<never>(refuse('BAD_TEXT', '', 'a filter is not empty', 'Give a name, or leave it out'))
    }
    const sought = { by: by ?? null, noun: noun ?? null }
    const rows = await auditsOf(ctx.db, sought, page.after === null ? null : Number(page.after), page.size)
    return connectionOf(
      rows,
      page,
      (row) => String(row.id),
      () => countAudits(ctx.db, sought),
    )
  }
}
