/** What is given to settle, correct or withdraw a statement that is on record. */
import { Field, ID, InputType, Int } from 'type-graphql'
import type { Day, Precision } from '../../domain/day.ts'
import { PrecisionEnum } from '../schema/enums.ts'
import { DateScalar } from '../schema/scalars.ts'
import { JudgementInput } from './statement.inputs.ts'

@InputType('StatementSettling', { description: 'A current statement, and the judgement that settles it.' })
export class StatementSettlingInput {
  @Field(() => ID, {
    description: 'Global id of the statement as you read it last. If it has changed since, the change is refused.',
  })
  statement!: string

  @Field(() => JudgementInput, { description: 'The judgement that settles the statement.' })
  judgement!: JudgementInput

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the event on record that the statement reports; null: its own.',
  })
  event?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Why it is changed, at most 500 characters; it stands in the audit. A statement that is settled is changed with a reason; null: only where it goes back to what it was before your own change, which the audit then says.',
  })
  reason?: string | null
}

@InputType('StatementCorrection', {
  description: 'A current statement, and its corrected fields. A field that is left out stays as it is.',
})
export class StatementCorrectionInput {
  @Field(() => ID, {
    description: 'Global id of the statement as you read it last. If it has changed since, the change is refused.',
  })
  statement!: string

  @Field(() => String, {
    nullable: true,
    description: 'Code of the actor who speaks or acts; null keeps the present value.',
  })
  source?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Code of the actor who is addressed or affected; null keeps the present value.',
  })
  target?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether both actors did it to each other; null keeps the present value.',
  })
  mutual?: boolean | null

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it was said or done; null keeps the present value.',
  })
  day?: Day | null

  @Field(() => PrecisionEnum, {
    nullable: true,
    description: 'How exactly the day is known; null keeps the present value.',
  })
  precision?: Precision | null

  @Field(() => String, {
    nullable: true,
    description: 'What was said or done, in your own words, 1 to 1000 characters; null keeps the present value.',
  })
  summary?: string | null

  @Field(() => String, { nullable: true, description: 'At most 25 words of the original; null removes the quote.' })
  quote?: string | null

  @Field(() => String, { nullable: true, description: 'Name of the person who speaks; null removes it.' })
  speaker?: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'Offset of its beginning in the document’s text, in UTF-16 code units; null removes it.',
  })
  start?: number | null

  @Field(() => Int, {
    nullable: true,
    description: 'Offset of its end in the document’s text, exclusive, in UTF-16 code units; null removes it.',
  })
  end?: number | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is only a third party’s claim; null keeps the present value.',
  })
  reported?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the actor it is attributed to denies it; null keeps the present value.',
  })
  denied?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is about what would, could or might happen; null keeps the present value.',
  })
  hypothetical?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is mentioned only as background; null keeps the present value.',
  })
  background?: boolean | null

  @Field(() => Int, { nullable: true, description: 'The lowest number of killed that is told; null takes it away.' })
  killedLow?: number | null

  @Field(() => Int, { nullable: true, description: 'The best estimate of the killed; null takes it away.' })
  killedBest?: number | null

  @Field(() => Int, { nullable: true, description: 'The highest number of killed that is told; null takes it away.' })
  killedHigh?: number | null

  @Field(() => String, {
    nullable: true,
    description: 'What a chart calls its event, at most 26 characters; null takes it away.',
  })
  caption?: string | null

  @Field(() => [String], { nullable: true, description: 'Matters at issue.' })
  issues?: string[] | null

  @Field(() => JudgementInput, { nullable: true, description: 'A new judgement; null keeps the present one.' })
  judgement?: JudgementInput | null

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of another event that the statement reports; null keeps the present one.',
  })
  event?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Why it is changed, at most 500 characters; it stands in the audit. A statement that is settled is changed with a reason; null: only where it goes back to what it was before your own change, which the audit then says.',
  })
  reason?: string | null
}

@InputType('StatementWithdrawal', { description: 'The statement to withdraw, and the reason.' })
export class StatementWithdrawalInput {
  @Field(() => ID, {
    description: 'Global id of the statement as you read it last. If it has changed since, the change is refused.',
  })
  statement!: string

  @Field(() => String, {
    nullable: true,
    description:
      'Why, at most 500 characters; it stands in the audit. Null: only where it is yours alone, and nobody else has changed or judged it, which is undoing it.',
  })
  reason?: string | null
}
