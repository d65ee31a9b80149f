/** The draft that is to be changed, as whoever changes it last read it. */
import { Field, InputType, Int } from 'type-graphql'

@InputType()
export abstract class DraftRead {
  @Field(() => Int, { description: 'Number of the draft.' })
  draft!: number

  @Field(() => Int, { description: 'Its edition as last read.' })
  edition!: number
}
