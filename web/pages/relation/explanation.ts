/** The explanation of a score as the page reads it. */
import type { ExplainQuery } from '../../../server/figure/generated/documents.ts'

export type Explanation = NonNullable<ExplainQuery['relation']>['explain']
