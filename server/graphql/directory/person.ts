/** Persons, and the posts they held: for whom a named speaker spoke on a day. */
import { Arg, Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Day } from '../../domain/day.ts'
import type { ActorCode } from '../../domain/directory/actor.ts'
import { nameKey } from '../../domain/directory/directory.ts'
import type { Person } from '../../domain/directory/person.ts'
import { stands } from '../../domain/record/revision.ts'
import type { PostRow } from '../../store/held.ts'
import { connectionTypes, PageArgs, pageOf, pageOfList } from '../schema/connection.ts'
import type { Context } from '../schema/context.ts'
import { accepted } from '../schema/errors.ts'
import { DateScalar } from '../schema/scalars.ts'
import { ActorType, actorOnRecord } from './actor.ts'

@ObjectType('Person', { description: 'Somebody who speaks for an actor, by the posts they hold.' })
export class PersonType implements Person {
  readonly id!: string

  @Field(() => String, { description: 'Name.' })
  readonly name!: string

  @Field(() => [String], { description: 'Other spellings and short forms.' })
  readonly aliases!: readonly string[]
}

@ObjectType('Post', { description: 'A post that a person held for an actor between two days, both inclusive.' })
export class PostType implements Pick<PostRow, 'title' | 'from' | 'to' | 'citation'> {
  readonly id!: number
  readonly person!: string
  readonly actor!: ActorCode

  @Field(() => String, { description: 'What it was called.' })
  readonly title!: string

  @Field(() => DateScalar, { nullable: true, description: 'First day; null: open or not known.' })
  readonly from!: Day | null

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null: still held, or not known.' })
  readonly to!: Day | null

  @Field(() => String, { description: 'Where this is known from.' })
  readonly citation!: string
}

const PersonConnection = connectionTypes('Person', () => PersonType, 'persons')

@Resolver(() => PersonType)
export class PersonResolver {
  @Query(() => PersonConnection, { description: 'Persons in the order of their codes.' })
  persons(
    @Arg('search', () => String, { nullable: true, description: 'Part of a name or alias; null: all.' }) search:
      | string
      | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ) {
    const key = nameKey(search ?? '')
    const found = ctx.record.directory.persons
      .filter((p) => stands(p, ctx.revision))
      .filter(({ name, aliases }) => key === '' || [name, ...aliases].some((known) => nameKey(known).includes(key)))
      .sort((x, y) => (x.id < y.id ? -1 : 1))
    return pageOfList(found, accepted(pageOf(page)), (p) => p.id)
  }

  @FieldResolver(() => String, { description: 'Stable code, such as `khawaja-asif`.' })
  code(@Root() person: Person): string {
    return person.id
  }

  @FieldResolver(() => [PostType], { description: 'The posts they held, oldest first.' })
  posts(@Root() person: Person, @Ctx() ctx: Context): readonly PostRow[] {
    const begin = (p: PostRow) => p.from ?? Number.NEGATIVE_INFINITY
    return ctx.record.directory.posts
      .filter((p) => p.person === person.id && stands(p, ctx.revision))
      .sort((x, y) => begin(x) - begin(y))
  }
}

@Resolver(() => PostType)
export class PostResolver {
  @FieldResolver(() => Int, {
    description: 'Its number on record, by which it is corrected; a correction has another.',
  })
  number(@Root() post: PostRow): number {
    return post.id
  }

  @FieldResolver(() => ActorType, { description: 'For whom they spoke.' })
  actor(@Root() post: PostRow, @Ctx() ctx: Context) {
    return actorOnRecord(ctx, post.actor)
  }
}
