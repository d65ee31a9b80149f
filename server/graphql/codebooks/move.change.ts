/** Mutations of known moves: add and withdraw. */
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
import { change, type Outcome, orUserError, payloadOf, throwIfAny } from '../schema/payload.ts'
import { DateScalar } from '../schema/scalars.ts'
import { KnownMoveType } from './move.ts'

/** Current known moves of all relations together. */
const MAX_MOVES = 100

@InputType('NewKnownMove', { description: 'The known move to add.' })
class NewKnownMoveInput {
  @Field(() => String, { description: 'A code that no known move ever had: lower case words joined by hyphens.' })
  code!: string

  @Field(() => String, { description: 'Slug of a named relation.' })
  relation!: string

  @Field(() => MeasureEnum, { description: 'The measure that moved: tension or engagement.' })
  measure!: Measure

  @Field(() => SenseEnum, { description: 'Whether the score rose or fell.' })
  sense!: Sense

  @Field(() => DateScalar, { description: 'A day before the move; its score is compared with that of `to`.' })
  from!: Day

  @Field(() => DateScalar, { description: 'A day after the move; its score is compared with that of `from`.' })
  to!: Day

  @Field(() => Float, {
    defaultValue: 2,
    description: 'By how many points the score must move at least, above 0 and at most 100.',
  })
  least!: number

  @Field(() => String, { description: 'What happened, at most 1000 characters.' })
  note!: string

  @Field(() => String, {
    description: 'Where this is known from, at most 1000 characters; nothing that depends on weights.',
  })
  source!: string
}

@InputType('KnownMoveWithdrawal', { description: 'The known move to withdraw, and why.' })
class KnownMoveWithdrawalInput {
  @Field(() => String, { description: 'Code of the known move.' })
  code!: string

  @Field(() => String, { description: 'Why it is withdrawn, at most 1000 characters; written to the audit.' })
  reason!: string
}

const payload = (name: string, description: string) => payloadOf(name, 'move', () => KnownMoveType, description)
const AddKnownMovePayload = payload('AddKnownMovePayload', 'the known move; null if refused.')
const WithdrawKnownMovePayload = payload('WithdrawKnownMovePayload', 'the move as it was before; null if refused.')

@Resolver()
export class KnownMoveChangeResolver {
  @Mutation(() => AddKnownMovePayload, {
    description: 'Adds a known move, which every codebook is checked against from now on.',
  })
  async addKnownMove(
    @Arg('input', () => NewKnownMoveInput, { description: 'The known move to add.' }) input: NewKnownMoveInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ move: KnownMove }>> {
    return change(ctx, 'addKnownMove', async (tx, note) => {
      const { relations, moves } = await directoryAt(tx, tx.revision)
      const given = { ...input }
      throwIfAny(
        faultsOfMove(
          given,
          relations.map((r) => r.slug),
        ),
      )
      if (moves.length >= MAX_MOVES) {
        const rule = `at most ${MAX_MOVES} known moves stand at once`
        orUserError(refuse('TOO_MUCH', moves.length, rule, 'Withdraw one that says the same as another'), null)
      }
      if ((await addMoves(tx, [given])) === 0) {
        orUserError(refuse('CONFLICT', input.code, 'a move has or had this code', 'Give another'), 'code')
      }
      const move = { ...given, addedIn: tx.revision, supersededIn: null }
      await note({ noun: 'KnownMove', key: move.code, before: null, after: given })
      return { move }
    })
  }

  @Mutation(() => WithdrawKnownMovePayload, {
    description: 'Withdraws a known move. Earlier revisions keep it.',
  })
  async withdrawKnownMove(
    @Arg('input', () => KnownMoveWithdrawalInput, { description: 'The known move to withdraw, and why.' }) {
      code,
      reason,
    }: KnownMoveWithdrawalInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ move: KnownMove }>> {
    return change(ctx, 'withdrawKnownMove', async (tx, note) => {
      const found = (await directoryAt(tx, tx.revision)).moves.find((m) => m.code === code)
      const move = orUserError(
        found ??
          refuse('UNKNOWN_ID', code, 'no known move of this code stands', 'Take the code from the query knownMoves'),
        'code',
      )
      const fault = checkText(reason, 1000)
      if (fault) orUserError(fault, 'reason')
      await tx.supersede(table, 'code', [code])
      await note({ noun: 'KnownMove', key: code, before: move, after: { reason } })
      return { move }
    })
  }
}
