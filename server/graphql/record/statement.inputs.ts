/** What is given to add, settle, correct or withdraw a statement. */
import { Field, ID, InputType, Int } from 'type-graphql'
import type { Day, Precision } from '../../domain/day.ts'
import { PrecisionEnum } from '../schema/enums.ts'
import { DateScalar } from '../schema/scalars.ts'

@InputType('Judgement', { description: 'A stance, and why.' })
export class JudgementInput {
  @Field(() => String, { description: 'Code of a tag.' })
  tag!: string

  @Field(() => String, { defaultValue: 'default', description: 'Codebook version, or name: its latest version.' })
  codebook!: string

  @Field(() => String, {
    nullable: true,
    description: 'Why this tag, in our own words, at most 2000 characters; null or empty: nothing is said.',
  })
  reason?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Whose words the reason is, where not your own: `machine:` and the name of the program whose proposal is taken as it stands (`Desk.coder`), or `rule:` and the name of a rule. Only with `shown`, and for the tag that was proposed.',
  })
  reasonBy?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Code of the tag that was proposed to the coder before they judged; null: the one that `logExposure` has told of, else none: they judged blind.',
  })
  shown?: string | null
}

@InputType('NewStatement', { description: 'A statement to add.' })
export class NewStatementInput {
  @Field(() => ID, { description: 'Where it was said: id of a document.' })
  document!: string

  @Field(() => String, { description: 'Code of the actor who said or did it.' })
  source!: string

  @Field(() => String, { description: 'Code of the actor it was said or done to.' })
  target!: string

  @Field(() => Boolean, { defaultValue: false, description: 'Did both do it to each other?' })
  mutual!: boolean

  @Field(() => DateScalar, { description: 'The day it was said or done.' })
  day!: Day

  @Field(() => PrecisionEnum, { defaultValue: 'DAY', description: 'How exactly the day is known.' })
  precision!: Precision

  @Field(() => String, { description: 'What was said or done, in our own words, 1 to 1000 characters.' })
  summary!: string

  @Field(() => String, { nullable: true, description: 'At most 25 words of the original.' })
  quote?: string | null

  @Field(() => String, { nullable: true, description: 'Who spoke.' })
  speaker?: string | null

  @Field(() => Int, { nullable: true, description: 'Where it begins in the document, in UTF-16 units.' })
  start?: number | null

  @Field(() => Int, { nullable: true, description: 'Where it ends, exclusive.' })
  end?: number | null

  @Field(() => Boolean, { defaultValue: false, description: 'Is it a third party’s claim?' })
  reported!: boolean

  @Field(() => Boolean, { defaultValue: false, description: 'Is it denied by the one it is laid to?' })
  denied!: boolean

  @Field(() => Boolean, { defaultValue: false, description: 'Is it about what would, could or might be?' })
  hypothetical!: boolean

  @Field(() => Boolean, { defaultValue: false, description: 'Is it mentioned in passing?' })
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
    description: 'What it is known by within its collection; adding it again is then refused. Null: made up.',
  })
  origin?: string | null

  @Field(() => JudgementInput, { nullable: true, description: 'The stance that settles it; null leaves it unsettled.' })
  judgement?: JudgementInput | null

  @Field(() => ID, {
    nullable: true,
    description:
      'The event it reports, where that is on record; null: that of a report whose quote is the same text, else a new one.',
  })
  event?: string | null
}

@InputType('StatementSettling', { description: 'A standing statement, and the stance that settles it.' })
export class StatementSettlingInput {
  @Field(() => ID, { description: 'Id of the statement as last read.' })
  statement!: string

  @Field(() => JudgementInput, { description: 'The stance.' })
  judgement!: JudgementInput

  @Field(() => ID, { nullable: true, description: 'The event it reports, where that is on record; null: its own.' })
  event?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Why it is changed, at most 500 characters; it stands in the audit. A statement that is settled is changed with a reason; null: only where it goes back to what it was before your own change, which the audit then says.',
  })
  reason?: string | null
}

@InputType('StatementCorrection', {
  description: 'A standing statement, and what is right instead. What is left out stays.',
})
export class StatementCorrectionInput {
  @Field(() => ID, { description: 'Id of the statement as last read.' })
  statement!: string

  @Field(() => String, { nullable: true, description: 'Code of the actor who said or did it.' })
  source?: string | null

  @Field(() => String, { nullable: true, description: 'Code of the actor it was said or done to.' })
  target?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Did both do it to each other?' })
  mutual?: boolean | null

  @Field(() => DateScalar, { nullable: true, description: 'The day it was said or done.' })
  day?: Day | null

  @Field(() => PrecisionEnum, { nullable: true, description: 'How exactly the day is known.' })
  precision?: Precision | null

  @Field(() => String, { nullable: true, description: 'What was said or done, in our own words.' })
  summary?: string | null

  @Field(() => String, { nullable: true, description: 'At most 25 words of the original; null takes it away.' })
  quote?: string | null

  @Field(() => String, { nullable: true, description: 'Who spoke; null takes it away.' })
  speaker?: string | null

  @Field(() => Int, { nullable: true, description: 'Where it begins in the document; null takes it away.' })
  start?: number | null

  @Field(() => Int, { nullable: true, description: 'Where it ends, exclusive; null takes it away.' })
  end?: number | null

  @Field(() => Boolean, { nullable: true, description: 'Is it a third party’s claim?' })
  reported?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Is it denied by the one it is laid to?' })
  denied?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Is it about what would, could or might be?' })
  hypothetical?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Is it mentioned in passing?' })
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

  @Field(() => JudgementInput, { nullable: true, description: 'Another stance; null: the one it has.' })
  judgement?: JudgementInput | null

  @Field(() => ID, { nullable: true, description: 'Another event; null: the one it has.' })
  event?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Why it is changed, at most 500 characters; it stands in the audit. A statement that is settled is changed with a reason; null: only where it goes back to what it was before your own change, which the audit then says.',
  })
  reason?: string | null
}

@InputType('StatementWithdrawal', { description: 'A standing statement to withdraw, and why.' })
export class StatementWithdrawalInput {
  @Field(() => ID, { description: 'Id of the statement as last read.' })
  statement!: string

  @Field(() => String, {
    nullable: true,
    description:
      'Why, at most 500 characters; it stands in the audit. Null: only where it is yours alone, and nobody else has changed or judged it, which is undoing it.',
  })
  reason?: string | null
}
