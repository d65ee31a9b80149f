/** Events that a statement may report too, with what suggests it, so that one event is counted once. */
import { Arg, Ctx, Field, Float, ID, ObjectType, Query, Resolver } from 'type-graphql'
import { tagOfLeaf } from '../../domain/codebook/weights.ts'
import { refuse } from '../../domain/error.ts'
import {
  byLikeness,
  daysAround,
  type Likened,
  type Likeness,
  likened,
  type Report,
} from '../../domain/record/candidate.ts'
import type { Event, EventId } from '../../domain/record/event.ts'
import type { Statement, StatementId } from '../../domain/record/statement.ts'
import { type PublishedReport, publishedAt, reportsAround } from '../../store/candidate.ts'
import type { Reader } from '../../store/reader.ts'
import { codebookOf } from '../codebooks/codebook.resolve.ts'
import type { Context } from '../schema/context.ts'
import { LikenessEnum } from '../schema/enums.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { numberKey } from '../schema/node.ts'
import { EventType } from './event.ts'

@ObjectType('EventCandidate', { description: 'An event on record that a statement may report too.' })
export class EventCandidateType implements Likened {
  @Field(() => EventType, {
    description: 'The event. `mergeEvents` joins it with the statement’s own event; `splitEvent` parts them again.',
  })
  readonly event!: Event

  @Field(() => [LikenessEnum], { description: 'What suggests that it is the same event, for its most similar report.' })
  readonly likenesses!: readonly Likeness[]

  @Field(() => Float, {
    description:
      'Share of words in common with that report, 0–1: of the quotes if both have one, else of the summaries.',
  })
  readonly wording!: number
}

const MAX_CANDIDATES = 10

@Resolver()
export class CandidateResolver {
  @Query(() => [EventCandidateType], {
    description:
      'Events that a settled statement may report too: between the same two actors, with the same source, of the same family, at most three days apart. Most similar first; at most 10.',
  })
  async eventCandidates(
    @Arg('statement', () => ID, { description: 'Global id of the statement.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<EventCandidateType[]> {
    ctx.unversioned.read = true
    const found = await ctx.loaders.statement.load(orGraphQLError(numberKey('Statement', id)))
    const unknown = refuse('UNKNOWN_ID', id, 'no statement has this id', 'Take the id from a statement')
    const statement = orGraphQLError<Statement>(found ?? unknown)
    const candidates = await candidatesOf(ctx, ctx.db, statement, statement.event)
    const events = await ctx.loaders.event.loadMany(candidates.map((c) => c.event))
    return candidates.flatMap(({ likenesses, wording }, i) => {
      const event = events[i]
      return event && !(event instanceof Error) ? [{ event, likenesses, wording }] : []
    })
  }
}

export interface Candidate extends Likened {
  readonly event: EventId
  readonly statement: StatementId
}

/** Candidate events, each with its most similar report. `own`: the event that the statement reports, null if it has none yet. */
export async function candidatesOf(
  ctx: Context,
  db: Reader,
  statement: Pick<
    Statement,
    'source' | 'target' | 'mutual' | 'day' | 'precision' | 'document' | 'quote' | 'summary' | 'leaf'
  >,
  own: EventId | null,
): Promise<Candidate[]> {
  const find = tagOfLeaf(codebookOf(ctx.record, 'default', ctx.revision))
  const reportOf = (row: typeof statement, { url, wire }: Pick<PublishedReport, 'url' | 'wire'>): Report => {
    const tag = row.leaf === null ? null : find(row.leaf)
    return { ...row, url, wire, tag: tag?.code ?? null, family: tag?.quad ?? null }
  }
  const self = reportOf(statement, await publishedAt(db, statement.document))
  const around = await reportsAround(db, statement, daysAround(statement), own)
  const found = around.flatMap((other) => {
    const like = likened(self, reportOf(other.statement, other))
    return like === null ? [] : [{ ...like, event: other.statement.event, statement: other.statement.id }]
  })
  found.sort(byLikeness)
  return found.filter((c, i) => found.findIndex((d) => d.event === c.event) === i).slice(0, MAX_CANDIDATES)
}
