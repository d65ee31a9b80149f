/** Known moves, and what a codebook makes of them. Adding and withdrawing them is move.change.ts. */
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
import { codebookAsked } from './codebook.asked.ts'
import { CodebookType } from './codebook.ts'

@ObjectType('KnownMove', {
  description:
    'What a relation is known to have done, from a source that needs no weights. It belongs to no codebook: every version and draft is held to the same moves, and a move added later changes the hash of none.',
})
export class KnownMoveType {
  readonly relation!: string
  readonly addedIn!: Revision
  readonly supersededIn!: Revision | null

  @Field(() => String, { description: 'Stable code: lower case words joined by hyphens.' })
  readonly code!: string

  @Field(() => MeasureEnum, { description: 'Which score moved.' })
  readonly measure!: Measure

  @Field(() => SenseEnum, { description: 'Which way.' })
  readonly sense!: Sense

  @Field(() => DateScalar, { description: 'The day before it: the score at its end is held against that of `to`.' })
  readonly from!: Day

  @Field(() => DateScalar, { description: 'The day after it.' })
  readonly to!: Day

  @Field(() => Float, { description: 'Points by which the score must move at the least, above 0, at most 100.' })
  readonly least!: number

  @Field(() => String, { description: 'What happened.' })
  readonly note!: string

  @Field(() => String, { description: 'Where that is known from; nothing that depends on weights.' })
  readonly source!: string
}

@ObjectType('FalseAlarms', {
  simpleResolvers: true,
  description:
    'How often the same comparison finds the same on placebo days: every other pair of days as far apart, with a score on both, that does not overlap the move.',
})
export class FalseAlarmsType implements FalseAlarms {
  @Field(() => Int, { description: 'Placebo pairs.' })
  readonly n!: number

  @Field(() => Int, { description: 'Those that moved as far the same way.' })
  readonly alarms!: number

  @Field(() => Int, { description: 'How many of the n do not overlap each other: the interval rests on these.' })
  readonly independent!: number

  @Field(() => Float, { nullable: true, description: 'Share of alarms among the n, 0–1; null where n is 0.' })
  readonly rate!: number | null

  @Field(() => Float, { nullable: true, description: 'Lower end of its 80 % interval, 0–1; null where n is 0.' })
  readonly low!: number | null

  @Field(() => Float, { nullable: true, description: 'Upper end, 0–1; null where n is 0.' })
  readonly high!: number | null
}

@ObjectType('Check', { simpleResolvers: true, description: 'One known move under one codebook.' })
export class CheckType implements Checked {
  @Field(() => KnownMoveType, { description: 'The move.' })
  readonly move!: KnownMove

  @Field(() => VerdictEnum, { description: 'Whether the scores show it.' })
  readonly verdict!: Verdict

  @Field(() => Float, { nullable: true, description: 'The score on `from`, 0–100; null: none.' })
  readonly before!: number | null

  @Field(() => Float, { nullable: true, description: 'The score on `to`, 0–100; null: none.' })
  readonly after!: number | null

  @Field(() => Float, { nullable: true, description: 'after − before; null where one of them is missing.' })
  readonly change!: number | null

  @Field(() => FalseAlarmsType, { description: 'What a pass is worth.' })
  readonly placebo!: FalseAlarms
}

@ObjectType('Checks', { description: 'Every known move that stands, under one codebook.' })
export class ChecksType {
  @Field(() => CodebookType, { description: 'The codebook.' })
  readonly codebook!: Codebook

  @Field(() => Int, { description: 'Moves that the scores show.' })
  readonly pass!: number

  @Field(() => Int, { description: 'Moves that they do not show.' })
  readonly fail!: number

  @Field(() => Int, { description: 'Moves of which the data says too little.' })
  readonly undecided!: number

  @Field(() => FalseAlarmsType, { description: 'Over the placebo days of every move that could be decided.' })
  readonly placebo!: FalseAlarms

  @Field(() => [CheckType], { description: 'Each move, by relation and day.' })
  readonly all!: readonly CheckType[]
}

@Resolver(() => KnownMoveType)
export class KnownMoveResolver {
  @Query(() => ChecksType, { description: 'Whether a codebook shows what is known to have happened.' })
  async checks(
    @Arg('codebook', () => String, {
      defaultValue: 'default',
      description: 'A version such as `default-1`, or a name: its latest; for analysts also a draft, `draft:7`.',
    })
    version: string,
    @Ctx() ctx: Context,
  ): Promise<ChecksType> {
    const codebook = await codebookAsked(ctx, version)
    const standing = movesIn(ctx)
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

  @Query(() => [KnownMoveType], { description: 'Every known move that stands, by relation and day; 100 at most.' })
  knownMoves(@Ctx() ctx: Context): readonly KnownMove[] {
    return movesIn(ctx)
  }

  @FieldResolver(() => RelationType, { nullable: true, description: 'Whose; null where it stands no more.' })
  relation(@Root() move: KnownMove, @Ctx() ctx: Context) {
    return relationOf(ctx, move.relation)
  }
}

function movesIn(ctx: Context): readonly KnownMove[] {
  return ctx.record.directory.moves.filter((move) => stands(move, ctx.revision))
}
