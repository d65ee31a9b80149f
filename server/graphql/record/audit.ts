/** The audit: who changed what, newest first. */
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { refuse } from '../../domain/error.ts'
import type { Audit } from '../../domain/record/audit.ts'
import type { Instant, Revision } from '../../domain/record/revision.ts'
import { auditsOf, countAudits } from '../../store/audit.ts'
import { badCursor, type Connection, connectionOf, connectionTypes, pageOf } from '../schema/connection.ts'
import type { Context } from '../schema/context.ts'
import { accepted } from '../schema/errors.ts'
import { DateTimeScalar } from '../schema/scalars.ts'

@ObjectType('AuditEntry', { description: 'One change. It is never changed itself.' })
export class AuditEntryType implements Audit {
  @Field(() => Int, { name: 'number', description: 'Its number; they rise.' })
  readonly id!: number

  @Field(() => DateTimeScalar, { description: 'When.' })
  readonly at!: Instant

  @Field(() => String, { description: 'Who: a user’s name, or that of a command.' })
  readonly by!: string

  @Field(() => String, {
    description: 'How they were known: `session`, `link`, the prefix of a token; `command` for what no request did.',
  })
  readonly via!: string

  @Field(() => String, { description: 'The mutation, or what the command says of itself.' })
  readonly action!: string

  @Field(() => String, { description: 'What sort of thing was changed, such as `Statement`; `Record`: many things.' })
  readonly noun!: string

  @Field(() => String, { nullable: true, description: 'Which one: code, slug, name or number.' })
  readonly key!: string | null

  @Field(() => String, { nullable: true, description: 'What it was, as JSON; null where there was nothing.' })
  readonly before!: string | null

  @Field(() => String, { nullable: true, description: 'What it became, as JSON; null where nothing is left.' })
  readonly after!: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'The revision of the data it made; null where it touched accounts or drafts alone.',
  })
  readonly revision!: Revision | null
}

/** Nouns of which a change can be taken back by revertChange. */
const REVERTED = ['Statement', 'Event']

const AuditEntryConnection = connectionTypes('AuditEntry', () => AuditEntryType, 'changes')

@Resolver(() => AuditEntryType)
export class AuditResolver {
  @FieldResolver(() => Boolean, {
    description: 'Is it of a kind that revertChange takes back? It may be refused still, where more was changed since.',
  })
  revertible(@Root() { noun }: AuditEntryType): boolean {
    return REVERTED.includes(noun)
  }

  @Query(() => AuditEntryConnection, { description: 'Every change of data, accounts and drafts, newest first.' })
  async audit(
    @Arg('first', () => Int, { nullable: true, description: 'How many, 1–100. Default 20.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which to begin.' }) after: string | null,
    @Arg('by', () => String, { nullable: true, description: 'Only changes by this user.' }) by: string | null,
    @Arg('noun', () => String, { nullable: true, description: 'Only changes of things of this sort.' })
    noun: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<Audit>> {
    const page = accepted(pageOf({ first, after }))
    if (page.after !== null && !/^\d{1,15}$/.test(page.after)) accepted<never>(badCursor(page.after))
    if (by === '' || noun === '') {
      accepted<never>(refuse('BAD_TEXT', '', 'a filter is not empty', 'Give a name, or leave it out'))
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
