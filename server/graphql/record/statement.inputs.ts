/** Inputs to add, settle, correct or withdraw a statement. */
import { Field, ID, InputType, Int } from 'type-graphql'
import type { Day, Precision } from '../../domain/day.ts'
import { PrecisionEnum } from '../schema/enums.ts'
import { DateScalar } from '../schema/scalars.ts'

@InputType('Judgement', { description: 'A coder’s choice of a tag, and the reason.' })
export class JudgementInput {
  @Field(() => String, { description: 'Code of the tag.' })
  tag!: string

  @Field(() => String, {
    defaultValue: 'default',
    description: 'A version such as `default-1`, or a name such as `default` for its latest version.',
  })
  codebook!: string

  @Field(() => String, {
    nullable: true,
    description: 'Why this tag, in our own words, at most 2000 characters; null or empty: nothing is said.',
  })
  reason?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Whose words the reason is, where not your own: `machine:` and the name of the program whose proposal is orUserError as it stands (`Desk.coder`), or `rule:` and the name of a rule. Only with `shown`, and for the tag that was proposed.',
  })
  reasonBy?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Code of the tag that was proposed to the coder before they judged; null: the proposal that `logExposure` recorded, or none if it recorded none.',
  })
  shown?: string | null
}

@InputType('NewStatement', { description: 'The statement to add.' })
export class NewStatementInput {
  @Field(() => ID, { description: 'Global id of the document that the statement comes from.' })
  document!: string

  @Field(() => String, { description: 'Code of the actor who speaks or acts.' })
  source!: string

  @Field(() => String, { description: 'Code of the actor who is addressed or affected.' })
  target!: string

  @Field(() => Boolean, { defaultValue: false, description: 'Whether both actors did it to each other.' })
  mutual!: boolean

  @Field(() => DateScalar, { description: 'The day it was said or done.' })
  day!: Day

  @Field(() => PrecisionEnum, { defaultValue: 'DAY', description: 'How exactly the day is known.' })
  precision!: Precision

  @Field(() => String, { description: 'What was said or done, in your own words, 1 to 1000 characters.' })
  summary!: string

  @Field(() => String, { nullable: true, description: 'At most 25 words of the original; null: none.' })
  quote?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Name of the person who speaks; null for an act, or if not known.',
  })
  speaker?: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'Offset of its beginning in the document’s text, in UTF-16 code units; null if not known.',
  })
  start?: number | null

  @Field(() => Int, {
    nullable: true,
    description: 'Offset of its end in the document’s text, exclusive, in UTF-16 code units; null if not known.',
  })
  end?: number | null

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is only a third party’s claim.' })
  reported!: boolean

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the actor it is attributed to denies it.' })
  denied!: boolean

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is about what would, could or might happen.' })
  hypothetical!: boolean

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is mentioned only as background.' })
  background!: boolean

  @Field(() => Int, { nullable: true, description: 'The lowest number of killed that is told.' })
  killedLow?: number | null

  @Field(() => Int, { nullable: true, description: 'The best estimate of the killed.' })
  killedBest?: number | null

  @Field(() => Int, { nullable: true, description: 'The highest number of killed that is told.' })
  killedHigh?: number | null

  @Field(() => String, { nullable: true, description: 'What a chart calls its event, at most 26 characters.' })
  caption?: string | null

  @Field(() => [String], { nullable: true, description: 'Matters at issue, such as `border`.' })
  issues?: string[] | null

  @Field(() => String, {
    nullable: true,
    description:
      'What identifies the statement within its collection; a second statement with the same origin is refused. Null: the server makes one.',
  })
  origin?: string | null

  @Field(() => JudgementInput, {
    nullable: true,
    description: 'The judgement that settles the statement; null leaves it unsettled.',
  })
  judgement?: JudgementInput | null

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the event on record that the statement reports; null: the event of a statement with the same quote, else a new one.',
  })
  event?: string | null
}
