/** Subscriptions: what has changed since the last look. Each answer is resolved in the record as it then stands. */
import { Repeater, SlidingBuffer } from '@graphql-yoga/subscription'
import { Arg, Field, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql'
import type { Codebook } from '../../domain/codebook/codebook.ts'
import type { Relation } from '../../domain/directory/relation.ts'
import { isRefusal } from '../../domain/error.ts'
import type { Revision } from '../../domain/record/revision.ts'
import type { Statement } from '../../domain/record/statement.ts'
import { slicesOf, viewsOf } from '../../domain/score/slice.ts'
import type { Feed } from '../../store/feed.ts'
import { latestStatement, settledAfter } from '../../store/statement.ts'
import { CodebookType } from '../codebooks/codebook.ts'
import { RelationByInput } from '../directory/relation.by.ts'
import { RelationType } from '../directory/relation.ts'
import type { Context } from '../schema/context.ts'
import { comparable } from '../scores/compare.ts'
import { readIn } from './loaders.ts'
import { StatementType } from './statement.ts'

/** What a subscription has at hand beside the rest. */
export interface LiveContext extends Context {
  readonly feed: Feed
}

interface Asking {
  readonly args: { readonly relations?: readonly RelationByInput[] | null }
  readonly context: LiveContext
}

@ObjectType('ScoresChanged', { description: 'The relations whose scores may have changed in a revision.' })
export class ScoresChangedType {
  @Field(() => Int, { description: 'The data revision.' })
  readonly revision!: Revision

  @Field(() => [RelationType], { description: 'Those of the relations asked that it touched; ask them for a series.' })
  readonly relations!: readonly Relation[]
}

/** Statements told of one revision; of an import of more, the newest. */
const MOST_TOLD = 100
/** Events that wait for a slow client; of more, the newest. */
const WAITING = 200

@Resolver()
export class LiveResolver {
  @Subscription(() => ScoresChangedType, {
    description: 'Tells when events, tenures, coverage or codebooks behind the scores of 1 to 12 relations change.',
    subscribe: (asking) => scoresChanged(asking),
  })
  scoresChanged(
    @Root() changed: ScoresChangedType,
    @Arg('relations', () => [RelationByInput], { description: 'Which, each once.' }) _relations: RelationByInput[],
  ): ScoresChangedType {
    return changed
  }

  @Subscription(() => StatementType, {
    description: 'Tells each statement that is settled, or settled anew; of more than 100 at once, the newest 100.',
    subscribe: (asking) => statementSettled(asking),
  })
  statementSettled(
    @Root() statement: Statement,
    @Arg('relations', () => [RelationByInput], { nullable: true, description: 'Only of 1 to 12 relations; null: all.' })
    _relations: RelationByInput[] | null,
  ): Statement {
    return statement
  }

  @Subscription(() => CodebookType, {
    description: 'Tells each version of a codebook that is published, whoever publishes it.',
    subscribe: (asking) => codebookPublished(asking),
  })
  codebookPublished(@Root() codebook: Codebook): Codebook {
    return codebook
  }
}

function scoresChanged({ args, context }: Asking): AsyncIterable<ScoresChangedType> {
  const relations = comparable(context, args.relations ?? [])
  const seen = new Map(relations.map((relation) => [relation, basisOf(context, relation, context.revision)]))
  return following(context.feed, (revision) => {
    const changed = relations.filter((relation) => {
      const [before, now] = [seen.get(relation) ?? [], basisOf(context, relation, revision)]
      seen.set(relation, now)
      return now.length !== before.length || now.some((part, i) => part !== before[i])
    })
    return changed.length === 0 ? [] : [{ revision, relations: changed }]
  })
}

async function statementSettled({ args, context }: Asking): Promise<AsyncIterable<Statement>> {
  const relations = args.relations == null ? null : comparable(context, args.relations)
  let last = await latestStatement(context.db)
  return following(context.feed, async (revision) => {
    const rows = await settledAfter(context.db, last, revision, MOST_TOLD)
    last = rows.at(-1)?.id ?? last
    const pairs = relations?.flatMap((relation) => pairsOf(context, relation, revision))
    const told = pairs === undefined ? rows : rows.filter((row) => pairs.includes(`${row.a} ${row.b}`))
    return told.map((row) => readIn(row, revision))
  })
}

function codebookPublished({ context }: Pick<Asking, 'context'>): AsyncIterable<Codebook> {
  let last = context.revision
  return following(context.feed, (revision) => {
    const published = context.record.codebooks.filter((c) => c.publishedAt > last && c.publishedAt <= revision)
    last = revision
    return published
  })
}

/** What `tell` answers to each new revision, one after the other, until the client has enough. */
export function following<T>(
  feed: Feed,
  tell: (revision: Revision) => readonly T[] | Promise<readonly T[]>,
): AsyncIterable<T> {
  return new Repeater<T>(async (push, stop) => {
    const end = feed.listen(async (revision) => {
      for (const event of await tell(revision)) void push(event)
    })
    await stop
    end()
  }, new SlidingBuffer(WAITING))
}

/** All that a relation's scores rest on; cells are never changed in place, so others are other objects. */
function basisOf(ctx: Context, relation: Relation, revision: Revision): readonly unknown[] {
  const directory = ctx.record.directoryIn(revision)
  const views = viewsOf(directory, relation)
  const slices = isRefusal(views)
    ? []
    : views.flatMap((view) => {
        const found = slicesOf(directory, relation, view, ctx.record.lastDayIn(revision))
        return isRefusal(found) ? [] : found
      })
  const reference = [slices.map(({ pair, from }) => [pair, from]), directory.collections, ctx.record.codebooks.length]
  return [JSON.stringify(reference), ...slices.map((slice) => ctx.record.cellsOf(slice.pair))]
}

function pairsOf(ctx: Context, relation: Relation, revision: Revision): string[] {
  const directory = ctx.record.directoryIn(revision)
  const views = viewsOf(directory, relation)
  if (isRefusal(views)) return []
  const slices = slicesOf(directory, relation, views[0] ?? 'ENTITY', ctx.record.lastDayIn(revision))
  return isRefusal(slices) ? [] : slices.map(({ pair }) => `${pair.a} ${pair.b}`)
}
