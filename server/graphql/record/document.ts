/** Documents, which statements come from. Only analysts may read a text; the public reads summaries and short quotes. */
import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Day } from '../../domain/day.ts'
import { must, refuse } from '../../domain/error.ts'
import type { Collection, CollectionId, Document, DocumentId, Outlet } from '../../domain/record/document.ts'
import type { Revision } from '../../domain/record/revision.ts'
import { hasRole } from '../guard/caller.ts'
import type { Context } from '../schema/context.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { globalId, NodeType, numberKey } from '../schema/node.ts'
import { DateScalar } from '../schema/scalars.ts'
import { CollectionType, OutletType } from './collection.ts'

@ObjectType('Document', {
  simpleResolvers: true,
  implements: NodeType,
  description: 'An article, or a release of a data set.',
})
export class DocumentType implements Document {
  readonly id!: DocumentId
  readonly collection!: CollectionId
  readonly outlet!: string | null
  readonly contentHash!: string | null
  readonly addedIn!: Revision
  readonly supersededIn!: Revision | null

  @Field(() => String, { description: 'Title of the document.' })
  readonly title!: string

  @Field(() => String, { nullable: true, description: 'Address at which the document can be read; null if not known.' })
  readonly url!: string | null

  @Field(() => DateScalar, { nullable: true, description: 'Day of publication; null if not known.' })
  readonly published!: Day | null

  @Field(() => String, { description: 'Language of the document, as a BCP 47 tag.' })
  readonly language!: string
}

@Resolver(() => DocumentType)
export class DocumentResolver {
  @Query(() => DocumentType, { nullable: true, description: 'A document by id; null if there is none.' })
  async document(
    @Arg('id', () => ID, { description: 'Global id of the document.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<Document | null> {
    return ctx.loaders.document.load(orGraphQLError(numberKey('Document', id)))
  }

  @FieldResolver(() => ID, { description: 'Global id, as `node(id)` takes it.' })
  id(@Root() document: Document): string {
    return globalId('Document', document.id)
  }

  @FieldResolver(() => OutletType, { nullable: true, description: 'The publisher of the document; null if not known.' })
  outlet(@Root() document: Document, @Ctx() ctx: Context): Outlet | null {
    return ctx.record.directory.outlets.findLast((o) => o.code === document.outlet) ?? null
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Text of the document, for analysts; null for everybody else, and if no text is stored.',
  })
  async text(@Root() document: Document, @Ctx() ctx: Context): Promise<string | null> {
    if (!hasRole(ctx.caller, 'ANALYST')) return null
    // A text may be stored later than its document, without a revision; and a browser must not cache it.
    ctx.unversioned.read = true
    return ctx.loaders.text.load(document.id)
  }

  @FieldResolver(() => CollectionType, { description: 'The collection that the document belongs to.' })
  collection(@Root() document: Document, @Ctx() ctx: Context): Collection {
    return collectionOf(ctx, document.collection)
  }
}

/** The collection of a row on record. It exists, because a foreign key requires it. */
export function collectionOf(ctx: Context, id: CollectionId): Collection {
  const unknown = refuse('UNKNOWN_COLLECTION', id, 'no collection has this number', 'Report it: the record is damaged')
  return must(ctx.record.directory.collections.findLast((c) => c.id === id) ?? unknown)
}
