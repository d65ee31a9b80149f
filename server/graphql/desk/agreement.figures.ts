/** Agreement coefficients, over all tags or for one; null if there are too few statements. */
import { Field, Float, Int, ObjectType } from 'type-graphql'
import { type Coefficient, FEWEST_ITEMS, FEWEST_USES } from '../../domain/agreement/interval.ts'
import type { Figures } from '../../domain/agreement/report.ts'

@ObjectType('Estimate', { description: 'A coefficient with its 95 % interval.' })
export class EstimateType {
  @Field(() => Float, {
    description:
      'The coefficient. 1 is full agreement; for all but `raw`, 0 is agreement by chance, and it may be negative.',
  })
  readonly value!: number

  @Field(() => Float, {
    nullable: true,
    description: 'Lower limit of the 95 % interval, by bootstrap over statements; null if it is not defined.',
  })
  readonly low!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'Upper limit of the 95 % interval, by bootstrap over statements; null if it is not defined.',
  })
  readonly high!: number | null
}

@ObjectType('AgreementFigures', {
  description: `Agreement coefficients over statements coded by two or more coders. All are null if there are fewer than ${FEWEST_ITEMS} statements, or a tag was chosen on fewer than ${FEWEST_USES} of them.`,
})
export class AgreementFiguresType {
  @Field(() => Int, { description: 'Number of statements coded by two or more coders.' })
  readonly n!: number

  @Field(() => EstimateType, {
    nullable: true,
    description: 'Raw agreement: the share of coder pairs that agree, 0–1; null if there are too few statements.',
  })
  readonly raw!: EstimateType | null

  @Field(() => EstimateType, {
    nullable: true,
    description: 'Krippendorff’s α (2011) for nominal data, at most 1; null if there are too few statements.',
  })
  readonly alpha!: EstimateType | null

  @Field(() => EstimateType, {
    nullable: true,
    description:
      'Cohen’s κ (1960), at most 1; null unless there are exactly two coders, or if there are too few statements.',
  })
  readonly kappa!: EstimateType | null

  @Field(() => EstimateType, {
    nullable: true,
    description: 'Gwet’s AC1 (2008), at most 1, robust against skewed labels; null if there are too few statements.',
  })
  readonly ac1!: EstimateType | null
}

@ObjectType('TagAgreement', {
  description: 'Whether coders agree on “this tag or another”, over all statements coded by two or more.',
})
export class TagAgreementType {
  @Field(() => String, { description: 'Code of the tag.' })
  readonly tag!: string

  @Field(() => Int, {
    description: `Number of these statements on which at least one coder chose the tag, 1 or more. Below ${FEWEST_USES} there are no coefficients.`,
  })
  readonly used!: number

  @Field(() => AgreementFiguresType, {
    description: 'Agreement on “this tag or another”, over all statements coded by two or more.',
  })
  readonly figures!: AgreementFiguresType
}

export function figuresOf({ n, tooFew, interval, ...values }: Figures): AgreementFiguresType {
  const estimate = (key: Coefficient): EstimateType | null => {
    const value = values[key]
    if (tooFew !== null || value === null) return null
    const [low, high] = interval?.[key] ?? [null, null]
    return { value, low, high }
  }
  return { n, raw: estimate('raw'), alpha: estimate('alpha'), kappa: estimate('kappa'), ac1: estimate('ac1') }
}
