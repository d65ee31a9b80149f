/** What the API answers about a relation, as a figure of it: the one way from an answer and a view to what is drawn. */

import { rangeArguments, scoringArguments, stanceBucketOf } from './address/arguments.ts'
import type { RelationView } from './address/view.ts'
import type { FigureQuery, RelationPageQuery, RelationPageQueryVariables } from './generated/documents.ts'
import { dayFrom } from './model/points.ts'
import type { FigureProps } from './svg/figure.ts'
import { nameIn } from './words/names.ts'
import type { Texts } from './words/texts.ts'

/** What a figure is drawn from. */
export type FigureData = NonNullable<FigureQuery['relation']>
/** What the page of a relation has beside its figure as well. */
export type RelationData = NonNullable<RelationPageQuery['relation']>

/** What the relation is asked for with, on the page and wherever else it is shown. */
export function relationVariables(slug: string, view: RelationView): RelationPageQueryVariables {
  return {
    slug,
    ...rangeArguments(view),
    ...scoringArguments(view),
    bucket: view.bucket,
    stanceBucket: stanceBucketOf(view.bucket),
  }
}

/** Who acts and toward whom; null where both directions are shown together. */
export function towardOf(
  relation: Pick<FigureData, 'a' | 'b'>,
  { direction }: RelationView,
  i18n: Texts,
): FigureProps['toward'] {
  if (direction === 'BOTH') return null
  const [a, b] = [nameIn(i18n, relation.a.name), nameIn(i18n, relation.b.name)]
  return direction === 'A_TO_B' ? { source: a, target: b } : { source: b, target: a }
}

/** With the names of a language. */
export function figureOf(relation: FigureData, view: RelationView, i18n: Texts): FigureProps {
  return {
    name: nameIn(i18n, relation.name),
    toward: towardOf(relation, view, i18n),
    series: relation.series,
    bucket: view.bucket,
    measures: view.measures,
    interval: view.interval,
    sources: relation.coverage.map(({ collection }) => collection.citation),
  }
}

/** The days each collection looks at the relation, for the strip below a chart. */
export function coveredOf(relation: Pick<FigureData, 'coverage'>, i18n: Texts) {
  return relation.coverage.map(({ collection, spans }) => ({
    title: nameIn(i18n, collection.title),
    spans: spans.flatMap(({ from, to }) => {
      const [first, last] = [dayFrom(from), dayFrom(to)]
      return first === null || last === null ? [] : [{ from: first, to: last }]
    }),
  }))
}
