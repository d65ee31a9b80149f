/** Known moves, and whether a codebook shows them. move.change.ts adds and withdraws them. */
import { Arg, Ctx, Field, FieldResolver, Float, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Codebook } from '../../domain/codebook/codebook.ts'
import type { Day } from '../../domain/day.ts'
import type { Measure } from '../../domain/directory/relation.ts'
import {
  type Checked,
  checked,
  type FalseAlarms,
  type KnownMove,
  type Sense,
  sumOf,
  type Verdict,
} from '../../domain/explain/move.ts'
import { type Revision, stands } from '../../domain/record/revision.ts'
import { relationOf } from '../directory/relation.by.ts'
import { RelationType } from '../directory/relation.ts'
import type { Context } from '../schema/context.ts'
import { MeasureEnum, SenseEnum, VerdictEnum } from '../schema/enums.ts'
import { DateScalar } from '../schema/scalars.ts'
import { dailyLinesOf } from '../scores/daily.ts'
import { resolveCodebook } from './codebook.resolve.ts'
import { CodebookType } from './codebook.ts'

@ObjectType('KnownMove', {
  description:
    'A move that a relation is known to have made, from a source that needs no weights. It belongs to no codebook: every version and draft is checked against the same moves, and adding one changes no hash.',
})
export class KnownMoveType {
  readonly relation!: string
  readonly addedIn!: Revision
  readonly supersededIn!: Revision | null

  @Field(() => String, { description: 'Code of the known move: lower case words joined by hyphens.' })
  readonly code!: string

  @Field(() => MeasureEnum, { description: 'The measure that moved: tension or engagement.' })
  readonly measure!: Measure

  @Field(() => SenseEnum, { description: 'Whether the score rose or fell.' })
  readonly sense!: Sense

  @Field(() => DateScalar, { description: 'A day before the move; its score is compared with that of `to`.' })
  readonly from!: Day

  @Field(() => DateScalar, { description: 'A day after the move; its score is compared with that of `from`.' })
  readonly to!: Day

  @Field(() => Float, { description: 'By how many points the score must move at least, above 0 and at most 100.' })
  readonly least!: number

  @Field(() => String, { description: 'What happened.' })
  readonly note!: string

  @Field(() => String, { description: 'Where this is known from; nothing that depends on weights.' })
  readonly source!: string
}

@ObjectType('FalseAlarms', {
  simpleResolvers: true,
  description:
    'How often the same comparison finds the same move on placebo days: every other pair of days as far apart, with a score on both, that does not overlap the move.',
})
export class FalseAlarmsType implements FalseAlarms {
  @Field(() => Int, { description: 'Number of placebo pairs of days.' })
  readonly n!: number

  @Field(() => Int, { description: 'Number of placebo pairs whose score moved as far the same way.' })
  readonly alarms!: number

  @Field(() => Int, {
    description: 'Number of placebo pairs that do not overlap each other; the interval is computed from these.',
  })
  readonly independent!: number

  @Field(() => Float, { nullable: true, description: 'Share of alarms among the n pairs, 0–1; null if n is 0.' })
  readonly rate!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'Lower limit of the 80 % interval of the rate, 0–1; null if n is 0.',
  })
  readonly low!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'Upper limit of the 80 % interval of the rate, 0–1; null if n is 0.',
  })
  readonly high!: number | null
}

@ObjectType('Check', { simpleResolvers: true, description: 'One known move under one codebook.' })
export class CheckType implements Checked {
  @Field(() => KnownMoveType, { description: 'The known move.' })
  readonly move!: KnownMove

  @Field(() => VerdictEnum, { description: 'Whether the scores show the move.' })
  readonly verdict!: Verdict

  @Field(() => Float, { nullable: true, description: 'The score on `from`, 0–100; null if there is none.' })
  readonly before!: number | null

  @Field(() => Float, { nullable: true, description: 'The score on `to`, 0–100; null if there is none.' })
  readonly after!: number | null

  @Field(() => Float, {
    nullable: true,
    description: '`after` minus `before`, in points; null if one of them is missing.',
  })
  readonly change!: number | null

  @Field(() => FalseAlarmsType, { description: 'How often the same comparison finds the same on placebo days.' })
  readonly placebo!: FalseAlarms
}

@ObjectType('Checks', { description: 'All current known moves under one codebook.' })
export class ChecksType {
  @Field(() => CodebookType, { description: 'The codebook that is checked.' })
  readonly codebook!: Codebook

  @Field(() => Int, { description: 'Number of moves that the scores show.' })
  readonly pass!: number

  @Field(() => Int, { description: 'Number of moves that the scores do not show.' })
  readonly fail!: number

  @Field(() => Int, { description: 'Number of moves without a score on one of the two days.' })
  readonly undecided!: number

  @Field(() => FalseAlarmsType, {
    description: 'False alarms over the placebo days of all moves that could be decided.',
  })
  readonly placebo!: FalseAlarms

  @Field(() => [CheckType], { description: 'The known moves, by relation and day.' })
  readonly all!: readonly CheckType[]
}

@Resolver(() => KnownMoveType)
export class KnownMoveResolver {
  @Query(() => ChecksType, { description: 'Whether the scores of a codebook show what is known to have happened.' })
  async checks(
    @Arg('codebook', () => String, {
      defaultValue: 'default',
      description:
        'A version such as `default-1`, or a name such as `default` for its latest version; analysts may also name a draft, such as `draft:7`.',
    })
    version: string,
    @Ctx() ctx: Context,
  ): Promise<ChecksType> {
    const codebook = await resolveCodebook(ctx, version)
    const standing = standingMoves(ctx)
    const relations = [...new Set(standing.map((m) => m.relation))]
    const lines = new Map(
      await Promise.all(
        relations.map(async (slug) => {
          const relation = relationOf(ctx, slug)
          return [slug, relation === null ? null : await dailyLinesOf(ctx, relation, codebook)] as const
        }),
      ),
    )
    const all = standing.map((move) => ({ move, ...checked(move, lines.get(move.relation) ?? null) }))
    return { codebook, ...sumOf(all), all }
  }

  @Query(() => [KnownMoveType], { description: 'All current known moves, by relation and day; at most 100.' })
  knownMoves(@Ctx() ctx: Context): readonly KnownMove[] {
    return standingMoves(ctx)
  }

  @FieldResolver(() => RelationType, {
    nullable: true,
    description: 'The relation that moved; null if it is no longer on record.',
  })
  relation(@Root() move: KnownMove, @Ctx() ctx: Context) {
    return relationOf(ctx, move.relation)
  }
}

function standingMoves(ctx: Context): readonly KnownMove[] {
  return ctx.record.directory.moves.filter((move) => stands(move, ctx.revision))
}
