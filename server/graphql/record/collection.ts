/** Collections and outlets. */
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Day } from '../../domain/day.ts'
import type { Collection, CollectionId, CollectionKind, Outlet } from '../../domain/record/document.ts'
import type { Revision } from '../../domain/record/revision.ts'
import { stands } from '../../domain/record/revision.ts'
import type { Context } from '../schema/context.ts'
import { CollectionKindEnum } from '../schema/enums.ts'
import { globalId, NodeType } from '../schema/node.ts'
import { DateScalar } from '../schema/scalars.ts'

@ObjectType('Outlet', { description: 'A publisher of documents.' })
export class OutletType implements Outlet {
  @Field(() => String, { description: 'Code of the outlet, such as `tolonews`; it never changes.' })
  readonly code!: string

  @Field(() => String, { description: 'Name of the outlet.' })
  readonly name!: string

  @Field(() => String, {
    nullable: true,
    description: 'Country of the outlet, as three letters of ISO 3166-1 alpha-3; null if it has none.',
  })
  readonly country!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Wire family: outlets of one family count as one source; null if the outlet stands alone.',
  })
  readonly wire!: string | null
}

@ObjectType('Collection', {
  implements: NodeType,
  description: 'A release of a data set or a body of articles, with the days it covers.',
})
export class CollectionType implements Collection {
  readonly id!: CollectionId
  readonly pairs!: Collection['pairs']
  readonly addedIn!: Revision
  readonly supersededIn!: Revision | null

  @Field(() => String, { description: 'Code of the collection, such as `icews-2018`; it never changes.' })
  readonly code!: string

  @Field(() => String, { description: 'Title of the collection.' })
  readonly title!: string

  @Field(() => CollectionKindEnum, { description: 'Whether it is a data set release or a body of articles.' })
  readonly kind!: CollectionKind

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First covered day; null for articles that are not monitored.',
  })
  readonly from!: Day | null

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last covered day; null for articles that are not monitored.',
  })
  readonly to!: Day | null

  @Field(() => Int, {
    nullable: true,
    description:
      'v: how much one event of a data set counts beside a hand-coded one under LEVEL, in tenths; null: it is read only where it is named. Of articles always 10, whatever stands here.',
  })
  readonly volume!: number | null

  @Field(() => String, { description: 'How to cite it.' })
  readonly citation!: string

  @Field(() => String, { nullable: true, description: 'Where the collection is published; null if not known.' })
  readonly url!: string | null

  @Field(() => String, { nullable: true, description: 'Licence of the collection; null if not known.' })
  readonly licence!: string | null
}

@Resolver(() => CollectionType)
export class CollectionResolver {
  @FieldResolver(() => ID, { description: 'Global id, as `node(id)` takes it.' })
  id(@Root() collection: Collection): string {
    return globalId('Collection', collection.code)
  }

  @Query(() => [CollectionType], { description: 'All collections on record.' })
  collections(@Ctx() ctx: Context): readonly Collection[] {
    return ctx.record.directory.collections.filter((c) => stands(c, ctx.revision))
  }
}
