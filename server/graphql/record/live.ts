/** Subscriptions: changes since the last revision. Each event is resolved in the current record. */
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
import { atRevision } from './loaders.ts'
import { StatementType } from './statement.ts'

/** The context of a subscription. */
export interface LiveContext extends Context {
  readonly feed: Feed
}

interface SubscriptionRequest {
  readonly args: { readonly relations?: readonly RelationByInput[] | null }
  readonly context: LiveContext
}

@ObjectType('ScoresChanged', { description: 'The relations whose scores may have changed in a data revision.' })
export class ScoresChangedType {
  @Field(() => Int, { description: 'Number of the data revision.' })
  readonly revision!: Revision

  @Field(() => [RelationType], {
    description: 'Those of the relations asked for whose events, tenures, coverage or codebooks changed.',
  })
  readonly relations!: readonly Relation[]
}

/** Statements sent for one revision; of more, the newest. */
const MAX_STATEMENTS_SENT = 100
/** Events buffered for a slow client; of more, the newest. */
const MAX_WAITING_EVENTS = 200

@Resolver()
export class LiveResolver {
  @Subscription(() => ScoresChangedType, {
    description:
      'Sends an event when events, tenures, coverage or codebooks behind the scores of 1 to 12 relations change.',
    subscribe: (asking) => scoresChanged(asking),
  })
  scoresChanged(
    @Root() changed: ScoresChangedType,
    @Arg('relations', () => [RelationByInput], { description: '1 to 12 relations, each once.' })
    _relations: RelationByInput[],
  ): ScoresChangedType {
    return changed
  }

  @Subscription(() => StatementType, {
    description: 'Sends each statement that is settled or settled again; of more than 100 at once, the newest 100.',
    subscribe: (asking) => statementSettled(asking),
  })
  statementSettled(
    @Root() statement: Statement,
    @Arg('relations', () => [RelationByInput], {
      nullable: true,
      description: 'Only statements of these 1 to 12 relations; null: all.',
    })
    _relations: RelationByInput[] | null,
  ): Statement {
    return statement
  }

  @Subscription(() => CodebookType, {
    description: 'Sends each codebook version that is published.',
    subscribe: (asking) => codebookPublished(asking),
  })
  codebookPublished(@Root() codebook: Codebook): Codebook {
    return codebook
  }
}

function scoresChanged({ args, context }: SubscriptionRequest): AsyncIterable<ScoresChangedType> {
  const relations = comparable(context, args.relations ?? [])
  const seen = new Map(relations.map((relation) => [relation, basisOf(context, relation, context.revision)]))
  return followFeed(context.feed, (revision) => {
    const changed = relations.filter((relation) => {
      const [before, now] = [seen.get(relation) ?? [], basisOf(context, relation, revision)]
      seen.set(relation, now)
      return now.length !== before.length || now.some((part, i) => part !== before[i])
    })
    return changed.length === 0 ? [] : [{ revision, relations: changed }]
  })
}

async function statementSettled({ args, context }: SubscriptionRequest): Promise<AsyncIterable<Statement>> {
  const relations = args.relations == null ? null : comparable(context, args.relations)
  let last = await latestStatement(context.db)
  return followFeed(context.feed, async (revision) => {
    const rows = await settledAfter(context.db, last, revision, MAX_STATEMENTS_SENT)
    last = rows.at(-1)?.id ?? last
    const pairs = relations?.flatMap((relation) => pairsOf(context, relation, revision))
    const matching = pairs === undefined ? rows : rows.filter((row) => pairs.includes(`${row.a} ${row.b}`))
    return matching.map((row) => atRevision(row, revision))
  })
}

function codebookPublished({ context }: Pick<SubscriptionRequest, 'context'>): AsyncIterable<Codebook> {
  let last = context.revision
  return followFeed(context.feed, (revision) => {
    const published = context.record.codebooks.filter((c) => c.publishedAt > last && c.publishedAt <= revision)
    last = revision
    return published
  })
}

/** The events that `eventsOf` returns for each new revision, in order, until the client unsubscribes. */
export function followFeed<T>(
  feed: Feed,
  eventsOf: (revision: Revision) => readonly T[] | Promise<readonly T[]>,
): AsyncIterable<T> {
  return new Repeater<T>(async (push, stop) => {
    const end = feed.listen(async (revision) => {
      for (const event of await eventsOf(revision)) void push(event)
    })
    await stop
    end()
  }, new SlidingBuffer(MAX_WAITING_EVENTS))
}

/** Everything that a relation's scores depend on. Cells are immutable, so changed cells are other objects. */
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
