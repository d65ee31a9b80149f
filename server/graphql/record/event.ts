/** Events: what happened, once, and the statements that report it. */
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import type { Leaf, Quad } from '../../domain/codebook/codebook.ts'
import type { Day, Precision } from '../../domain/day.ts'
import type { ActorCode } from '../../domain/directory/actor.ts'
import type { CollectionId } from '../../domain/record/document.ts'
import type { Event, EventId } from '../../domain/record/event.ts'
import type { EvidenceClass } from '../../domain/record/evidence.ts'
import type { Severity } from '../../domain/record/killed.ts'
import type { Revision } from '../../domain/record/revision.ts'
import { connectionTypes } from '../schema/connection.ts'
import { EvidenceClassEnum, PrecisionEnum, QuadEnum } from '../schema/enums.ts'
import { NodeType } from '../schema/node.ts'
import { DateScalar } from '../schema/scalars.ts'

@InputType('EventFilter', {
  description: 'Restricts a list of events or statements. A field that is left out does not restrict it.',
})
export class EventFilterInput {
  @Field(() => [String], { nullable: true, description: 'Codes of tags of the codebook, any of them; null: all.' })
  tags?: string[] | null

  @Field(() => [QuadEnum], { nullable: true, description: 'Families of tags, any of them; null: all.' })
  quads?: Quad[] | null

  @Field(() => [String], {
    nullable: true,
    description: 'Issues, any of them; for an event, in any statement that reports it; null: all.',
  })
  issues?: string[] | null
}

@ObjectType('Event', {
  simpleResolvers: true,
  implements: NodeType,
  description: 'What happened, once, however many statements report it. Scoring counts events.',
})
export class EventType implements Event {
  readonly id!: EventId
  readonly source!: ActorCode
  readonly target!: ActorCode
  readonly collection!: CollectionId
  readonly addedIn!: Revision
  readonly supersededIn!: Revision | null

  @Field(() => DateScalar, { description: 'The day of the event.' })
  readonly day!: Day

  @Field(() => PrecisionEnum, { description: 'How exactly the day is known.' })
  readonly precision!: Precision

  @Field(() => Boolean, { description: 'Whether both actors did it to each other.' })
  readonly mutual!: boolean

  @Field(() => String, {
    description: 'The finest code on record: a CAMEO code, or one with our refinement, such as `120.recognition`.',
  })
  readonly leaf!: Leaf

  @Field(() => EvidenceClassEnum, { description: 'How well the event is evidenced.' })
  readonly evidence!: EvidenceClass

  @Field(() => Int, {
    description:
      'Class by the largest number killed that a counted report tells (best estimate): 0: fewer than 10, or unknown; 1: 10–49; 2: 50 and more.',
  })
  readonly severity!: Severity

  @Field(() => String, {
    nullable: true,
    description: 'What a chart calls it, at most 26 characters; null where nobody gave it a name.',
  })
  readonly caption!: string | null
}

export const EventConnection = connectionTypes('Event', () => EventType, 'events')
