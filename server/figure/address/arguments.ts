/** From a view to the arguments of the API. Every question about a relation takes the same ones, so that answers agree. */
import type { Bucket } from '../../domain/day.ts'
import { rangeDay } from './url.ts'
import type { RelationView } from './view.ts'

/** What `series` and `explain` share. */
export function scoringArguments(view: RelationView) {
  return {
    direction: view.direction,
    view: view.view,
    codebook: view.codebook,
    method: view.method,
    halfLife: view.halfLife,
    collections: view.collections,
    asOf: instantOf(view.asOf),
    interval: view.interval,
  }
}

export function rangeArguments(view: RelationView) {
  return { from: rangeDay(view.from, 'from'), to: rangeDay(view.to, 'to') }
}

/** A day means its end, UTC; an instant itself. */
export function instantOf(asOf: string | null): string | null {
  return asOf === null || asOf.includes('T') ? asOf : `${asOf}T23:59:59.999Z`
}

/** Bars thinner than a month cannot be told apart over years: stances are counted by month at least. */
export function stanceBucketOf(bucket: Bucket): Bucket {
  return bucket === 'DAY' || bucket === 'WEEK' ? 'MONTH' : bucket
}
