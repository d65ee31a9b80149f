/** Who settled the statements of a document at the desk, and that they changed while it is open. */
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql'
import { PROPOSER } from '../../domain/agreement/coding.ts'
import type { DocumentId } from '../../domain/record/document.ts'
import type { Revision } from '../../domain/record/revision.ts'
import { decidedBy } from '../../domain/record/settled.ts'
import { codingsOf } from '../../store/coding.ts'
import { standingIds, statementsAt } from '../../store/desk.ts'
import { userOf } from '../guard/access.ts'
import { followFeed, type LiveContext } from '../record/live.ts'
import type { Context } from '../schema/context.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { globalId, numberKey } from '../schema/node.ts'
import { DeskType, MOST_STATEMENTS } from './desk.ts'

@ObjectType('DeskSettling', { description: 'Who settled a statement of a document at the desk.' })
export class DeskSettlingType {
  @Field(() => ID, { description: 'Id of the statement, which stands.' })
  readonly statement!: string

  @Field(() => Boolean, { description: 'Did you? A decision is nobody’s own.' })
  readonly own!: boolean

  @Field(() => String, {
    nullable: true,
    description: 'Name of the editor who decided it, so that it is locked for analysts; null: nobody has.',
  })
  readonly decidedBy!: string | null
}

@ObjectType('DeskChanged', { description: 'That statements of a document at the desk are others than before.' })
export class DeskChangedType {
  @Field(() => Int, { description: 'The data revision; ask the desk again.' })
  readonly revision!: Revision
}

interface Asking {
  readonly args: { readonly document: string }
  readonly context: LiveContext
}

@Resolver(() => DeskType)
export class DeskSettlingResolver {
  @FieldResolver(() => String, {
    description: 'The program that proposes, as it is named where its reasons are given.',
  })
  coder(): string {
    return PROPOSER
  }

  @FieldResolver(() => [DeskSettlingType], {
    description: 'Who settled those of its statements that are, in their order.',
  })
  async settlings(@Root() { document }: DeskType, @Ctx() ctx: Context): Promise<DeskSettlingType[]> {
    const ids = (await statementsAt(ctx.db, document.id, MOST_STATEMENTS)).map(({ id }) => id)
    const codings = await codingsOf(ctx.db, ids, ctx.revision)
    const { name } = userOf(ctx.caller)
    return ids.flatMap((id) => {
      const found = codings.filter((c) => c.statement === id)
      const settling = found.find((c) => c.state === 'SETTLED')
      if (!settling) return []
      return [{ statement: globalId('Statement', id), own: settling.coder === name, decidedBy: decidedBy(found) }]
    })
  }

  @Subscription(() => DeskChangedType, {
    description:
      'Tells when a statement of a document at the desk is settled, corrected, decided or withdrawn by anybody.',
    subscribe: (asking) => deskChanged(asking),
  })
  deskChanged(
    @Root() changed: DeskChangedType,
    @Arg('document', () => ID, { description: 'Id of the document.' }) _document: string,
  ): DeskChangedType {
    return changed
  }
}

async function deskChanged({ args, context }: Asking): Promise<AsyncIterable<DeskChangedType>> {
  const document = orGraphQLError(numberKey('Document', args.document)) as DocumentId
  let last = (await standingIds(context.db, document)).join()
  return followFeed(context.feed, async (revision) => {
    const now = (await standingIds(context.db, document)).join()
    if (now === last) return []
    last = now
    return [{ revision }]
  })
}
