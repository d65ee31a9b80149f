/**
 * Payloads of mutations: the changed object, and `userErrors` for refusals that a person can cure. A refusal rolls the
 * whole transaction back. Missing access is a GraphQL error instead, thrown before (access.ts).
 */
import { type ClassType, Field, ObjectType, registerEnumType } from 'type-graphql'
import {
  DomainError,
  isRefusal,
  REFUSAL_CODES,
  type Refusal,
  type RefusalCode,
  sentenceOf,
} from '../../domain/error.ts'
import type { Transaction } from '../../store/transaction.ts'
import { userOf } from '../guard/access.ts'
import type { Context } from './context.ts'

const RefusalCodeEnum = Object.fromEntries(REFUSAL_CODES.map((c) => [c, c])) as Record<RefusalCode, RefusalCode>
const CODES: Readonly<Record<RefusalCode, string>> = {
  BAD_DAY: 'The day does not exist, or is not written as YYYY-MM-DD.',
  BAD_RANGE: 'A range ends before it begins, or a value lies outside its range.',
  BAD_NUMBER: 'A number is outside its range.',
  BAD_CODE: 'A code is not written in the required form.',
  BAD_TEXT: 'A text is empty, too long, or not written in the required form.',
  UNKNOWN_ACTOR: 'No actor, office or country has this code.',
  UNKNOWN_NAME: 'Nobody has this name.',
  UNKNOWN_RELATION: 'The relation does not exist.',
  UNKNOWN_CODEBOOK: 'The codebook does not exist.',
  UNKNOWN_TAG: 'The codebook has no such tag.',
  UNKNOWN_LEAF: 'The codebook has no tag for this code.',
  UNKNOWN_COLLECTION: 'No such collection.',
  UNKNOWN_ID: 'Nothing has this id.',
  AMBIGUOUS: 'It can mean several things.',
  INCOMPLETE: 'Something is missing.',
  CONFLICT: 'Somebody else was there before: read again.',
  DECIDED: 'An editor has decided it: it is locked for analysts.',
  TOO_MUCH: 'More than is allowed at once.',
  NOT_POSSIBLE: 'It cannot be as things are.',
}
registerEnumType(RefusalCodeEnum, {
  name: 'RefusalCode',
  description: 'The kind of a refusal.',
  valuesConfig: Object.fromEntries(
    Object.entries(CODES).map(([code, description]) => [code, { description }]),
  ) as never,
})

@ObjectType('UserError', { description: 'A refusal that a person can cure. Nothing was changed.' })
export class UserErrorType {
  @Field(() => String, {
    nullable: true,
    description: 'The input field that the refusal is about; null if it is about no single field.',
  })
  field!: string | null

  @Field(() => String, { description: 'The value, the rule it breaks and the cure, as an English sentence.' })
  message!: string

  @Field(() => RefusalCodeEnum, { description: 'The kind of refusal.' })
  code!: RefusalCode
}

/** A refusal, and the field of the input it is about. */
export interface Fault {
  readonly field: string | null
  readonly refusal: Refusal
}

/** Thrown inside `change`: rolls the transaction back; the faults become `userErrors`. */
class RefusedChange extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map((f) => sentenceOf(f.refusal)).join(' '))
  }
}

/** Returns the value, or throws the refusal as the user error of an input field. */
export function orUserError<T>(x: T | Refusal, field: string | null): T {
  if (isRefusal(x)) throw new RefusedChange([{ field, refusal: x }])
  return x
}

/** Throws all faults as user errors, if there are any. */
export function throwIfAny(faults: readonly (Fault | null)[]): void {
  const found = faults.filter((f) => f !== null)
  if (found.length > 0) throw new RefusedChange(found)
}

export type Outcome<T> = (T | { readonly [K in keyof T]?: never }) & { readonly userErrors: readonly UserErrorType[] }

/** Runs `work`; if it throws user errors, the payload has only these. */
export async function withUserErrors<T extends object>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ...(await work()), userErrors: [] }
  } catch (error) {
    if (!(error instanceof RefusedChange)) throw error
    const userErrors = error.faults.map(({ field, refusal }) => {
      return { field, message: sentenceOf(refusal), code: refusal.code }
    })
    return { userErrors } as unknown as Outcome<T>
  }
}

/** An entry of the audit, without user and time. */
export interface AuditedChange {
  readonly noun: string
  readonly key: string | number
  readonly before: object | null
  readonly after: object | null
}

/** Writes an entry to the audit, in the transaction of the change. */
export type Note = (changed: AuditedChange) => Promise<void>

/** Runs a change by the caller in one transaction with its audit entry. Afterwards the request reads the new revision. */
export function change<T extends object>(
  ctx: Context,
  action: string,
  work: (tx: Transaction, note: Note) => Promise<T>,
): Promise<Outcome<T>> {
  return withUserErrors(() => changeAs(ctx, action, userOf(ctx.caller).name, work))
}

/** The same for a named user, to be called inside `withUserErrors`. */
export async function changeAs<T>(
  ctx: Context,
  action: string,
  by: string,
  work: (tx: Transaction, note: Note) => Promise<T>,
): Promise<T> {
  const writing = ctx.write(by, action, async (tx) => {
    try {
      const done = await work(tx, (entry) => writeAudit(tx, action, ctx.caller.via ?? 'link', entry))
      // Inside the transaction, because updating what depends on the change, such as an event, may refuse it too.
      await tx.settleUp()
      return done
    } catch (error) {
      throw error instanceof DomainError ? new RefusedChange([{ field: null, refusal: error.refusal }]) : error
    }
  })
  const result = await writing.catch((error: unknown) => {
    // The remaining errors are the database's own; they name files, which a client must not see.
    throw error instanceof DomainError ? new Error('The change could not be written', { cause: error }) : error
  })
  await ctx.refresh(ctx)
  return result
}

function writeAudit(
  tx: Transaction,
  action: string,
  via: string,
  { noun, key, before, after }: AuditedChange,
): Promise<void> {
  const json = (x: object | null) => (x === null ? null : JSON.stringify(x))
  return tx.audit({ via, action, noun, key: String(key), before: json(before), after: json(after) })
}

/** The payload type of a mutation with one object, null if refused. */
export function payloadOf<T extends object>(
  name: string,
  field: string,
  type: () => ClassType<T>,
  description: string,
) {
  @ObjectType(name, { description: `Result of the mutation: ${description}` })
  class PayloadType {
    @Field(() => [UserErrorType], { description: 'The reasons for the refusal; empty if the change was made.' })
    userErrors!: readonly UserErrorType[]
  }
  Field(type, { nullable: true, description: `${description[0]?.toUpperCase()}${description.slice(1)}` })(
    PayloadType.prototype,
    field,
  )
  return PayloadType
}
