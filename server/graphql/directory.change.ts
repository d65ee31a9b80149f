/** Adding actors and relations. Whatever stands already under the code is left alone and named. */
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql'
import type { Actor, ActorCode, ActorKind } from '../domain/actor.ts'
import { partyOf } from '../domain/directory.ts'
import { refuse } from '../domain/error.ts'
import type { Relation, Slug } from '../domain/relation.ts'
import { checkText } from '../domain/text.ts'
import { directoryAt } from '../store/directory.ts'
import { addActors, addNames, addRelations } from '../store/reference.ts'
import { ActorType } from './actor.ts'
import type { Context } from './context.ts'
import { ActorKindEnum } from './enums.ts'
import { change, type Outcome, payloadOf, taken } from './payload.ts'
import { RelationType } from './relation.ts'

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

@InputType('NewRelation', { description: 'A relation to add.' })
class NewRelationInput {
  @Field(() => String, { description: 'Slug, such as `pakistan-taliban`.' })
  slug!: string

  @Field(() => String, { description: 'Name.' })
  name!: string

  @Field(() => String, { description: 'The first party: code of an actor, an office or a country.' })
  a!: string

  @Field(() => String, { description: 'The second party.' })
  b!: string

  @Field(() => Int, { nullable: true, description: 'Its place in lists, from 1; null: the last.' })
  rank?: number | null
}

const AddActorPayload = payloadOf('AddActorPayload', 'actor', () => ActorType, 'the actor; null where refused.')
const AddRelationPayload = payloadOf(
  'AddRelationPayload',
  'relation',
  () => RelationType,
  'the relation; null where refused.',
)

const CODE = /^[A-Z]{3}(\.[A-Z0-9]{2,8})?$/
const COUNTRY = /^[A-Z]{3}$/
const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

@Resolver()
export class DirectoryChangeResolver {
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
      taken(checkText(name, 100), 'name')
      if (country !== null && !COUNTRY.test(country)) {
        taken(
          refuse('BAD_CODE', country, 'a country is three capitals', 'Write it like PAK, or leave it out'),
          'country',
        )
      }
      for (const other of names ?? []) taken(checkText(other, 100), 'names')
      const directory = await directoryAt(tx, tx.revision)
      const taker = directory.actors.find((a) => a.code === code) ?? directory.offices.find((o) => o.code === code)
      if (taker) taken(refuse('CONFLICT', code, `it is the code of ${taker.name}`, 'Give another code'), 'code')
      const actor = { code: code as ActorCode, name, kind, country }
      await addActors(tx, [actor])
      const open = { actor: actor.code, office: null, from: null, to: null }
      await addNames(
        tx,
        [...new Set(names ?? [])].map((other) => ({ ...open, name: other })),
      )
      await note({ noun: 'Actor', key: code, before: null, after: { ...actor, names: names ?? [] } })
      return { actor: { ...actor, addedIn: tx.revision, supersededIn: null } }
    })
  }

  @Mutation(() => AddRelationPayload, { description: 'Adds a relation of two parties under a name.' })
  async addRelation(
    @Arg('input', () => NewRelationInput, { description: 'Which.' }) input: NewRelationInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ relation: Relation }>> {
    return change(ctx, 'addRelation', async (tx, note) => {
      const { slug, name, a, b } = input
      if (!SLUG.test(slug) || slug.length > 80) {
        const rule = 'a slug is lower case words joined by hyphens, at most 80 letters'
        taken(refuse('BAD_CODE', slug, rule, 'Write it like us-taliban'), 'slug')
      }
      taken(checkText(name, 100), 'name')
      const directory = await directoryAt(tx, tx.revision)
      taken(partyOf(directory, a), 'a')
      taken(partyOf(directory, b), 'b')
      if (a === b) taken(refuse('NOT_POSSIBLE', b, 'a relation has two different parties', 'Name another'), 'b')
      const same = directory.relations.find((r) => r.slug === slug)
      if (same) taken(refuse('CONFLICT', slug, `it is the slug of ${same.name}`, 'Give another slug'), 'slug')
      const last = Math.max(0, ...directory.relations.map((r) => r.rank))
      const rank = input.rank ?? last + 1
      if (rank < 1) taken(refuse('BAD_NUMBER', rank, 'a rank is counted from 1', 'Give one, or leave it out'), 'rank')
      const relation = { slug: slug as Slug, name, a, b, rank }
      await addRelations(tx, [relation])
      await note({ noun: 'Relation', key: slug, before: null, after: relation })
      return { relation: { ...relation, addedIn: tx.revision, supersededIn: null } }
    })
  }
}
