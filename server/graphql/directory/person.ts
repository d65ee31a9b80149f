/** Persons and their posts, which say for which actor a named speaker spoke on a day. */
import { Arg, Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Day } from '../../domain/day.ts'
import type { ActorCode } from '../../domain/directory/actor.ts'
import { nameKey } from '../../domain/directory/directory.ts'
import type { Person } from '../../domain/directory/person.ts'
import { stands } from '../../domain/record/revision.ts'
import type { PostRow } from '../../store/held.ts'
import { connectionTypes, PageArgs, pageOf, pageOfList } from '../schema/connection.ts'
import type { Context } from '../schema/context.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { DateScalar } from '../schema/scalars.ts'
import { ActorType, actorOnRecord } from './actor.ts'

@ObjectType('Person', { description: 'A person who speaks for actors through the posts they hold.' })
export class PersonType implements Person {
  readonly id!: string

  @Field(() => String, { description: 'Name of the person.' })
  readonly name!: string

  @Field(() => [String], { description: 'Other spellings and short forms of the name.' })
  readonly aliases!: readonly string[]
}

@ObjectType('Post', { description: 'A post that a person held for an actor between two days, both inclusive.' })
export class PostType implements Pick<PostRow, 'title' | 'from' | 'to' | 'citation'> {
  readonly id!: number
  readonly person!: string
  readonly actor!: ActorCode

  @Field(() => String, { description: 'Title of the post.' })
  readonly title!: string

  @Field(() => DateScalar, { nullable: true, description: 'First day; null if it is not known.' })
  readonly from!: Day | null

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day; null if the post is still held or the day is not known.',
  })
  readonly to!: Day | null

  @Field(() => String, { description: 'Where this is known from.' })
  readonly citation!: string
}

const PersonConnection = connectionTypes('Person', () => PersonType, 'persons')

@Resolver(() => PersonType)
export class PersonResolver {
  @Query(() => PersonConnection, { description: 'Persons, ordered by code.' })
  persons(
    @Arg('search', () => String, { nullable: true, description: 'Part of a name or alias; null: all persons.' }) search:
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
    return pageOfList(found, orGraphQLError(pageOf(page)), (p) => p.id)
  }

  @FieldResolver(() => String, { description: 'Code of the person, such as `khawaja-asif`; it never changes.' })
  code(@Root() person: Person): string {
    return person.id
  }

  @FieldResolver(() => [PostType], { description: 'The posts that the person held, oldest first.' })
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
    description: 'Number of the post on record, as `supersedePost` takes it. A corrected post has a new number.',
  })
  number(@Root() post: PostRow): number {
    return post.id
  }

  @FieldResolver(() => ActorType, { description: 'The actor that the person spoke for.' })
  actor(@Root() post: PostRow, @Ctx() ctx: Context) {
    return actorOnRecord(ctx, post.actor)
  }
}
