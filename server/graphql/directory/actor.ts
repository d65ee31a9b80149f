/** Actors, and the offices that they hold. */
import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Day } from '../../domain/day.ts'
import type { Actor, ActorCode, ActorKind } from '../../domain/directory/actor.ts'
import { nameKey } from '../../domain/directory/directory.ts'
import {
  holdsOn,
  type Office,
  type OfficeCode,
  type Tenure,
  type TenureBasis,
  tenureOn,
} from '../../domain/directory/tenure.ts'
import { must, refuse } from '../../domain/error.ts'
import { type Revision, stands } from '../../domain/record/revision.ts'
import { connectionTypes, PageArgs, pageOf, pageOfList } from '../schema/connection.ts'
import type { Context } from '../schema/context.ts'
import { ActorKindEnum, TenureBasisEnum } from '../schema/enums.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { globalId, NodeType } from '../schema/node.ts'
import { DateScalar } from '../schema/scalars.ts'

@ObjectType('Actor', {
  simpleResolvers: true,
  implements: NodeType,
  description: 'An entity that can speak, act or be addressed.',
})
export class ActorType implements Actor {
  readonly addedIn!: Revision
  readonly supersededIn!: Revision | null

  @Field(() => String, { description: 'Code of the actor, such as `PAK`, `AFG.IRA` or `TAL`; it never changes.' })
  readonly code!: ActorCode

  @Field(() => String, { description: 'Name of the actor, in English.' })
  readonly name!: string

  @Field(() => ActorKindEnum, { description: 'The kind of actor.' })
  readonly kind!: ActorKind

  @Field(() => String, {
    nullable: true,
    description:
      'Country of the actor, as three letters of ISO 3166-1 alpha-3; null if it belongs to none, such as an international organisation.',
  })
  readonly country!: string | null
}

@ObjectType('Tenure', { description: 'An actor’s holding of an office between two days, both inclusive.' })
export class TenureType implements Tenure {
  readonly id!: number
  readonly office!: OfficeCode
  readonly holder!: ActorCode
  readonly addedIn!: Revision
  readonly supersededIn!: Revision | null

  @Field(() => DateScalar, { nullable: true, description: 'First day; null if it is not known.' })
  readonly from!: Day | null

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day; null if the office is still held or the day is not known.',
  })
  readonly to!: Day | null

  @Field(() => TenureBasisEnum, { description: 'On what ground the office is held.' })
  readonly basis!: TenureBasis

  @Field(() => String, { description: 'Where this is known from.' })
  readonly citation!: string
}

@ObjectType('Office', { implements: NodeType, description: 'An office that actors hold one after another.' })
export class OfficeType implements Office {
  @Field(() => String, { description: 'Code of the office, such as `AFG.GOV`; it never changes.' })
  readonly code!: OfficeCode

  @Field(() => String, { description: 'Name of the office, in English.' })
  readonly name!: string

  @Field(() => String, { description: 'Country of the office, as three letters of ISO 3166-1 alpha-3.' })
  readonly country!: string
}

const ActorConnection = connectionTypes('Actor', () => ActorType, 'actors')

/** The actor with a code, current or superseded; null if there never was one. */
export function actorOf(ctx: Context, code: ActorCode): Actor | null {
  return ctx.record.directory.actors.findLast((a) => a.code === code) ?? null
}

/** The actor of a row on record. It exists, because a foreign key requires it. */
export function actorOnRecord(ctx: Context, code: ActorCode): Actor {
  const unknown = refuse('UNKNOWN_ACTOR', code, 'no actor has this code', 'Look up codes with the query actors(search)')
  return must(actorOf(ctx, code) ?? unknown)
}

@Resolver(() => ActorType)
export class ActorResolver {
  @Query(() => ActorType, { nullable: true, description: 'The actor with a code; null if there is none.' })
  actor(
    @Arg('code', () => String, { description: 'Code of the actor.' }) code: string,
    @Ctx() ctx: Context,
  ): Actor | null {
    return actorOf(ctx, code as ActorCode)
  }

  @Query(() => ActorConnection, { description: 'Actors, ordered by code.' })
  actors(
    @Arg('search', () => String, { nullable: true, description: 'Part of a name, alias or code; null: all actors.' })
    search: string | null,
    @Arg('on', () => DateScalar, {
      nullable: true,
      description: 'Search only aliases valid on this day; null: all aliases.',
    })
    on: Day | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ) {
    const { directory } = ctx.record
    const standing = directory.actors.filter((a) => stands(a, ctx.revision)).sort((x, y) => (x.code < y.code ? -1 : 1))
    const key = nameKey(search ?? '')
    const known = (a: Actor) => [a.code, a.name, ...namesOf(ctx, a.code, on ?? null)]
    const found = key === '' ? standing : standing.filter((a) => known(a).some((n) => nameKey(n).includes(key)))
    return pageOfList(found, orGraphQLError(pageOf(page)), (a) => a.code)
  }

  @FieldResolver(() => ID, { description: 'Global id, as `node(id)` takes it.' })
  id(@Root() actor: Actor): string {
    return globalId('Actor', actor.code)
  }

  @FieldResolver(() => [String], { description: 'Aliases of the actor; with `on`, only those valid on that day.' })
  names(
    @Root() actor: Actor,
    @Arg('on', () => DateScalar, { nullable: true, description: 'Only aliases valid on this day; null: all.' })
    on: Day | null,
    @Ctx() ctx: Context,
  ): readonly string[] {
    return namesOf(ctx, actor.code, on ?? null)
  }
}

@Resolver(() => TenureType)
export class TenureResolver {
  @FieldResolver(() => Int, {
    description: 'Number of the tenure on record, as `supersedeTenure` takes it. A corrected tenure has a new number.',
  })
  number(@Root() tenure: Tenure): number {
    return tenure.id
  }

  @FieldResolver(() => ActorType, { description: 'The actor who holds the office.' })
  holder(@Root() tenure: Tenure, @Ctx() ctx: Context): Actor {
    return actorOnRecord(ctx, tenure.holder)
  }
}

@Resolver(() => OfficeType)
export class OfficeResolver {
  @Query(() => OfficeType, { nullable: true, description: 'The office with a code; null if there is none.' })
  office(
    @Arg('code', () => String, { description: 'Code of the office.' }) code: string,
    @Ctx() ctx: Context,
  ): Office | null {
    return ctx.record.directory.offices.findLast((o) => o.code === code) ?? null
  }

  @Query(() => [OfficeType], { description: 'All offices on record, ordered by code.' })
  offices(@Ctx() ctx: Context): Office[] {
    const { offices } = ctx.record.directory
    return offices.filter((o) => stands(o, ctx.revision)).sort((x, y) => (x.code < y.code ? -1 : 1))
  }

  @FieldResolver(() => ID, { description: 'Global id, as `node(id)` takes it.' })
  id(@Root() office: Office): string {
    return globalId('Office', office.code)
  }

  @FieldResolver(() => ActorType, {
    nullable: true,
    description: 'The actor who held the office on a day; null if none is on record.',
  })
  holder(
    @Root() office: Office,
    @Arg('on', () => DateScalar, { description: 'The day.' }) on: Day,
    @Ctx() ctx: Context,
  ): Actor | null {
    const tenure = tenureOn(tenuresStanding(ctx), office.code, on)
    return tenure === null ? null : actorOf(ctx, tenure.holder)
  }

  @FieldResolver(() => [TenureType], { description: 'Who held the office and when, oldest first.' })
  tenures(@Root() office: Office, @Ctx() ctx: Context): readonly Tenure[] {
    const begin = (t: Tenure) => t.from ?? Number.NEGATIVE_INFINITY
    return tenuresStanding(ctx)
      .filter((t) => t.office === office.code)
      .sort((x, y) => begin(x) - begin(y))
  }
}

function tenuresStanding(ctx: Context): Tenure[] {
  return ctx.record.directory.tenures.filter((t) => stands(t, ctx.revision))
}

function namesOf(ctx: Context, code: ActorCode, on: Day | null): string[] {
  return ctx.record.directory.names
    .filter((n) => n.actor === code && (on === null || holdsOn(n, on)))
    .map((n) => n.name)
}
