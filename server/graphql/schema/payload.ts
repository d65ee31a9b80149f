/**
 * What a mutation answers: the object it was about, and `userErrors` for refusals that a person can cure. A refusal takes
 * the whole transaction back. Failures of access are errors of the request instead; they come before (access.ts).
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
  BAD_DAY: 'No such day.',
  BAD_RANGE: 'An end before its beginning, or a place outside.',
  BAD_NUMBER: 'A number outside its range.',
  BAD_CODE: 'A code that is not written as it must be.',
  BAD_TEXT: 'A text that is empty, too long, or not written as it must be.',
  UNKNOWN_ACTOR: 'No actor, office or country of this code.',
  UNKNOWN_NAME: 'Nobody is known by this name.',
  UNKNOWN_RELATION: 'No such relation.',
  UNKNOWN_CODEBOOK: 'No such codebook.',
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
  description: 'Why something was refused.',
  valuesConfig: Object.fromEntries(
    Object.entries(CODES).map(([code, description]) => [code, { description }]),
  ) as never,
})

@ObjectType('UserError', { description: 'A refusal that a person can cure. Nothing was changed.' })
export class UserErrorType {
  @Field(() => String, { nullable: true, description: 'The field of the input; null where it is not about one.' })
  field!: string | null

  @Field(() => String, { description: 'The value, the rule and the cure.' })
  message!: string

  @Field(() => RefusalCodeEnum, { description: 'Why.' })
  code!: RefusalCode
}

/** A refusal, and the field of the input it is about. */
export interface Fault {
  readonly field: string | null
  readonly refusal: Refusal
}

/** Thrown inside `change`: the transaction is taken back, and the faults are answered. */
class Refused extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map((f) => sentenceOf(f.refusal)).join(' '))
  }
}

/** The value, or the refusal of a field of the input. */
export function taken<T>(x: T | Refusal, field: string | null): T {
  if (isRefusal(x)) throw new Refused([{ field, refusal: x }])
  return x
}

/** Refuses where there is any fault; names all of them. */
export function without(faults: readonly (Fault | null)[]): void {
  const found = faults.filter((f) => f !== null)
  if (found.length > 0) throw new Refused(found)
}

export type Outcome<T> = (T | { readonly [K in keyof T]?: never }) & { readonly userErrors: readonly UserErrorType[] }

/** Runs what may refuse; where it does, the answer is its faults alone. */
export async function answered<T extends object>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ...(await work()), userErrors: [] }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const userErrors = error.faults.map(({ field, refusal }) => {
      return { field, message: sentenceOf(refusal), code: refusal.code }
    })
    return { userErrors } as unknown as Outcome<T>
  }
}

/** What stands in the audit beside who and when. */
export interface Changed {
  readonly noun: string
  readonly key: string | number
  readonly before: object | null
  readonly after: object | null
}

/** Enters what was done into the audit, in the transaction of the change. */
export type Note = (changed: Changed) => Promise<void>

/** One change by a user, all or nothing: the record and its audit in one transaction. Then the request reads what it wrote. */
export function change<T extends object>(
  ctx: Context,
  action: string,
  work: (tx: Transaction, note: Note) => Promise<T>,
): Promise<Outcome<T>> {
  return answered(() => changed(ctx, action, userOf(ctx.caller).name, work))
}

/** The same inside `answered`, by whoever is named. */
export async function changed<T>(
  ctx: Context,
  action: string,
  by: string,
  work: (tx: Transaction, note: Note) => Promise<T>,
): Promise<T> {
  const writing = ctx.write(by, action, async (tx) => {
    try {
      const done = await work(tx, (entry) => noted(tx, action, ctx.caller.via ?? 'link', entry))
      // Here and not after it: what hangs on the change (an event, say) may refuse it too.
      await tx.settleUp()
      return done
    } catch (error) {
      throw error instanceof DomainError ? new Refused([{ field: null, refusal: error.refusal }]) : error
    }
  })
  const result = await writing.catch((error: unknown) => {
    // What is left is the database's own: it names files, which are not a client's business.
    throw error instanceof DomainError ? new Error('the change could not be written', { cause: error }) : error
  })
  await ctx.renew(ctx)
  return result
}

function noted(tx: Transaction, action: string, via: string, { noun, key, before, after }: Changed): Promise<void> {
  const json = (x: object | null) => (x === null ? null : JSON.stringify(x))
  return tx.audit({ via, action, noun, key: String(key), before: json(before), after: json(after) })
}

/** The payload of a mutation: one object of a type, null where refused. */
export function payloadOf<T extends object>(
  name: string,
  field: string,
  type: () => ClassType<T>,
  description: string,
) {
  @ObjectType(name, { description: `What came of the mutation: ${description}` })
  class PayloadType {
    @Field(() => [UserErrorType], { description: 'Why it was refused; empty where it was done.' })
    userErrors!: readonly UserErrorType[]
  }
  Field(type, { nullable: true, description: `${description[0]?.toUpperCase()}${description.slice(1)}` })(
    PayloadType.prototype,
    field,
  )
  return PayloadType
}
