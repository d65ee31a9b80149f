/** Mutations of actors: add and correct. A code in use is never overwritten, and former rows stay on record. */
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
import { change, type Outcome, orUserError, payloadOf } from '../schema/payload.ts'
import { ActorType } from './actor.ts'

@InputType('NewActor', { description: 'The actor to add.' })
class NewActorInput {
  @Field(() => String, {
    description:
      'Code of the actor: three capitals, or three capitals, a dot and two to eight capitals or digits, such as `AFG.IRA`.',
  })
  code!: string

  @Field(() => String, { description: 'Name of the actor, at most 100 characters.' })
  name!: string

  @Field(() => ActorKindEnum, { description: 'The kind of actor.' })
  kind!: ActorKind

  @Field(() => String, {
    nullable: true,
    description: 'Country of the actor, as three letters of ISO 3166-1 alpha-3; null if it belongs to none.',
  })
  country?: string | null

  @Field(() => [String], { nullable: true, description: 'Aliases of the actor; null: none.' })
  names?: string[] | null
}

@InputType('ActorCorrection', {
  description: 'An actor on record, and its corrected fields. A field that is left out stays as it is.',
})
class ActorCorrectionInput {
  @Field(() => String, { description: 'Code of the actor, which cannot be changed.' })
  code!: string

  @Field(() => String, {
    nullable: true,
    description: 'Corrected name, at most 100 characters; null keeps the present one.',
  })
  name?: string | null

  @Field(() => ActorKindEnum, { nullable: true, description: 'Corrected kind of actor; null keeps the present one.' })
  kind?: ActorKind | null

  @Field(() => String, {
    nullable: true,
    description: 'Corrected country, as three letters of ISO 3166-1 alpha-3; null: it belongs to none.',
  })
  country?: string | null

  @Field(() => [String], { nullable: true, description: 'Aliases to add; null: none.' })
  names?: string[] | null
}

const payload = (name: string, what: string) => payloadOf(name, 'actor', () => ActorType, what)
const AddActorPayload = payload('AddActorPayload', 'the actor; null if refused.')
const SupersedeActorPayload = payload('SupersedeActorPayload', 'the actor as corrected; null if refused.')

const CODE = /^[A-Z]{3}(\.[A-Z0-9]{2,8})?$/
const COUNTRY = /^[A-Z]{3}$/

@Resolver()
export class ActorChangeResolver {
  @Mutation(() => AddActorPayload, { description: 'Adds an actor.' })
  async addActor(
    @Arg('input', () => NewActorInput, { description: 'The actor to add.' }) input: NewActorInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ actor: Actor }>> {
    return change(ctx, 'addActor', async (tx, note) => {
      const { code, name, kind, country = null, names } = input
      if (!CODE.test(code)) {
        const rule = 'a code is three capitals, or three capitals, a dot and two to eight capitals or digits'
        orUserError(refuse('BAD_CODE', code, rule, 'Write it like PAK, TTP or AFG.IRA'), 'code')
      }
      checkActor(input)
      const directory = await directoryAt(tx, tx.revision)
      const taker = directory.actors.find((a) => a.code === code) ?? directory.offices.find((o) => o.code === code)
      if (taker) orUserError(refuse('CONFLICT', code, `it is the code of ${taker.name}`, 'Give another code'), 'code')
      const actor = { code: code as ActorCode, name, kind, country }
      await addActors(tx, [actor])
      await addAliases(tx, actor.code, names)
      await note({ noun: 'Actor', key: code, before: null, after: { ...actor, names: names ?? [] } })
      return { actor: { ...actor, addedIn: tx.revision, supersededIn: null } }
    })
  }

  @Mutation(() => SupersedeActorPayload, {
    description: 'Corrects an actor. The former row stays on record, and queries as of an earlier instant return it.',
  })
  async supersedeActor(
    @Arg('input', () => ActorCorrectionInput, { description: 'The actor, and its corrected fields.' })
    input: ActorCorrectionInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ actor: Actor }>> {
    return change(ctx, 'supersedeActor', async (tx, note) => {
      const { code, names } = input
      checkActor(input)
      const former = (await directoryAt(tx, tx.revision)).actors.find((a) => a.code === code)
      const unknown = refuse('UNKNOWN_ACTOR', code, 'no actor has this code', 'Add it with addActor')
      const { addedIn: _a, supersededIn: _s, ...before } = orUserError(former ?? unknown, 'code')
      const country = input.country === undefined ? before.country : input.country
      const actor = { ...before, name: input.name ?? before.name, kind: input.kind ?? before.kind, country }
      const renewed = (await addActors(tx, [actor])) > 0
      const named = await addAliases(tx, actor.code, names)
      await refuseOrphanedParties(tx)
      if (renewed || named > 0)
        await note({ noun: 'Actor', key: code, before, after: { ...actor, names: names ?? [] } })
      const addedIn = renewed ? tx.revision : (former as Actor).addedIn
      return { actor: { ...actor, addedIn, supersededIn: null } }
    })
  }
}

function checkActor({ name, country, names }: Partial<ActorCorrectionInput>): void {
  if (name != null) orUserError(checkText(name, 100), 'name')
  if (country != null && !COUNTRY.test(country)) {
    orUserError(
      refuse('BAD_CODE', country, 'a country is three capitals', 'Write it like PAK, or leave it out'),
      'country',
    )
  }
  for (const other of names ?? []) orUserError(checkText(other, 100), 'names')
}

async function addAliases(
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

/** Refuses a change that leaves a relation with a country that no actor belongs to. */
async function refuseOrphanedParties(tx: Transaction): Promise<void> {
  const directory = await directoryAt(tx, tx.revision)
  for (const { slug, a, b } of directory.relations) {
    const lost = [a, b].find((party) => isRefusal(partyOf(directory, party)))
    if (lost === undefined) continue
    const rule = `the relation ${slug} is one of ${lost}, and no other actor belongs to it`
    orUserError(refuse('NOT_POSSIBLE', lost, rule, 'Put the relation right first'), 'country')
  }
}
