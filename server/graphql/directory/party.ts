/** One side of a relation. */
import { Field, ObjectType } from 'type-graphql'
import type { Actor } from '../../domain/directory/actor.ts'
import type { Party } from '../../domain/directory/directory.ts'
import type { Office } from '../../domain/directory/tenure.ts'
import { ActorType, OfficeType } from './actor.ts'

@ObjectType('Party', {
  description:
    'One side of a relation: an actor, an office or a country. Exactly one of `actor`, `office` and `country` is set.',
})
export class PartyType implements Party {
  @Field(() => String, { description: 'Code of the actor, office or country.' })
  readonly code!: string

  @Field(() => String, { description: 'Name of the actor, office or country, in English.' })
  readonly name!: string

  @Field(() => ActorType, { nullable: true, description: 'The actor; null if the party is an office or a country.' })
  readonly actor!: Actor | null

  @Field(() => OfficeType, { nullable: true, description: 'The office; null if the party is an actor or a country.' })
  readonly office!: Office | null

  @Field(() => String, {
    nullable: true,
    description: 'The country, as three letters of ISO 3166-1 alpha-3; null if the party is an actor or an office.',
  })
  readonly country!: string | null
}
