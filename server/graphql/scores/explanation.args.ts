/** What an explanation is asked with. */
import { ArgsType, Field } from 'type-graphql'
import type { Day } from '../../domain/day.ts'
import type { Measure } from '../../domain/directory/relation.ts'
import { MeasureEnum } from '../schema/enums.ts'
import { DateScalar } from '../schema/scalars.ts'
import { SeriesArgs } from './series.ts'

/** Every argument of a series, so that what was drawn can be explained by passing the same. */
@ArgsType()
export class ExplainArgs extends SeriesArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day of the series that is explained. In the view ENTITY an office stands for its holder on this day; null: the day itself.',
  })
  declare to?: Day | null

  @Field(() => DateScalar, { description: 'The day whose score is explained, such as one of `series.days`.' })
  day!: Day

  @Field(() => MeasureEnum, { description: 'The measure to explain: tension or engagement.' })
  measure!: Measure
}
