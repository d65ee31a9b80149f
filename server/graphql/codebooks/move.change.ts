/** Adding known moves, and withdrawing them. */
import { Arg, Ctx, Field, Float, InputType, Mutation, Resolver } from 'type-graphql'
import type { Day } from '../../domain/day.ts'
import type { Measure } from '../../domain/directory/relation.ts'
import { refuse } from '../../domain/error.ts'
import { faultsOfMove, type KnownMove, type Sense } from '../../domain/explain/move.ts'
import { checkText } from '../../domain/text.ts'
import { directoryAt } from '../../store/directory.ts'
import { addMoves } from '../../store/reference.ts'
import { moves as table } from '../../store/tables/directory.ts'
import type { Context } from '../schema/context.ts'
import { MeasureEnum, SenseEnum } from '../schema/enums.ts'
import { change, type Outcome, payloadOf, taken, without } from '../schema/payload.ts'
import { DateScalar } from '../schema/scalars.ts'
import { KnownMoveType } from './move.ts'

/** Of all relations together, that stand at once. */
const MOST_MOVES = 100

@InputType('NewKnownMove', { description: 'A known move to add.' })
class NewKnownMoveInput {
  @Field(() => String, { description: 'Code that no other ever had: lower case words joined by hyphens.' })
  code!: string

  @Field(() => String, { description: 'Slug of a named relation.' })
  relation!: string

  @Field(() => MeasureEnum, { description: 'Which score moved.' })
  measure!: Measure

  @Field(() => SenseEnum, { description: 'Which way.' })
  sense!: Sense

  @Field(() => DateScalar, { description: 'The day before it.' })
  from!: Day

  @Field(() => DateScalar, { description: 'The day after it.' })
  to!: Day

  @Field(() => Float, { defaultValue: 2, description: 'Points by which it must have moved at the least.' })
  least!: number

  @Field(() => String, { description: 'What happened, at most 1000 characters.' })
  note!: string

  @Field(() => String, { description: 'Where that is known from, at most 1000 characters.' })
  source!: string
}

@InputType('KnownMoveWithdrawal', { description: 'A known move to withdraw.' })
class KnownMoveWithdrawalInput {
  @Field(() => String, { description: 'Its code.' })
  code!: string

  @Field(() => String, { description: 'Why, at most 1000 characters; it stands in the audit.' })
  reason!: string
}

const payload = (name: string, description: string) => payloadOf(name, 'move', () => KnownMoveType, description)
const AddKnownMovePayload = payload('AddKnownMovePayload', 'the move; null where refused.')
const WithdrawKnownMovePayload = payload('WithdrawKnownMovePayload', 'the move as it stood; null where refused.')

@Resolver()
export class KnownMoveChangeResolver {
  @Mutation(() => AddKnownMovePayload, {
    description: 'Adds a known move, to which every codebook is held from now on.',
  })
  async addKnownMove(
    @Arg('input', () => NewKnownMoveInput, { description: 'Which.' }) input: NewKnownMoveInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ move: KnownMove }>> {
    return change(ctx, 'addKnownMove', async (tx, note) => {
      const { relations, moves } = await directoryAt(tx, tx.revision)
      const given = { ...input }
      without(
        faultsOfMove(
          given,
          relations.map((r) => r.slug),
        ),
      )
      if (moves.length >= MOST_MOVES) {
        const rule = `at most ${MOST_MOVES} known moves stand at once`
        taken(refuse('TOO_MUCH', moves.length, rule, 'Withdraw one that says the same as another'), null)
      }
      if ((await addMoves(tx, [given])) === 0) {
        taken(refuse('CONFLICT', input.code, 'a move has or had this code', 'Give another'), 'code')
      }
      const move = { ...given, addedIn: tx.revision, supersededIn: null }
      await note({ noun: 'KnownMove', key: move.code, before: null, after: given })
      return { move }
    })
  }

  @Mutation(() => WithdrawKnownMovePayload, {
    description: 'Withdraws a known move; what was published before it stays.',
  })
  async withdrawKnownMove(
    @Arg('input', () => KnownMoveWithdrawalInput, { description: 'Which.' }) { code, reason }: KnownMoveWithdrawalInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ move: KnownMove }>> {
    return change(ctx, 'withdrawKnownMove', async (tx, note) => {
      const found = (await directoryAt(tx, tx.revision)).moves.find((m) => m.code === code)
      const move = taken(
        found ?? refuse('UNKNOWN_ID', code, 'no known move of this code stands', 'Look at checks'),
        'code',
      )
      const fault = checkText(reason, 1000)
      if (fault) taken(fault, 'reason')
      await tx.supersede(table, 'code', [code])
      await note({ noun: 'KnownMove', key: code, before: move, after: { reason } })
      return { move }
    })
  }
}
