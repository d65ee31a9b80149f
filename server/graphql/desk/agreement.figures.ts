/** Figures of agreement, of all tags or of one; no number where there is too little to tell from. */
import { Field, Float, Int, ObjectType } from 'type-graphql'
import { type Coefficient, FEWEST_ITEMS, FEWEST_USES } from '../../domain/agreement/interval.ts'
import type { Figures } from '../../domain/agreement/report.ts'

@ObjectType('Estimate', { description: 'A coefficient with its interval.' })
export class EstimateType {
  @Field(() => Float, { description: 'The value; 1 is full agreement, and for all but `raw` 0 is that of chance.' })
  readonly value!: number

  @Field(() => Float, {
    nullable: true,
    description: 'Lower limit, 95 %, by bootstrap over statements; null: not defined.',
  })
  readonly low!: number | null

  @Field(() => Float, { nullable: true, description: 'Upper limit.' })
  readonly high!: number | null
}

@ObjectType('AgreementFigures', {
  description: `Coefficients over statements coded twice or more; all null where they are fewer than ${FEWEST_ITEMS}, or a tag was used on fewer than ${FEWEST_USES} of them: too little to tell.`,
})
export class AgreementFiguresType {
  @Field(() => Int, { description: 'Statements coded by two or more.' })
  readonly n!: number

  @Field(() => EstimateType, { nullable: true, description: 'Raw agreement: the share of pairs that agree, 0–1.' })
  readonly raw!: EstimateType | null

  @Field(() => EstimateType, { nullable: true, description: 'Krippendorff’s α (2011), nominal.' })
  readonly alpha!: EstimateType | null

  @Field(() => EstimateType, { nullable: true, description: 'Cohen’s κ (1960); for two coders.' })
  readonly kappa!: EstimateType | null

  @Field(() => EstimateType, { nullable: true, description: 'Gwet’s AC1 (2008), which skewed labels do not mislead.' })
  readonly ac1!: EstimateType | null
}

@ObjectType('TagAgreement', {
  description:
    'Whether coders agree that it is this tag and not another, over all statements coded twice: that it is not, they agree on as well.',
})
export class TagAgreementType {
  @Field(() => String, { description: 'Code of the tag.' })
  readonly tag!: string

  @Field(() => Int, {
    description: `Statements coded twice on which anybody chose it, 1 or more; under ${FEWEST_USES} it has no coefficient.`,
  })
  readonly used!: number

  @Field(() => AgreementFiguresType, { description: 'This tag or another, over all statements coded twice.' })
  readonly figures!: AgreementFiguresType
}

export function shown({ n, tooFew, interval, ...values }: Figures): AgreementFiguresType {
  const estimate = (key: Coefficient): EstimateType | null => {
    const value = values[key]
    if (tooFew !== null || value === null) return null
    const [low, high] = interval?.[key] ?? [null, null]
    return { value, low, high }
  }
  return { n, raw: estimate('raw'), alpha: estimate('alpha'), kappa: estimate('kappa'), ac1: estimate('ac1') }
}
