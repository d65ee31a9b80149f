/** Statements: what someone said or did to someone on a day, as one document has it. */
import { Field, Int, ObjectType } from 'type-graphql'
import type { ReasonGiver } from '../../domain/agreement/coding.ts'
import type { Leaf } from '../../domain/codebook/codebook.ts'
import type { Day, Precision } from '../../domain/day.ts'
import type { ActorCode } from '../../domain/directory/actor.ts'
import type { DocumentId } from '../../domain/record/document.ts'
import type { EventId } from '../../domain/record/event.ts'
import type { Revision } from '../../domain/record/revision.ts'
import type { Statement, StatementId } from '../../domain/record/statement.ts'
import type { IssueCount } from '../../store/sought.ts'
import { connectionTypes } from '../schema/connection.ts'
import { PrecisionEnum, ReasonGiverEnum } from '../schema/enums.ts'
import { NodeType } from '../schema/node.ts'
import { DateScalar } from '../schema/scalars.ts'

@ObjectType('Statement', {
  simpleResolvers: true,
  implements: NodeType,
  description: 'What a source said or did toward a target on a day, as one document has it.',
})
export class StatementType implements Statement {
  readonly id!: StatementId
  readonly document!: DocumentId
  readonly source!: ActorCode
  readonly target!: ActorCode
  readonly event!: EventId | null
  readonly supersedes!: StatementId | null
  readonly addedIn!: Revision
  readonly supersededIn!: Revision | null

  @Field(() => String, {
    description: 'What identifies the statement within its collection: the row of a data set, or a text of its coder.',
  })
  readonly origin!: string

  @Field(() => Int, {
    nullable: true,
    description: 'Offset of its beginning in the document’s text, in UTF-16 code units; null for a row of a data set.',
  })
  readonly start!: number | null

  @Field(() => Int, {
    nullable: true,
    description:
      'Offset of its end in the document’s text, exclusive, in UTF-16 code units; null for a row of a data set.',
  })
  readonly end!: number | null

  @Field(() => String, {
    nullable: true,
    description: 'Name of the person who speaks; null for an act, or if not known.',
  })
  readonly speaker!: string | null

  @Field(() => Boolean, { description: 'Whether both actors did it to each other.' })
  readonly mutual!: boolean

  @Field(() => DateScalar, { description: 'The day it was said or done.' })
  readonly day!: Day

  @Field(() => PrecisionEnum, { description: 'How exactly the day is known.' })
  readonly precision!: Precision

  @Field(() => String, { description: 'What was said or done, in our own words.' })
  readonly summary!: string

  @Field(() => String, {
    nullable: true,
    description: 'What a chart calls its event, at most 26 characters; null where nobody gave it a name.',
  })
  readonly caption!: string | null

  @Field(() => Int, { nullable: true, description: 'The lowest number of killed that is told; null where none is.' })
  readonly killedLow!: number | null

  @Field(() => Int, { nullable: true, description: 'The best estimate of the killed; null where none is told.' })
  readonly killedBest!: number | null

  @Field(() => Int, { nullable: true, description: 'The highest number of killed that is told; null where none is.' })
  readonly killedHigh!: number | null

  @Field(() => String, { nullable: true, description: 'At most 25 words of the original; null where none is given.' })
  readonly quote!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The finest code of the statement, such as `120.recognition`; null until it is settled.',
  })
  readonly leaf!: Leaf | null

  @Field(() => Boolean, { description: 'Whether it is only a third party’s claim.' })
  readonly reported!: boolean

  @Field(() => Boolean, { description: 'Whether the actor it is attributed to denies it.' })
  readonly denied!: boolean

  @Field(() => Boolean, { description: 'Whether it is about what would, could or might happen.' })
  readonly hypothetical!: boolean

  @Field(() => Boolean, { description: 'Whether it is mentioned only as background.' })
  readonly background!: boolean

  @Field(() => [String], { description: 'What the statement is about, such as `border`; never scored.' })
  readonly issues!: readonly string[]
}

@ObjectType('ReasonGiver', { description: 'Who or what gave a reason.' })
export class ReasonGiverType implements ReasonGiver {
  @Field(() => ReasonGiverEnum, { description: 'Of what kind.' })
  readonly who!: ReasonGiver['who']

  @Field(() => String, { nullable: true, description: 'Of the program or the rule; null for a person.' })
  readonly name!: string | null
}

@ObjectType('IssueCount', { description: 'How often a matter is at issue.' })
export class IssueCountType implements IssueCount {
  @Field(() => String, { description: 'The issue, such as `border` or `refugees`, as `filter.issues` takes it.' })
  readonly issue!: string

  @Field(() => Int, { description: 'Number of settled statements about the issue.' })
  readonly statements!: number
}

export const StatementConnection = connectionTypes('Statement', () => StatementType, 'statements')
