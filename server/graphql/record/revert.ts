/** Reverts one change in the audit. A reversal is a change itself, so it can be reverted too. */
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { refuse } from '../../domain/error.ts'
import type { Audit } from '../../domain/record/audit.ts'
import type { EventId } from '../../domain/record/event.ts'
import type { StatementId } from '../../domain/record/statement.ts'
import { checkText } from '../../domain/text.ts'
import { auditById, latestAudit } from '../../store/audit.ts'
import { restoreReports, restoreStatement } from '../../store/revert.ts'
import { statementsById } from '../../store/statement.ts'
import type { Transaction } from '../../store/transaction.ts'
import type { Context } from '../schema/context.ts'
import { change, type Outcome, orUserError, payloadOf } from '../schema/payload.ts'
import { AuditEntryType } from './audit.ts'

@InputType('ChangeReverting', { description: 'The change to revert, and the reason.' })
class ChangeRevertingInput {
  @Field(() => Int, { description: 'Number of the audit entry.' })
  entry!: number

  @Field(() => String, { description: 'Why the change is reverted, 1 to 500 characters; written to the audit.' })
  reason!: string
}

const RevertChangePayload = payloadOf(
  'RevertChangePayload',
  'entry',
  () => AuditEntryType,
  'the audit entry of the reversal; null if refused.',
)

@Resolver()
export class RevertResolver {
  @Mutation(() => RevertChangePayload, {
    description:
      'Reverts one change of a statement or an event: the former state is current again, in a new revision. Refused if the statement was changed since. For an event, each statement reports the event it reported before.',
  })
  async revertChange(
    @Arg('input', () => ChangeRevertingInput, { description: 'The change to revert, and the reason.' })
    input: ChangeRevertingInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ entry: Audit }>> {
    return change(ctx, 'revertChange', async (tx, note) => {
      orUserError(checkText(input.reason, 500), 'reason')
      const unknown = refuse('UNKNOWN_ID', input.entry, 'the audit has no such entry', 'Take the number from the audit')
      const entry = orUserError((await auditById(tx, input.entry)) ?? unknown, 'entry')
      const after = { reason: input.reason, reverts: entry.id }
      if (entry.noun === 'Statement') {
        const { left, restored } = await revertStatement(tx, entry)
        const [was, is] = [left === null ? null : { id: left }, restored === null ? {} : { id: restored }]
        await note({ noun: 'Statement', key: restored ?? left ?? '', before: was, after: { ...after, ...is } })
      } else if (entry.noun === 'Event') {
        const reported = reportsIn(entry.before)
        await restoreReports(tx, reported)
        if (!tx.wrote) {
          const rule = 'all statements report their events as before it already'
          orUserError(refuse('CONFLICT', entry.id, rule, 'Nothing is left to take back'), 'entry')
        }
        const reports = Object.fromEntries(reported)
        await note({
          noun: 'Event',
          key: entry.key ?? '',
          before: asJson(entry.after),
          after: { ...after, ...reports },
        })
      } else {
        const rule = `what is done to a ${entry.noun} is not taken back from here`
        orUserError(refuse('NOT_POSSIBLE', entry.id, rule, CURES[entry.noun] ?? 'Correct it where it is made'), 'entry')
      }
      return { entry: (await latestAudit(tx)) as Audit }
    })
  }
}

const CURES: Readonly<Record<string, string>> = {
  User: 'Give the user a new link: it lets them in again, with the role it names',
  Codebook: 'Publish a copy of the version before',
  Actor: 'Correct it with supersedeActor',
  Relation: 'Correct it with supersedeRelation',
  Tenure: 'Correct it with supersedeTenure',
  Person: 'Correct it with supersedePerson',
  Post: 'Correct it with supersedePost',
}

/** `left`: the statement that was replaced, null if there was none. `restored`: the current one, null if there is none. */
interface RevertedStatement {
  readonly left: StatementId | null
  readonly restored: StatementId | null
}

async function revertStatement(tx: Transaction, entry: Audit): Promise<RevertedStatement> {
  const [former, made] = [idIn(entry.before), idIn(entry.after)]
  const last = (made ?? former) as StatementId
  const [row] = await statementsById(tx, [last])
  const [next] = await tx.all<{ id: number }>('SELECT "id" FROM statement WHERE "supersedes" = ? LIMIT 1', [last])
  const stands = row !== undefined && row.supersededIn === null
  // An added or corrected statement must still be current; a withdrawn one must not have been restored.
  if (made !== null ? !stands : stands || next !== undefined) {
    const now = next ? `Statement:${next.id} came after it` : made !== null ? 'it was withdrawn since' : 'it stands'
    orUserError(refuse('CONFLICT', `Statement:${last}`, now, 'Take back the later change first'), 'entry')
  }
  const restored = await restoreStatement(tx, former, made)
  return { left: made, restored: restored?.statement ?? null }
}

type Json = Readonly<Record<string, unknown>>

function asJson(text: string | null): Json {
  return JSON.parse(text ?? '{}') as Json
}

function idIn(text: string | null): StatementId | null {
  const { id } = asJson(text)
  return typeof id === 'number' ? (id as StatementId) : null
}

/** The statements that reported each event, by its id, from the audit entry of an event. */
function reportsIn(text: string | null): Map<EventId, StatementId[]> {
  const lists = Object.entries(asJson(text)).filter(([key, ids]) => /^\d+$/.test(key) && Array.isArray(ids))
  return new Map(lists.map(([key, ids]) => [Number(key) as EventId, ids as StatementId[]]))
}
