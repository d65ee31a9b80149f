/** One side of a relation. */
import { Field, ObjectType } from 'type-graphql'
import type { Actor } from '../../domain/directory/actor.ts'
import type { Party } from '../../domain/directory/directory.ts'
import type { Office } from '../../domain/directory/tenure.ts'
import { ActorType, OfficeType } from './actor.ts'

@ObjectType('Party', {
  description: 'One side of a relation: an actor, an office or a country; exactly one of the three is set.',
})
export class PartyType implements Party {
  @Field(() => String, { description: 'Code.' })
  readonly code!: string

  @Field(() => String, { description: 'Name.' })
  readonly name!: string

  @Field(() => ActorType, { nullable: true, description: 'The actor.' })
  readonly actor!: Actor | null

  @Field(() => OfficeType, { nullable: true, description: 'The office.' })
  readonly office!: Office | null

  @Field(() => String, { nullable: true, description: 'The country, ISO 3166-1 alpha-3.' })
  readonly country!: string | null
}
