/** What every part of the page of a relation is given. */
import type { RelationView } from '../../../server/figure/address/view.ts'
import type { RelationData } from '../../../server/figure/figure.ts'
import type { Change } from '../../data/useView.ts'

/** What every part of the page is given. */
export interface RelationProps {
  readonly relation: RelationData
  readonly view: RelationView
  readonly change: Change<RelationView>
}
