/** Mutations of tenures: add, end and correct. Tenures of one office never overlap. */
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql'
import type { Day } from '../../domain/day.ts'
import type { ActorCode } from '../../domain/directory/actor.ts'
import type { OfficeCode, Tenure, TenureBasis } from '../../domain/directory/tenure.ts'
import { refuse } from '../../domain/error.ts'
import { checkText } from '../../domain/text.ts'
import { directoryAt } from '../../store/directory.ts'
import { type New, putTenure, standingTenure, tenuresStanding } from '../../store/held.ts'
import type { Transaction } from '../../store/transaction.ts'
import type { Context } from '../schema/context.ts'
import { TenureBasisEnum } from '../schema/enums.ts'
import { change, type Outcome, orUserError, payloadOf } from '../schema/payload.ts'
import { DateScalar } from '../schema/scalars.ts'
import { checkSpan, shownSpan, spanOf } from '../scores/span.ts'
import { TenureType } from './actor.ts'

@InputType('NewTenure', { description: 'The tenure to add.' })
class NewTenureInput {
  @Field(() => String, { description: 'Code of the office.' })
  office!: string

  @Field(() => String, { description: 'Code of the actor who holds the office.' })
  holder!: string

  @Field(() => DateScalar, { nullable: true, description: 'First day; null if it is not known.' })
  from?: Day | null

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null if the office is still held.' })
  to?: Day | null

  @Field(() => TenureBasisEnum, { description: 'On what ground the office is held.' })
  basis!: TenureBasis

  @Field(() => String, { description: 'Where this is known from, at most 500 characters.' })
  citation!: string
}

@InputType('TenureCorrection', {
  description: 'A tenure on record, and its corrected fields. A field that is left out stays as it is.',
})
class TenureCorrectionInput {
  @Field(() => Int, { description: 'Number of the tenure.' })
  tenure!: number

  @Field(() => String, { nullable: true, description: 'Code of the corrected holder; null keeps the present one.' })
  holder?: string | null

  @Field(() => DateScalar, { nullable: true, description: 'Corrected first day; null if it is not known.' })
  from?: Day | null

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day, which ends the tenure; null if the office is still held.',
  })
  to?: Day | null

  @Field(() => TenureBasisEnum, {
    nullable: true,
    description: 'Corrected ground on which the office is held; null keeps the present one.',
  })
  basis?: TenureBasis | null

  @Field(() => String, {
    nullable: true,
    description: 'Where this is known from, at most 500 characters; null keeps the present text.',
  })
  citation?: string | null
}

const type = () => TenureType
const AddTenurePayload = payloadOf('AddTenurePayload', 'tenure', type, 'the tenure; null if refused.')
const SupersedeTenurePayload = payloadOf(
  'SupersedeTenurePayload',
  'tenure',
  type,
  'the tenure as corrected; null if refused.',
)

@Resolver()
export class TenureChangeResolver {
  @Mutation(() => AddTenurePayload, { description: 'Adds a tenure. Nobody else may hold the office on its days.' })
  async addTenure(
    @Arg('input', () => NewTenureInput, { description: 'The tenure to add.' }) input: NewTenureInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ tenure: Tenure }>> {
    return change(ctx, 'addTenure', async (tx, note) => {
      const { office, holder, from = null, to = null, basis, citation } = input
      const asked = { office: office as OfficeCode, holder: holder as ActorCode, from, to, basis, citation }
      await check(tx, asked, null)
      const tenure = await putTenure(tx, asked, null)
      await note({ noun: 'Tenure', key: office, before: null, after: shownSpan(tenure) })
      return { tenure }
    })
  }

  @Mutation(() => SupersedeTenurePayload, {
    description: 'Ends or corrects a tenure. The former row stays on record.',
  })
  async supersedeTenure(
    @Arg('input', () => TenureCorrectionInput, { description: 'The tenure, and its corrected fields.' })
    input: TenureCorrectionInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ tenure: Tenure }>> {
    return change(ctx, 'supersedeTenure', async (tx, note) => {
      const former = orUserError(await standingTenure(tx, input.tenure), 'tenure')
      const asked: New<Tenure> = {
        office: former.office,
        holder: (input.holder ?? former.holder) as ActorCode,
        from: input.from === undefined ? former.from : input.from,
        to: input.to === undefined ? former.to : input.to,
        basis: input.basis ?? former.basis,
        citation: input.citation ?? former.citation,
      }
      await check(tx, asked, former.id)
      const tenure = await putTenure(tx, asked, former.id)
      await note({ noun: 'Tenure', key: former.office, before: shownSpan(former), after: shownSpan(tenure) })
      return { tenure }
    })
  }
}

async function check(tx: Transaction, asked: New<Tenure>, replaces: number | null): Promise<void> {
  const { office, holder, from, to, citation } = asked
  const directory = await directoryAt(tx, tx.revision)
  if (!directory.offices.some((o) => o.code === office)) {
    orUserError(refuse('UNKNOWN_ID', office, 'no office has this code', 'Give one such as AFG.GOV'), 'office')
  }
  if (!directory.actors.some((a) => a.code === holder)) {
    orUserError(refuse('UNKNOWN_ACTOR', holder, 'no actor has this code', 'Add the actor first'), 'holder')
  }
  orUserError(checkText(citation, 500), 'citation')
  checkSpan(asked, 'a tenure')
  const others = (await tenuresStanding(tx, office)).filter((t) => t.id !== replaces)
  const other = others.find(
    (t) => (t.from ?? -Infinity) <= (to ?? Infinity) && (from ?? -Infinity) <= (t.to ?? Infinity),
  )
  if (other) {
    const rule = `${other.holder} holds ${office} on some of these days (tenure ${other.id}, ${spanOf(other)})`
    orUserError(refuse('CONFLICT', spanOf(asked), rule, `End tenure ${other.id} first, or begin later`), 'from')
  }
}
