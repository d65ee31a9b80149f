/** Adding statements, settling them, putting them right, withdrawing them. The event and the tallies follow at once. */
import { randomUUID } from 'node:crypto'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { formatDay } from '../../domain/day.ts'
import type { ActorCode } from '../../domain/directory/actor.ts'
import { refuse } from '../../domain/error.ts'
import type { DocumentId } from '../../domain/record/document.ts'
import type { Statement, StatementId } from '../../domain/record/statement.ts'
import { pairOf } from '../../domain/score/tally.ts'
import { checkText } from '../../domain/text.ts'
import { isAllBy } from '../../store/lineage.ts'
import { type NewStatement, settle, supersedeStatement } from '../../store/settle.ts'
import { statementsById } from '../../store/statement.ts'
import type { StatementRow } from '../../store/tables/record.ts'
import type { Transaction } from '../../store/transaction.ts'
import { userOf } from '../guard/access.ts'
import type { Context } from '../schema/context.ts'
import { numberKey } from '../schema/node.ts'
import { change, type Outcome, orUserError, payloadOf } from '../schema/payload.ts'
import { type Candidate, candidatesOf } from './candidate.ts'
import { judgedBy } from './judgement.ts'
import { check, corrected, type Done, dated, eventJoined, standing } from './statement.corrected.ts'
import { StatementCorrectionInput, StatementSettlingInput, StatementWithdrawalInput } from './statement.correction.ts'
import { heldOf, isJudgedByOthers, refuseUnreasoned } from './statement.guard.ts'
import { NewStatementInput } from './statement.inputs.ts'
import { StatementType } from './statement.ts'

const payload = (name: string, what = 'the statement as it stands now; null where refused.') =>
  payloadOf(name, 'statement', () => StatementType, what)
const AddStatementPayload = payload('AddStatementPayload')
const SettleStatementPayload = payload('SettleStatementPayload')
const SupersedeStatementPayload = payload('SupersedeStatementPayload')
const WithdrawStatementPayload = payload('WithdrawStatementPayload', 'the statement as it stood; null where refused.')

type Answer = Promise<Outcome<{ statement: Statement }>>

@Resolver()
export class StatementChangeResolver {
  @Mutation(() => AddStatementPayload, { description: 'Adds a statement, settled where a judgement is given.' })
  async addStatement(
    @Arg('input', () => NewStatementInput, { description: 'Which.' }) input: NewStatementInput,
    @Ctx() ctx: Context,
  ): Answer {
    return read(ctx, 'addStatement', async (tx) => {
      const { judgement = null, event = null, document, origin, ...fields } = input
      const bare: NewStatement = dated({
        ...fields,
        document: orUserError(numberKey('Document', document), 'document') as DocumentId,
        source: fields.source as ActorCode,
        target: fields.target as ActorCode,
        origin: origin ?? `desk ${randomUUID()}`,
        quote: fields.quote ?? null,
        speaker: fields.speaker ?? null,
        start: fields.start ?? null,
        end: fields.end ?? null,
        killedLow: fields.killedLow ?? null,
        killedBest: fields.killedBest ?? null,
        killedHigh: fields.killedHigh ?? null,
        caption: fields.caption ?? null,
        issues: fields.issues ?? [],
        leaf: null,
      })
      const judged = judgement && (await judgedBy(ctx, tx, judgement, bare))
      const asked = { ...bare, leaf: judged?.leaf ?? null }
      orUserError(checkText(asked.origin, 200), 'origin')
      await check(tx, asked)
      await refuseKnown(tx, asked)
      const same = event === null && judged !== null ? await sameWords(ctx, tx, asked) : null
      const joined = same?.event ?? (await eventJoined(tx, event, asked))
      const note =
        same === null ? {} : { joined: same.event, because: `its words are those of Statement:${same.statement}` }
      return { before: null, id: (await settle(tx, asked, joined, judged?.coding ?? null)).statement, note }
    })
  }

  @Mutation(() => SettleStatementPayload, { description: 'Gives a statement its stance; one it had is superseded.' })
  async settleStatement(
    @Arg('input', () => StatementSettlingInput, { description: 'Which, and how.' }) input: StatementSettlingInput,
    @Ctx() ctx: Context,
  ): Answer {
    return read(ctx, 'settleStatement', async (tx) => corrected(ctx, tx, input))
  }

  @Mutation(() => SupersedeStatementPayload, { description: 'Puts a statement right; the old one stays on record.' })
  async supersedeStatement(
    @Arg('input', () => StatementCorrectionInput, { description: 'Which, and how.' }) input: StatementCorrectionInput,
    @Ctx() ctx: Context,
  ): Answer {
    return read(ctx, 'supersedeStatement', async (tx) => corrected(ctx, tx, input))
  }

  @Mutation(() => WithdrawStatementPayload, { description: 'Takes a statement out of the scores; it stays on record.' })
  async withdrawStatement(
    @Arg('input', () => StatementWithdrawalInput, { description: 'Which, and why.' }) input: StatementWithdrawalInput,
    @Ctx() ctx: Context,
  ): Answer {
    return read(ctx, 'withdrawStatement', async (tx) => {
      const { statement, reason = null } = input
      const held = await heldOf(tx, await standing(tx, statement))
      const { row: before } = held
      const by = userOf(ctx.caller).name
      const undoing = reason === null && !isJudgedByOthers(held, by) && (await isAllBy(tx, before.id, by))
      if (before.leaf === null && !undoing) orUserError(checkText(reason ?? '', 500), 'reason')
      refuseUnreasoned(ctx, held, reason, undoing)
      await supersedeStatement(tx, before.id, null)
      return { before, id: null, note: undoing ? { undone: true } : { reason } }
    })
  }
}

/** The event of a report whose quote is the same text: a copy, or the same claim printed twice, makes no new event. */
async function sameWords(ctx: Context, tx: Transaction, asked: NewStatement): Promise<Candidate | null> {
  const candidates = await candidatesOf(ctx, tx, asked, null)
  return candidates.find((c) => c.likenesses.includes('SAME_WORDS')) ?? null
}

/** Runs a change, enters it into the audit, and reads what it made. */
export async function read(ctx: Context, action: string, work: (tx: Transaction) => Promise<Done>): Answer {
  const done = await change(ctx, action, async (tx, note) => {
    const { before, id, note: more } = await work(tx)
    const [after] = id === null ? [] : await statementsById(tx, [id])
    await note({
      noun: 'Statement',
      key: (id ?? before?.id) as number,
      before: before && shown(before),
      after: after ? { ...shown(after), ...more } : Object.keys(more).length > 0 ? more : null,
    })
    return { id: (id ?? before?.id) as StatementId }
  })
  if (done.id === undefined) return { userErrors: done.userErrors }
  return { statement: (await ctx.loaders.statement.load(done.id)) as Statement, userErrors: [] }
}

/** Nothing of the same origin may stand in the collection between the same two. */
async function refuseKnown(tx: Transaction, asked: NewStatement): Promise<void> {
  const { a, b } = pairOf(asked.source, asked.target)
  const [known] = await tx.all<{ id: number }>(
    `SELECT s."id" FROM statement s JOIN document d ON d."id" = ? AND d."collection" = s."collection"
     WHERE s."origin" = ? AND s."a" = ? AND s."b" = ? AND s."supersededIn" IS NULL`,
    [asked.document, asked.origin, a, b],
  )
  if (!known) return
  const rule = `Statement:${known.id} is on record under this origin`
  orUserError(refuse('CONFLICT', asked.origin, rule, 'Correct that one with supersedeStatement'), 'origin')
}

function shown({ addedIn: _n, supersededIn: _s, a: _a, b: _b, day, ...statement }: StatementRow): object {
  return { ...statement, day: formatDay(day) }
}
