/** Documents: where statements come from. The text is for analysts alone: the public has summaries and short quotes. */
import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Day } from '../../domain/day.ts'
import { must, refuse } from '../../domain/error.ts'
import type { Collection, CollectionId, Document, DocumentId, Outlet } from '../../domain/record/document.ts'
import type { Revision } from '../../domain/record/revision.ts'
import { has } from '../guard/caller.ts'
import type { Context } from '../schema/context.ts'
import { accepted } from '../schema/errors.ts'
import { globalId, NodeType, numberKey } from '../schema/node.ts'
import { DateScalar } from '../schema/scalars.ts'
import { CollectionType, OutletType } from './collection.ts'

@ObjectType('Document', {
  simpleResolvers: true,
  implements: NodeType,
  description: 'An article, or the release of a data set.',
})
export class DocumentType implements Document {
  readonly id!: DocumentId
  readonly collection!: CollectionId
  readonly outlet!: string | null
  readonly contentHash!: string | null
  readonly addedIn!: Revision
  readonly supersededIn!: Revision | null

  @Field(() => String, { description: 'Title.' })
  readonly title!: string

  @Field(() => String, { nullable: true, description: 'Where it can be read; null where not known.' })
  readonly url!: string | null

  @Field(() => DateScalar, { nullable: true, description: 'Day of publishing; null where not known.' })
  readonly published!: Day | null

  @Field(() => String, { description: 'Language, BCP 47.' })
  readonly language!: string
}

@Resolver(() => DocumentType)
export class DocumentResolver {
  @Query(() => DocumentType, { nullable: true, description: 'A document by id; null if there is none.' })
  async document(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<Document | null> {
    return ctx.loaders.document.load(accepted(numberKey('Document', id)))
  }

  @FieldResolver(() => ID, { description: 'Global id.' })
  id(@Root() document: Document): string {
    return globalId('Document', document.id)
  }

  @FieldResolver(() => OutletType, { nullable: true, description: 'Who published it; null where not known.' })
  outlet(@Root() document: Document, @Ctx() ctx: Context): Outlet | null {
    return ctx.record.directory.outlets.findLast((o) => o.code === document.outlet) ?? null
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Its text as given, for analysts; null for everybody else, and where none is stored.',
  })
  async text(@Root() document: Document, @Ctx() ctx: Context): Promise<string | null> {
    if (!has(ctx.caller, 'ANALYST')) return null
    // It may be stored later than its document, without a revision; and it is not for a browser to keep.
    ctx.beside.read = true
    return ctx.loaders.text.load(document.id)
  }

  @FieldResolver(() => CollectionType, { description: 'The collection it belongs to.' })
  collection(@Root() document: Document, @Ctx() ctx: Context): Collection {
    return collectionOf(ctx, document.collection)
  }
}

/** The collection that a row of the record names: the store keeps no row without it. */
export function collectionOf(ctx: Context, id: CollectionId): Collection {
  const unknown = refuse('UNKNOWN_COLLECTION', id, 'no collection has this number', 'Report it: the record is torn')
  return must(ctx.record.directory.collections.findLast((c) => c.id === id) ?? unknown)
}
