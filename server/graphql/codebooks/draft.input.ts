/** The draft to change, with the edition that the client read last. */
import { Field, InputType, Int } from 'type-graphql'

@InputType()
export abstract class DraftEditionInput {
  @Field(() => Int, { description: 'Number of the draft.' })
  draft!: number

  @Field(() => Int, {
    description: 'The edition of the draft that you read last. If the draft has changed since, the change is refused.',
  })
  edition!: number
}
