/** What the API answers about a relation, as a figure of it: the one way from an answer and a view to what is drawn. */
import { dayFrom } from '../charts/points.ts'
import type { FigureProps } from '../charts/svg.figure.ts'
import { rangeArguments, scoringArguments, stanceBucketOf } from './arguments.ts'
import type { FigureQuery, RelationPageQuery, RelationPageQueryVariables } from './generated/documents.ts'
import type { RelationView } from './view.ts'

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
export function towardOf({ a, b }: Pick<FigureData, 'a' | 'b'>, { direction }: RelationView): FigureProps['toward'] {
  if (direction === 'BOTH') return null
  return direction === 'A_TO_B' ? { source: a.name, target: b.name } : { source: b.name, target: a.name }
}

export function figureOf(relation: FigureData, view: RelationView): FigureProps {
  return {
    name: relation.name,
    toward: towardOf(relation, view),
    series: relation.series,
    bucket: view.bucket,
    measures: view.measures,
    interval: view.interval,
    sources: relation.coverage.map(({ collection }) => collection.citation),
  }
}

/** The days each collection looks at the relation, for the strip below a chart. */
export function coveredOf(relation: Pick<FigureData, 'coverage'>) {
  return relation.coverage.map(({ collection, spans }) => ({
    title: collection.title,
    spans: spans.flatMap(({ from, to }) => {
      const [first, last] = [dayFrom(from), dayFrom(to)]
      return first === null || last === null ? [] : [{ from: first, to: last }]
    }),
  }))
}
