/** Adding actors and putting them right. What stands under a code is never added over, and stays on record as it was. */
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Actor, ActorCode, ActorKind } from '../../domain/directory/actor.ts'
import { partyOf } from '../../domain/directory/directory.ts'
import { isRefusal, refuse } from '../../domain/error.ts'
import { checkText } from '../../domain/text.ts'
import { directoryAt } from '../../store/directory.ts'
import { addActors, addNames } from '../../store/reference.ts'
import type { Transaction } from '../../store/transaction.ts'
import type { Context } from '../schema/context.ts'
import { ActorKindEnum } from '../schema/enums.ts'
import { change, type Outcome, payloadOf, taken } from '../schema/payload.ts'
import { ActorType } from './actor.ts'

@InputType('NewActor', { description: 'An actor to add.' })
class NewActorInput {
  @Field(() => String, {
    description: 'Code: three capitals, or those, a dot and two to eight more, such as `AFG.IRA`.',
  })
  code!: string

  @Field(() => String, { description: 'Name.' })
  name!: string

  @Field(() => ActorKindEnum, { description: 'What sort of actor it is.' })
  kind!: ActorKind

  @Field(() => String, { nullable: true, description: 'Country, ISO 3166-1 alpha-3; null for what belongs to none.' })
  country?: string | null

  @Field(() => [String], { nullable: true, description: 'Other names it goes by.' })
  names?: string[] | null
}

@InputType('ActorCorrection', {
  description: 'An actor that stands, and what is right instead; what is left out stays.',
})
class ActorCorrectionInput {
  @Field(() => String, { description: 'Its code, which never changes.' })
  code!: string

  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null

  @Field(() => ActorKindEnum, { nullable: true, description: 'What sort of actor it is.' })
  kind?: ActorKind | null

  @Field(() => String, { nullable: true, description: 'Country, ISO 3166-1 alpha-3; null: it belongs to none.' })
  country?: string | null

  @Field(() => [String], { nullable: true, description: 'Other names that it goes by too.' })
  names?: string[] | null
}

const payload = (name: string, what: string) => payloadOf(name, 'actor', () => ActorType, what)
const AddActorPayload = payload('AddActorPayload', 'the actor; null where refused.')
const SupersedeActorPayload = payload('SupersedeActorPayload', 'the actor as it stands now; null where refused.')

const CODE = /^[A-Z]{3}(\.[A-Z0-9]{2,8})?$/
const COUNTRY = /^[A-Z]{3}$/

@Resolver()
export class ActorChangeResolver {
  @Mutation(() => AddActorPayload, { description: 'Adds an actor.' })
  async addActor(
    @Arg('input', () => NewActorInput, { description: 'Which.' }) input: NewActorInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ actor: Actor }>> {
    return change(ctx, 'addActor', async (tx, note) => {
      const { code, name, kind, country = null, names } = input
      if (!CODE.test(code)) {
        const rule = 'a code is three capitals, or those, a dot and two to eight more'
        taken(refuse('BAD_CODE', code, rule, 'Write it like PAK, TTP or AFG.IRA'), 'code')
      }
      checkActor(input)
      const directory = await directoryAt(tx, tx.revision)
      const taker = directory.actors.find((a) => a.code === code) ?? directory.offices.find((o) => o.code === code)
      if (taker) taken(refuse('CONFLICT', code, `it is the code of ${taker.name}`, 'Give another code'), 'code')
      const actor = { code: code as ActorCode, name, kind, country }
      await addActors(tx, [actor])
      await nameAlso(tx, actor.code, names)
      await note({ noun: 'Actor', key: code, before: null, after: { ...actor, names: names ?? [] } })
      return { actor: { ...actor, addedIn: tx.revision, supersededIn: null } }
    })
  }

  @Mutation(() => SupersedeActorPayload, {
    description: 'Puts an actor right; what it was stays on record, and is what answers as of then say.',
  })
  async supersedeActor(
    @Arg('input', () => ActorCorrectionInput, { description: 'Which, and how.' }) input: ActorCorrectionInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ actor: Actor }>> {
    return change(ctx, 'supersedeActor', async (tx, note) => {
      const { code, names } = input
      checkActor(input)
      const former = (await directoryAt(tx, tx.revision)).actors.find((a) => a.code === code)
      const unknown = refuse('UNKNOWN_ACTOR', code, 'no actor has this code', 'Add it with addActor')
      const { addedIn: _a, supersededIn: _s, ...before } = taken(former ?? unknown, 'code')
      const country = input.country === undefined ? before.country : input.country
      const actor = { ...before, name: input.name ?? before.name, kind: input.kind ?? before.kind, country }
      const renewed = (await addActors(tx, [actor])) > 0
      const named = await nameAlso(tx, actor.code, names)
      await refuseOrphans(tx)
      if (renewed || named > 0)
        await note({ noun: 'Actor', key: code, before, after: { ...actor, names: names ?? [] } })
      const addedIn = renewed ? tx.revision : (former as Actor).addedIn
      return { actor: { ...actor, addedIn, supersededIn: null } }
    })
  }
}

function checkActor({ name, country, names }: Partial<ActorCorrectionInput>): void {
  if (name != null) taken(checkText(name, 100), 'name')
  if (country != null && !COUNTRY.test(country)) {
    taken(refuse('BAD_CODE', country, 'a country is three capitals', 'Write it like PAK, or leave it out'), 'country')
  }
  for (const other of names ?? []) taken(checkText(other, 100), 'names')
}

async function nameAlso(
  tx: Transaction,
  actor: ActorCode,
  names: readonly string[] | null | undefined,
): Promise<number> {
  const open = { actor, office: null, from: null, to: null }
  return addNames(
    tx,
    [...new Set(names ?? [])].map((name) => ({ ...open, name })),
  )
}

/** A country that no actor belongs to any more must not be a relation's party. */
async function refuseOrphans(tx: Transaction): Promise<void> {
  const directory = await directoryAt(tx, tx.revision)
  for (const { slug, a, b } of directory.relations) {
    const lost = [a, b].find((party) => isRefusal(partyOf(directory, party)))
    if (lost === undefined) continue
    const rule = `the relation ${slug} is one of ${lost}, and no other actor belongs to it`
    taken(refuse('NOT_POSSIBLE', lost, rule, 'Put the relation right first'), 'country')
  }
}
