/** The desk of an analyst: documents that wait, what the coder proposes for one, and the work on it so far. */
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import type { Suggestion } from '../../coder/suggestion.ts'
import { isRefusal, refuse } from '../../domain/error.ts'
import { checkDeskBody, type DeskDraft, type DeskWhose } from '../../domain/record/desk.ts'
import type { Document, DocumentId } from '../../domain/record/document.ts'
import type { Instant } from '../../domain/record/revision.ts'
import type { Statement } from '../../domain/record/statement.ts'
import {
  type Colleague,
  colleaguesAt,
  type DeskItem,
  deskDraftOf,
  deskQueue,
  keepDeskDraft,
  statementsAt,
} from '../../store/desk.ts'
import { documentsById, type Resembling, resemblingTo, textsOf } from '../../store/document.ts'
import type { Transaction } from '../../store/transaction.ts'
import { userOf } from '../guard/access.ts'
import { DocumentType } from '../record/document.ts'
import { type AtRevision, atRevision } from '../record/loaders.ts'
import { StatementType } from '../record/statement.ts'
import type { Context } from '../schema/context.ts'
import { DeskWhoseEnum } from '../schema/enums.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { numberKey } from '../schema/node.ts'
import { change, type Outcome, orUserError, payloadOf } from '../schema/payload.ts'
import { DateTimeScalar } from '../schema/scalars.ts'
import { proposed, SuggestionType } from './suggestion.ts'

const MOST_DOCUMENTS = 100
/** Of a document, that are shown. */
export const MOST_STATEMENTS = 100
const MOST_RESEMBLING = 5

@ObjectType('DeskItem', { description: 'A document whose text is kept, and what has come of it.' })
export class DeskItemType implements DeskItem {
  @Field(() => DocumentType, { description: 'The document.' })
  readonly document!: Document

  @Field(() => Int, { description: 'Statements of it that are settled.' })
  readonly settled!: number

  @Field(() => Int, { description: 'Statements of it that are not.' })
  readonly unsettled!: number

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When you last changed your work on it; null: not begun.',
  })
  readonly changedAt!: Instant | null

  @Field(() => String, { nullable: true, description: 'Name of who has it in hand; null: nobody.' })
  readonly holder!: string | null
}

@ObjectType('Colleague', { description: 'Somebody else who is at the same document.' })
export class ColleagueType implements Colleague {
  @Field(() => String, { description: 'Name.' })
  readonly name!: string

  @Field(() => DateTimeScalar, { description: 'When they last changed their work on it.' })
  readonly changedAt!: Instant
}

@ObjectType('DeskDraft', { description: 'Your work on a document that is not settled yet.' })
export class DeskDraftType implements Pick<DeskDraft, 'edition' | 'body' | 'changedAt'> {
  @Field(() => Int, { description: 'Grows with every change; to be given with the next one.' })
  readonly edition!: number

  @Field(() => String, { description: 'JSON text, as it was kept.' })
  readonly body!: string

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  readonly changedAt!: Instant
}

@ObjectType('Desk', { description: 'One document at the desk.' })
export class DeskType {
  readonly text!: string | null

  @Field(() => DocumentType, { description: 'The document; its field `text` holds what offsets count in.' })
  readonly document!: Document
}

@ObjectType('Resembling', { description: 'A document whose text is much like another’s.' })
export class ResemblingType implements Resembling {
  @Field(() => DocumentType, { description: 'The document.' })
  readonly document!: Document

  @Field(() => Float, { description: 'Share of the words in the same order, 0.4 to 1, estimated.' })
  readonly resemblance!: number
}

@InputType('DeskWork', { description: 'The work on a document, to be kept.' })
class DeskWorkInput {
  @Field(() => ID, { description: 'Id of the document.' })
  document!: string

  @Field(() => Int, { description: 'The edition as last read; 0: not begun.' })
  edition!: number

  @Field(() => String, { description: 'JSON text, at most 80,000 characters.' })
  body!: string
}

const KeepDeskDraftPayload = payloadOf(
  'KeepDeskDraftPayload',
  'draft',
  () => DeskDraftType,
  'the work; null where refused.',
)

@Resolver(() => DeskType)
export class DeskResolver {
  @Query(() => [DeskItemType], { description: 'Documents whose text is kept, the newest first; 100 at most.' })
  async deskQueue(
    @Arg('search', () => String, {
      defaultValue: '',
      description: 'Part of a title or of an outlet’s name; empty: all.',
    })
    search: string,
    @Arg('whose', () => DeskWhoseEnum, { defaultValue: 'ALL', description: 'In whose hand they are.' })
    whose: DeskWhose,
    @Ctx() ctx: Context,
  ): Promise<DeskItem[]> {
    ctx.unversioned.read = true
    return deskQueue(ctx.db, userOf(ctx.caller).id, { search: search.trim().slice(0, 200), whose }, MOST_DOCUMENTS)
  }

  @Query(() => DeskType, { nullable: true, description: 'One document at the desk; null if there is none of this id.' })
  async desk(
    @Arg('document', () => ID, { description: 'Id of the document.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<DeskType | null> {
    ctx.unversioned.read = true
    const key = orGraphQLError(numberKey('Document', id)) as DocumentId
    const [document] = await documentsById(ctx.db, [key])
    return document ? { document, text: (await textsOf(ctx.db, [key])).get(key) ?? null } : null
  }

  @FieldResolver(() => [SuggestionType], { description: 'What the coder proposes, in the order of the text.' })
  suggestions(@Root() desk: DeskType, @Ctx() ctx: Context): readonly Suggestion[] {
    const answer = proposed(ctx, desk)
    return isRefusal(answer) ? [] : answer.suggestions
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why the coder proposes nothing; null where it does.' })
  silence(@Root() desk: DeskType, @Ctx() ctx: Context): string | null {
    const answer = proposed(ctx, desk)
    return isRefusal(answer) ? `${answer.rule}. ${answer.cure}.` : answer.reason
  }

  @FieldResolver(() => [ResemblingType], {
    description: 'Documents whose text is much like this one’s, the most like first; 5 at most.',
  })
  async resembling(@Root() { document }: DeskType, @Ctx() ctx: Context): Promise<Resembling[]> {
    return resemblingTo(ctx.db, document.id, MOST_RESEMBLING)
  }

  @FieldResolver(() => DeskDraftType, { nullable: true, description: 'Your work on it; null: not begun.' })
  async draft(@Root() { document }: DeskType, @Ctx() ctx: Context): Promise<DeskDraft | null> {
    return deskDraftOf(ctx.db, document.id, userOf(ctx.caller).id)
  }

  @FieldResolver(() => [ColleagueType], { description: 'Who else has begun on it, the latest first; 20 at most.' })
  async colleagues(@Root() { document }: DeskType, @Ctx() ctx: Context): Promise<Colleague[]> {
    return colleaguesAt(ctx.db, document.id, userOf(ctx.caller).id)
  }

  @FieldResolver(() => [StatementType], {
    description: 'Its statements that stand, in the order of the text; 100 at most.',
  })
  async statements(@Root() { document }: DeskType, @Ctx() ctx: Context): Promise<AtRevision<Statement>[]> {
    return (await statementsAt(ctx.db, document.id, MOST_STATEMENTS)).map((row) => atRevision(row, ctx.revision))
  }

  @Mutation(() => KeepDeskDraftPayload, {
    description: 'Keeps your work on a document, so that a killed tab loses nothing.',
  })
  async keepDeskDraft(
    @Arg('input', () => DeskWorkInput, { description: 'Which, and what.' }) input: DeskWorkInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ draft: DeskDraft }>> {
    // Typing is no change of data: it stands in the audit when it is settled.
    return change(ctx, 'keepDeskDraft', async (tx) => {
      const { edition, body } = input
      orUserError(checkDeskBody(body) ?? body, 'body')
      const { id: document } = await documentOf(tx, input.document)
      const draft = orUserError(
        await keepDeskDraft(tx, { document, user: userOf(ctx.caller).id, edition, body }),
        'edition',
      )
      return { draft }
    })
  }
}

/** The document of an id, or a refusal of the field `document`. */
export async function documentOf(tx: Transaction, id: string): Promise<Document> {
  const key = orUserError(numberKey('Document', id), 'document') as DocumentId
  const [known] = await documentsById(tx, [key])
  return orUserError(known ?? refuse('UNKNOWN_ID', id, 'no document has this id', 'Add it first'), 'document')
}
